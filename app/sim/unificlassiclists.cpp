// The reading half of the classic UniFi simulator.

#include "sim/controllersimulator.h"
#include "sim/unificlassicreply.h"
#include "sim/unificlassicsimulator.h"
#include "sim/unifisites.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 second = 1000;
constexpr qint64 hour = 3600 * second;
constexpr qint64 day = 24 * hour;
constexpr int hoursOfAYear = 8760;
constexpr qint64 lateBy = 30 * second; ///< how late a row learns that its time is over

QString ipText(quint32 ip)
{
    return u"%1.%2.%3.%4"_s.arg(ip >> 24).arg(ip >> 16 & 0xff).arg(ip >> 8 & 0xff).arg(ip & 0xff);
}

QString methodWord(Grant::Method method)
{
    switch (method) {
    case Grant::Method::Api:
        return u"api"_s;
    case Grant::Method::Voucher:
        return u"voucher"_s;
    case Grant::Method::Portal: // Omada's alone
    case Grant::Method::Other:
        return u"none"_s;
    }
    Q_UNREACHABLE();
}

void insertUnlessEmpty(QJsonObject &row, const QString &name, const QString &value)
{
    if (!value.isEmpty())
        row.insert(name, value);
}

void insertBytes(QJsonObject &row, qint64 bytes)
{
    // Seen from the access point: it sends what the guest downloads.
    row.insert(u"tx_bytes"_s, bytes / 8 * 7);
    row.insert(u"rx_bytes"_s, bytes - bytes / 8 * 7);
}

} // namespace

SimReply UnifiClassicSimulator::listSites(bool withHealth) const
{
    QJsonArray rows;
    for (int site = 0; site < int(m_world.venue.sites().size()); ++site) {
        const bool mayOnlyLook = m_world.faults.has(Fault::ReadOnlyKey);
        QJsonObject row{{u"_id"_s, idOf('5', site)},
            {u"name"_s, unifiShortName(m_options.seed, site)},
            {u"desc"_s, m_world.venue.sites()[size_t(site)].name},
            {u"role"_s, mayOnlyLook ? u"readonly"_s : u"admin"_s}, {u"role_hotspot"_s, false}};
        if (site == 0) {
            row.insert(u"attr_hidden_id"_s, u"default"_s);
            row.insert(u"attr_no_delete"_s, true);
        }
        insertUnlessEmpty(row, u"external_id"_s, m_options.externalIds.value(site));
        if (withHealth)
            row.insert(u"health"_s, healthRows(site));
        rows += row;
    }
    return classicRows(rows, u"%1 sites"_s.arg(rows.size()));
}

SimReply UnifiClassicSimulator::listClients(const SimRequest &, int site)
{
    const qint64 now = m_world.now();
    const qint64 shownTime = now - m_world.faults.argument(Fault::ListLag) * second;
    const auto &clients = m_world.venue.clients();
    QJsonArray rows;
    for (int i = 0; i < int(clients.size()); ++i)
        if (const SimClient &client = clients[size_t(i)];
            client.site == site && client.mac != 0 && m_world.venue.isPresent(client, now))
            rows += clientRow(i, shownTime);
    return classicRows(rows, u"%1 clients"_s.arg(rows.size()));
}

SimReply UnifiClassicSimulator::oneClient(int site, const QByteArray &mac) const
{
    const auto refusal = [&mac] {
        return classicRefusal(
            400, u"api.err.UnknownStation"_s, {{u"mac"_s, QString::fromLatin1(mac.toLower())}});
    };
    if (m_version >= QVersionNumber(10, 6))
        return refusal();
    const auto bits = macSpelledAs(QString::fromLatin1(mac), ":"_L1, false);
    const auto client = bits ? clientOf(site, *bits) : std::nullopt;
    const qint64 now = m_world.now();
    if (!client || !m_world.venue.isPresent(m_world.venue.clients()[size_t(*client)], now))
        return refusal();
    return classicRows({clientRow(*client, now)}, u"one client"_s);
}

QJsonObject UnifiClassicSimulator::clientRow(int index, qint64 shownTime) const
{
    const SimClient &client = m_world.venue.clients()[size_t(index)];
    QJsonObject row = knownRow(index);
    row.insert(u"ip"_s, ipText(client.ip));
    row.insert(u"uptime"_s, std::max<qint64>(m_world.now() - client.connectedAt, 0) / second);
    if (client.guest || client.link == SimClient::Link::Wireless)
        row.insert(u"authorized"_s, !client.guest || m_world.venue.isAuthorized(client, shownTime));
    addLink(row, client);
    if (client.guest && index % 3 == 0 && m_world.faults.has(Fault::MissingAuthorized))
        for (const QString &name : {u"authorized"_s, u"ip"_s, u"uptime"_s})
            row.remove(name);
    return row;
}

