#include "wire/unifi_integration/requests.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace wire::unifi_integration {

namespace {

QString encoded(const QString &part)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(part));
}

QString clientPath(const QString &siteId, const QString &clientId)
{
    return u"/sites/%1/clients/%2"_s.arg(encoded(siteId), encoded(clientId));
}

} // namespace

LimitRules limitRules()
{
    LimitRules rules;
    rules.minutes = LimitRange{1, 1'000'000};
    rules.dataMb = LimitRange{1, 1'048'576};
    rules.downKbps = LimitRange{2, 100'000};
    rules.upKbps = LimitRange{2, 100'000};
    return rules;
}

bool isConnector(const QUrl &base)
{
    return base.host() == "api.ui.com"_L1 || base.path().startsWith("/v1/connector/"_L1);
}

QString apiPath(const QUrl &base)
{
    constexpr int selfHostedPort = 8443;
    const QString path = base.path();
    if (path.endsWith("/integration/v1"_L1))
        return {};
    if (path.endsWith("/integration"_L1))
        return u"/v1"_s;
    if (path.endsWith("/proxy/network"_L1) || base.port() == selfHostedPort)
        return u"/integration/v1"_s;
    return u"/proxy/network/integration/v1"_s;
}

HttpRequest probe(const QString &apiPath)
{
    HttpRequest request;
    request.path = apiPath + "/info"_L1;
    request.headers = {{"Accept", "application/json"}};
    return request;
}

Requests::Requests(const QUrl &base, const Secret &key)
    : m_apiPath(apiPath(base))
    , m_key(key.reveal().trimmed().toUtf8())
{
}

HttpRequest Requests::get(const QString &path) const
{
    HttpRequest request;
    request.path = m_apiPath + path;
    request.headers = {{"X-API-KEY", m_key, true}, {"Accept", "application/json"}};
    return request;
}

HttpRequest Requests::page(const QString &path, qint64 offset) const
{
    HttpRequest request = get(path);
    request.query.addQueryItem(u"offset"_s, QString::number(offset));
    request.query.addQueryItem(u"limit"_s, QString::number(pageLimit));
    return request;
}

HttpRequest Requests::info() const
{
    return get(u"/info"_s);
}

HttpRequest Requests::sites(qint64 offset) const
{
    return page(u"/sites"_s, offset);
}

HttpRequest Requests::clients(const QString &siteId, qint64 offset, const QString &filter) const
{
    HttpRequest request = page(u"/sites/%1/clients"_s.arg(encoded(siteId)), offset);
    if (!filter.isEmpty())
        request.query.addQueryItem(u"filter"_s, encoded(filter));
    return request;
}

HttpRequest Requests::client(const QString &siteId, const QString &clientId) const
{
    return get(clientPath(siteId, clientId));
}

HttpRequest Requests::devices(const QString &siteId, qint64 offset) const
{
    return page(u"/sites/%1/devices"_s.arg(encoded(siteId)), offset);
}

HttpRequest Requests::action(
    const QString &siteId, const QString &clientId, const QJsonObject &body) const
{
    HttpRequest request = get(clientPath(siteId, clientId) + "/actions"_L1);
    request.verb = HttpRequest::Verb::Post;
    request.contentType = "application/json";
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.isAction = true;
    return request;
}

HttpRequest Requests::authorize(
    const QString &siteId, const QString &clientId, const Limits &limits) const
{
    QJsonObject body{{u"action"_s, u"AUTHORIZE_GUEST_ACCESS"_s}};
    if (limits.minutes)
        body.insert(u"timeLimitMinutes"_s, *limits.minutes);
    if (limits.dataMb)
        body.insert(u"dataUsageLimitMBytes"_s, *limits.dataMb);
    if (limits.downKbps) // "rx" is what the guest receives
        body.insert(u"rxRateLimitKbps"_s, *limits.downKbps);
    if (limits.upKbps)
        body.insert(u"txRateLimitKbps"_s, *limits.upKbps);
    return action(siteId, clientId, body);
}

HttpRequest Requests::unauthorize(const QString &siteId, const QString &clientId) const
{
    return action(siteId, clientId, {{u"action"_s, u"UNAUTHORIZE_GUEST_ACCESS"_s}});
}

} // namespace wire::unifi_integration
