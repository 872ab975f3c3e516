#include "wire/omada_openapi/requests.h"

#include "wire/omadainfo.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QVersionNumber>

using namespace Qt::StringLiterals;

namespace wire::omada_openapi {

namespace {

constexpr int kbps = 1; // the wire's units of a rate
constexpr int mbps = 2;
constexpr int mostPerUnit = 1024;

QString encoded(const QString &part)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(part));
}

HttpRequest withJson(HttpRequest request, const QJsonObject &body)
{
    request.contentType = "application/json";
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return request;
}

void addPage(HttpRequest &request, int page)
{
    request.query.addQueryItem(u"page"_s, QString::number(page));
    request.query.addQueryItem(u"pageSize"_s, QString::number(pageLimit));
}

/// One direction of a rate limit: upEnable, upUnit, upLimit.
void addRate(QJsonObject &body, const QString &direction, std::optional<int> rate)
{
    body.insert(direction + "Enable"_L1, rate.has_value());
    if (!rate)
        return;
    constexpr int perMbit = 1000;
    const bool inKbps = *rate <= mostPerUnit;
    body.insert(direction + "Unit"_L1, inKbps ? kbps : mbps);
    body.insert(direction + "Limit"_L1, inKbps ? *rate : (*rate + perMbit - 1) / perMbit);
}

} // namespace

LimitRules limitRules()
{
    LimitRules rules;
    rules.downKbps = LimitRange{1, mostPerUnit * 1000};
    rules.upKbps = LimitRange{1, mostPerUnit * 1000};
    rules.wholeMbitAboveKbps = mostPerUnit;
    return rules;
}

bool endsRecords(const QString &controllerVersion)
{
    return QVersionNumber::fromString(controllerVersion) >= QVersionNumber(5, 15);
}

ListVersion preferredListVersion(const QString &controllerVersion)
{
    const QVersionNumber version = QVersionNumber::fromString(controllerVersion);
    return version >= QVersionNumber(6, 2) ? ListVersion::V2 : ListVersion::V1;
}

HttpRequest apiInfo()
{
    return omadaInfoRequest();
}

HttpRequest token(const QString &omadacId, const QString &clientId, const Secret &clientSecret)
{
    HttpRequest request;
    request.verb = HttpRequest::Verb::Post;
    request.path = u"/openapi/authorize/token"_s;
    request.query.addQueryItem(u"grant_type"_s, u"client_credentials"_s); // not in the body
    request.headers = {{"Accept", "application/json"}};
    return withJson(request,
        {{u"omadacId"_s, omadacId}, {u"client_id"_s, clientId},
            {u"client_secret"_s, clientSecret.reveal()}});
}

Requests::Requests(const QString &omadacId, const Secret &accessToken)
    : m_id(encoded(omadacId))
    , m_authorization("AccessToken=" + accessToken.reveal().toUtf8())
{
}

QString Requests::sitePath(const QString &siteId) const
{
    return u"/openapi/v1/%1/sites/%2"_s.arg(m_id, encoded(siteId));
}

HttpRequest Requests::get(const QString &path) const
{
    HttpRequest request;
    request.path = path;
    request.headers = {{"Authorization", m_authorization, true}, {"Accept", "application/json"}};
    return request;
}

HttpRequest Requests::post(const QString &path, const QJsonObject &body) const
{
    HttpRequest request = withJson(get(path), body);
    request.verb = HttpRequest::Verb::Post;
    request.isAction = true;
    return request;
}

HttpRequest Requests::sites(int page) const
{
    HttpRequest request = get(u"/openapi/v1/%1/sites"_s.arg(m_id));
    addPage(request, page);
    return request;
}

HttpRequest Requests::clients(ListVersion version, const QString &siteId, int page) const
{
    if (version == ListVersion::V1) {
        HttpRequest request = get(sitePath(siteId) + "/clients"_L1);
        addPage(request, page);
        return request;
    }
    constexpr int online = 1;
    HttpRequest request = post(u"/openapi/v2/%1/sites/%2/clients"_s.arg(m_id, encoded(siteId)),
        {{u"page"_s, page}, {u"pageSize"_s, pageLimit}, {u"scope"_s, online},
            {u"sorts"_s, QJsonObject()}, {u"filters"_s, QJsonObject()}});
    request.isAction = false; // a POST that only asks
    return request;
}

HttpRequest Requests::client(const QString &siteId, MacAddress mac) const
{
    return get(u"%1/clients/%2"_s.arg(sitePath(siteId), mac.toHyphens()));
}

HttpRequest Requests::authedRecords(
    const QString &siteId, int page, std::optional<MacAddress> mac) const
{
    HttpRequest request = get(sitePath(siteId) + "/hotspot/authed-records"_L1);
    addPage(request, page);
    if (mac)
        request.query.addQueryItem(u"searchKey"_s, mac->toHyphens());
    return request;
}

HttpRequest Requests::authorize(const QString &siteId, MacAddress mac) const
{
    return post(u"%1/hotspot/clients/%2/auth"_s.arg(sitePath(siteId), mac.toHyphens()), {});
}

HttpRequest Requests::unauthorize(const QString &siteId, MacAddress mac) const
{
    return post(u"%1/hotspot/clients/%2/unauth"_s.arg(sitePath(siteId), mac.toHyphens()), {});
}

HttpRequest Requests::extend(const QString &siteId, const QString &recordId, int addMinutes) const
{
    constexpr qint64 msPerMinute = 60'000;
    return post(u"%1/hotspot/authed-records/%2/period"_s.arg(sitePath(siteId), encoded(recordId)),
        {{u"period"_s, addMinutes * msPerMinute}});
}

HttpRequest Requests::endRecord(const QString &siteId, const QString &recordId) const
{
    return post(
        u"%1/hotspot/authed-records/%2/disconnect"_s.arg(sitePath(siteId), encoded(recordId)), {});
}

HttpRequest Requests::block(const QString &siteId, MacAddress mac) const
{
    return post(u"%1/clients/%2/block"_s.arg(sitePath(siteId), mac.toHyphens()), {});
}

HttpRequest Requests::unblock(const QString &siteId, MacAddress mac) const
{
    return post(u"%1/clients/%2/unblock"_s.arg(sitePath(siteId), mac.toHyphens()), {});
}

HttpRequest Requests::rateLimit(const QString &siteId, MacAddress mac, std::optional<int> downKbps,
    std::optional<int> upKbps) const
{
    QJsonObject custom;
    addRate(custom, u"up"_s, upKbps);
    addRate(custom, u"down"_s, downKbps);
    constexpr int customMode = 0;
    HttpRequest request = post(u"%1/clients/%2/ratelimit"_s.arg(sitePath(siteId), mac.toHyphens()),
        {{u"mode"_s, customMode}, {u"customRateLimit"_s, custom}});
    request.verb = HttpRequest::Verb::Patch;
    return request;
}

} // namespace wire::omada_openapi