void UnifiClassicSimulator::addLink(QJsonObject &row, const SimClient &client) const
{
    const QString device = classicMac(m_world.venue.devices()[size_t(client.device)].mac);
    const Grant *grant = m_world.venue.shownGrant(client, m_world.now());
    const qint64 bytes = grant ? m_world.venue.bytesUsed(*grant, m_world.now()) : 0;
    if (client.link == SimClient::Link::Wired) {
        row.insert(u"sw_mac"_s, device);
        row.insert(u"sw_port"_s, 1 + int(client.mac % 24));
        row.insert(u"wired-rx_bytes"_s, bytes);
        row.insert(u"wired-tx_bytes"_s, bytes);
        return;
    }
    const bool fiveGhz = client.mac % 2 == 0;
    const int signal = m_world.venue.signalDbm(client, m_world.now());
    row.insert(
        u"essid"_s, client.guest ? m_world.venue.sites()[size_t(client.site)].ssid : u"House"_s);
    row.insert(u"ap_mac"_s, device);
    row.insert(u"bssid"_s,
        classicMac(m_world.venue.devices()[size_t(client.device)].mac + (fiveGhz ? 2 : 1)));
    row.insert(u"radio"_s, fiveGhz ? u"na"_s : u"ng"_s);
    row.insert(u"channel"_s, fiveGhz ? 36 : 6);
    row.insert(u"signal"_s, signal);
    row.insert(u"rssi"_s, signal + 96);
    insertBytes(row, bytes);
}

SimReply UnifiClassicSimulator::listKnownClients(const SimRequest &, int site)
{
    const auto &clients = m_world.venue.clients();
    QJsonArray rows;
    for (int i = 0; i < int(clients.size()); ++i)
        if (clients[size_t(i)].site == site && clients[size_t(i)].mac != 0)
            rows += knownRow(i);
    return classicRows(rows, u"%1 known clients"_s.arg(rows.size()));
}

QJsonObject UnifiClassicSimulator::knownRow(int index) const
{
    const SimClient &client = m_world.venue.clients()[size_t(index)];
    const qint64 now = m_world.now();
    const bool present = m_world.venue.isPresent(client, now);
    const qint64 lastSeen = present || client.blocked ? now : client.absentFrom;
    const qint64 firstSeen
        = std::min(client.connectedAt, lastSeen) - qint64(client.mac % 200) * hour;
    QJsonObject row{{u"_id"_s, clientId(index)}, {u"mac"_s, classicMac(client.mac)},
        {u"site_id"_s, idOf('5', client.site)}, {u"is_guest"_s, client.guest},
        {u"is_wired"_s, client.link == SimClient::Link::Wired},
        {u"first_seen"_s, firstSeen / second}, {u"last_seen"_s, lastSeen / second}};
    insertUnlessEmpty(row, u"hostname"_s, client.looks.hostName);
    insertUnlessEmpty(row, u"name"_s, client.looks.name);
    insertUnlessEmpty(row, u"oui"_s, client.looks.vendor);
    if (client.blocked)
        row.insert(u"blocked"_s, true);
    return row;
}

SimReply UnifiClassicSimulator::listGuests(const SimRequest &request, int site)
{
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    const QJsonObject body = document.object();
    const QJsonValue within = body.value(u"within"_s);
    const bool isBad = request.method == "POST"
        && (!request.header("content-type").toLower().startsWith("application/json")
            || !document.isObject() || body.size() > (within.isDouble() ? 1 : 0));
    if (isBad)
        return classicRefusal(400, u"api.err.InvalidPayload"_s);
    const qint64 now = m_world.now();
    const qint64 since = now - qint64(within.toInt(hoursOfAYear)) * hour;
    const Venue &venue = m_world.venue;
    QJsonArray rows;
    for (int i = 0; i < int(venue.grants().size()); ++i) {
        const Grant &grant = venue.grants()[size_t(i)];
        const SimClient &client = venue.clients()[size_t(grant.client)];
        const bool shows = client.grant != i || now >= client.showsFrom;
        if (client.site != site || !shows)
            continue;
        if (venue.endOf(grant) >= since)
            rows += guestRow(i, now);
        if (client.grant == i && grant.client % 3 == 0 && grant.since - 2 * day >= since)
            rows += lastStayRow(i);
    }
    return classicRows(rows, u"%1 guest authorizations"_s.arg(rows.size()));
}

