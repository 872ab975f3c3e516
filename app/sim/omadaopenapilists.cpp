// The reading half of the Omada simulator: pages, client rows, records.

#include "sim/omadaopenapisimulator.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int largestPage = 1000;

QString ipText(quint32 ip)
{
    return u"%1.%2.%3.%4"_s.arg(ip >> 24).arg(ip >> 16 & 0xff).arg(ip >> 8 & 0xff).arg(ip & 0xff);
}

int authTypeOf(Grant::Method method)
{
    constexpr int voucher = 3;
    constexpr int externalPortal = 4;
    constexpr int admin = 10;
    constexpr int localUser = 5;
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

bool isWholeNumber(const QJsonValue &value, int least, int most)
{
    const double number = value.toDouble(-1);
    return value.isDouble() && number >= least && number <= most && number == int(number);
}

} // namespace

tl::expected<OmadaOpenApiSimulator::Page, SimReply> OmadaOpenApiSimulator::pageOf(
    const SimRequest &request) const
{
    bool hasPage = false;
    bool hasSize = false;
    const Page page{request.queryValue(u"page"_s).toInt(&hasPage),
        request.queryValue(u"pageSize"_s).toInt(&hasSize)};
    if (!hasPage || !hasSize || page.page < 1 || page.size < 1 || page.size > largestPage)
        return Refused(badParameters(u"page or pageSize"_s));
    return page;
}

SimReply OmadaOpenApiSimulator::pageReply(const Page &page, std::vector<int> rows,
    const std::function<QJsonObject(int)> &render, QJsonObject extra)
{
    // Somebody on an earlier page has left meanwhile: everyone else moves up by one, and one row is
    // never seen.
    if (page.page > 1 && !rows.empty() && m_world.faults.strikes(Fault::TornPages))
        rows.erase(rows.begin());
    const size_t first = size_t(page.page - 1) * size_t(page.size);
    QJsonArray data;
    for (size_t i = first; i < std::min(rows.size(), first + size_t(page.size)); ++i)
        data += render(rows[i]);
    extra.insert(u"totalRows"_s, qint64(rows.size()));
    extra.insert(u"currentPage"_s, page.page);
    extra.insert(u"currentSize"_s, page.size);
    extra.insert(u"data"_s, data);
    SimReply reply = done(extra);
    reply.did = u"%1 of %2 rows"_s.arg(data.size()).arg(rows.size());
    return reply;
}

SimReply OmadaOpenApiSimulator::listSites(const SimRequest &request)
{
    const auto page = pageOf(request);
    if (!page)
        return page.error();
    const QString search = request.queryValue(u"searchKey"_s);
    const auto &sites = m_world.venue.sites();
    std::vector<int> rows;
    for (int site = 0; site < int(sites.size()); ++site)
        if (sites[size_t(site)].name.contains(search, Qt::CaseInsensitive))
            rows.push_back(site);
    return pageReply(*page, std::move(rows), [&](int site) {
        return QJsonObject{{u"siteId"_s, siteId(site)}, {u"name"_s, sites[size_t(site)].name},
            {u"tagIds"_s, QJsonArray()}, {u"region"_s, u"Portugal"_s},
            {u"timeZone"_s, u"Europe/Lisbon"_s}, {u"scenario"_s, u"Hotel"_s}, {u"type"_s, 0},
            {u"supportES"_s, true}, {u"supportL2"_s, true}};
    });
}

SimReply OmadaOpenApiSimulator::listClientsV1(const SimRequest &request, int site)
{
    if (m_version >= QVersionNumber(6, 2))
        return answered(-1, u"General error."_s);
    const auto page = pageOf(request);
    if (!page)
        return page.error();
    ClientWish wish{*page, 1, request.queryValue(u"searchKey"_s), {}};
    if (request.query.hasQueryItem(u"filters.wireless"_s))
        wish.filters.insert(u"wireless"_s, request.queryValue(u"filters.wireless"_s) == "true"_L1);
    return listClients(site, wish);
}

