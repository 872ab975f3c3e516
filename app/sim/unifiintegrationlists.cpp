// The reading half of the UniFi simulator: pages, filters, rows.

#include "sim/unifiintegrationsimulator.h"
#include "sim/unifisites.h"

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestPage = 200;

constexpr FilterProperty siteProperties[] = {
    {u"id", FilterProperty::Type::Uuid, u"eq ne in notIn"},
    {u"internalReference", FilterProperty::Type::String, u"eq ne in notIn"},
    {u"name", FilterProperty::Type::String, u"eq ne in notIn"},
};

enum ClientProperty { Id, Type, Mac, Ip, ConnectedAt, AccessType, AccessAuthorized };
constexpr FilterProperty clientProperties[] = {
    {u"id", FilterProperty::Type::Uuid, u"eq ne in notIn"},
    {u"type", FilterProperty::Type::String, u"eq ne in notIn"},
    {u"macAddress", FilterProperty::Type::String, u"isNull isNotNull eq ne in notIn"},
    {u"ipAddress", FilterProperty::Type::String, u"isNull isNotNull eq ne in notIn"},
    {u"connectedAt", FilterProperty::Type::Timestamp, u"isNull isNotNull eq ne gt ge lt le"},
    {u"access.type", FilterProperty::Type::String, u"eq ne in notIn"},
    {u"access.authorized", FilterProperty::Type::Boolean, u"isNull isNotNull eq ne"},
};

QString isoTime(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(u"yyyy-MM-ddTHH:mm:ss"_s) + u'Z';
}

QString ipText(quint32 ip)
{
    return u"%1.%2.%3.%4"_s.arg(ip >> 24).arg(ip >> 16 & 0xff).arg(ip >> 8 & 0xff).arg(ip & 0xff);
}

QString typeWord(SimClient::Link link)
{
    switch (link) {
    case SimClient::Link::Wireless:
        return u"WIRELESS"_s;
    case SimClient::Link::Wired:
        return u"WIRED"_s;
    case SimClient::Link::Vpn:
        return u"VPN"_s;
    case SimClient::Link::Teleport:
        return u"TELEPORT"_s;
    }
    Q_UNREACHABLE();
}

QString methodWord(Grant::Method method)
{
    switch (method) {
    case Grant::Method::Api:
        return u"API"_s;
    case Grant::Method::Voucher:
        return u"VOUCHER"_s;
    case Grant::Method::Portal:
    case Grant::Method::Other:
        return u"OTHER"_s;
    }
    Q_UNREACHABLE();
}

void insertIfSet(QJsonObject &object, const QString &name, const std::optional<int> &value)
{
    if (value)
        object.insert(name, *value);
}

} // namespace

tl::expected<UnifiIntegrationSimulator::Page, SimReply> UnifiIntegrationSimulator::pageOf(
    const SimRequest &request) const
{
    Page page;
    for (auto [name, slot] :
        {std::pair(u"offset"_s, &page.offset), std::pair(u"limit"_s, &page.limit)}) {
        if (!request.query.hasQueryItem(name))
            continue;
        const QString text = request.queryValue(name);
        bool isNumber = false;
        *slot = text.toLongLong(&isNumber);
        if (!isNumber)
            return Refused(refused(request, 400, u"api.request.argument-type-mismatch"_s,
                u"'%1' is not a valid '%2' value"_s.arg(text, name)));
        if (*slot < 0 || (name == "limit"_L1 && *slot > largestPage))
            return Refused(refused(request, 400, u"api.validation.invalid-request"_s,
                u"'%1' is out of range"_s.arg(name)));
    }
    return page;
}

SimReply UnifiIntegrationSimulator::pageReply(const Page &page, std::vector<int> rows, bool mayTear,
    const std::function<QJsonObject(int)> &render)
{
    // Somebody on an earlier page has left meanwhile: everyone else moves up by one, and one row is
    // never seen.
    if (mayTear && page.offset > 0 && !rows.empty() && m_world.faults.strikes(Fault::TornPages))
        rows.erase(rows.begin());
    const qint64 total = qint64(rows.size());
    QJsonArray data;
    for (qint64 i = page.offset; i < std::min(total, page.offset + page.limit); ++i)
        data += render(rows[size_t(i)]);
    const auto count = data.size();
    return jsonReply(200,
        {{u"offset"_s, page.offset}, {u"limit"_s, page.limit}, {u"count"_s, count},
            {u"totalCount"_s, total}, {u"data"_s, data}},
        u"%1 of %2 rows"_s.arg(count).arg(total));
}

