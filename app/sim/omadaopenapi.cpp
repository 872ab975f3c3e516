#include "sim/omadaopenapi.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 tokenLifeSeconds = 7200;

const QString &notAuthorized()
{
    static const QString text
        = u"Open API authorization failed, please check whether the input parameters are legal."_s;
    return text;
}

} // namespace

OmadaOpenApi::OmadaOpenApi(SimWorld &world, const OmadaOptions &options)
    : m_world(world)
    , m_version(options.version)
    , m_seed(options.seed)
    , m_envelope(world)
    , m_rows(world, options.seed)
    , m_controllerId(m_rows.controllerId())
    , m_clientId(seededHex(m_seed, u"client id"_s, 32))
    , m_clientSecret(seededHex(m_seed, u"client secret"_s, 32))
{
}

std::optional<SimReply> OmadaOpenApi::answer(const SimRequest &request, const QStringList &parts)
{
    if (parts == QStringList{u"openapi"_s, u"authorize"_s, u"token"_s})
        return request.method == "POST" ? giveToken(request) : m_envelope.wrongRequestType();
    const bool isApi = parts.size() >= 3 && parts[0] == "openapi"_L1
        && (parts[1] == "v1"_L1 || parts[1] == "v2"_L1);
    // 32 digits or it is no controller id: a URL of 4.x, without one, ends at the web server.
    if (!isApi || parts[2].size() != m_controllerId.size())
        return std::nullopt;
    if (auto refused = refusedWithoutToken(request))
        return *refused;
    if (parts[2] != m_controllerId)
        return m_envelope.answered(-7131, u"Controller ID not exist."_s);
    return answerApi(request, parts);
}

SimReply OmadaOpenApi::giveToken(const SimRequest &request)
{
    const QString grantType = request.queryValue(u"grant_type"_s);
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    const bool refreshes = grantType == "refresh_token"_L1;
    if (!refreshes && grantType != "client_credentials"_L1)
        return m_envelope.answered(-44116, notAuthorized());
    if (!saysJson(request) || body.isEmpty())
        return m_envelope.wrongRequestType();

    for (const QString &name : body.keys()) {
        const bool known = name == "omadacId"_L1 || name == "client_id"_L1
            || name == "client_secret"_L1 || (refreshes && name == "refresh_token"_L1);
        if (!known || !body.value(name).isString())
            return m_envelope.badParameters(u"the body's "_s + name);
    }
    // Without the platform integration there is no application that could be known.
    if (m_world.faults.has(Fault::OpenApiOff))
        return m_envelope.answered(-44116, notAuthorized());
    if (body.value(u"client_id"_s) != m_clientId
        || body.value(u"client_secret"_s) != m_clientSecret)
        return m_envelope.answered(-44106, u"The client id or client secret is invalid."_s);
    if (!refreshes && body.value(u"omadacId"_s) != m_controllerId)
        return m_envelope.answered(-7131, u"Controller ID not exist."_s);
    if (refreshes) {
        bool &fresh = m_refreshTokens[request.queryValue(u"refresh_token"_s)];
        if (!std::exchange(fresh, false))
            return m_envelope.answered(-44114, u"The refresh token has expired."_s);
    }
    return newToken();
}

SimReply OmadaOpenApi::newToken()
{
    const QString number = QString::number(++m_tokensGiven);
    const QString access = u"AT-"_s + seededHex(m_seed, u"access "_s + number, 32);
    const QString refresh = u"RT-"_s + seededHex(m_seed, u"refresh "_s + number, 32);
    const int requests
        = m_world.faults.has(Fault::TokenExpiry) ? m_world.faults.argument(Fault::TokenExpiry) : -1;
    m_tokens[access.toLatin1()] = {m_world.now() + tokenLifeSeconds * 1000, requests};
    m_refreshTokens[refresh] = true;
    SimReply reply = m_envelope.answered(0, u"Open API Get Access Token successfully."_s,
        QJsonObject{{u"accessToken"_s, access}, {u"tokenType"_s, u"bearer"_s},
            {u"expiresIn"_s, tokenLifeSeconds}, {u"refreshToken"_s, refresh}});
    reply.did = u"gave a token"_s;
    return reply;
}

