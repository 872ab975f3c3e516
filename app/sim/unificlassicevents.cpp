#include "sim/controllersimulator.h"
#include "sim/eventfeed.h"
#include "sim/unificlassicreply.h"
#include "sim/unificlassicsimulator.h"
#include "sim/unifisites.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

std::optional<SimReply> UnifiClassicSimulator::answerFeed(const SimRequest &request)
{
    // <prefix>/wss/s/<site>/events
    if (request.method != "GET" || !request.path.startsWith(m_prefix + "/wss/s/"))
        return std::nullopt;
    if (auto refusal = m_sessions.refused(request))
        return refusal;
    const QByteArrayList parts = request.path.sliced(m_prefix.size()).split('/');
    if (parts.size() != 5 || parts[4] != "events")
        return classicRefusal(404, u"api.err.NotFound"_s);
    if (!siteNamed(QString::fromLatin1(parts[3])))
        return classicRefusal(400, u"api.err.NoSiteContext"_s);
    (void)takeEvents(); // nothing from before is told
    return eventfeed::opened(request, parts[3]);
}

QList<std::pair<QByteArray, QByteArray>> UnifiClassicSimulator::takeEvents()
{
    QList<std::pair<QByteArray, QByteArray>> events;
    const auto &clients = m_world.venue.clients();
    for (int i = 0; i < int(clients.size()); ++i) {
        const SimClient &client = clients[size_t(i)];
        if (!client.guest || client.mac == 0)
            continue;
        const bool present = m_world.venue.isPresent(client, m_world.now());
        const auto [known, isNew] = m_present.try_emplace(i, false);
        if (known->second == present)
            continue;
        known->second = present;
        events.append(
            {unifiShortName(m_options.seed, client.site).toLatin1(), event(client, present)});
    }
    return events;
}

/// Times are milliseconds here, and seconds everywhere else in this API.
QByteArray UnifiClassicSimulator::event(const SimClient &client, bool came) const
{
    const QString kind = client.link == SimClient::Link::Wired ? u"LG"_s : u"WG"_s;
    const QString mac = classicMac(client.mac);
    const QJsonObject row{
        {u"_id"_s, idOf('e', int(m_present.size()), came ? 1 : 0)},
        {u"key"_s, u"EVT_%1_%2"_s.arg(kind, came ? u"Connected"_s : u"Disconnected"_s)},
        {u"time"_s, m_world.now()},
        {u"guest"_s, mac},
        {u"ap"_s, classicMac(m_world.venue.devices()[size_t(client.device)].mac)},
        {u"ssid"_s, m_world.venue.sites()[size_t(client.site)].ssid},
        {u"subsystem"_s, client.link == SimClient::Link::Wired ? u"lan"_s : u"wlan"_s},
        {u"msg"_s, u"Guest[%1] has %2"_s.arg(mac, came ? u"connected"_s : u"disconnected"_s)},
    };
    const QJsonObject frame{
        {u"meta"_s, QJsonObject{{u"rc"_s, u"ok"_s}, {u"message"_s, u"events"_s}}},
        {u"data"_s, QJsonArray{row}}};
    return QJsonDocument(frame).toJson(QJsonDocument::Compact);
}
