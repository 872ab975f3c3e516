#include "assembly/controllercheckrun.h"

namespace {

/// Whether the answer shows another protocol than the one that was tried.
bool speaksSomethingElse(Failure::Kind kind)
{
    using enum Failure::Kind;
    return kind == UnreadableReply || kind == NotFound || kind == NotSupported;
}

} // namespace

ControllerCheckRun::ControllerCheckRun(
    Gatehouse &gatehouse, NewController candidate, Job<ControllerCheck> *answer)
    : QObject(&gatehouse)
    , m_gatehouse(gatehouse)
    , m_candidate(std::move(candidate))
    , m_answer(answer)
{
    connect(answer, &JobBase::cancelled, this, &QObject::deleteLater);
}

void ControllerCheckRun::start()
{
    auto driver = m_gatehouse.makeDriver(m_candidate.profile, m_candidate.credentials);
    if (!driver)
        return end(fail(driver.error()));
    m_driver = std::move(*driver);
    m_check.generation = m_candidate.profile.generation;
    m_driver->identify()->then(this, [this](const auto &identity) { identified(identity); });
}

void ControllerCheckRun::identified(const Result<ControllerIdentity> &identity)
{
    if (!identity && !m_candidate.alternatives.isEmpty()
        && speaksSomethingElse(identity.error().kind)) {
        m_candidate.profile.generation = m_candidate.alternatives.takeFirst();
        // It may be on the stack.
        m_driver->setParent(this);
        m_driver.release()->deleteLater();
        return start();
    }
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
