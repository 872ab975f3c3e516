#include "sim/unifisessions.h"

#include "sim/controllersimulator.h"
#include "sim/unificlassicreply.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
constexpr qint64 shortLife = 2 * 60 * minute;
constexpr qint64 rememberedLife = 30 * 24 * 60 * minute;
constexpr qint64 throttleWindow = 5 * minute;
constexpr qint64 throttleStep = minute; ///< the first wait, and what each further try adds
constexpr QLatin1StringView secondFactorCode("246810");

const QStringList serverKeys{u"username"_s, u"password"_s, u"remember"_s, u"strict"_s,
    u"for_hotspot"_s, u"site_name"_s, u"ubic_2fa_token"_s};
const QStringList consoleKeys{u"username"_s, u"password"_s, u"rememberMe"_s, u"token"_s};

/// UniFi OS refuses in a shape of its own.
SimReply consoleRefusal(
    int status, const QString &code, const QString &message, const QJsonObject &more = {})
{
    QJsonObject body = more;
    body.insert(u"code"_s, code);
    body.insert(u"message"_s, message);
    if (more.isEmpty())
        body.insert(u"level"_s, u"debug"_s);
    return jsonReply(status, body, u"refused to sign in: "_s + code);
}

SimReply frontProxyRefusal(int status, const QString &message)
{
    return jsonReply(status,
        {{u"error"_s, QJsonObject{{u"code"_s, status}, {u"message"_s, message}}}},
        u"refused by the front proxy: "_s + message);
}

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray cookieIn(const SimRequest &request, const QByteArray &name)
{
    for (const QByteArray &pair : request.header("cookie").split(';'))
        if (pair.trimmed().startsWith(name + '='))
            return pair.trimmed().sliced(name.size() + 1);
    return {};
}

QByteArray uuidOf(const QString &digits)
{
    return (digits.left(8) + u'-' + digits.mid(8, 4) + u"-4"_s + digits.mid(13, 3) + u"-8"_s
        + digits.mid(17, 3) + u'-' + digits.mid(20, 12))
        .toLatin1();
}

} // namespace

UnifiSessions::UnifiSessions(SimWorld &world, Host host, int majorVersion, quint32 seed)
    : m_world(world)
    , m_host(host)
    , m_majorVersion(majorVersion)
    , m_seed(seed)
{
}

QString UnifiSessions::user() const
{
    return u"frontdesk"_s;
}

QString UnifiSessions::password() const
{
    return seededHex(m_seed, u"unifi password"_s, 20);
}

SimReply UnifiSessions::signIn(const SimRequest &request)
{
    const bool isConsole = m_host == Host::UnifiOs;
    if (isThrottled())
        return throttled();
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    const QStringList &known = isConsole ? consoleKeys : serverKeys;
    const bool isJson = request.header("content-type").toLower().startsWith("application/json");
    const QStringList keys = body.keys();
    if (!isJson
        || !std::ranges::all_of(keys, [&](const QString &key) { return known.contains(key); }))
        return isConsole ? consoleRefusal(400, u"BAD_REQUEST"_s, u"Invalid request body"_s)
                         : classicRefusal(400, u"api.err.InvalidPayload"_s);
    if (body.value(u"username"_s) != user() || body.value(u"password"_s) != password())
        return isConsole ? consoleRefusal(403, u"AUTHENTICATION_FAILED_INVALID_CREDENTIALS"_s,
                   u"Invalid username or password"_s)
                         : classicRefusal(400, u"api.err.Invalid"_s);
    if (auto refusal = wantsSecondFactor(request, body))
        return *refusal;
    return welcome(body.value(isConsole ? u"rememberMe"_s : u"remember"_s).toBool(),
        body.value(u"strict"_s).toBool());
}