SimReply UnifiIntegrationSimulator::listSites(const SimRequest &request)
{
    const auto page = pageOf(request);
    if (!page)
        return page.error();
    const auto &sites = m_world.venue.sites();
    const auto reference = [this](int site) { return unifiShortName(m_options.seed, site); };
    tl::expected<FilterExpression, QString> filter;
    const bool filtered = hasActions() && request.query.hasQueryItem(u"filter"_s);
    if (filtered)
        filter = FilterExpression::parse(request.queryValue(u"filter"_s), siteProperties);
    if (!filter)
        return refused(request, 400, u"api.request.invalid-filter"_s, filter.error());
    std::vector<int> rows;
    for (int site = 0; site < int(sites.size()); ++site) {
        const auto value = [&](int property) -> FilterValue {
            return property == 0 ? siteId(site)
                : property == 1  ? reference(site)
                                 : sites[size_t(site)].name;
        };
        if (!filtered || filter->matches(value))
            rows.push_back(site);
    }
    return pageReply(*page, std::move(rows), false, [&](int site) {
        QJsonObject row{{u"id"_s, siteId(site)}, {u"name"_s, sites[size_t(site)].name}};
        if (hasActions())
            row.insert(u"internalReference"_s, reference(site));
        return row;
    });
}

SimReply UnifiIntegrationSimulator::listDevices(const SimRequest &request, int site)
{
    const auto page = pageOf(request);
    if (!page)
        return page.error();
    std::vector<int> rows;
    for (int device = 0; device < int(m_world.venue.devices().size()); ++device)
        if (m_world.venue.devices()[size_t(device)].site == site)
            rows.push_back(device);
    return pageReply(
        *page, std::move(rows), false, [this](int device) { return deviceRow(device); });
}

QJsonObject UnifiIntegrationSimulator::deviceRow(int index) const
{
    const SimDevice &device = m_world.venue.devices()[size_t(index)];
    return {{u"id"_s, idOf("d"_L1, index)}, {u"macAddress"_s, macSpelling(device.mac)},
        {u"ipAddress"_s, u"10.10.0.%1"_s.arg(2 + index % 200)}, {u"name"_s, device.name},
        {u"model"_s, device.model}, {u"state"_s, u"ONLINE"_s}, {u"supported"_s, true},
        {u"firmwareVersion"_s, device.isSwitch ? u"7.1.26"_s : u"8.0.6"_s},
        {u"firmwareUpdatable"_s, false},
        {u"features"_s, QJsonArray{device.isSwitch ? u"switching"_s : u"accessPoint"_s}},
        {u"interfaces"_s, QJsonArray{device.isSwitch ? u"ports"_s : u"radios"_s}}};
}

SimReply UnifiIntegrationSimulator::listClients(const SimRequest &request, int site)
{
    const auto page = pageOf(request);
    if (!page)
        return page.error();
    const QString text = hasActions() && request.query.hasQueryItem(u"filter"_s)
        ? request.queryValue(u"filter"_s)
        : QString();
    std::optional<FilterExpression> filter;
    if (hasActions() && request.query.hasQueryItem(u"filter"_s)) {
        auto parsed = FilterExpression::parse(text, clientProperties);
        if (!parsed)
            return refused(request, 400, u"api.request.invalid-filter"_s, parsed.error());
        filter = std::move(*parsed);
    }
    const qint64 shownTime = m_world.now() - qint64(m_world.faults.argument(Fault::ListLag)) * 1000;
    return pageReply(*page, clientRows(site, text, filter ? &*filter : nullptr), true,
        [this, shownTime](int client) { return clientRow(client, shownTime); });
}

