#include "assembly/capabilitytable.h"

#include "clients/offers.h"
#include "drivers/driverfactory.h"
#include "phrases/phrases.h"

using namespace Qt::StringLiterals;

namespace {

/// Drivers are made, never asked.
class DeadChannel final : public HttpChannel
{
public:
    using HttpChannel::HttpChannel;
    Job<HttpReply> *send(const HttpRequest &) override
    {
        return Job<HttpReply>::settled(fail(Failure::Kind::Unreachable, u"no network"_s), this);
    }
    [[nodiscard]] QUrl baseUrl() const override { return QUrl(u"https://controller.invalid"_s); }
    [[nodiscard]] std::chrono::milliseconds clockOffset() const override { return {}; }
    void forgetCookies() override { }
};

class DeadChannels final : public ChannelFactory
{
public:
    HttpChannel *open(const QUrl &, const QByteArray &, QObject *parent) override
    {
        return new DeadChannel(parent);
    }
};

struct Way
{
    const char *word;
    const char *product;
    Generation generation;
    const char *version;
    QList<CredentialKind> credentials;
};

QList<Way> ways()
{
    using enum CredentialKind;
    return {
        {"eap2", "EAP Controller up to 2.5.4", Generation::Eap2, "2.5.4", {ControllerAccount}},
        {"omada3", "Omada 2.6 to 3.2", Generation::Omada3, "3.2.17", {ControllerAccount}},
        {"omada4", "Omada 4.1 to 4.4 ¹", Generation::Omada4, "4.4.6", {HotspotOperator}},
        {"omada5", "Omada 5.0 to 6.2.0", Generation::Omada5, "5.15.24", {HotspotOperator}},
        {"omada5 6.2.10", "Omada 6.2.10 and newer", Generation::Omada5, "6.2.14",
            {HotspotOperator}},
        {"omada-openapi", "Omada 5.12 and newer", Generation::OmadaOpenApi, "6.2.14",
            {OpenApiApplication}},
        {"omada pair", "Omada 5.12 and newer", Generation::OmadaOpenApi, "6.2.14",
            {OpenApiApplication, HotspotOperator}},
        {"unifi-integration", "UniFi Network 9.1.105 and newer", Generation::UnifiIntegration,
            "10.0.162", {ApiKey}},
        {"unifi-classic", "UniFi Network, also older", Generation::UnifiClassic, "10.0.162",
            {LocalAccount}},
        {"unifi pair", "UniFi Network 9.1.105 and newer", Generation::UnifiIntegration, "10.0.162",
            {ApiKey, LocalAccount}},
    };
}

Offer offerOf(const Capabilities &capabilities, ClientAction action, ClientState state,
    bool listedNow, bool hasRedirect = false)
{
    WifiClient client;
    client.state = state;
    return offerFor(
        action, capabilities, client, {.listedNow = listedNow, .hasRedirect = hasRedirect});
}

QString yesNo(bool yes)
{
    return yes ? u"yes"_s : u"no"_s;
}

QString joined(const QStringList &parts)
{
    return parts.isEmpty() ? u"no"_s : parts.join(u", "_s);
}

QString lists(const Capabilities &can)
{
    if (can.can(Capability::ListClients))
        return u"everybody"_s;
    return can.can(Capability::ReadAuthorization) ? u"whom it let in"_s : u"nobody"_s;
}

QString letsIn(const Capabilities &can)
{
    const auto isReady = [&](bool listedNow, bool hasRedirect) {
        return offerOf(can, ClientAction::Authorize, ClientState::Waiting, listedNow, hasRedirect)
            == Offer::Ready;
    };
    if (isReady(false, false))
        return u"any address"_s;
    QStringList parts;
    if (isReady(true, false))
        parts += u"whom it lists"_s;
    if (isReady(false, true))
        parts += u"by its browser's redirect"_s;
    return joined(parts);
}

/// As within a sentence; what begins with an abbreviation stays.
QString inSentence(const QString &words)
{
    const bool isAbbreviation = words.size() > 1 && words[1].isUpper();
    return isAbbreviation || words.startsWith(u"Open API"_s)
        ? words
        : words.left(1).toLower() + words.mid(1);
}

QString spaced(int number)
{
    QString digits = QString::number(number);
    for (qsizetype at = digits.size() - 3; at > 0; at -= 3)
        digits.insert(at, u' ');
    return digits;
}

QString limits(const LimitRules &rules)
{
    QStringList parts;
    const auto add = [&parts](const std::optional<LimitRange> &range, const QString &unit) {
        if (range)
            parts += u"%1 to %2 %3"_s.arg(spaced(range->least), spaced(range->most), unit);
    };
    add(rules.minutes, u"min"_s);
    add(rules.dataMb, u"MB"_s);
    if (rules.downKbps == rules.upKbps) {
        add(rules.downKbps, u"kbit/s down and up"_s);
    } else {
        add(rules.downKbps, u"kbit/s down"_s);
        add(rules.upKbps, u"kbit/s up"_s);
    }
    return joined(parts);
}

QString cancels(ControllerDriver &driver)
{
    const auto isReady = [&](bool listedNow) {
        return offerOf(
                   driver.capabilities(), ClientAction::Cancel, ClientState::Authorized, listedNow)
            == Offer::Ready;
    };
    if (!isReady(true))
        return u"no"_s;
    QString text = isReady(false) ? u"also when it has left"_s : u"while connected"_s;
    if (driver.canceller()->disconnects())
        text += u"; disconnects"_s;
    return text;
}

QString unlocks(const Capabilities &can)
{
    QMap<QString, QStringList> byCredential;
    for (const auto &[capability, credential] : can.unlockedBy)
        byCredential[phrases::text(credential)] += inSentence(phrases::text(capability));
    QStringList parts;
    for (auto it = byCredential.cbegin(); it != byCredential.cend(); ++it)
        parts += u"%1: %2"_s.arg(inSentence(it.key()), it->join(u", "_s));
    return parts.join(u"; "_s);
}

QString rowOf(const WayToController &way)
{
    const Capabilities can = way.driver->capabilities();
    const auto offers = [&](ClientAction action) {
        return yesNo(offerOf(can, action, ClientState::Authorized, true) == Offer::Ready);
    };
    const QStringList cells{way.product, way.credentials, lists(can), letsIn(can),
        limits(way.driver->authorizer()->limitRules()), offers(ClientAction::Extend),
        cancels(*way.driver), offers(ClientAction::Block), unlocks(can)};
    return u"| "_s + cells.join(u" | "_s) + u" |\n"_s;
}

} // namespace

