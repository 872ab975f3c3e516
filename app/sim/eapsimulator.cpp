#include "sim/eapsimulator.h"

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 sessionLifeMs = 30 * 60'000; ///< without a request
constexpr const char *cookieName = "TPEAP_SESSIONID";

QByteArray setCookie(const QByteArray &cookie)
{
    return cookieName + ('=' + cookie) + "; Path=/; Secure; HttpOnly";
}

QByteArray quoted(const QString &text)
{
    return '"' + QString(text).replace(u'"', u"\\\""_s).toUtf8() + '"';
}

} // namespace

EapSimulator::EapSimulator(SimWorld &world, EapOptions options)
    : m_world(world)
    , m_options(std::move(options))
    , m_version(QVersionNumber::fromString(m_options.version))
    , m_password(seededHex(m_options.seed, u"controller user"_s, 12) + u"+&%="_s)
{
}

QJsonObject EapSimulator::credentials() const
{
    return {{u"user"_s, u"admin"_s}, {u"password"_s, m_password}};
}

QJsonArray EapSimulator::sites() const
{
    QJsonArray rows;
    for (const SimSite &site : m_world.venue.sites())
        rows += QJsonObject{{u"id"_s, site.name}, {u"name"_s, site.name}};
    return rows;
}

QString EapSimulator::macSpelling(quint64 mac) const
{
    return spelledMac(mac, "-"_L1, true);
}

QString EapSimulator::commonName() const
{
    return u"localhost"_s;
}

SimReply EapSimulator::signInPage() const
{
    const QByteArray product = hasTokens() ? "Omada Controller" : "EAP Controller";
    return htmlReply(200,
        "<!DOCTYPE html>\n<html><head><title>" + product
            + "</title></head><body><form id=\"login\"></form></body></html>",
        u"the controller's sign-in page"_s);
}

SimReply EapSimulator::tooManyRequests() const
{
    return htmlReply(429, "<html><body><h1>HTTP Status 429</h1></body></html>", u"429"_s);
}

/// The replies of these versions were read by clients that put quotes around bare keys first, so
/// some builds send them so.
SimReply EapSimulator::said(bool success, const QString &message, const QString &value) const
{
    const Faults &faults = m_world.faults;
    const bool bare = faults.has(Fault::BareKeys) || faults.has(Fault::BareMessage);
    const QByteArray quote = bare ? "" : "\"";
    const QByteArray answer = success ? "true" : "false";
    SimReply reply;
    reply.body = '{' + quote + "success" + quote + ':'
        + (faults.has(Fault::ErrorCodeString) ? '"' + answer + '"' : answer) + ',' + quote
        + "message" + quote + ':'
        + (faults.has(Fault::BareMessage) ? message.toUtf8() : quoted(message));
    if (!value.isEmpty())
        reply.body += ',' + quote + "value" + quote + ':' + quoted(value);
    reply.body += '}';
    reply.contentType
        = faults.has(Fault::HtmlContentType) ? "text/html" : "application/json;charset=UTF-8";
    reply.did = (success ? u"said yes: "_s : u"said no: "_s) + message;
    return reply;
}

SimReply EapSimulator::answer(const SimRequest &request)
{
    const QStringList parts = request.pathParts();
    if (parts.isEmpty() && request.method == "GET")
        return firstPage(request);
    if (parts == QStringList{u"login"_s})
        return request.method == "POST" ? signIn(request) : signInPage();
    if (parts == QStringList{u"logout"_s} && request.method == "POST")
        return signOut(request);
    const bool authorizes = parts.size() == 3 && parts[0] == "extportal"_L1 && parts[2] == "auth"_L1
        && request.method == "POST";
    if (authorizes)
        return isSignedIn(request) ? authorize(request, parts[1]) : lostSession();
    return htmlReply(
        404, "<html><body><h1>HTTP Status 404 - Not Found</h1></body></html>", u"no such page"_s);
}

SimReply EapSimulator::firstPage(const SimRequest &request)
{
    SimReply reply = htmlReply(302, {}, u"redirected to the sign-in page"_s);
    reply.headers.emplace_back("Location", "/login");
    if (!m_sessions.contains(cookieOf(request, cookieName))) {
        const QByteArray cookie = newCookie();
        m_sessions[cookie] = {};
        reply.headers.emplace_back("Set-Cookie", setCookie(cookie));
    }
    return reply;
}

QByteArray EapSimulator::newCookie()
{
    return seededHex(m_options.seed, u"session %1"_s.arg(++m_sessionsGiven), 32).toLatin1();
}

SimReply EapSimulator::signIn(const SimRequest &request)
{
    const auto form = eapForm(request);
    if (!form || form->keys() != QStringList{u"name"_s, u"password"_s})
        return said(false, u"Invalid request parameters."_s);
    const bool pages = !hasTokens() && m_world.faults.has(Fault::HtmlSignIn);
    if (form->value(u"name"_s) != "admin"_L1 || form->value(u"password"_s) != m_password)
        return pages ? signInPage()
                     : said(false, u"Invalid username or password, please try again."_s);
    m_sessions.erase(cookieOf(request, cookieName));
    const QByteArray cookie = newCookie();
    const Faults &faults = m_world.faults;
    const QString token = seededHex(m_options.seed, u"csrf %1"_s.arg(++m_tokensGiven), 32);
    m_sessions[cookie] = {token.toLatin1(), m_world.now(),
        faults.has(Fault::SessionExpiry) ? faults.argument(Fault::SessionExpiry) : -1};
    SimReply reply = pages
        ? htmlReply(200, "<html><head><title>EAP Controller</title></head><body></body></html>")
        : said(true, u"Log in successfully."_s, hasTokens() ? token : QString());
    reply.did = u"signed in"_s;
    reply.headers.emplace_back("Set-Cookie", setCookie(cookie));
    return reply;
}

SimReply EapSimulator::signOut(const SimRequest &request)
{
    // Whether signing out wants the token is not written anywhere.
    if (m_sessions.erase(cookieOf(request, cookieName)) == 0)
        return lostSession();
    return said(true, u"Log out successfully."_s);
}

bool EapSimulator::isSignedIn(const SimRequest &request)
{
    const auto found = m_sessions.find(cookieOf(request, cookieName));
    if (found == m_sessions.end() || found->second.token.isEmpty())
        return false;
    Session &session = found->second;
    if (m_world.now() - session.lastUsed >= sessionLifeMs || session.requestsLeft == 0) {
        m_sessions.erase(found);
        return false;
    }
    if (hasTokens() && request.queryValue(u"token"_s).toLatin1() != session.token)
        return false;
    session.lastUsed = m_world.now();
    if (session.requestsLeft > 0)
        --session.requestsLeft;
    return true;
}

SimReply EapSimulator::lostSession() const
{
    if (m_world.faults.has(Fault::LostSessionHtml))
        return signInPage();
    SimReply reply = htmlReply(302, {}, u"no session: redirected to the sign-in page"_s);
    reply.headers.emplace_back("Location", "/login");
    return reply;
}