const std::vector<int> &UnifiIntegrationSimulator::clientRows(
    int site, const QString &filterText, const FilterExpression *filter)
{
    // A long list is read page by page; going through 100 000 clients for every page would be slow.
    const qint64 now = m_world.now();
    const quint64 revision = m_world.revision();
    if (m_cache.site == site && m_cache.filter == filterText && m_cache.revision == revision
        && m_cache.second == now / 1000)
        return m_cache.rows;
    m_cache = {site, filterText, revision, now / 1000, {}};
    const qint64 shownTime = now - qint64(m_world.faults.argument(Fault::ListLag)) * 1000;
    const auto &clients = m_world.venue.clients();
    for (int i = 0; i < int(clients.size()); ++i) {
        if (clients[size_t(i)].site != site || !m_world.venue.isPresent(clients[size_t(i)], now))
            continue;
        if (!filter
            || filter->matches([&](int property) { return clientValue(i, property, shownTime); }))
            m_cache.rows.push_back(i);
    }
    return m_cache.rows;
}

FilterValue UnifiIntegrationSimulator::clientValue(int index, int property, qint64 now) const
{
    const SimClient &client = m_world.venue.clients()[size_t(index)];
    switch (property) {
    case Id:
        return clientId(index);
    case Type:
        return typeWord(client.link);
    case Mac:
        return client.mac == 0 ? FilterValue() : macSpelling(client.mac);
    case Ip:
        return ipText(client.ip);
    case ConnectedAt:
        return client.connectedAt / 1000 * 1000;
    case AccessType:
        return client.guest ? u"GUEST"_s : u"DEFAULT"_s;
    default:
        return client.guest ? FilterValue(m_world.venue.isAuthorized(client, now)) : FilterValue();
    }
}

QJsonObject UnifiIntegrationSimulator::clientRow(int index, qint64 now) const
{
    const SimClient &client = m_world.venue.clients()[size_t(index)];
    QJsonObject row{{u"type"_s, typeWord(client.link)}, {u"id"_s, clientId(index)},
        {u"name"_s, client.looks.name.isEmpty() ? client.looks.hostName : client.looks.name},
        {u"ipAddress"_s, ipText(client.ip)}, {u"connectedAt"_s, isoTime(client.connectedAt)}};
    if (client.mac != 0) {
        row.insert(u"macAddress"_s, macSpelling(client.mac));
        row.insert(u"uplinkDeviceId"_s, idOf("d"_L1, client.device));
    }
    if (!hasActions())
        return row;
    QJsonObject access{{u"type"_s, client.guest ? u"GUEST"_s : u"DEFAULT"_s}};
    if (client.guest)
        access.insert(u"authorized"_s, m_world.venue.isAuthorized(client, now));
    if (client.guest && index % 3 == 0 && m_world.faults.has(Fault::MissingAuthorized)) {
        access.remove(u"authorized"_s);
        for (const QString &name : {u"ipAddress"_s, u"connectedAt"_s, u"uplinkDeviceId"_s})
            row.remove(name);
    }
    row.insert(u"access"_s, access);
    return row;
}

QJsonObject UnifiIntegrationSimulator::clientDetail(int index) const
{
    const SimClient &client = m_world.venue.clients()[size_t(index)];
    const qint64 now = m_world.now();
    QJsonObject row = clientRow(index, now);
    if (!m_world.venue.isAuthorized(client, now))
        return row;
    QJsonObject access = row.value(u"access"_s).toObject();
    access.insert(u"authorization"_s, authorization(*m_world.venue.shownGrant(client, now), now));
    row.insert(u"access"_s, access);
    return row;
}

QJsonObject UnifiIntegrationSimulator::authorization(const Grant &grant, qint64 now) const
{
    const qint64 bytes = m_world.venue.bytesUsed(grant, now);
    const qint64 down = bytes / 8 * 7;
    const qint64 lasted
        = std::max<qint64>(std::min(now, m_world.venue.endOf(grant)) - grant.since, 0);
    QJsonObject object{{u"authorizedAt"_s, isoTime(grant.since)},
        {u"authorizationMethod"_s, methodWord(grant.method)},
        {u"expiresAt"_s, isoTime(grant.until)},
        {u"usage"_s,
            QJsonObject{{u"durationSec"_s, lasted / 1000}, {u"rxBytes"_s, down},
                {u"txBytes"_s, bytes - down}, {u"bytes"_s, bytes}}}};
    insertIfSet(object, u"dataUsageLimitMBytes"_s, grant.limits.dataMb);
    insertIfSet(object, u"rxRateLimitKbps"_s, grant.limits.downKbps);
    insertIfSet(object, u"txRateLimitKbps"_s, grant.limits.upKbps);
    return object;
}