QJsonObject UnifiClassicSimulator::guestRow(int index, qint64 now) const
{
    const Venue &venue = m_world.venue;
    const Grant &grant = venue.grants()[size_t(index)];
    const SimClient &client = venue.clients()[size_t(grant.client)];
    const bool revoked = grant.revokedAt > 0 && grant.revokedAt <= now;
    const bool outOfTime = now >= grant.until;
    // A row keeps its end when it is ended before; and one that is out of time says so a little
    // late.
    const bool expired
        = outOfTime ? now >= grant.until + lateBy || revoked : !venue.isLive(grant, now);
    QJsonObject row{{u"_id"_s, idOf('a', index)}, {u"mac"_s, classicMac(client.mac)},
        {u"site_id"_s, idOf('5', client.site)}, {u"authorized_by"_s, methodWord(grant.method)},
        {u"start"_s, grant.since / second}, {u"end"_s, grant.until / second},
        {u"duration"_s, (std::min(now, venue.endOf(grant)) - grant.since) / second},
        {u"expired"_s, expired}};
    if (revoked && client.grant == index)
        row.insert(u"unauthorized_by"_s, u"api"_s);
    insertClassicLimits(row, grant.limits);
    const qint64 bytes = venue.bytesUsed(grant, now);
    if (bytes <= 0)
        return row;
    row.insert(u"bytes"_s, bytes);
    insertBytes(row, bytes);
    row.insert(u"ap_mac"_s, classicMac(venue.devices()[size_t(client.device)].mac));
    row.insert(u"ip"_s, ipText(client.ip));
    row.insert(u"channel"_s, 36);
    row.insert(u"radio"_s, u"na"_s);
    row.insert(u"roam_count"_s, int(client.mac % 4));
    insertUnlessEmpty(row, u"hostname"_s, client.looks.hostName);
    return row;
}

/// Every third guest has been here before.
QJsonObject UnifiClassicSimulator::lastStayRow(int index) const
{
    const Grant &grant = m_world.venue.grants()[size_t(index)];
    const SimClient &client = m_world.venue.clients()[size_t(grant.client)];
    return {{u"_id"_s, idOf('b', index)}, {u"mac"_s, classicMac(client.mac)},
        {u"site_id"_s, idOf('5', client.site)}, {u"authorized_by"_s, u"voucher"_s},
        {u"start"_s, (grant.since - 3 * day) / second},
        {u"end"_s, (grant.since - 2 * day) / second}, {u"duration"_s, day / second},
        {u"expired"_s, true}};
}

SimReply UnifiClassicSimulator::listDevices(const SimRequest &, int site)
{
    const auto &devices = m_world.venue.devices();
    QJsonArray rows;
    for (int i = 0; i < int(devices.size()); ++i) {
        const SimDevice &device = devices[size_t(i)];
        if (device.site == site)
            rows += QJsonObject{{u"_id"_s, idOf('d', i)}, {u"mac"_s, classicMac(device.mac)},
                {u"name"_s, device.name},
                {u"model"_s, QString(device.model).remove(u' ').toUpper()},
                {u"type"_s, device.isSwitch ? u"usw"_s : u"uap"_s}, {u"state"_s, 1},
                {u"adopted"_s, true}, {u"ip"_s, u"10.10.0.%1"_s.arg(2 + i % 200)},
                {u"version"_s, device.isSwitch ? u"7.1.26.15869"_s : u"8.0.6.16000"_s}};
    }
    return classicRows(rows, u"%1 devices"_s.arg(rows.size()));
}

SimReply UnifiClassicSimulator::systemInfo(const SimRequest &, int)
{
    return classicRows(
        {QJsonObject{{u"timezone"_s, u"Europe/Berlin"_s}, {u"version"_s, m_options.version},
            {u"build"_s, u"atag_%1_00001"_s.arg(m_options.version)}, {u"hostname"_s, u"unifi"_s},
            {u"name"_s, u"Example console"_s}}},
        u"told its version"_s);
}

QJsonArray UnifiClassicSimulator::healthRows(int site) const
{
    int guests = 0;
    int others = 0;
    for (const SimClient &client : m_world.venue.clients())
        if (client.site == site && m_world.venue.isPresent(client, m_world.now()))
            ++(client.guest ? guests : others);
    return {QJsonObject{{u"subsystem"_s, u"wlan"_s}, {u"status"_s, u"ok"_s}, {u"num_ap"_s, 4},
                {u"num_guest"_s, guests}, {u"num_user"_s, others}},
        QJsonObject{{u"subsystem"_s, u"lan"_s}, {u"status"_s, u"ok"_s}, {u"num_sw"_s, 1}}};
}

SimReply UnifiClassicSimulator::health(const SimRequest &, int site)
{
    return classicRows(healthRows(site), u"told its health"_s);
}

SimReply UnifiClassicSimulator::guestAccess(const SimRequest &, int site)
{
    const int minutes = defaultMinutes();
    const bool custom = m_options.host == UnifiSessions::Host::NetworkServer;
    return classicRows(
        {QJsonObject{{u"_id"_s, idOf('e', site)}, {u"site_id"_s, idOf('5', site)},
            {u"key"_s, u"guest_access"_s}, {u"auth"_s, u"hotspot"_s}, {u"portal_enabled"_s, true},
            {u"x_password"_s, seededHex(m_options.seed, u"portal password"_s, 12)},
            {u"expire"_s, custom ? u"custom"_s : QString::number(minutes)},
            {u"expire_number"_s, minutes / 60}, {u"expire_unit"_s, 60}}},
        u"told how long a guest stays"_s);
}
