#include "sim/omadaopenapisimulator.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 tokenLifeSeconds = 7200;

} // namespace

OmadaOpenApiSimulator::OmadaOpenApiSimulator(SimWorld &world, OmadaOpenApiOptions options)
    : m_world(world)
    , m_options(std::move(options))
    , m_version(QVersionNumber::fromString(m_options.version))
    , m_controllerId(seededHex(m_options.seed, u"omadac"_s, 32))
    , m_clientId(seededHex(m_options.seed, u"client id"_s, 32))
    , m_clientSecret(seededHex(m_options.seed, u"client secret"_s, 32))
{
}

QJsonObject OmadaOpenApiSimulator::credentials() const
{
    return {{u"clientId"_s, m_clientId}, {u"clientSecret"_s, m_clientSecret}};
}

QJsonArray OmadaOpenApiSimulator::sites() const
{
    QJsonArray rows;
    for (int site = 0; site < int(m_world.venue.sites().size()); ++site)
        rows += QJsonObject{
            {u"id"_s, siteId(site)}, {u"name"_s, m_world.venue.sites()[size_t(site)].name}};
    return rows;
}

QString OmadaOpenApiSimulator::macSpelling(quint64 mac) const
{
    return spelledMac(mac, "-"_L1, true);
}

QString OmadaOpenApiSimulator::commonName() const
{
    return u"localhost"_s;
}

QString OmadaOpenApiSimulator::siteId(int site) const
{
    return u"65f0"_s + seededHex(m_options.seed, u"site %1"_s.arg(site), 20);
}

SimReply OmadaOpenApiSimulator::signInPage() const
{
    return htmlReply(200,
        "<!DOCTYPE html>\n<html><head><title>Omada Controller</title></head>"
        "<body><div id=\"login\"></div></body></html>",
        u"the controller's sign-in page"_s);
}

SimReply OmadaOpenApiSimulator::tooManyRequests() const
{
    SimReply reply = answered(-1, u"Too many requests."_s);
    reply.status = 429;
    return reply;
}

SimReply OmadaOpenApiSimulator::answered(
    int errorCode, const QString &message, const QJsonValue &result) const
{
    const QJsonValue code = m_world.faults.has(Fault::ErrorCodeString)
        ? QJsonValue(QString::number(errorCode))
        : QJsonValue(errorCode);
    QJsonObject body{{u"errorCode"_s, code}, {u"msg"_s, message}};
    if (!result.isUndefined())
        body.insert(u"result"_s, result);
    SimReply reply = jsonReply(200, body, u"%1 %2"_s.arg(QString::number(errorCode), message));
    reply.contentType = "application/json;charset=UTF-8";
    return reply;
}

SimReply OmadaOpenApiSimulator::done(const QJsonValue &result) const
{
    return answered(0, u"Success."_s, result);
}

SimReply OmadaOpenApiSimulator::badParameters(const QString &why) const
{
    SimReply reply = answered(-1001, u"Invalid request parameters."_s);
    reply.did += u" ("_s + why + u')';
    return reply;
}

SimReply OmadaOpenApiSimulator::unsupportedPath() const
{
    return answered(-1600, u"Unsupported request path."_s);
}

SimReply OmadaOpenApiSimulator::answer(const SimRequest &request)
{
    const QStringList parts = request.pathParts();
    if (parts == QStringList{u"api"_s, u"info"_s} && request.method == "GET")
        return info();
    if (parts == QStringList{u"openapi"_s, u"authorize"_s, u"token"_s})
        return request.method == "POST" ? giveToken(request)
                                        : answered(-1004, u"Invalid request type."_s);
    const bool isApi = parts.size() >= 3 && parts[0] == "openapi"_L1
        && (parts[1] == "v1"_L1 || parts[1] == "v2"_L1);
    // 32 digits or it is no controller id: a URL of 4.x, without one, ends at the web server.
    if (!isApi || parts[2].size() != m_controllerId.size())
        return outside(request);
    if (auto refused = refusedWithoutToken(request))
        return *refused;
    if (parts[2] != m_controllerId)
        return answered(-7131, u"Controller ID not exist."_s);
    return answerApi(request, parts);
}

