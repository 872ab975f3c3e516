#include "wire/omada_hotspot/requests.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace wire::omada_hotspot {

namespace {

constexpr int externalPortal = 4; // the only authType that is taken; a voucher's (3) is refused
constexpr qint64 secondsPerMinute = 60;

QString encoded(const QString &part)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(part));
}

HttpRequest plain(const QString &path)
{
    HttpRequest request;
    request.path = path;
    request.headers = {{"Accept", "application/json"}};
    return request;
}

HttpRequest sent(HttpRequest request, const QJsonObject &body)
{
    request.verb = HttpRequest::Verb::Post;
    request.contentType = "application/json";
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.isAction = true;
    return request;
}

qint64 perSecond(PortalTimeUnit unit)
{
    switch (unit) {
    case PortalTimeUnit::Seconds:
        return 1;
    case PortalTimeUnit::Milliseconds:
        return 1000;
    case PortalTimeUnit::Microseconds:
        return 1'000'000;
    }
    Q_UNREACHABLE();
}

} // namespace

HttpRequest signIn(const QString &base, const QString &operatorName, const Secret &password)
{
    return sent(
        plain(base + "/login"_L1), {{u"name"_s, operatorName}, {u"password"_s, password.reveal()}});
}

QJsonObject portalFields(const PortalGrant &grant)
{
    const qint64 seconds = grant.limits.minutes.value_or(defaultMinutes) * secondsPerMinute;
    QJsonObject fields{{u"clientMac"_s, grant.client.toHyphens()}, {u"site"_s, grant.site},
        {u"time"_s, seconds * perSecond(grant.timeUnit)}, {u"authType"_s, externalPortal}};
    if (grant.accessPoint) {
        fields.insert(u"apMac"_s, grant.accessPoint->toHyphens());
        fields.insert(u"ssidName"_s, grant.ssid);
        fields.insert(u"radioId"_s, grant.radio.value_or(0));
    } else if (grant.gateway) {
        fields.insert(u"gatewayMac"_s, grant.gateway->toHyphens());
        fields.insert(u"vid"_s, grant.vlan.value_or(0));
    }
    return fields;
}

HttpRequest Requests::get(const QString &path) const
{
    HttpRequest request = plain(m_dialect.base + path);
    request.headers = m_dialect.headers + request.headers;
    for (const auto &[key, value] : m_dialect.query.queryItems(QUrl::FullyEncoded))
        request.query.addQueryItem(key, value);
    return request;
}

HttpRequest Requests::post(const QString &path, const QJsonObject &body) const
{
    return sent(get(path), body);
}

HttpRequest Requests::current() const
{
    return get(u"/current"_s);
}

HttpRequest Requests::records(const QString &siteKey, int page, std::optional<MacAddress> mac) const
{
    HttpRequest request = get(u"/sites/%1/clients"_s.arg(encoded(siteKey)));
    request.query.addQueryItem(u"currentPage"_s, QString::number(page));
    request.query.addQueryItem(u"currentPageSize"_s, QString::number(pageLimit));
    request.query.addQueryItem(u"sorts.end"_s, u"desc"_s);
    if (mac)
        request.query.addQueryItem(u"searchKey"_s, mac->toHyphens());
    return request;
}

HttpRequest Requests::authorize(const QJsonObject &fields) const
{
    return post(u"/extPortal/auth"_s, fields);
}

HttpRequest Requests::extend(const QString &siteKey, const QString &recordId, int addMinutes) const
{
    constexpr qint64 msPerMinute = 60'000;
    return post(u"/sites/%1/cmd/clients/%2/extend"_s.arg(encoded(siteKey), encoded(recordId)),
        {{u"period"_s, addMinutes * msPerMinute}});
}

HttpRequest Requests::end(const QString &siteKey, const QString &recordId) const
{
    return post(
        u"/sites/%1/cmd/clients/%2/disconnect"_s.arg(encoded(siteKey), encoded(recordId)), {});
}

} // namespace wire::omada_hotspot
