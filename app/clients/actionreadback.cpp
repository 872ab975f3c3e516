#include "clients/actionfailures.h"
#include "clients/actionsteps.h"
#include "clients/proof.h"

#include <algorithm>

namespace {

/// So many looks must agree before a missing client or other limits are taken for the truth: what
/// a controller shows may lag behind what it has just done.
constexpr int looksToBeSure = 3;

} // namespace

// Reading back: the controller's own state is the only proof.

void ActionRun::Steps::readBackLater(std::chrono::milliseconds atLeast)
{
    const auto elapsed
        = std::max(m_waited, std::chrono::milliseconds(m_readingSince.msecsTo(m_clock.now())));
    if (elapsed >= m_patience.longest || elapsed + atLeast > m_patience.longest
        || m_patience.pauses.empty())
        return endUnproven();
    const auto pause = std::max(
        atLeast, m_patience.pauses[std::min(size_t(m_looks), m_patience.pauses.size() - 1)]);
    ++m_looks;
    m_waited += std::max(pause, std::chrono::milliseconds(1));
    m_pause.start(pause);
}

void ActionRun::Steps::readBack()
{
    if (!m_driver)
        return endUnproven();
    auto *job = m_driver->reader()->readClient(m_report.client);
    m_job = job;
    job->then(&m_run, [this](const Result<WifiClient> &answer) { readBackAnswered(answer); });
}

void ActionRun::Steps::readBackAnswered(const Result<WifiClient> &answer)
{
    if (m_ended)
        return;
    if (answer) {
        m_readFailure.reset();
        takeLook(answer);
        return judge(proofOf(m_sent, m_report.client));
    }
    m_readFailure = answer.error();
    if (answer.error().kind == Failure::Kind::NotFound) {
        takeLook(answer);
        return judgeAbsence();
    }
    m_sameLooks = 0;
    m_cannotAsk = answer.error().kind == Failure::Kind::NotSupported;
    if (!mayReadLater(answer.error().kind))
        return endUnproven();
    readBackLater(answer.error().retryAfter.value_or(std::chrono::seconds(0)));
}

void ActionRun::Steps::judge(const Proof &proof)
{
    const bool asBefore = m_latest && m_latest->verdict == proof.verdict
        && m_latest->got == proof.got && m_latest->until == proof.until;
    m_sameLooks = asBefore ? m_sameLooks + 1 : 1;
    m_latest = proof;
    m_report.got = proof.got;
    m_report.until = proof.until ? std::optional(inOurClock(*proof.until)) : std::nullopt;
    m_report.differences = proof.differences;
    switch (proof.verdict) {
    case Proof::Verdict::Shown:
        return end(Outcome::Confirmed);
    case Proof::Verdict::ShownOtherwise:
        return m_sameLooks >= looksToBeSure ? end(Outcome::Differs) : readBackLater();
    case Proof::Verdict::NotYet:
        return readBackLater();
    }
}

/// Where cancelling also disconnects, the proof is that the controller named what it ended, and no
/// longer lists the device.
void ActionRun::Steps::judgeAbsence()
{
    m_sameLooks = m_latest ? 1 : m_sameLooks + 1;
    m_latest.reset();
    if (m_request.action != AuditAction::Cancel || !m_revoked || m_sameLooks < looksToBeSure)
        return readBackLater();
    m_report.clientWasRead = true;
    m_report.client.state = ClientState::Expired;
    m_report.client.authorization.reset();
    end(Outcome::Confirmed);
}

void ActionRun::Steps::endUnproven()
{
    if (m_latest && m_latest->verdict == Proof::Verdict::ShownOtherwise)
        return end(Outcome::Differs);
    if (m_doubt)
        return end(Outcome::Unknown, m_doubt);
    m_report.cannotBeAsked = m_cannotAsk;
    end(Outcome::NotConfirmed, m_readFailure);
}