SimReply OmadaOpenApiSimulator::listClientsV2(const SimRequest &request, int site)
{
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (!request.header("content-type").toLower().startsWith("application/json")
        || !document.isObject())
        return badParameters(u"not a JSON object"_s);
    const QJsonObject body = document.object();
    for (const QString &name : body.keys())
        if (!QStringList{
                u"page"_s, u"pageSize"_s, u"scope"_s, u"searchKey"_s, u"sorts"_s, u"filters"_s}
                 .contains(name))
            return badParameters(u"unknown key "_s + name);
    if (!isWholeNumber(body.value(u"page"_s), 1, 1'000'000)
        || !isWholeNumber(body.value(u"pageSize"_s), 1, largestPage))
        return badParameters(u"page or pageSize"_s);
    if (const auto scope = body.value(u"scope"_s);
        !scope.isUndefined() && !isWholeNumber(scope, 0, 3))
        return badParameters(u"scope"_s);
    if (const auto search = body.value(u"searchKey"_s); !search.isUndefined() && !search.isString())
        return badParameters(u"searchKey"_s);
    for (const QString &name : {u"sorts"_s, u"filters"_s})
        if (body.contains(name) && !body.value(name).isObject())
            return badParameters(name);
    const QJsonObject filters = body.value(u"filters"_s).toObject();
    for (const QString &name : filters.keys()) {
        const bool isList = name == "authStatus"_L1 || name == "guest"_L1 || name == "ssid"_L1;
        if (!(isList && filters.value(name).isArray())
            && !(name == "wireless"_L1 && filters.value(name).isBool()))
            return badParameters(u"the filter "_s + name);
    }
    return listClients(site,
        {{body.value(u"page"_s).toInt(), body.value(u"pageSize"_s).toInt()},
            body.value(u"scope"_s).toInt(1), body.value(u"searchKey"_s).toString(), filters});
}

SimReply OmadaOpenApiSimulator::listClients(int site, const ClientWish &wish)
{
    const qint64 now = m_world.now();
    const auto &clients = m_world.venue.clients();
    const bool cached = m_cache.site == site && m_cache.wish.wantsTheSameAs(wish)
        && m_cache.revision == m_world.revision() && m_cache.second == now / 1000;
    if (!cached) {
        m_cache = {site, wish, m_world.revision(), now / 1000, {}, {}};
        for (int i = 0; i < int(clients.size()); ++i)
            if (clients[size_t(i)].site == site && matches(clients[size_t(i)], wish, now))
                m_cache.rows.push_back(i);
        m_cache.stat = clientStat(m_cache.rows, now);
    }
    return pageReply(wish.page, m_cache.rows, [this, now](int i) { return clientRow(i, now); },
        {{u"clientStat"_s, m_cache.stat}});
}

bool OmadaOpenApiSimulator::passes(
    const SimClient &client, const QJsonObject &filters, qint64 now) const
{
    const auto allows = [&filters](const QString &name, const QJsonValue &value) {
        const QJsonValue filter = filters.value(name);
        return filter.isUndefined() || filter == value || filter.toArray().contains(value);
    };
    const bool wireless = client.link == SimClient::Link::Wireless;
    return allows(u"wireless"_s, wireless) && allows(u"guest"_s, client.guest)
        && allows(u"authStatus"_s, authStatus(client, now))
        && allows(u"ssid"_s, m_world.venue.sites()[size_t(client.site)].ssid);
}

bool OmadaOpenApiSimulator::matches(
    const SimClient &client, const ClientWish &wish, qint64 now) const
{
    const bool online = m_world.venue.isPresent(client, now);
    if (wish.scope == 3 || (wish.scope == 1 && !online) || (wish.scope == 2 && online))
        return false;
    if (!wish.filters.isEmpty() && !passes(client, wish.filters, now))
        return false;
    if (wish.search.isEmpty())
        return true;
    return macSpelling(client.mac).contains(wish.search, Qt::CaseInsensitive)
        || client.looks.name.contains(wish.search, Qt::CaseInsensitive)
        || ipText(client.ip).contains(wish.search);
}

