#include "sim/omadarows.h"

#include "sim/controllersimulator.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

int authTypeOf(Grant::Method method)
{
    constexpr int voucher = 3;
    constexpr int externalPortal = 4;
    constexpr int localUser = 5;
    constexpr int admin = 10;
    switch (method) {
    case Grant::Method::Api:
        return admin;
    case Grant::Method::Portal:
        return externalPortal;
    case Grant::Method::Voucher:
        return voucher;
    case Grant::Method::Other:
        return localUser;
    }
    Q_UNREACHABLE();
}

QJsonObject limitRow(const ClientRateLimit &limit)
{
    QJsonObject row{{u"enable"_s, limit.upEnable || limit.downEnable}};
    if (limit.upEnable || limit.downEnable) {
        row.insert(u"upEnable"_s, limit.upEnable);
        row.insert(u"upUnit"_s, limit.upUnit);
        row.insert(u"upLimit"_s, limit.upLimit);
        row.insert(u"downEnable"_s, limit.downEnable);
        row.insert(u"downUnit"_s, limit.downUnit);
        row.insert(u"downLimit"_s, limit.downLimit);
    }
    return row;
}

void insertAll(QJsonObject &row, const QJsonObject &more)
{
    for (auto field = more.begin(); field != more.end(); ++field)
        row.insert(field.key(), field.value());
}

bool isWireless(const SimClient &client)
{
    return client.link == SimClient::Link::Wireless;
}

} // namespace

QString OmadaRows::controllerId() const
{
    return seededHex(m_seed, u"omadac"_s, 32);
}

QString OmadaRows::siteId(int site) const
{
    return u"65f0"_s + seededHex(m_seed, u"site %1"_s.arg(site), 20);
}

QString OmadaRows::recordId(int grant) const
{
    return u"65f1%1%2"_s.arg(seededHex(m_seed, u"records"_s, 12))
        .arg(quint32(grant), 8, 16, QLatin1Char('0'));
}

QString OmadaRows::holder(int grant) const
{
    const Venue &venue = m_world.venue;
    return mac(venue.clients()[size_t(venue.grants()[size_t(grant)].client)].mac);
}

QString OmadaRows::mac(quint64 mac)
{
    return spelledMac(mac, "-"_L1, true);
}

QString OmadaRows::ip(quint32 ip)
{
    return u"%1.%2.%3.%4"_s.arg(ip >> 24).arg(ip >> 16 & 0xff).arg(ip >> 8 & 0xff).arg(ip & 0xff);
}

std::optional<int> OmadaRows::siteWithId(const QString &id) const
{
    for (int site = 0; site < int(m_world.venue.sites().size()); ++site)
        if (siteId(site) == id)
            return site;
    return std::nullopt;
}

std::optional<int> OmadaRows::recordWithId(const QString &id, int site) const
{
    const auto &grants = m_world.venue.grants();
    const size_t grant = id.right(8).toUInt(nullptr, 16);
    if (grant >= grants.size() || recordId(int(grant)) != id)
        return std::nullopt;
    const SimClient &client = m_world.venue.clients()[size_t(grants[grant].client)];
    return client.site == site ? std::optional(int(grant)) : std::nullopt;
}

std::optional<int> OmadaRows::knownClient(int site, const QString &mac) const
{
    const auto bits = macSpelledAs(mac, "-"_L1, true);
    const auto client = bits ? m_world.venue.clientByMac(*bits) : std::nullopt;
    const bool known = client && m_world.venue.clients()[size_t(*client)].site == site;
    return known ? client : std::nullopt;
}

std::optional<int> OmadaRows::clientOf(int site, const QString &mac) const
{
    const auto client = knownClient(site, mac);
    const auto isThere = [this](int index) {
        return m_world.venue.isPresent(m_world.venue.clients()[size_t(index)], m_world.now());
    };
    return client && isThere(*client) ? client : std::nullopt;
}

std::vector<int> OmadaRows::records(int site, const QString &search) const
{
    const auto &clients = m_world.venue.clients();
    const auto &grants = m_world.venue.grants();
    const qint64 now = m_world.now();
    std::vector<int> rows;
    for (int i = int(grants.size()) - 1; i >= 0; --i) {
        const Grant &grant = grants[size_t(i)];
        const SimClient &client = clients[size_t(grant.client)];
        const bool shown = client.grant != i || now >= client.showsFrom;
        if (client.site == site && shown
            && (mac(client.mac).contains(search, Qt::CaseInsensitive)
                || client.looks.name.contains(search, Qt::CaseInsensitive)
                || (!grant.voucherCode.isEmpty() && grant.voucherCode == search)))
            rows.push_back(i);
    }
    std::ranges::stable_sort(
        rows, std::ranges::greater{}, [&](int row) { return grants[size_t(row)].since; });
    return rows;
}

int OmadaRows::authStatus(const SimClient &client, qint64 now) const
{
    if (!client.guest)
        return 0;
    const Grant *grant = m_world.venue.shownGrant(client, now);
    const bool stuck = grant && grant->revokedAt == 0 && m_world.faults.has(Fault::ValidStuck);
    return stuck || m_world.venue.isAuthorized(client, now) ? 2 : 1;
}

qint64 OmadaRows::endOfRecord(int grant) const
{
    const Grant &record = m_world.venue.grants()[size_t(grant)];
    return record.revokedAt > 0 ? std::min(record.revokedAt, record.until) : record.until;
}

