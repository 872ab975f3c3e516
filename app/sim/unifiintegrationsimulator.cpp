#include "sim/unifiintegrationsimulator.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView defaultSiteId("88f7af54-98f8-306a-a1c7-c9349722b1f6");
constexpr int connectorCallsPerMinute = 100;

QString statusName(int status)
{
    switch (status) {
    case 400:
        return u"BAD_REQUEST"_s;
    case 401:
        return u"UNAUTHORIZED"_s;
    case 403:
        return u"FORBIDDEN"_s;
    case 404:
        return u"NOT_FOUND"_s;
    case 405:
        return u"METHOD_NOT_ALLOWED"_s;
    case 415:
        return u"UNSUPPORTED_MEDIA_TYPE"_s;
    case 422:
        return u"UNPROCESSABLE_ENTITY"_s;
    default:
        return u"ERROR"_s;
    }
}

SimReply nestedError(int status, const QString &message)
{
    return jsonReply(status,
        {{u"error"_s, QJsonObject{{u"code"_s, status}, {u"message"_s, message}}}},
        u"refused by the front proxy: "_s + message);
}

} // namespace

UnifiIntegrationSimulator::UnifiIntegrationSimulator(
    SimWorld &world, UnifiIntegrationOptions options)
    : m_world(world)
    , m_options(std::move(options))
    , m_version(QVersionNumber::fromString(m_options.version))
    , m_key(seededHex(m_options.seed, u"unifi key"_s, 32))
    , m_idDigits(seededHex(m_options.seed, u"ids"_s, 24))
    , m_idMask(m_idDigits.right(12).toULongLong(nullptr, 16))
{
}

QString UnifiIntegrationSimulator::basePath() const
{
    return m_options.deployment == UnifiIntegrationOptions::Deployment::Connector
        ? u"/v1/connector/consoles/"_s + consoleId()
        : QString();
}

QString UnifiIntegrationSimulator::consoleId() const
{
    return seededHex(m_options.seed, u"console"_s, 66).toUpper() + u":1234567890"_s;
}

QJsonObject UnifiIntegrationSimulator::credentials() const
{
    return {{u"apiKey"_s, m_key}};
}

QJsonArray UnifiIntegrationSimulator::sites() const
{
    QJsonArray rows;
    for (int site = 0; site < int(m_world.venue.sites().size()); ++site)
        rows += QJsonObject{
            {u"id"_s, siteId(site)}, {u"name"_s, m_world.venue.sites()[size_t(site)].name}};
    return rows;
}

QString UnifiIntegrationSimulator::macSpelling(quint64 mac) const
{
    return spelledMac(mac, ":"_L1, false);
}

QString UnifiIntegrationSimulator::commonName() const
{
    return u"unifi.local"_s;
}

SimReply UnifiIntegrationSimulator::signInPage() const
{
    return htmlReply(200,
        "<!doctype html>\n<html><head><title>UniFi OS</title></head>"
        "<body><div id=\"root\"></div></body></html>",
        u"the console's sign-in page"_s);
}

SimReply UnifiIntegrationSimulator::tooManyRequests() const
{
    if (m_options.deployment == UnifiIntegrationOptions::Deployment::Connector)
        return refusedByConnector(429, u"rate_limit"_s, u"rate limit exceeded"_s);
    return nestedError(429, u"Too Many Requests"_s);
}

SimReply UnifiIntegrationSimulator::answer(const SimRequest &request)
{
    using Deployment = UnifiIntegrationOptions::Deployment;
    QString path = QString::fromLatin1(request.path);
    QString api = m_options.deployment == Deployment::SelfHosted
        ? u"/integration/v1"_s
        : u"/proxy/network/integration/v1"_s;
    if (m_options.deployment == Deployment::Connector) {
        path = QUrl::fromPercentEncoding(request.path);
        if (auto reply = refusedByFrontDoor(request, path))
            return *reply;
        path.remove(0, basePath().size());
        if (path.startsWith("/network/"_L1))
            path.prepend(u"/proxy"_s); // the official examples leave it out
    }

    const QString description
        = api.chopped(u"integration/v1"_s.size()) + u"api-docs/integration.json"_s;
    const bool isApi = path.startsWith(api + u'/');
    if ((!isApi && path != description) || !isThere())
        return outside(request);
    if (m_options.deployment != Deployment::Connector)
        if (auto reply = refusedByFrontDoor(request, path))
            return *reply;
    if (!isApi)
        return apiDescription();

    SimRequest inner = request;
    inner.path = path.mid(api.size()).toLatin1();
    return answerApi(inner, inner.pathParts());
}