QJsonObject OmadaOpenApiSimulator::clientStat(const std::vector<int> &rows, qint64 now) const
{
    int wireless = 0;
    int guests = 0;
    int offline = 0;
    for (const int row : rows) {
        const SimClient &client = m_world.venue.clients()[size_t(row)];
        wireless += client.link == SimClient::Link::Wireless;
        guests += client.guest;
        offline += !m_world.venue.isPresent(client, now);
    }
    const int total = int(rows.size());
    return {{u"total"_s, total}, {u"wireless"_s, wireless}, {u"wired"_s, total - wireless},
        {u"numOffline"_s, offline}, {u"num2g"_s, 0}, {u"num5g"_s, wireless}, {u"num6g"_s, 0},
        {u"numUser"_s, total - guests}, {u"numGuest"_s, guests}};
}

int OmadaOpenApiSimulator::authStatus(const SimClient &client, qint64 now) const
{
    if (!client.guest)
        return 0;
    const Grant *grant = m_world.venue.shownGrant(client, now);
    const bool stuck = grant && grant->revokedAt == 0 && m_world.faults.has(Fault::ValidStuck);
    return stuck || m_world.venue.isAuthorized(client, now) ? 2 : 1;
}

QJsonObject OmadaOpenApiSimulator::clientRow(int index, qint64 now) const
{
    const Venue &venue = m_world.venue;
    const SimClient &client = venue.clients()[size_t(index)];
    const SimDevice &device = venue.devices()[size_t(client.device)];
    const bool wireless = client.link == SimClient::Link::Wireless;
    const QString mac = macSpelling(client.mac);
    const Grant *grant = venue.shownGrant(client, now);
    const qint64 bytes = grant ? venue.bytesUsed(*grant, now) : 20'480;
    QJsonObject row{{u"id"_s, mac}, {u"mac"_s, mac},
        {u"name"_s, client.looks.name.isEmpty() ? mac : client.looks.name},
        {u"deviceType"_s, client.looks.kind}, {u"ip"_s, ipText(client.ip)},
        {u"connectType"_s,
            !wireless          ? 2
                : client.guest ? 0
                               : 1},
        {u"connectDevType"_s, wireless ? u"ap"_s : u"switch"_s}, {u"wireless"_s, wireless},
        {u"vid"_s, client.guest ? 30 : 1},
        {u"networkName"_s, client.guest ? u"Guests"_s : u"Default"_s},
        {u"activity"_s, grant ? grant->bytesPerSecond : 0},
        {u"uploadActivity"_s, grant ? grant->bytesPerSecond / 8 : 0},
        {u"trafficDown"_s, bytes / 8 * 7}, {u"trafficUp"_s, bytes - bytes / 8 * 7},
        {u"downPacket"_s, bytes / 900}, {u"upPacket"_s, bytes / 2400},
        {u"uptime"_s, std::max<qint64>(now - client.connectedAt, 0) / 1000},
        {u"lastSeen"_s, venue.isPresent(client, now) ? now : client.absentFrom},
        {u"authStatus"_s, authStatus(client, now)}, {u"blocked"_s, false},
        {u"guest"_s, client.guest}, {u"active"_s, venue.isPresent(client, now)},
        {u"manager"_s, false}, {u"rateLimit"_s, limitRow(client.rateLimit)}};
    if (!client.looks.hostName.isEmpty())
        row.insert(u"hostName"_s, client.looks.hostName);
    if (!client.looks.vendor.isEmpty())
        row.insert(u"vendor"_s, client.looks.vendor);
    if (!wireless) {
        row.insert(u"switchMac"_s, macSpelling(device.mac));
        row.insert(u"switchName"_s, device.name);
        row.insert(u"port"_s, 1 + index % 24);
        return row;
    }
    const int rssi = venue.signalDbm(client, now);
    const SimSite &site = venue.sites()[size_t(client.site)];
    const QJsonObject radio{{u"ssid"_s, client.guest ? site.ssid : site.name + u" Staff"_s},
        {u"signalLevel"_s, std::clamp(2 * (rssi + 100), 0, 100)},
        {u"signalRank"_s, std::clamp((rssi + 95) / 10, 0, 5)}, {u"wifiMode"_s, 6},
        {u"apName"_s, device.name}, {u"apMac"_s, macSpelling(device.mac)}, {u"radioId"_s, 1},
        {u"channel"_s, 44}, {u"rxRate"_s, 433'000}, {u"txRate"_s, 390'000}, {u"powerSave"_s, false},
        {u"rssi"_s, rssi}, {u"snr"_s, rssi + 95}};
    for (auto field = radio.begin(); field != radio.end(); ++field)
        row.insert(field.key(), field.value());
    QJsonArray authInfo;
    if (grant && venue.isLive(*grant, now))
        authInfo += QJsonObject{{u"authType"_s, authTypeOf(grant->method)}, {u"info"_s, u""_s}};
    row.insert(u"authInfo"_s, authInfo);
    return row;
}