SimReply OmadaOpenApiSimulator::outside(const SimRequest &request) const
{
    if (request.path == "/") {
        SimReply reply = htmlReply(302, {}, u"redirected to the sign-in page"_s);
        reply.headers.emplace_back("Location", '/' + m_controllerId.toLatin1() + "/login");
        return reply;
    }
    if (request.path == '/' + m_controllerId.toLatin1() + "/login")
        return signInPage();
    return htmlReply(
        404, "<html><body><h1>HTTP Status 404 – Not Found</h1></body></html>", u"no such page"_s);
}

SimReply OmadaOpenApiSimulator::info() const
{
    return done(QJsonObject{{u"controllerVer"_s, m_options.version}, {u"apiVer"_s, u"3"_s},
        {u"configured"_s, true}, {u"type"_s, 1}, {u"supportApp"_s, true},
        {u"omadacId"_s, m_controllerId}, {u"registeredRoot"_s, true},
        {u"omadacCategory"_s, u"advanced"_s}, {u"mspMode"_s, false}});
}

SimReply OmadaOpenApiSimulator::giveToken(const SimRequest &request)
{
    const QString grantType = request.queryValue(u"grant_type"_s);
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    const bool refreshes = grantType == "refresh_token"_L1;
    if (!refreshes && grantType != "client_credentials"_L1)
        return answered(-44116,
            u"Open API authorization failed, please check whether the input "
            "parameters are legal."_s);
    if (!request.header("content-type").toLower().startsWith("application/json") || body.isEmpty())
        return answered(-1004, u"Invalid request type."_s);

    for (const QString &name : body.keys()) {
        const bool known = name == "omadacId"_L1 || name == "client_id"_L1
            || name == "client_secret"_L1 || (refreshes && name == "refresh_token"_L1);
        if (!known || !body.value(name).isString())
            return badParameters(u"the body's "_s + name);
    }
    if (body.value(u"client_id"_s) != m_clientId
        || body.value(u"client_secret"_s) != m_clientSecret)
        return answered(-44106, u"The client id or client secret is invalid."_s);
    if (!refreshes && body.value(u"omadacId"_s) != m_controllerId)
        return answered(-7131, u"Controller ID not exist."_s);
    if (refreshes) {
        bool &fresh = m_refreshTokens[request.queryValue(u"refresh_token"_s)];
        if (!std::exchange(fresh, false))
            return answered(-44114, u"The refresh token has expired."_s);
    }
    return newToken();
}

SimReply OmadaOpenApiSimulator::newToken()
{
    const QString number = QString::number(++m_tokensGiven);
    const QString access = u"AT-"_s + seededHex(m_options.seed, u"access "_s + number, 32);
    const QString refresh = u"RT-"_s + seededHex(m_options.seed, u"refresh "_s + number, 32);
    const int requests
        = m_world.faults.has(Fault::TokenExpiry) ? m_world.faults.argument(Fault::TokenExpiry) : -1;
    m_tokens[access.toLatin1()] = {m_world.now() + tokenLifeSeconds * 1000, requests};
    m_refreshTokens[refresh] = true;
    SimReply reply = answered(0, u"Open API Get Access Token successfully."_s,
        QJsonObject{{u"accessToken"_s, access}, {u"tokenType"_s, u"bearer"_s},
            {u"expiresIn"_s, tokenLifeSeconds}, {u"refreshToken"_s, refresh}});
    reply.did = u"gave a token"_s;
    return reply;
}

std::optional<SimReply> OmadaOpenApiSimulator::refusedWithoutToken(const SimRequest &request)
{
    const QByteArray scheme = "AccessToken=";
    const QByteArray given = request.header("authorization");
    const auto token
        = given.startsWith(scheme) ? m_tokens.find(given.sliced(scheme.size())) : m_tokens.end();
    if (token == m_tokens.end())
        return answered(-44113, u"The access token is invalid."_s);
    int &left = token->second.requestsLeft;
    if (m_world.now() >= token->second.expiresAt || left == 0)
        return answered(-44112,
            u"The access token has expired. Please re-initiate the "
            "refreshToken process to obtain the access token."_s);
    if (left > 0)
        --left;
    return std::nullopt;
}

SimReply OmadaOpenApiSimulator::answerApi(const SimRequest &request, const QStringList &parts)
{
    const int apiVersion = parts[1] == "v1"_L1 ? 1 : 2;
    if (parts.size() < 4 || parts[3] != "sites"_L1)
        return unsupportedPath();
    if (parts.size() == 4)
        return apiVersion == 1 && request.method == "GET" ? listSites(request) : unsupportedPath();
    for (int site = 0; site < int(m_world.venue.sites().size()); ++site)
        if (siteId(site) == parts[4])
            return answerSite(request, apiVersion, site, parts.mid(5));
    return answered(-33000, u"This site does not exist."_s);
}

