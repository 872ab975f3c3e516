#include "sim/omadasimulator.h"

using namespace Qt::StringLiterals;

OmadaSimulator::OmadaSimulator(SimWorld &world, const OmadaOptions &options)
    : m_world(world)
    , m_version(options.version)
    , m_envelope(world)
    , m_rows(world, options.seed)
    , m_openApi(world, options)
    , m_hotspot(world, options)
{
}

QJsonObject OmadaSimulator::credentials() const
{
    QJsonObject all{{u"user"_s, m_hotspot.user()}, {u"password"_s, m_hotspot.password()}};
    if (m_version.hasOpenApi()) {
        all.insert(u"clientId"_s, m_openApi.clientId());
        all.insert(u"clientSecret"_s, m_openApi.clientSecret());
    }
    return all;
}

QJsonArray OmadaSimulator::sites() const
{
    QJsonArray rows;
    for (int site = 0; site < int(m_world.venue.sites().size()); ++site)
        rows += QJsonObject{{u"id"_s, m_hotspot.siteKey(site)},
            {u"name"_s, m_world.venue.sites()[size_t(site)].name}};
    return rows;
}

QString OmadaSimulator::macSpelling(quint64 mac) const
{
    return OmadaRows::mac(mac);
}

QString OmadaSimulator::commonName() const
{
    return u"localhost"_s;
}

SimReply OmadaSimulator::signInPage() const
{
    return omadaSignInPage();
}

SimReply OmadaSimulator::tooManyRequests() const
{
    SimReply reply = m_envelope.answered(-1, u"Too many requests."_s);
    reply.status = 429;
    return reply;
}

SimReply OmadaSimulator::answer(const SimRequest &request)
{
    const QStringList parts = request.pathParts();
    const bool isInfo = parts == QStringList{u"api"_s, u"info"_s} && request.method == "GET";
    if (isInfo && !m_world.faults.has(Fault::NoApiInfo))
        return info();
    if (m_version.hasOpenApi())
        if (auto reply = m_openApi.answer(request, parts))
            return *reply;
    if (auto reply = answerPrivate(request, parts))
        return *reply;
    return outside(request);
}

std::optional<SimReply> OmadaSimulator::answerPrivate(
    const SimRequest &request, const QStringList &parts)
{
    const qsizetype api = m_version.hasIdInPaths() ? 1 : 0;
    if (parts.mid(api, 2) != QStringList{u"api"_s, u"v2"_s})
        return std::nullopt;
    // 32 digits or it is no controller id: what comes without one ends at the web server.
    if (api == 1 && parts[0].size() != m_rows.controllerId().size())
        return std::nullopt;
    if (api == 1 && parts[0] != m_rows.controllerId())
        return m_envelope.answered(-7131, u"Controller ID not exist."_s);
    return m_hotspot.answer(request, parts.mid(api + 2));
}

SimReply OmadaSimulator::outside(const SimRequest &request) const
{
    const QByteArray page = m_version.hasIdInPaths()
        ? '/' + m_rows.controllerId().toLatin1() + "/login"
        : QByteArray("/login");
    if (request.path == "/") {
        SimReply reply = htmlReply(302, {}, u"redirected to the sign-in page"_s);
        reply.headers.emplace_back("Location", page);
        return reply;
    }
    if (request.path == page)
        return signInPage();
    return htmlReply(
        404, "<html><body><h1>HTTP Status 404 – Not Found</h1></body></html>", u"no such page"_s);
}

SimReply OmadaSimulator::info() const
{
    QJsonObject info{{u"controllerVer"_s, m_version.text()}, {u"apiVer"_s, u"3"_s},
        {u"configured"_s, true}, {u"type"_s, 1}, {u"omadacId"_s, m_rows.controllerId()}};
    if (m_version.hasIdInPaths()) {
        info.insert(u"supportApp"_s, true);
        info.insert(u"registeredRoot"_s, true);
        info.insert(u"omadacCategory"_s, u"advanced"_s);
        info.insert(u"mspMode"_s, false);
    }
    return m_envelope.done(info);
}

QList<QUrl> OmadaSimulator::redirects(const QUrl &portal) const
{
    QList<QUrl> urls;
    for (const quint64 mac : m_world.venue.waiting(m_world.now()))
        if (const auto client = m_world.venue.clientByMac(mac))
            urls += redirect(portal, m_world.venue.clients()[size_t(*client)]);
    return urls;
}

QUrl OmadaSimulator::redirect(const QUrl &portal, const SimClient &client) const
{
    const SimDevice &device = m_world.venue.devices()[size_t(client.device)];
    const SimSite &site = m_world.venue.sites()[size_t(client.site)];
    const QString time = QString::number(m_world.now() / 1000);
    QList<std::pair<QString, QString>> query{{u"clientMac"_s, OmadaRows::mac(client.mac)}};
    if (m_version.hasPortalLimits())
        query += {u"clientIp"_s, OmadaRows::ip(client.ip)};
    if (device.isGateway)
        query.append({{u"gatewayMac"_s, OmadaRows::mac(device.mac)},
            {u"vid"_s, QString::number(client.vlan)}, {u"t"_s, time}});
    else
        query.append({{u"apMac"_s, OmadaRows::mac(device.mac)}, {u"ssidName"_s, site.ssid},
            {u"t"_s, time}, {u"radioId"_s, QString::number(client.radio)}});
    query += {u"site"_s, m_version.tellsSiteIds() ? m_rows.siteId(client.site) : site.name};
    query += {u"redirectUrl"_s, u"http://captive.example/hotspot-detect.html?from=phone"_s};
    return redirectTo(portal, query);
}
