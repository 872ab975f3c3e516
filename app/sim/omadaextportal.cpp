// The operator's extPortal/auth: lets in a device that waits at an external portal.

#include "sim/controllersimulator.h"
#include "sim/omadahotspot.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longestMs = 86'400'000'000'000;
constexpr qint64 megabyte = 1024 * 1024;

struct Form
{
    QStringList required;
    QStringList optional;
};

Form formOf(const OmadaVersion &version, bool wired)
{
    Form form{{u"clientMac"_s, u"time"_s, u"authType"_s}, {}};
    form.required += wired ? QStringList{u"gatewayMac"_s, u"vid"_s}
                           : QStringList{u"apMac"_s, u"ssidName"_s, u"radioId"_s};
    if (version.hasPortalLimits()) {
        form.required += {u"clientIp"_s, u"originUrl"_s};
        form.optional += {u"site"_s, u"downloadRateLimitKbps"_s, u"uploadRateLimitKbps"_s,
            u"totalTrafficLimitBytes"_s};
    } else {
        form.required += u"site"_s;
    }
    // An older revision of FAQ2907 passes the redirect's t along.
    if (!version.hasIdInPaths())
        form.optional += u"t"_s;
    return form;
}

/// The documents show numbers as strings, the samples send numbers, and both were taken.
std::optional<qint64> looseNumber(const QJsonValue &value, qint64 least, qint64 most)
{
    if (!value.isString())
        return wholeNumber(value, least, most);
    bool isNumber = false;
    const qint64 number = value.toString().toLongLong(&isNumber);
    return isNumber && number >= least && number <= most ? std::optional(number) : std::nullopt;
}

bool isText(const QString &field)
{
    static const QStringList texts{u"clientMac"_s, u"clientIp"_s, u"apMac"_s, u"gatewayMac"_s,
        u"ssidName"_s, u"site"_s, u"originUrl"_s};
    return texts.contains(field);
}

bool isWellTyped(const QString &field, const QJsonValue &value)
{
    if (isText(field))
        return value.isString();
    const bool mayBeNothing
        = field == "radioId"_L1 || field == "vid"_L1 || field == "authType"_L1 || field == "t"_L1;
    return looseNumber(value, mayBeNothing ? 0 : 1, longestMs).has_value();
}

qint64 asMilliseconds(qint64 time, const Faults &faults)
{
    if (faults.has(Fault::TimeUnitUs))
        return time / 1000;
    return faults.has(Fault::TimeUnitS) ? time * 1000 : time;
}

} // namespace

SimReply OmadaHotspot::authorize(const SimRequest &request)
{
    if (auto refused = m_envelope.refusedToAct(request))
        return *refused;
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    if (auto refused = refusedForm(body))
        return *refused;
    const auto site = siteNamed(body.value(u"site"_s).toString());
    if (site && !isOperatorsSite(*site))
        return m_envelope.forbidden();
    const auto client = pendingClient(body);
    return client ? letIn(*client, body)
                  : m_envelope.answered(-41501, u"Failed to authenticate."_s);
}

std::optional<SimReply> OmadaHotspot::refusedForm(const QJsonObject &body) const
{
    const Form form = formOf(m_version, body.contains(u"gatewayMac"_s));
    for (const QString &field : body.keys())
        if (!form.required.contains(field) && !form.optional.contains(field))
            return m_envelope.badParameters(u"unknown field "_s + field);
    for (const QString &field : form.required)
        if (!body.contains(field))
            return m_version.tellsWrongAuthType()
                ? m_envelope.answered(-41501, u"Failed to authenticate."_s)
                : m_envelope.answered(-1, u"General error."_s);
    for (const QString &field : body.keys())
        if (!isWellTyped(field, body.value(field)))
            return m_envelope.badParameters(u"the type of "_s + field);
    if (looseNumber(body.value(u"authType"_s), 4, 4))
        return std::nullopt;
    return m_version.tellsWrongAuthType()
        ? m_envelope.answered(-41500, u"Invalid authentication type."_s)
        : m_envelope.answered(-1, u"General error."_s);
}

