#include "wire/unifi_classic/requests.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace wire::unifi_classic {

namespace {

constexpr auto csrfHeader = "X-CSRF-Token";

QString sitePath(const QString &site)
{
    return "/api/s/"_L1 + QString::fromLatin1(QUrl::toPercentEncoding(site));
}

HttpRequest getJson(const QString &path)
{
    HttpRequest request;
    request.path = path;
    request.headers = {{"Accept", "application/json"}};
    return request;
}

HttpRequest withJson(HttpRequest request, const QJsonObject &body)
{
    request.verb = HttpRequest::Verb::Post;
    request.contentType = "application/json";
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return request;
}

/// A whole site in one answer: one to two kilobytes a client, ten or more an access point.
HttpRequest wholeSite(HttpRequest request)
{
    request.maxBytes = qint64(512) * 1024 * 1024;
    return request;
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

HttpRequest root()
{
    return getJson(u"/"_s);
}

HttpRequest signIn(Style style, const QString &account, const Secret &password)
{
    // Sessions that are remembered live longer, and sign-ins are few.
    QJsonObject body{{u"username"_s, account}, {u"password"_s, password.reveal()}};
    HttpRequest request;
    if (style == Style::UnifiOs) {
        body.insert(u"rememberMe"_s, true);
        request = withJson(getJson(u"/api/auth/login"_s), body);
    } else {
        body.insert(u"remember"_s, true);
        body.insert(u"strict"_s, true); // from version 9 on no csrf_token cookie without it
        request = withJson(getJson(u"/api/login"_s), body);
    }
    request.isAction = true;
    return request;
}

Requests::Requests(Style style, const Secret &csrfToken)
    : m_style(style)
    , m_csrfToken(csrfToken.reveal().toUtf8())
{
}

QString Requests::below(const QString &path) const
{
    return m_style == Style::UnifiOs ? "/proxy/network"_L1 + path : path;
}

HttpRequest Requests::get(const QString &path) const
{
    return getJson(below(path));
}

HttpRequest Requests::post(const QString &path, const QJsonObject &body) const
{
    HttpRequest request = withJson(get(path), body);
    if (!m_csrfToken.isEmpty())
        request.headers.append({csrfHeader, m_csrfToken, true});
    return request;
}

HttpRequest Requests::sites() const
{
    return get(u"/api/self/sites"_s);
}

HttpRequest Requests::system(const QString &site) const
{
    return get(sitePath(site) + "/stat/sysinfo"_L1);
}

HttpRequest Requests::stations(const QString &site) const
{
    return wholeSite(get(sitePath(site) + "/stat/sta"_L1));
}

HttpRequest Requests::guests(const QString &site) const
{
    constexpr int minutesPerHour = 60;
    const int hours = (limitRules().minutes->most + minutesPerHour - 1) / minutesPerHour;
    return wholeSite(post(sitePath(site) + "/stat/guest"_L1, {{u"within"_s, hours}}));
}

HttpRequest Requests::devices(const QString &site) const
{
    return wholeSite(get(sitePath(site) + "/stat/device"_L1));
}

HttpRequest Requests::knownStations(const QString &site) const
{
    return wholeSite(get(sitePath(site) + "/rest/user"_L1));
}

QString Requests::eventsPath(const QString &site) const
{
    return below("/wss/s/"_L1 + QString::fromLatin1(QUrl::toPercentEncoding(site)) + "/events"_L1);
}

HttpRequest Requests::guestAccess(const QString &site) const
{
    return get(sitePath(site) + "/get/setting/guest_access"_L1);
}

HttpRequest Requests::command(
    const QString &site, const QString &word, MacAddress mac, QJsonObject body) const
{
    body.insert(u"cmd"_s, word);
    body.insert(u"mac"_s, mac.toString());
    HttpRequest request = post(sitePath(site) + "/cmd/stamgr"_L1, body);
    request.isAction = true;
    return request;
}

HttpRequest Requests::authorize(const QString &site, MacAddress mac, const Limits &limits,
    std::optional<MacAddress> accessPoint) const
{
    QJsonObject body;
    if (limits.minutes)
        body.insert(u"minutes"_s, *limits.minutes);
    if (limits.dataMb)
        body.insert(u"bytes"_s, *limits.dataMb); // megabytes, whatever the name says
    if (limits.downKbps)
        body.insert(u"down"_s, *limits.downKbps);
    if (limits.upKbps)
        body.insert(u"up"_s, *limits.upKbps);
    if (accessPoint)
        body.insert(u"ap_mac"_s, accessPoint->toString());
    return command(site, u"authorize-guest"_s, mac, body);
}

HttpRequest Requests::unauthorize(const QString &site, MacAddress mac) const
{
    return command(site, u"unauthorize-guest"_s, mac, {});
}

HttpRequest Requests::block(const QString &site, MacAddress mac) const
{
    return command(site, u"block-sta"_s, mac, {});
}

HttpRequest Requests::unblock(const QString &site, MacAddress mac) const
{
    return command(site, u"unblock-sta"_s, mac, {});
}

QByteArray csrfTokenOf(const HttpRequest &request)
{
    for (const HttpHeader &header : request.headers)
        if (header.name == csrfHeader)
            return header.value;
    return {};
}

} // namespace wire::unifi_classic
