#include "sim/omadahotspot.h"

#include "sim/controllersimulator.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 minuteMs = 60'000;
constexpr qint64 sessionLifeMs = 30 * minuteMs; ///< without a request
constexpr qint64 lockMs = 120 * minuteMs;
constexpr int passwordAttempts = 5;

/// What goes with a code that the 5.4.6 document lists for signing in.
QString signInText(int code)
{
    switch (code) {
    case -30104:
    case -30120:
        return u"Invalid username."_s;
    case -30110:
        return u"You have no site permission."_s;
    case -30137:
        return u"Invalid username or password."_s;
    default:
        return u"Incorrect password."_s;
    }
}

} // namespace

OmadaHotspot::OmadaHotspot(SimWorld &world, const OmadaOptions &options)
    : m_world(world)
    , m_version(options.version)
    , m_seed(options.seed)
    , m_envelope(world)
    , m_rows(world, options.seed)
    , m_password(seededHex(options.seed, u"operator"_s, 16))
{
}

QString OmadaHotspot::siteKey(int site) const
{
    if (m_version.hasIdInPaths())
        return m_rows.siteId(site);
    return site == 0 ? u"Default"_s : m_world.venue.sites()[size_t(site)].name.toLower();
}

SimReply OmadaHotspot::answer(const SimRequest &request, const QStringList &parts)
{
    if (parts == QStringList{u"hotspot"_s, u"login"_s})
        return request.method == "POST" ? signIn(request) : m_envelope.wrongRequestType();
    Session *session = sessionOf(request);
    if (!session)
        return lostSession();
    session->lastUsed = m_world.now();
    if (session->requestsLeft > 0)
        --session->requestsLeft;
    // The rest of the private API is for administrators.
    if (parts.isEmpty() || parts.first() != "hotspot"_L1)
        return m_envelope.forbidden();
    return answerOperator(request, parts.mid(1));
}

SimReply OmadaHotspot::answerOperator(const SimRequest &request, const QStringList &parts)
{
    const bool posts = request.method == "POST";
    const bool gets = request.method == "GET";
    if (parts == QStringList{u"logout"_s} && posts) {
        m_sessions.erase(cookieOf(request, m_version.sessionCookie()));
        return m_envelope.done();
    }
    if (parts == QStringList{u"loginStatus"_s} && gets)
        return m_envelope.done(QJsonObject{{u"login"_s, true}});
    if (parts == QStringList{u"current"_s} && gets)
        return current();
    if (parts.size() == 2 && parts[0].compare(u"extPortal"_s, Qt::CaseInsensitive) == 0
        && parts[1] == "auth"_L1 && posts)
        return authorize(request);
    if (parts.size() >= 3 && parts[0] == "sites"_L1 && !m_world.faults.has(Fault::NoHotspotRecords))
        return answerSite(request, parts.mid(1));
    return m_envelope.unsupportedPath();
}

SimReply OmadaHotspot::answerSite(const SimRequest &request, const QStringList &parts)
{
    int site = 0;
    const int sites = int(m_world.venue.sites().size());
    while (site < sites && siteKey(site) != parts[0])
        ++site;
    if (site == sites || !isOperatorsSite(site))
        return m_envelope.forbidden();
    if (parts.mid(1) == QStringList{u"clients"_s} && request.method == "GET")
        return listRecords(request, site);
    const bool acts = parts.size() == 5 && parts[1] == "cmd"_L1 && parts[2] == "clients"_L1
        && (parts[4] == "extend"_L1 || parts[4] == "disconnect"_L1);
    if (!acts || request.method != "POST")
        return m_envelope.unsupportedPath();
    if (auto refused = m_envelope.refusedToAct(request))
        return *refused;
    const auto record = m_rows.recordWithId(parts[3], site);
    if (!record)
        return m_envelope.answered(-1001, u"Auth record does not exist."_s);
    return parts[4] == "extend"_L1 ? extendRecord(request, *record) : endRecord(request, *record);
}