std::optional<SimReply> UnifiIntegrationSimulator::refusedByFrontDoor(
    const SimRequest &request, const QString &below)
{
    using Deployment = UnifiIntegrationOptions::Deployment;
    const bool keyFits = request.header("x-api-key") == m_key.toLatin1();
    switch (m_options.deployment) {
    case Deployment::Console:
        if (!keyFits)
            return nestedError(401, u"Unauthorized"_s);
        return std::nullopt;
    case Deployment::SelfHosted:
        if (!keyFits)
            return refused(request, 403, u"api.authentication.missing-credentials"_s,
                u"Missing credentials"_s);
        return std::nullopt;
    case Deployment::Connector:
        break;
    }
    if (!below.startsWith("/v1/connector/consoles/"_L1))
        return refusedByConnector(404, u"not_found"_s, u"not found"_s);
    if (!keyFits)
        return refusedByConnector(401, u"unauthorized"_s, u"unauthorized"_s);
    if (!below.startsWith(basePath() + u'/'))
        return refusedByConnector(403, u"forbidden"_s, u"forbidden"_s);
    const qint64 now = m_world.now();
    while (!m_connectorCalls.empty() && m_connectorCalls.front() <= now - 60'000)
        m_connectorCalls.pop_front();
    if (int(m_connectorCalls.size()) >= connectorCallsPerMinute) {
        SimReply reply = tooManyRequests();
        const qint64 wait = (m_connectorCalls.front() + 60'000 - now + 999) / 1000;
        reply.headers.emplace_back("Retry-After", QByteArray::number(wait));
        return reply;
    }
    m_connectorCalls.push_back(now);
    return std::nullopt;
}

SimReply UnifiIntegrationSimulator::refusedByConnector(
    int status, const QString &code, const QString &message) const
{
    return jsonReply(status,
        {{u"code"_s, code}, {u"httpStatusCode"_s, status}, {u"message"_s, message},
            {u"traceId"_s, QUuid::createUuid().toString(QUuid::Id128)}},
        u"refused by the connector: "_s + message);
}

SimReply UnifiIntegrationSimulator::refused(
    const SimRequest &request, int status, const QString &code, const QString &message) const
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(m_world.now(), Qt::UTC);
    const QString path = QString::fromLatin1(request.path);
    const QString base = u"/integration/v1"_s;
    QJsonObject body{{u"statusCode"_s, status}, {u"statusName"_s, statusName(status)},
        {u"message"_s, message},
        {u"timestamp"_s, time.toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s) + u"603972Z"_s},
        {u"requestPath"_s, path.startsWith(base) ? path : base + path},
        {u"requestId"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)}};
    if (m_version.majorVersion() >= 10)
        body.insert(u"code"_s, code);
    return jsonReply(status, body, u"refused: "_s + code);
}

SimReply UnifiIntegrationSimulator::noEndpoint(const SimRequest &request) const
{
    return refused(request, 404, u"api.request.error"_s,
        u"No endpoint %1 /integration/v1%2."_s.arg(
            QString::fromLatin1(request.method), QString::fromLatin1(request.path)));
}

SimReply UnifiIntegrationSimulator::outside(const SimRequest &request) const
{
    const bool selfHosted = m_options.deployment == UnifiIntegrationOptions::Deployment::SelfHosted;
    if (request.path == "/" && selfHosted) {
        SimReply reply;
        reply.status = 302;
        reply.did = u"redirected to /manage"_s;
        reply.headers.emplace_back("Location", "/manage");
        return reply;
    }
    if (request.path == (selfHosted ? "/manage" : "/"))
        return signInPage();
    if (!selfHosted && request.path.startsWith("/proxy/"))
        return nestedError(401, u"Unauthorized"_s);
    return htmlReply(404, "<html><body><h1>404 Not Found</h1></body></html>", u"no such page"_s);
}

SimReply UnifiIntegrationSimulator::answerApi(const SimRequest &request, const QStringList &parts)
{
    const bool reads = request.method == "GET";
    if (parts == QStringList{u"info"_s} && reads)
        return jsonReply(
            200, {{u"applicationVersion"_s, m_options.version}}, u"told its version"_s);
    if (parts == QStringList{u"sites"_s} && reads)
        return listSites(request);
    if (parts.size() >= 3 && parts.first() == "sites"_L1)
        return answerSite(request, parts);
    return noEndpoint(request);
}