bool UnifiSessions::isThrottled()
{
    if (!m_world.faults.has(Fault::LoginThrottle))
        return false;
    const qint64 now = m_world.now();
    if (now < m_throttledUntil) {
        m_throttledUntil += throttleStep;
        return true;
    }
    if (std::exchange(m_throttledUntil, 0) > 0)
        m_signIns.clear();
    std::erase_if(m_signIns, [now](qint64 at) { return at <= now - throttleWindow; });
    if (int(m_signIns.size()) >= m_world.faults.argument(Fault::LoginThrottle)) {
        m_throttledUntil = now + throttleStep;
        return true;
    }
    m_signIns.push_back(now);
    return false;
}

SimReply UnifiSessions::throttled() const
{
    return consoleRefusal(
        429, u"AUTHENTICATION_FAILED_LIMIT_REACHED"_s, u"You've reached the login attempt limit"_s);
}

std::optional<SimReply> UnifiSessions::wantsSecondFactor(
    const SimRequest &request, const QJsonObject &body) const
{
    if (!m_world.faults.has(Fault::SecondFactor))
        return std::nullopt;
    const QString cookie = seededHex(m_seed, u"second factor"_s, 24);
    const bool hasCookie = cookieIn(request, "UBIC_2FA") == cookie.toLatin1();
    const QString code
        = body.value(m_host == Host::UnifiOs ? u"token"_s : u"ubic_2fa_token"_s).toString();
    if (code == secondFactorCode && (hasCookie || m_host == Host::NetworkServer))
        return std::nullopt;
    const QJsonArray authenticators{QJsonObject{
        {u"id"_s, QString::fromLatin1(uuidOf(seededHex(m_seed, u"authenticator"_s, 32)))},
        {u"type"_s, u"totp"_s}}};
    if (m_host == Host::UnifiOs)
        return consoleRefusal(499, u"MFA_AUTH_REQUIRED"_s, u"MFA required"_s,
            {{u"data"_s,
                QJsonObject{{u"mfaCookie"_s, u"UBIC_2FA="_s + cookie},
                    {u"authenticators"_s, authenticators}}}});
    SimReply reply = classicRefusal(400, u"api.err.Ubic2faTokenRequired"_s);
    QJsonObject envelope = QJsonDocument::fromJson(reply.body).object();
    envelope.insert(u"data"_s, authenticators);
    reply.body = QJsonDocument(envelope).toJson(QJsonDocument::Compact);
    return reply;
}

SimReply UnifiSessions::welcome(bool remember, bool strict)
{
    const int session = int(m_sessions.size());
    m_sessions[session] = {m_world.now() + (remember ? rememberedLife : shortLife),
        m_world.faults.has(Fault::SessionExpiry) ? m_world.faults.argument(Fault::SessionExpiry)
                                                 : -1};
    const QByteArray ticket = issueTicket(session);
    const QByteArray csrf = m_tickets[ticket].csrf;
    SimReply reply;
    if (m_host == Host::UnifiOs)
        reply = jsonReply(200,
            {{u"unique_id"_s, QString::fromLatin1(uuidOf(seededHex(m_seed, u"user"_s, 32)))},
                {u"username"_s, user()}, {u"first_name"_s, u"Front"_s}, {u"last_name"_s, u"Desk"_s},
                {u"isOwner"_s, false}, {u"isSuperAdmin"_s, false}, {u"status"_s, u"ACTIVE"_s}});
    else
        reply = classicRows({}, {});
    reply.did = u"signed in"_s;
    reply.headers.emplace_back("Set-Cookie", cookie(ticket));
    if (m_host == Host::UnifiOs && cookieName() == "TOKEN")
        reply.headers.emplace_back("X-CSRF-Token", csrf);
    if (m_host == Host::NetworkServer && (m_majorVersion < 9 || strict))
        reply.headers.emplace_back("Set-Cookie", "csrf_token=" + csrf + "; Path=/; Secure");
    return reply;
}

SimReply UnifiSessions::signOut(const SimRequest &request)
{
    const auto ticket = m_tickets.find(ticketOf(request));
    if (ticket != m_tickets.end())
        m_sessions[ticket->second.session].requestsLeft = 0;
    if (m_host == Host::UnifiOs)
        return jsonReply(200, {{u"success"_s, true}}, u"signed out"_s);
    return classicRows({}, u"signed out"_s);
}

