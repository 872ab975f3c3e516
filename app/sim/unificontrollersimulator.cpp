#include "sim/unificontrollersimulator.h"

#include "sim/unifisites.h"

using namespace Qt::StringLiterals;

namespace {

using Deployment = UnifiIntegrationOptions::Deployment;

UnifiClassicOptions classicOptions(
    const UnifiIntegrationOptions &options, const QStringList &externalIds)
{
    return {options.deployment == Deployment::SelfHosted ? UnifiSessions::Host::NetworkServer
                                                         : UnifiSessions::Host::UnifiOs,
        options.version, options.seed, options.reconnectSeconds, externalIds};
}

} // namespace

UnifiControllerSimulator::UnifiControllerSimulator(
    SimWorld &world, const UnifiIntegrationOptions &options, Asked asked)
    : m_world(world)
    , m_seed(options.seed)
    , m_asked(asked)
    , m_hasKey(asked == Asked::Integration || options.deployment != Deployment::SelfHosted)
    , m_integration(world, options)
{
    if (options.deployment == Deployment::Connector)
        return;
    QStringList externalIds;
    if (m_integration.isThere())
        for (int site = 0; site < int(world.venue.sites().size()); ++site)
            externalIds += m_integration.siteId(site);
    m_classic.emplace(world, classicOptions(options, externalIds));
}

SimReply UnifiControllerSimulator::answer(const SimRequest &request)
{
    if (m_classic)
        if (auto reply = m_classic->answer(request))
            return *reply;
    return m_integration.answer(request);
}

QJsonObject UnifiControllerSimulator::credentials() const
{
    QJsonObject all = m_classic ? m_classic->credentials() : QJsonObject();
    if (m_hasKey)
        all.insert(u"apiKey"_s, m_integration.credentials().value(u"apiKey"_s));
    return all;
}

QJsonArray UnifiControllerSimulator::sites() const
{
    if (m_asked == Asked::Integration)
        return m_integration.sites();
    QJsonArray rows;
    for (int site = 0; site < int(m_world.venue.sites().size()); ++site)
        rows += QJsonObject{{u"id"_s, unifiShortName(m_seed, site)},
            {u"name"_s, m_world.venue.sites()[size_t(site)].name}};
    return rows;
}

QList<std::pair<QByteArray, QByteArray>> UnifiControllerSimulator::takeEvents()
{
    return m_classic ? m_classic->takeEvents() : QList<std::pair<QByteArray, QByteArray>>();
}

QList<QUrl> UnifiControllerSimulator::redirects(const QUrl &portal) const
{
    return unifiRedirects(m_world, m_seed, portal);
}