SimReply OmadaOpenApiSimulator::answerSite(
    const SimRequest &request, int apiVersion, int site, const QStringList &below)
{
    const QByteArray &method = request.method;
    if (apiVersion == 2)
        return below == QStringList{u"clients"_s} && method == "POST" ? listClientsV2(request, site)
                                                                      : unsupportedPath();
    if (below == QStringList{u"clients"_s} && method == "GET")
        return listClientsV1(request, site);
    if (below.size() == 2 && below[0] == "clients"_L1 && method == "GET")
        return oneClient(site, below[1]);
    if (below.size() == 3 && below[0] == "clients"_L1 && below[2] == "ratelimit"_L1
        && method == "PATCH") {
        if (auto refused = refusedToAct(request))
            return *refused;
        return limitRate(request, site, below[1]);
    }
    if (below.size() >= 2 && below[0] == "hotspot"_L1)
        return answerHotspot(request, site, below.mid(1));
    return unsupportedPath();
}

SimReply OmadaOpenApiSimulator::answerHotspot(
    const SimRequest &request, int site, const QStringList &below)
{
    if (below == QStringList{u"authed-records"_s} && request.method == "GET")
        return listRecords(request, site);
    if (below.size() != 3 || request.method != "POST")
        return unsupportedPath();
    const QString &what = below[2];
    const bool onClient = below[0] == "clients"_L1 && (what == "auth"_L1 || what == "unauth"_L1);
    const bool onRecord
        = below[0] == "authed-records"_L1 && (what == "period"_L1 || what == "disconnect"_L1);
    if (!onClient && !onRecord)
        return unsupportedPath();
    if (auto refused = refusedToAct(request))
        return *refused;
    if (what != "period"_L1 && !request.body.trimmed().isEmpty() && request.body.trimmed() != "{}")
        return badParameters(u"takes no body"_s);
    if (onClient)
        return what == "auth"_L1 ? authorize(site, below[1]) : unauthorize(site, below[1]);
    const auto record = recordWithId(below[1], site);
    if (!record)
        return answered(-1001, u"Auth record does not exist."_s);
    return what == "period"_L1 ? extendRecord(request, *record) : endRecord(*record);
}

std::optional<SimReply> OmadaOpenApiSimulator::refusedToAct(const SimRequest &request)
{
    if (m_world.faults.has(Fault::ReadOnlyKey))
        return answered(-1005, u"Operation forbidden."_s);
    if (m_world.faults.strikes(Fault::SiteBusy))
        return answered(-33004, u"The site is busy. Please try again later."_s);
    const bool hasBody = !request.body.trimmed().isEmpty();
    if (hasBody && !request.header("content-type").toLower().startsWith("application/json"))
        return answered(-1004, u"Invalid request type."_s);
    return std::nullopt;
}

QString OmadaOpenApiSimulator::recordId(int grant) const
{
    return u"65f1%1%2"_s.arg(seededHex(m_options.seed, u"records"_s, 12))
        .arg(quint32(grant), 8, 16, QLatin1Char('0'));
}

std::optional<int> OmadaOpenApiSimulator::recordWithId(const QString &id, int site) const
{
    const auto &grants = m_world.venue.grants();
    const size_t grant = id.right(8).toUInt(nullptr, 16);
    if (grant >= grants.size() || recordId(int(grant)) != id)
        return std::nullopt;
    const SimClient &client = m_world.venue.clients()[size_t(grants[grant].client)];
    return client.site == site ? std::optional(int(grant)) : std::nullopt;
}

std::optional<int> OmadaOpenApiSimulator::clientOf(int site, const QString &mac) const
{
    const auto bits = macSpelledAs(mac, "-"_L1, true);
    const auto client = bits ? m_world.venue.clientByMac(*bits) : std::nullopt;
    if (!client)
        return std::nullopt;
    const SimClient &row = m_world.venue.clients()[size_t(*client)];
    const bool there = row.site == site && m_world.venue.isPresent(row, m_world.now());
    return there ? client : std::nullopt;
}