std::optional<int> OmadaHotspot::siteNamed(const QString &site) const
{
    if (const auto found = m_rows.siteWithId(site); found && m_version.tellsSiteIds())
        return found;
    // Both are known to work between 6.0 and 6.2.10; only the id is sure to after that.
    if (m_version.hasPortalLimits())
        return std::nullopt;
    const auto &sites = m_world.venue.sites();
    const auto named = std::ranges::find(sites, site, &SimSite::name);
    return named == sites.end() ? std::nullopt : std::optional(int(named - sites.begin()));
}

std::optional<int> OmadaHotspot::pendingClient(const QJsonObject &body) const
{
    const Venue &venue = m_world.venue;
    const auto says = [&body](const QString &field, const QString &text) {
        return body.value(field).toString() == text;
    };
    const auto counts = [&body](const QString &field, int number) {
        return looseNumber(body.value(field), number, number).has_value();
    };
    const auto mac = macSpelledAs(body.value(u"clientMac"_s).toString(), "-"_L1, true);
    const auto index = mac ? venue.clientByMac(*mac) : std::nullopt;
    if (!index)
        return std::nullopt;
    const SimClient &client = venue.clients()[size_t(*index)];
    const SimDevice &device = venue.devices()[size_t(client.device)];
    const SimSite &site = venue.sites()[size_t(client.site)];
    const bool waits
        = venue.isPresent(client, m_world.now()) && m_rows.authStatus(client, m_world.now()) == 1;
    const bool here = device.isGateway
        ? says(u"gatewayMac"_s, OmadaRows::mac(device.mac)) && counts(u"vid"_s, client.vlan)
        : says(u"apMac"_s, OmadaRows::mac(device.mac)) && says(u"ssidName"_s, site.ssid)
            && counts(u"radioId"_s, client.radio);
    const bool inSite
        = !body.contains(u"site"_s) || siteNamed(body.value(u"site"_s).toString()) == client.site;
    const bool reached
        = !body.contains(u"clientIp"_s) || says(u"clientIp"_s, OmadaRows::ip(client.ip));
    return waits && here && inSite && reached ? index : std::nullopt;
}

SimReply OmadaHotspot::letIn(int client, const QJsonObject &body)
{
    SimReply reply = m_envelope.done();
    reply.did = u"said it authorized, and did not"_s;
    if (m_world.faults.has(Fault::IgnoreAuthorize))
        return reply;
    const auto number = [&](const QString &field) -> std::optional<qint64> {
        const auto given = looseNumber(body.value(field), 1, longestMs);
        return given && m_world.faults.has(Fault::WrongLimits) ? *given / 2 : given;
    };
    constexpr qint64 mostKbps = std::numeric_limits<int>::max();
    GrantLimits limits;
    limits.milliseconds = asMilliseconds(number(u"time"_s).value_or(0), m_world.faults);
    if (const auto bytes = number(u"totalTrafficLimitBytes"_s))
        limits.dataMb = int(std::min((*bytes + megabyte - 1) / megabyte, mostKbps));
    if (const auto kbps = number(u"downloadRateLimitKbps"_s))
        limits.downKbps = int(std::min(*kbps, mostKbps));
    if (const auto kbps = number(u"uploadRateLimitKbps"_s))
        limits.upKbps = int(std::min(*kbps, mostKbps));
    m_world.venue.authorize(
        client, limits, Grant::Method::Portal, m_world.now(), m_world.confirmDelayMs());
    const auto orNone
        = [](const std::optional<int> &limit) { return limit ? QString::number(*limit) : u"no"_s; };
    reply.did = u"authorized %1 for %2 ms, %3 MB, down %4 kbit/s, up %5 kbit/s"_s.arg(
        body.value(u"clientMac"_s).toString(), QString::number(*limits.milliseconds),
        orNone(limits.dataMb), orNone(limits.downKbps), orNone(limits.upKbps));
    reply.acted = true;
    return reply;
}