std::optional<SimReply> OmadaOpenApi::refusedWithoutToken(const SimRequest &request)
{
    const QByteArray scheme = "AccessToken=";
    const QByteArray given = request.header("authorization");
    const auto token
        = given.startsWith(scheme) ? m_tokens.find(given.sliced(scheme.size())) : m_tokens.end();
    if (token == m_tokens.end() || m_world.faults.has(Fault::OpenApiOff))
        return m_envelope.answered(-44113, u"The access token is invalid."_s);
    int &left = token->second.requestsLeft;
    if (m_world.now() >= token->second.expiresAt || left == 0)
        return m_envelope.answered(-44112,
            u"The access token has expired. Please re-initiate the "
            "refreshToken process to obtain the access token."_s);
    if (left > 0)
        --left;
    return std::nullopt;
}

SimReply OmadaOpenApi::answerApi(const SimRequest &request, const QStringList &parts)
{
    const int apiVersion = parts[1] == "v1"_L1 ? 1 : 2;
    if (parts.size() < 4 || parts[3] != "sites"_L1)
        return m_envelope.unsupportedPath();
    if (parts.size() == 4)
        return apiVersion == 1 && request.method == "GET" ? listSites(request)
                                                          : m_envelope.unsupportedPath();
    if (const auto site = m_rows.siteWithId(parts[4]))
        return answerSite(request, apiVersion, *site, parts.mid(5));
    return m_envelope.answered(-33000, u"This site does not exist."_s);
}

SimReply OmadaOpenApi::answerSite(
    const SimRequest &request, int apiVersion, int site, const QStringList &below)
{
    const QByteArray &method = request.method;
    if (apiVersion == 2)
        return below == QStringList{u"clients"_s} && method == "POST"
            ? listClientsV2(request, site)
            : m_envelope.unsupportedPath();
    if (below == QStringList{u"clients"_s} && method == "GET")
        return listClientsV1(request, site);
    if (below.size() == 2 && below[0] == "clients"_L1 && method == "GET")
        return oneClient(site, below[1]);
    if (below.size() == 3 && below[0] == "clients"_L1)
        return actOnClient(request, site, below[1], below[2]);
    if (below.size() >= 2 && below[0] == "hotspot"_L1)
        return answerHotspot(request, site, below.mid(1));
    return m_envelope.unsupportedPath();
}

SimReply OmadaOpenApi::actOnClient(
    const SimRequest &request, int site, const QString &mac, const QString &what)
{
    const bool limits = what == "ratelimit"_L1 && request.method == "PATCH";
    const bool blocks = (what == "block"_L1 || what == "unblock"_L1) && request.method == "POST";
    if (!limits && !blocks)
        return m_envelope.unsupportedPath();
    if (auto refused = m_envelope.refusedToAct(request))
        return *refused;
    return limits ? limitRate(request, site, mac) : block(request, site, mac, what == "block"_L1);
}

SimReply OmadaOpenApi::answerHotspot(const SimRequest &request, int site, const QStringList &below)
{
    if (below == QStringList{u"authed-records"_s} && request.method == "GET")
        return listRecords(request, site);
    if (below.size() != 3 || request.method != "POST")
        return m_envelope.unsupportedPath();
    const QString &what = below[2];
    const bool onClient = below[0] == "clients"_L1 && (what == "auth"_L1 || what == "unauth"_L1);
    const bool onRecord
        = below[0] == "authed-records"_L1 && (what == "period"_L1 || what == "disconnect"_L1);
    if (!onClient && !onRecord)
        return m_envelope.unsupportedPath();
    if (auto refused = m_envelope.refusedToAct(request))
        return *refused;
    if (what != "period"_L1 && !hasNoContent(request))
        return m_envelope.badParameters(u"takes no body"_s);
    if (onClient)
        return what == "auth"_L1 ? authorize(site, below[1]) : unauthorize(site, below[1]);
    const auto record = m_rows.recordWithId(below[1], site);
    if (!record)
        return m_envelope.answered(-1001, u"Auth record does not exist."_s);
    return what == "period"_L1 ? extendRecord(request, *record) : endRecord(*record);
}
