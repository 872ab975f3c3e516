#include "wire/portal_form/requests.h"

#include <QUrl>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace wire::portal_form {

namespace {

/// Only unreserved characters stay: a plus sign in a form would be read as a blank.
QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

/// A form under construction: "name=value&…".
class Form
{
public:
    void add(QLatin1StringView name, const QString &value)
    {
        if (!m_body.isEmpty())
            m_body += '&';
        m_body += QByteArray(name.data(), name.size()) + '=' + QUrl::toPercentEncoding(value);
    }

    [[nodiscard]] HttpRequest posted(const QString &path) const
    {
        HttpRequest request;
        request.verb = HttpRequest::Verb::Post;
        request.path = path;
        request.contentType = "application/x-www-form-urlencoded";
        request.body = m_body;
        return request;
    }

private:
    QByteArray m_body;
};

struct Names
{
    QLatin1StringView client;
    QLatin1StringView accessPoint;
    QLatin1StringView ssid;
    QLatin1StringView radio;
};

Names namesOf(Spelling spelling)
{
    return spelling == Spelling::Cid
        ? Names{"cid"_L1, "ap"_L1, "ssid"_L1, "rid"_L1}
        : Names{"clientMac"_L1, "apMac"_L1, "ssidName"_L1, "radioId"_L1};
}

} // namespace

HttpRequest login(const QString &user, const Secret &password)
{
    Form form;
    form.add("name"_L1, user);
    form.add("password"_L1, password.reveal());
    return form.posted(u"/login"_s);
}

Requests::Requests(const Secret &token)
    : m_token(token)
{
}

HttpRequest Requests::authorize(
    const CapturedRedirect &redirect, int minutes, Spelling spelling) const
{
    constexpr qint64 secondsPerMinute = 60;
    const Names names = namesOf(spelling);
    Form form;
    form.add(names.client, redirect.client.toHyphens());
    if (redirect.accessPoint)
        form.add(names.accessPoint, redirect.accessPoint->toHyphens());
    if (!redirect.ssid.isEmpty())
        form.add(names.ssid, redirect.ssid);
    if (redirect.radio)
        form.add(names.radio, QString::number(*redirect.radio));
    if (redirect.redirectedAt)
        form.add("t"_L1, QString::number(redirect.redirectedAt->toSecsSinceEpoch()));
    form.add("time"_L1, QString::number(minutes * secondsPerMinute));
    HttpRequest request
        = withToken(form.posted(u"/extportal/%1/auth"_s.arg(encoded(redirect.site))));
    request.isAction = true;
    return request;
}

HttpRequest Requests::logout() const
{
    HttpRequest request = withToken(Form().posted(u"/logout"_s));
    request.timeout = 5s;
    return request;
}

HttpRequest Requests::withToken(HttpRequest request) const
{
    if (!m_token.isEmpty())
        request.query.addQueryItem(u"token"_s, encoded(m_token.reveal()));
    return request;
}

} // namespace wire::portal_form
