#include "sim/unificlassicsimulator.h"

#include "sim/controllersimulator.h"
#include "sim/unificlassicreply.h"
#include "sim/unifisites.h"

using namespace Qt::StringLiterals;

UnifiClassicSimulator::UnifiClassicSimulator(SimWorld &world, UnifiClassicOptions options)
    : m_world(world)
    , m_options(std::move(options))
    , m_version(QVersionNumber::fromString(m_options.version))
    , m_sessions(world, m_options.host, m_version.majorVersion(), m_options.seed)
    , m_prefix(m_options.host == UnifiSessions::Host::UnifiOs ? "/proxy/network" : "")
    , m_idDigits(seededHex(m_options.seed, u"classic ids"_s, 14))
{
}

QJsonObject UnifiClassicSimulator::credentials() const
{
    return {{u"user"_s, m_sessions.user()}, {u"password"_s, m_sessions.password()}};
}

std::optional<SimReply> UnifiClassicSimulator::answer(const SimRequest &request)
{
    if (auto reply = answerDoor(request))
        return reply;
    if (auto reply = answerFeed(request))
        return reply;
    if (!request.path.startsWith(m_prefix + "/api/"))
        return std::nullopt;
    SimReply reply;
    if (auto refusal = m_sessions.refused(request)) {
        reply = *refusal;
    } else {
        reply = answerApi(request, request.path.sliced(m_prefix.size()));
        if (m_world.faults.has(Fault::NumbersAsStrings))
            spellNumbers(reply);
        m_sessions.stamp(request, reply);
    }
    if (isClassicRefusal(reply) && m_world.faults.strikes(Fault::ErrorWith200))
        reply.status = 200;
    return reply;
}

std::optional<SimReply> UnifiClassicSimulator::answerDoor(const SimRequest &request)
{
    const bool isConsole = m_options.host == UnifiSessions::Host::UnifiOs;
    if (request.method == "POST" && request.path == (isConsole ? "/api/auth/login" : "/api/login"))
        return m_sessions.signIn(request);
    if (request.method == "POST"
        && request.path == (isConsole ? "/api/auth/logout" : "/api/logout")) {
        if (auto refusal = m_sessions.refused(request))
            return refusal;
        return m_sessions.signOut(request);
    }
    if (request.path != m_prefix + "/status")
        return std::nullopt;
    if (isConsole)
        if (auto refusal = m_sessions.refused(request))
            return refusal;
    return m_version.majorVersion() >= 10 ? classicRefusal(404, u"api.err.NotFound"_s) : status();
}

SimReply UnifiClassicSimulator::status() const
{
    return jsonReply(200,
        {{u"meta"_s,
             QJsonObject{{u"rc"_s, u"ok"_s}, {u"up"_s, true},
                 {u"server_version"_s, m_options.version}, {u"uuid"_s, idOf('0', 1)}}},
            {u"data"_s, QJsonArray()}},
        u"told its version"_s);
}

std::span<const UnifiClassicSimulator::Route> UnifiClassicSimulator::routes()
{
    using Self = UnifiClassicSimulator;
    static constexpr Route all[] = {
        {"GET", "stat/sta", &Self::listClients},
        {"GET", "rest/user", &Self::listKnownClients},
        {"GET", "list/user", &Self::listKnownClients},
        {"GET", "stat/alluser", &Self::listKnownClients},
        {"GET", "stat/guest", &Self::listGuests},
        {"POST", "stat/guest", &Self::listGuests},
        {"GET", "stat/device", &Self::listDevices},
        {"GET", "stat/sysinfo", &Self::systemInfo},
        {"GET", "stat/health", &Self::health},
        {"GET", "get/setting/guest_access", &Self::guestAccess},
        {"POST", "cmd/stamgr", &Self::manageStation},
    };
    return all;
}

SimReply UnifiClassicSimulator::answerApi(const SimRequest &request, const QByteArray &path)
{
    const bool reads = request.method == "GET";
    if (reads && path == "/api/self/sites")
        return listSites(false);
    if (reads && path == "/api/stat/sites")
        return listSites(true);
    // Split as it was sent: an address with %3A for its colons is unknown to the real one as well.
    const QByteArrayList parts = path.split('/');
    if (parts.size() < 5 || parts[2] != "s")
        return classicRefusal(404, u"api.err.NotFound"_s);
    const auto site = siteNamed(QString::fromLatin1(parts[3]));
    if (!site)
        return classicRefusal(400, u"api.err.NoSiteContext"_s);
    const QByteArray below = parts.mid(4).join('/');
    for (const Route &route : routes())
        if (below == route.path && request.method == route.method)
            return (this->*route.answerer)(request, *site);
    if (reads && parts.size() == 7 && below.startsWith("stat/sta/"))
        return oneClient(*site, parts.last());
    return classicRefusal(404, u"api.err.NotFound"_s);
}

QString UnifiClassicSimulator::idOf(char kind, int index, int turn) const
{
    return u"%1%2%3%4"_s.arg(m_idDigits, QChar(QLatin1Char(kind)))
        .arg(turn & 0xff, 2, 16, QLatin1Char('0'))
        .arg(index, 7, 16, QLatin1Char('0'));
}

QString UnifiClassicSimulator::clientId(int client) const
{
    const bool changes = m_world.faults.has(Fault::ChangingIds);
    return idOf('c', client, changes ? m_world.venue.clients()[size_t(client)].associations : 0);
}

std::optional<int> UnifiClassicSimulator::siteNamed(const QString &shortName) const
{
    for (int site = 0; site < int(m_world.venue.sites().size()); ++site)
        if (unifiShortName(m_options.seed, site) == shortName)
            return site;
    return std::nullopt;
}

std::optional<int> UnifiClassicSimulator::clientOf(int site, quint64 mac) const
{
    const auto &clients = m_world.venue.clients();
    const auto client = m_world.venue.clientByMac(mac);
    if (!client || clients[size_t(*client)].site == site)
        return client;
    const auto stray = std::ranges::find_if(
        clients, [&](const SimClient &row) { return row.mac == mac && row.site == site; });
    return stray == clients.end() ? std::nullopt : std::optional(int(stray - clients.begin()));
}

int UnifiClassicSimulator::defaultMinutes() const
{
    // Both have been seen where nobody said how long.
    return m_options.host == UnifiSessions::Host::NetworkServer ? 240 : Venue::defaultMinutes;
}

QString classicMac(quint64 mac)
{
    return spelledMac(mac, ":"_L1, false);
}
