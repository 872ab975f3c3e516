// The reading half of the Omada simulator: pages, client rows, records.

#include "sim/omadaopenapi.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int largestPage = 1000;

} // namespace

tl::expected<OmadaOpenApi::Page, SimReply> OmadaOpenApi::pageOf(const SimRequest &request) const
{
    bool hasPage = false;
    bool hasSize = false;
    const Page page{request.queryValue(u"page"_s).toInt(&hasPage),
        request.queryValue(u"pageSize"_s).toInt(&hasSize)};
    if (!hasPage || !hasSize || page.page < 1 || page.size < 1 || page.size > largestPage)
        return Refused(m_envelope.badParameters(u"page or pageSize"_s));
    return page;
}

SimReply OmadaOpenApi::pageReply(const Page &page, std::vector<int> rows,
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
    SimReply reply = m_envelope.done(extra);
    reply.did = u"%1 of %2 rows"_s.arg(data.size()).arg(rows.size());
    return reply;
}

SimReply OmadaOpenApi::listSites(const SimRequest &request)
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
        return QJsonObject{{u"siteId"_s, m_rows.siteId(site)},
            {u"name"_s, sites[size_t(site)].name}, {u"tagIds"_s, QJsonArray()},
            {u"region"_s, u"Portugal"_s}, {u"timeZone"_s, u"Europe/Lisbon"_s},
            {u"scenario"_s, u"Hotel"_s}, {u"type"_s, 0}, {u"supportES"_s, true},
            {u"supportL2"_s, true}};
    });
}

SimReply OmadaOpenApi::listClientsV1(const SimRequest &request, int site)
{
    if (m_version.hasBrokenClientsV1())
        return m_envelope.answered(-1, u"General error."_s);
    const auto page = pageOf(request);
    if (!page)
        return page.error();
    ClientWish wish{*page, 1, request.queryValue(u"searchKey"_s), {}};
    if (request.query.hasQueryItem(u"filters.wireless"_s))
        wish.filters.insert(u"wireless"_s, request.queryValue(u"filters.wireless"_s) == "true"_L1);
    return listClients(site, wish);
}

SimReply OmadaOpenApi::listClientsV2(const SimRequest &request, int site)
{
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (!request.header("content-type").toLower().startsWith("application/json")
        || !document.isObject())
        return m_envelope.badParameters(u"not a JSON object"_s);
    const QJsonObject body = document.object();
    for (const QString &name : body.keys())
        if (!QStringList{
                u"page"_s, u"pageSize"_s, u"scope"_s, u"searchKey"_s, u"sorts"_s, u"filters"_s}
                 .contains(name))
            return m_envelope.badParameters(u"unknown key "_s + name);
    if (!wholeNumber(body.value(u"page"_s), 1, 1'000'000)
        || !wholeNumber(body.value(u"pageSize"_s), 1, largestPage))
        return m_envelope.badParameters(u"page or pageSize"_s);
    if (const auto scope = body.value(u"scope"_s);
        !scope.isUndefined() && !wholeNumber(scope, 0, 3))
        return m_envelope.badParameters(u"scope"_s);
    if (const auto search = body.value(u"searchKey"_s); !search.isUndefined() && !search.isString())
        return m_envelope.badParameters(u"searchKey"_s);
    for (const QString &name : {u"sorts"_s, u"filters"_s})
        if (body.contains(name) && !body.value(name).isObject())
            return m_envelope.badParameters(name);
    const QJsonObject filters = body.value(u"filters"_s).toObject();
    for (const QString &name : filters.keys()) {
        const bool isList = name == "authStatus"_L1 || name == "guest"_L1 || name == "ssid"_L1;
        if (!(isList && filters.value(name).isArray())
            && !(name == "wireless"_L1 && filters.value(name).isBool()))
            return m_envelope.badParameters(u"the filter "_s + name);
    }
    return listClients(site,
        {{body.value(u"page"_s).toInt(), body.value(u"pageSize"_s).toInt()},
            body.value(u"scope"_s).toInt(1), body.value(u"searchKey"_s).toString(), filters});
}

SimReply OmadaOpenApi::listClients(int site, const ClientWish &wish)
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
    return pageReply(wish.page, m_cache.rows, [this, now](int i) { return m_rows.client(i, now); },
        {{u"clientStat"_s, m_cache.stat}});
}

bool OmadaOpenApi::passes(const SimClient &client, const QJsonObject &filters, qint64 now) const
{
    const auto allows = [&filters](const QString &name, const QJsonValue &value) {
        const QJsonValue filter = filters.value(name);
        return filter.isUndefined() || filter == value || filter.toArray().contains(value);
    };
    const bool wireless = client.link == SimClient::Link::Wireless;
    return allows(u"wireless"_s, wireless) && allows(u"guest"_s, client.guest)
        && allows(u"authStatus"_s, m_rows.authStatus(client, now))
        && allows(u"ssid"_s, m_world.venue.sites()[size_t(client.site)].ssid);
}

bool OmadaOpenApi::matches(const SimClient &client, const ClientWish &wish, qint64 now) const
{
    const bool online = m_world.venue.isPresent(client, now);
    if ((wish.scope == 3 && !client.blocked) || (wish.scope == 1 && !online)
        || (wish.scope == 2 && online))
        return false;
    if (!wish.filters.isEmpty() && !passes(client, wish.filters, now))
        return false;
    if (wish.search.isEmpty())
        return true;
    return OmadaRows::mac(client.mac).contains(wish.search, Qt::CaseInsensitive)
        || client.looks.name.contains(wish.search, Qt::CaseInsensitive)
        || OmadaRows::ip(client.ip).contains(wish.search);
}

QJsonObject OmadaOpenApi::clientStat(const std::vector<int> &rows, qint64 now) const
{
    int wireless = 0;
    int guests = 0;
    int on2g = 0;
    int offline = 0;
    for (const int row : rows) {
        const SimClient &client = m_world.venue.clients()[size_t(row)];
        const bool hasRadio = client.link == SimClient::Link::Wireless;
        wireless += hasRadio;
        on2g += hasRadio && client.radio == 0;
        guests += client.guest;
        offline += !m_world.venue.isPresent(client, now);
    }
    const int total = int(rows.size());
    return {{u"total"_s, total}, {u"wireless"_s, wireless}, {u"wired"_s, total - wireless},
        {u"numOffline"_s, offline}, {u"num2g"_s, on2g}, {u"num5g"_s, wireless - on2g},
        {u"num6g"_s, 0}, {u"numUser"_s, total - guests}, {u"numGuest"_s, guests}};
}

SimReply OmadaOpenApi::oneClient(int site, const QString &mac)
{
    const auto client = m_rows.knownClient(site, mac);
    const auto isShown = [this](const SimClient &row) {
        return row.blocked || m_world.venue.isPresent(row, m_world.now());
    };
    if (!client || !isShown(m_world.venue.clients()[size_t(*client)]))
        return m_envelope.answered(-41011, u"This client does not exist."_s);
    SimReply reply = m_envelope.done(m_rows.client(*client, m_world.now()));
    reply.did = u"one client"_s;
    return reply;
}

SimReply OmadaOpenApi::listRecords(const SimRequest &request, int site)
{
    const auto page = pageOf(request);
    if (!page)
        return page.error();
    const qint64 now = m_world.now();
    return pageReply(*page, m_rows.records(site, request.queryValue(u"searchKey"_s)),
        [this, now](int i) { return m_rows.record(i, now); });
}