QJsonObject OmadaRows::client(int index, qint64 now) const
{
    const Venue &venue = m_world.venue;
    const SimClient &client = venue.clients()[size_t(index)];
    const bool wireless = isWireless(client);
    const QString address = mac(client.mac);
    const Grant *grant = venue.shownGrant(client, now);
    const qint64 bytes = grant ? venue.bytesUsed(*grant, now) : 20'480;
    QJsonObject row{{u"id"_s, address}, {u"mac"_s, address},
        {u"name"_s, client.looks.name.isEmpty() ? address : client.looks.name},
        {u"deviceType"_s, client.looks.kind}, {u"ip"_s, ip(client.ip)},
        {u"connectType"_s,
            !wireless          ? 2
                : client.guest ? 0
                               : 1},
        {u"wireless"_s, wireless}, {u"vid"_s, client.vlan},
        {u"networkName"_s, client.guest ? u"Guests"_s : u"Default"_s},
        {u"activity"_s, grant ? grant->bytesPerSecond : 0},
        {u"uploadActivity"_s, grant ? grant->bytesPerSecond / 8 : 0},
        {u"trafficDown"_s, bytes / 8 * 7}, {u"trafficUp"_s, bytes - bytes / 8 * 7},
        {u"downPacket"_s, bytes / 900}, {u"upPacket"_s, bytes / 2400},
        {u"uptime"_s, std::max<qint64>(now - client.connectedAt, 0) / 1000},
        {u"lastSeen"_s, venue.isPresent(client, now) ? now : client.absentFrom},
        {u"authStatus"_s, authStatus(client, now)}, {u"blocked"_s, client.blocked},
        {u"guest"_s, client.guest}, {u"active"_s, venue.isPresent(client, now)},
        {u"manager"_s, false}, {u"rateLimit"_s, limitRow(client.rateLimit)}};
    if (!client.looks.hostName.isEmpty())
        row.insert(u"hostName"_s, client.looks.hostName);
    if (!client.looks.vendor.isEmpty())
        row.insert(u"vendor"_s, client.looks.vendor);
    if (wireless)
        addRadio(row, index, now);
    else
        addPort(row, index);
    return row;
}

void OmadaRows::addPort(QJsonObject &row, int index) const
{
    const SimClient &client = m_world.venue.clients()[size_t(index)];
    const SimDevice &device = m_world.venue.devices()[size_t(client.device)];
    const QString kind = device.isGateway ? u"gateway"_s : u"switch"_s;
    row.insert(u"connectDevType"_s, kind);
    row.insert(kind + u"Mac"_s, mac(device.mac));
    row.insert(kind + u"Name"_s, device.name);
    row.insert(u"port"_s, 1 + index % 24);
}

void OmadaRows::addRadio(QJsonObject &row, int index, qint64 now) const
{
    const Venue &venue = m_world.venue;
    const SimClient &client = venue.clients()[size_t(index)];
    const SimDevice &device = venue.devices()[size_t(client.device)];
    const SimSite &site = venue.sites()[size_t(client.site)];
    const int rssi = venue.signalDbm(client, now);
    insertAll(row,
        {{u"connectDevType"_s, u"ap"_s},
            {u"ssid"_s, client.guest ? site.ssid : site.name + u" Staff"_s},
            {u"signalLevel"_s, std::clamp(2 * (rssi + 100), 0, 100)},
            {u"signalRank"_s, std::clamp((rssi + 95) / 10, 0, 5)}, {u"wifiMode"_s, 6},
            {u"apName"_s, device.name}, {u"apMac"_s, mac(device.mac)}, {u"radioId"_s, client.radio},
            {u"channel"_s, client.radio == 0 ? 6 : 44}, {u"rxRate"_s, 433'000},
            {u"txRate"_s, 390'000}, {u"powerSave"_s, false}, {u"rssi"_s, rssi},
            {u"snr"_s, rssi + 95}});
    QJsonArray authInfo;
    const Grant *grant = venue.shownGrant(client, now);
    if (grant && venue.isLive(*grant, now))
        authInfo += QJsonObject{{u"authType"_s, authTypeOf(grant->method)}, {u"info"_s, u""_s}};
    row.insert(u"authInfo"_s, authInfo);
}

QJsonObject OmadaRows::record(int index, qint64 now) const
{
    const Grant &grant = m_world.venue.grants()[size_t(index)];
    const SimClient &client = m_world.venue.clients()[size_t(grant.client)];
    const qint64 end = endOfRecord(index);
    const qint64 bytes = m_world.venue.bytesUsed(grant, now);
    const bool stuck = grant.revokedAt == 0 && m_world.faults.has(Fault::ValidStuck);
    QJsonObject row{{u"id"_s, recordId(index)},
        {u"name"_s, client.looks.name.isEmpty() ? mac(client.mac) : client.looks.name},
        {u"mac"_s, mac(client.mac)}, {u"wireless"_s, isWireless(client)},
        {u"authType"_s, authTypeOf(grant.method)}, {u"download"_s, bytes / 8 * 7},
        {u"upload"_s, bytes - bytes / 8 * 7},
        {u"duration"_s, std::max<qint64>(std::min(now, end) - grant.since, 0) / 1000},
        {u"start"_s, grant.since}, {u"end"_s, end},
        {u"valid"_s, stuck || m_world.venue.isLive(grant, now)}, {u"ip"_s, ip(client.ip)}};
    if (isWireless(client))
        row.insert(u"ssid"_s, m_world.venue.sites()[size_t(client.site)].ssid);
    else
        row.insert(u"networkName"_s, u"Guests"_s);
    if (grant.method == Grant::Method::Voucher)
        row.insert(u"voucherCode"_s, grant.voucherCode);
    else if (grant.method == Grant::Method::Api)
        row.insert(u"adminName"_s, u"Open API"_s);
    return row;
}