SimReply OmadaHotspot::signIn(const SimRequest &request)
{
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    if (!saysJson(request))
        return m_envelope.wrongRequestType();
    if (body.keys() != QStringList{u"name"_s, u"password"_s} || !body.value(u"name"_s).isString()
        || !body.value(u"password"_s).isString())
        return m_envelope.badParameters(u"not a name and a password"_s);
    if (m_world.faults.has(Fault::SignInError)) {
        const int code = -m_world.faults.argument(Fault::SignInError);
        return m_envelope.answered(code, signInText(code));
    }
    const bool isLockedForTest
        = m_world.faults.has(Fault::LockAfter) && m_world.faults.argument(Fault::LockAfter) == 0;
    const qint64 left = isLockedForTest ? lockMs : m_lockedUntil - m_world.now();
    if (left > 0)
        return m_envelope.answered(-30119,
            u"Your account has been locked. Please try again after %1 minute(s)."_s.arg(
                (left + minuteMs - 1) / minuteMs));
    if (body.value(u"name"_s) != user())
        return m_envelope.answered(-30104, signInText(-30104));
    return body.value(u"password"_s) == m_password ? newSession() : refusedPassword();
}

SimReply OmadaHotspot::refusedPassword()
{
    const int attempts = m_world.faults.has(Fault::LockAfter)
        ? m_world.faults.argument(Fault::LockAfter)
        : passwordAttempts;
    const int left = attempts - ++m_wrongPasswords;
    if (left > 0)
        return m_envelope.answered(
            -30125, u"Incorrect password. You have %1 attempt(s) left."_s.arg(left));
    m_wrongPasswords = 0;
    m_lockedUntil = m_world.now() + lockMs;
    return m_envelope.answered(-30126, u"Incorrect password. Please try again after 2 hour(s)."_s);
}

SimReply OmadaHotspot::newSession()
{
    m_wrongPasswords = 0;
    const QString number = QString::number(++m_sessionsGiven);
    const QString cookie = seededHex(m_seed, u"session "_s + number, 32);
    const QString token = seededHex(m_seed, u"csrf "_s + number, 32);
    const Faults &faults = m_world.faults;
    const int requests
        = faults.has(Fault::SessionExpiry) ? faults.argument(Fault::SessionExpiry) : -1;
    m_sessions[cookie.toLatin1()] = {token.toLatin1(), m_world.now(), requests};
    SimReply reply = m_envelope.answered(
        0, u"Hotspot log in successfully."_s, QJsonObject{{u"token"_s, token}});
    reply.headers.emplace_back("Set-Cookie",
        m_version.sessionCookie() + '=' + cookie.toLatin1() + "; Path=/; Secure; HttpOnly");
    reply.did = u"signed the operator in"_s;
    return reply;
}

OmadaHotspot::Session *OmadaHotspot::sessionOf(const SimRequest &request)
{
    const auto found = m_sessions.find(cookieOf(request, m_version.sessionCookie()));
    if (found == m_sessions.end())
        return nullptr;
    const QByteArray token = m_version.hasIdInPaths() ? request.header("csrf-token")
                                                      : request.queryValue(u"token"_s).toLatin1();
    const Session &session = found->second;
    if (m_world.now() - session.lastUsed >= sessionLifeMs || session.requestsLeft == 0) {
        m_sessions.erase(found);
        return nullptr;
    }
    return token == session.token ? &found->second : nullptr;
}

SimReply OmadaHotspot::lostSession() const
{
    const QByteArray page = (m_version.hasIdInPaths() ? '/' + m_rows.controllerId().toLatin1() : "")
        + "/hotspot/login";
    if (m_world.faults.has(Fault::LostSession302)) {
        SimReply reply = htmlReply(302, {}, u"no session: redirected to the sign-in page"_s);
        reply.headers.emplace_back("Location", page);
        return reply;
    }
    if (m_world.faults.has(Fault::LostSessionHtml))
        return omadaSignInPage();
    return m_envelope.answered(-1200, u"You are not logged in."_s);
}

bool OmadaHotspot::isOperatorsSite(int site) const
{
    return site == 0 || !m_world.faults.has(Fault::OperatorFirstSite);
}

SimReply OmadaHotspot::current() const
{
    QJsonArray sites;
    for (int site = 0; site < int(m_world.venue.sites().size()); ++site)
        if (isOperatorsSite(site))
            sites += QJsonObject{
                {u"key"_s, siteKey(site)}, {u"name"_s, m_world.venue.sites()[size_t(site)].name}};
    SimReply reply = m_envelope.done(QJsonObject{
        {u"id"_s, u"65f2"_s + seededHex(m_seed, u"operator id"_s, 20)}, {u"name"_s, user()},
        {u"password"_s, m_password}, {u"lastSite"_s, siteKey(0)}, {u"sites"_s, sites}});
    reply.did = u"told about the operator"_s;
    return reply;
}