SimReply UnifiIntegrationSimulator::answerSite(const SimRequest &request, const QStringList &parts)
{
    const QString &id = parts[1];
    if (QUuid::fromString(id).isNull())
        return refused(request, 400, u"api.request.argument-type-mismatch"_s,
            u"'%1' is not a valid 'siteId' value"_s.arg(id));
    const auto site = siteWithId(id);
    const QString &what = parts[2];
    if (what != "clients"_L1 && what != "devices"_L1)
        return noEndpoint(request);
    if (!site)
        return refused(request, 404, u"api.site.not-found"_s, u"Site '%1' not found"_s.arg(id));
    if (parts.size() == 3 && request.method == "GET")
        return what == "clients"_L1 ? listClients(request, *site) : listDevices(request, *site);
    if (parts.size() >= 4 && what == "clients"_L1 && hasActions())
        return answerClient(request, *site, parts);
    return noEndpoint(request);
}

SimReply UnifiIntegrationSimulator::answerClient(
    const SimRequest &request, int site, const QStringList &parts)
{
    const QString &id = parts[3];
    const bool isDetail = parts.size() == 4 && request.method == "GET";
    const bool isAction = parts.size() == 5 && parts[4] == "actions"_L1 && request.method == "POST";
    if (!isDetail && !isAction)
        return noEndpoint(request);
    if (QUuid::fromString(id).isNull())
        return refused(request, 400, u"api.request.argument-type-mismatch"_s,
            u"'%1' is not a valid 'clientId' value"_s.arg(id));
    const auto client = clientWithId(id);
    if (!client || m_world.venue.clients()[size_t(*client)].site != site)
        return refused(request, 404, u"api.client.not-found"_s, u"Client '%1' not found"_s.arg(id));
    if (isAction)
        return act(request, *client);
    return jsonReply(200, clientDetail(*client), u"one client"_s);
}

SimReply UnifiIntegrationSimulator::apiDescription() const
{
    QJsonObject paths{{u"/v1/info"_s, QJsonObject{{u"get"_s, QJsonObject()}}},
        {u"/v1/sites"_s, QJsonObject{{u"get"_s, QJsonObject()}}},
        {u"/v1/sites/{siteId}/clients"_s, QJsonObject{{u"get"_s, QJsonObject()}}},
        {u"/v1/sites/{siteId}/devices"_s, QJsonObject{{u"get"_s, QJsonObject()}}}};
    if (hasActions()) {
        paths.insert(
            u"/v1/sites/{siteId}/clients/{clientId}"_s, QJsonObject{{u"get"_s, QJsonObject()}});
        paths.insert(u"/v1/sites/{siteId}/clients/{clientId}/actions"_s,
            QJsonObject{{u"post"_s, QJsonObject()}});
    }
    return jsonReply(200,
        {{u"openapi"_s, u"3.1.0"_s},
            {u"info"_s,
                QJsonObject{
                    {u"title"_s, u"UniFi Network API"_s}, {u"version"_s, m_options.version}}},
            {u"paths"_s, paths}},
        u"told what it can"_s);
}

bool UnifiIntegrationSimulator::hasActions() const
{
    return m_version >= QVersionNumber(9, 1, 105);
}

QString UnifiIntegrationSimulator::siteId(int site) const
{
    return site == 0 ? QString(defaultSiteId) : idOf("a"_L1, site);
}

QString UnifiIntegrationSimulator::clientId(int client) const
{
    const bool changes = m_world.faults.has(Fault::ChangingIds);
    return idOf("c"_L1, client, changes ? m_world.venue.clients()[size_t(client)].associations : 0);
}

QString UnifiIntegrationSimulator::idOf(QLatin1StringView kind, int index, int turn) const
{
    return u"%1-%2%3-3%4-8%5-%6"_s.arg(m_idDigits.left(8), kind, m_idDigits.mid(8, 3))
        .arg(turn & 0xfff, 3, 16, QLatin1Char('0'))
        .arg(m_idDigits.mid(9, 3))
        .arg(m_idMask ^ quint64(index), 12, 16, QLatin1Char('0'));
}

std::optional<int> UnifiIntegrationSimulator::siteWithId(const QString &id) const
{
    for (int site = 0; site < int(m_world.venue.sites().size()); ++site)
        if (siteId(site) == id.toLower())
            return site;
    return std::nullopt;
}

std::optional<int> UnifiIntegrationSimulator::clientWithId(const QString &id) const
{
    const quint64 index = id.right(12).toULongLong(nullptr, 16) ^ m_idMask;
    if (index >= m_world.venue.clients().size() || clientId(int(index)) != id.toLower())
        return std::nullopt;
    const SimClient &client = m_world.venue.clients()[size_t(index)];
    return m_world.venue.isPresent(client, m_world.now()) ? std::optional(int(index))
                                                          : std::nullopt;
}