std::optional<SimReply> UnifiSessions::refused(const SimRequest &request)
{
    const auto ticket = m_tickets.find(ticketOf(request));
    if (ticket == m_tickets.end())
        return sessionEnded();
    Session &session = m_sessions[ticket->second.session];
    if (m_world.now() >= session.expiresAt || session.requestsLeft == 0)
        return sessionEnded();
    if (session.requestsLeft > 0)
        --session.requestsLeft;
    const QByteArray given = request.header("x-csrf-token");
    const QByteArray &csrf = ticket->second.csrf;
    if (m_host == Host::NetworkServer || request.method == "GET" || given == csrf)
        return std::nullopt;
    SimReply reply = frontProxyRefusal(403, u"Invalid CSRF Token"_s);
    if (!given.isEmpty())
        reply.headers.emplace_back("X-CSRF-Token", csrf);
    return reply;
}

SimReply UnifiSessions::sessionEnded() const
{
    return m_host == Host::UnifiOs ? frontProxyRefusal(401, u"Unauthorized"_s)
                                   : classicRefusal(401, u"api.err.LoginRequired"_s);
}

void UnifiSessions::stamp(const SimRequest &request, SimReply &reply)
{
    const auto ticket = m_tickets.find(ticketOf(request));
    if (m_host == Host::NetworkServer || ticket == m_tickets.end())
        return;
    reply.headers.emplace_back("X-CSRF-Token", ticket->second.csrf);
    if (!reply.acted)
        return;
    const QByteArray renewed = issueTicket(ticket->second.session);
    reply.headers.emplace_back("Set-Cookie", cookie(renewed));
    reply.headers.emplace_back("X-Updated-CSRF-Token", m_tickets[renewed].csrf);
}

QByteArray UnifiSessions::issueTicket(int session)
{
    const QString number = QString::number(m_tickets.size());
    const QString digits = seededHex(m_seed, u"csrf "_s + number, 32);
    if (m_host == Host::NetworkServer) {
        QByteArray ticket = seededHex(m_seed, u"session "_s + number, 32).toLatin1();
        m_tickets[ticket] = {session, digits.toLatin1()};
        return ticket;
    }
    const QByteArray csrf = uuidOf(digits);
    const QJsonObject head{{u"alg"_s, u"HS256"_s}, {u"typ"_s, u"JWT"_s}};
    const QJsonObject payload{
        {u"userId"_s, QString::fromLatin1(uuidOf(seededHex(m_seed, u"user"_s, 32)))},
        {u"csrfToken"_s, QString::fromLatin1(csrf)}, {u"iat"_s, m_world.now() / second},
        {u"exp"_s, m_sessions[session].expiresAt / second}};
    QByteArray ticket = base64Url(QJsonDocument(head).toJson(QJsonDocument::Compact)) + '.'
        + base64Url(QJsonDocument(payload).toJson(QJsonDocument::Compact)) + '.'
        + base64Url(seededHex(m_seed, u"signature "_s + number, 32).toLatin1());
    m_tickets[ticket] = {session, csrf};
    return ticket;
}

QByteArray UnifiSessions::ticketOf(const SimRequest &request) const
{
    return cookieIn(request, cookieName());
}

QByteArray UnifiSessions::cookieName() const
{
    if (m_host == Host::NetworkServer)
        return "unifises";
    // Some builds of UniFi OS have another name for it; here it is every other console.
    return m_seed % 2 == 0 ? "UOS_TOKEN" : "TOKEN";
}

QByteArray UnifiSessions::cookie(const QByteArray &ticket) const
{
    return cookieName() + '=' + ticket
        + (m_host == Host::UnifiOs ? "; path=/; samesite=strict; secure; httponly"
                                   : "; Path=/; Secure; HttpOnly");
}
