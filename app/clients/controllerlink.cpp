#include "clients/controllerlink.h"

#include "clients/linkcycle.h"

ControllerLink::ControllerLink(ControllerProfile profile, ClientDirectory &directory,
    const Clock &clock, QObject *parent, const LinkPace &pace)
    : QObject(parent)
    , m_cycle(std::make_unique<Cycle>(*this, std::move(profile), directory, clock, pace))
{
}

ControllerLink::~ControllerLink() = default;

const ControllerProfile &ControllerLink::profile() const
{
    return m_cycle->profile;
}

void ControllerLink::setProfile(const ControllerProfile &profile)
{
    Q_ASSERT(profile.id == m_cycle->profile.id);
    if (profile == m_cycle->profile)
        return;
    m_cycle->profile = profile;
    Q_EMIT stateChanged();
}

void ControllerLink::connectWith(std::unique_ptr<ControllerDriver> driver)
{
    m_cycle->begin(std::move(driver));
}

void ControllerLink::cannotConnect(const Failure &failure)
{
    m_cycle->end(State::NeedsAttention, failure);
}

void ControllerLink::disconnectNow()
{
    m_cycle->end(State::Idle, {});
}

ControllerLink::State ControllerLink::state() const
{
    return m_cycle->state;
}

std::optional<Failure> ControllerLink::failure() const
{
    return m_cycle->failure;
}

std::optional<QDateTime> ControllerLink::lastAnswerAt() const
{
    return m_cycle->lastAnswerAt;
}

std::optional<QDateTime> ControllerLink::nextAttemptAt() const
{
    return m_cycle->nextAttemptAt;
}

ControllerDriver *ControllerLink::driver() const
{
    return m_cycle->driver.get();
}

Capabilities ControllerLink::capabilities() const
{
    return m_cycle->capabilities;
}

LimitRules ControllerLink::limitRules() const
{
    ControllerDriver *driver = m_cycle->driver.get();
    return driver && driver->authorizer() ? driver->authorizer()->limitRules() : LimitRules();
}

const QList<Site> &ControllerLink::sites() const
{
    return m_cycle->sites;
}

void ControllerLink::recallSites(const QList<Site> &sites)
{
    m_cycle->sites = sites;
    Q_EMIT sitesChanged();
}

void ControllerLink::meetSite(const Site &site)
{
    m_cycle->meet(site);
}

void ControllerLink::refreshSoon(const QString &siteId)
{
    m_cycle->askSoon(siteId);
}

void ControllerLink::setAudience(Audience audience, const QString &siteId)
{
    m_cycle->watch(audience, siteId);
}

void ControllerLink::hurry(const QString &siteId)
{
    m_cycle->hurry(siteId);
}

void ControllerLink::setVisibleClients(const QList<ClientKey> &keys)
{
    m_cycle->details.setVisible(keys);
}
