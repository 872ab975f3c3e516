// The external portal's form of EAP and Omada controllers up to 3.2.17, and where it comes from.

#include "sim/eapsimulator.h"

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longestSeconds = 86'400'000'000;

/// What the fields of a redirect, and of the form that answers it, are called.
struct Spelling
{
    QString client;
    QString accessPoint;
    QString ssid;
    QString radio;
};

Spelling shortNames()
{
    return {u"cid"_s, u"ap"_s, u"ssid"_s, u"rid"_s};
}

Spelling longNames()
{
    return {u"clientMac"_s, u"apMac"_s, u"ssidName"_s, u"radioId"_s};
}

/// Exactly a redirect's fields and the time. The documents also list the site, which stands in the
/// path already.
bool isSpelled(const QMap<QString, QString> &form, const Spelling &spelling)
{
    QStringList wanted{
        spelling.client, spelling.accessPoint, spelling.ssid, spelling.radio, u"t"_s, u"time"_s};
    QStringList given = form.keys();
    given.removeOne(u"site"_s);
    wanted.sort();
    return given == wanted;
}

std::optional<Spelling> spellingOf(const QMap<QString, QString> &form, bool knowsLongNames)
{
    if (isSpelled(form, shortNames()))
        return shortNames();
    return knowsLongNames && isSpelled(form, longNames()) ? std::optional(longNames())
                                                          : std::nullopt;
}

} // namespace

std::optional<QMap<QString, QString>> eapForm(const SimRequest &request)
{
    if (!request.header("content-type").toLower().startsWith("application/x-www-form-urlencoded"))
        return std::nullopt;
    QMap<QString, QString> form;
    for (const QByteArray &field : request.body.split('&')) {
        const qsizetype equals = field.indexOf('=');
        // In a form, + is a blank; a plus sign comes encoded.
        const auto decoded = [](QByteArray text) {
            return QString::fromUtf8(QByteArray::fromPercentEncoding(text.replace('+', ' ')));
        };
        const QString name = decoded(field.left(equals));
        if (equals < 1 || form.contains(name))
            return std::nullopt;
        form.insert(name, decoded(field.sliced(equals + 1)));
    }
    return form;
}

SimReply EapSimulator::authorize(const SimRequest &request, const QString &site)
{
    if (m_world.faults.has(Fault::ReadOnlyKey))
        return said(false, u"Operation forbidden."_s);
    const auto form = eapForm(request);
    const auto spelling = form ? spellingOf(*form, hasTokens()) : std::nullopt;
    if (!spelling)
        return said(false, u"Invalid request parameters."_s);
    bool isNumber = false;
    const qint64 seconds = form->value(u"time"_s).toLongLong(&isNumber);
    if (!isNumber || seconds < 1 || seconds > longestSeconds)
        return said(false, u"Invalid time."_s);

    const auto mac = macSpelledAs(form->value(spelling->client), "-"_L1, true);
    const auto index = mac ? m_world.venue.clientByMac(*mac) : std::nullopt;
    const auto waits = [&](const SimClient &client) {
        const SimDevice &device = m_world.venue.devices()[size_t(client.device)];
        const SimSite &where = m_world.venue.sites()[size_t(client.site)];
        return m_world.venue.isWaiting(client, m_world.now()) && where.name == site
            && form->value(spelling->accessPoint) == macSpelling(device.mac)
            && form->value(spelling->ssid) == where.ssid
            && form->value(spelling->radio) == QString::number(client.radio);
    };
    if (!index || !waits(m_world.venue.clients()[size_t(*index)]))
        return said(false, u"Failed to authenticate: no such client, or it does not wait."_s);
    return letIn(*index, seconds);
}

SimReply EapSimulator::letIn(int client, qint64 seconds)
{
    SimReply reply = said(true, u"Success."_s);
    reply.did = u"said it authorized, and did not"_s;
    if (m_world.faults.has(Fault::IgnoreAuthorize))
        return reply;
    GrantLimits limits;
    limits.milliseconds = seconds * (m_world.faults.has(Fault::WrongLimits) ? 500 : 1000);
    m_world.venue.authorize(
        client, limits, Grant::Method::Portal, m_world.now(), m_world.confirmDelayMs());
    reply.did = u"authorized %1 for %2 s"_s.arg(
        macSpelling(m_world.venue.clients()[size_t(client)].mac), QString::number(seconds));
    reply.acted = true;
    return reply;
}

QList<QUrl> EapSimulator::redirects(const QUrl &portal) const
{
    // Both spellings exist in the wild; which one a controller has follows from its seed.
    const Spelling spelling = hasTokens() && m_options.seed % 2 == 1 ? longNames() : shortNames();
    const bool tellsSite = m_version >= QVersionNumber(2, 2, 3);
    QList<QUrl> urls;
    for (const quint64 mac : m_world.venue.waiting(m_world.now())) {
        const auto index = m_world.venue.clientByMac(mac);
        if (!index)
            continue;
        const SimClient &client = m_world.venue.clients()[size_t(*index)];
        const SimDevice &device = m_world.venue.devices()[size_t(client.device)];
        const SimSite &site = m_world.venue.sites()[size_t(client.site)];
        QList<std::pair<QString, QString>> query{{spelling.client, macSpelling(mac)},
            {spelling.accessPoint, macSpelling(device.mac)}, {spelling.ssid, site.ssid},
            {u"t"_s, QString::number(m_world.now() / 1000)},
            {spelling.radio, QString::number(client.radio)}};
        if (tellsSite)
            query += {u"site"_s, site.name};
        urls += redirectTo(portal, query);
    }
    return urls;
}