std::vector<WayToController> waysToControllers()
{
    DeadChannels channels;
    std::vector<WayToController> result;
    for (const Way &way : ways()) {
        ControllerProfile profile;
        profile.id = u"c"_s;
        profile.generation = way.generation;
        profile.version = QString::fromLatin1(way.version);
        Credentials credentials;
        QStringList words;
        for (const CredentialKind kind : way.credentials) {
            credentials.append({kind, u"account"_s, Secret(u"secret"_s)});
            words += inSentence(phrases::text(kind));
        }
        auto driver = makeControllerDriver(profile, credentials, channels);
        if (driver)
            result.push_back({QString::fromLatin1(way.word), QString::fromUtf8(way.product),
                words.join(u" and "_s), std::move(*driver)});
    }
    return result;
}

QString capabilityTable()
{
    QString table
        = u"| controller | credential | lists | lets in | limits | extends | cancels | "
          "blocks | a further credential adds |\n|---|---|---|---|---|---|---|---|---|\n"_s;
    for (const WayToController &way : waysToControllers())
        table += rowOf(way);
    return table;
}

QString tableIn(const QString &text)
{
    const qsizetype start = text.indexOf(tableStart);
    const qsizetype end = text.indexOf(tableEnd, start);
    return start < 0 || end < 0
        ? QString()
        : text.mid(start + tableStart.size(), end - start - tableStart.size());
}

QString withTable(const QString &text, const QString &table)
{
    const qsizetype start = text.indexOf(tableStart);
    const qsizetype end = text.indexOf(tableEnd, start);
    return start < 0 || end < 0 ? QString()
                                : text.left(start + tableStart.size()) + table + text.mid(end);
}
