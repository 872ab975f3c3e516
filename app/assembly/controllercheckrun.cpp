#include "assembly/controllercheckrun.h"

ControllerCheckRun::ControllerCheckRun(
    std::unique_ptr<ControllerDriver> driver, Job<ControllerCheck> *answer, QObject *parent)
    : QObject(parent)
    , m_driver(std::move(driver))
    , m_answer(answer)
{
    connect(answer, &JobBase::cancelled, this, &QObject::deleteLater);
}

void ControllerCheckRun::start()
{
    m_driver->identify()->then(this, [this](const auto &identity) { identified(identity); });
}

void ControllerCheckRun::identified(const Result<ControllerIdentity> &identity)
{
    if (!identity)
        return end(fail(identity.error()));
    m_check.identity = *identity;
    m_driver->listSites()->then(this, [this](const auto &sites) { listed(sites); });
}

void ControllerCheckRun::listed(const Result<QList<Site>> &sites)
{
    if (!sites)
        return end(fail(sites.error()));
    m_check.sites = *sites;
    m_check.capabilities = m_driver->capabilities();
    if (ClientAuthorizer *authorizer = m_driver->authorizer())
        m_check.limitRules = authorizer->limitRules();
    end(m_check);
}

void ControllerCheckRun::end(const Result<ControllerCheck> &result)
{
    if (m_answer)
        m_answer->settle(result);
    deleteLater();
}