SimReply OmadaOpenApiSimulator::oneClient(int site, const QString &mac)
{
    const auto client = clientOf(site, mac);
    if (!client)
        return answered(-41011, u"This client does not exist."_s);
    SimReply reply = done(clientRow(*client, m_world.now()));
    reply.did = u"one client"_s;
    return reply;
}

SimReply OmadaOpenApiSimulator::listRecords(const SimRequest &request, int site)
{
    const auto page = pageOf(request);
    if (!page)
        return page.error();
    const QString search = request.queryValue(u"searchKey"_s);
    const auto &clients = m_world.venue.clients();
    const auto &grants = m_world.venue.grants();
    const qint64 now = m_world.now();
    std::vector<int> rows;
    for (int i = int(grants.size()) - 1; i >= 0; --i) {
        const Grant &grant = grants[size_t(i)];
        const SimClient &client = clients[size_t(grant.client)];
        const bool shown = client.grant != i || now >= client.showsFrom;
        if (client.site == site && shown
            && (macSpelling(client.mac).contains(search, Qt::CaseInsensitive)
                || client.looks.name.contains(search, Qt::CaseInsensitive)
                || (!grant.voucherCode.isEmpty() && grant.voucherCode == search)))
            rows.push_back(i);
    }
    std::ranges::stable_sort(
        rows, std::ranges::greater{}, [&](int row) { return grants[size_t(row)].since; });
    return pageReply(*page, std::move(rows), [this, now](int i) { return recordRow(i, now); });
}

QJsonObject OmadaOpenApiSimulator::recordRow(int index, qint64 now) const
{
    const Grant &grant = m_world.venue.grants()[size_t(index)];
    const SimClient &client = m_world.venue.clients()[size_t(grant.client)];
    const qint64 end = grant.revokedAt > 0 ? std::min(grant.revokedAt, grant.until) : grant.until;
    const qint64 bytes = m_world.venue.bytesUsed(grant, now);
    const bool stuck = grant.revokedAt == 0 && m_world.faults.has(Fault::ValidStuck);
    QJsonObject row{{u"id"_s, recordId(index)},
        {u"name"_s, client.looks.name.isEmpty() ? macSpelling(client.mac) : client.looks.name},
        {u"mac"_s, macSpelling(client.mac)},
        {u"wireless"_s, client.link == SimClient::Link::Wireless},
        {u"ssid"_s, m_world.venue.sites()[size_t(client.site)].ssid},
        {u"authType"_s, authTypeOf(grant.method)}, {u"download"_s, bytes / 8 * 7},
        {u"upload"_s, bytes - bytes / 8 * 7},
        {u"duration"_s, std::max<qint64>(std::min(now, end) - grant.since, 0) / 1000},
        {u"start"_s, grant.since}, {u"end"_s, end},
        {u"valid"_s, stuck || m_world.venue.isLive(grant, now)}, {u"ip"_s, ipText(client.ip)}};
    if (grant.method == Grant::Method::Voucher)
        row.insert(u"voucherCode"_s, grant.voucherCode);
    else if (grant.method == Grant::Method::Api)
        row.insert(u"adminName"_s, u"Open API"_s);
    return row;
}
