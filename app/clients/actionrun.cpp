#include "clients/actionrun.h"

#include "clients/actionfailures.h"
#include "clients/actionsteps.h"
#include "clients/auditentries.h"
#include "clients/offers.h"
#include "clients/proof.h"

#include <QPointer>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// So many looks must agree before a missing client or other limits are taken for the truth: what
/// a controller shows may lag behind what it has just done.
constexpr int looksToBeSure = 3;

} // namespace

ActionRun::Steps::Steps(ActionRun &run, ActionRequest request, ControllerDriver &driver,
    AuditLog &audit, const Clock &clock, ReadBackPatience patience, ReportWording wording)
    : m_run(run)
    , m_request(std::move(request))
    , m_driver(&driver)
    , m_audit(audit)
    , m_clock(clock)
    , m_patience(std::move(patience))
    , m_wording(std::move(wording))
{
    m_report.action = m_request.action;
    m_report.client = m_request.client;
    m_pause.setSingleShot(true);
    QObject::connect(&m_pause, &QTimer::timeout, &m_run, [this] { readBack(); });
}

QDateTime ActionRun::Steps::controllerNow() const
{
    const auto offset = m_driver ? m_driver->clockOffset() : std::chrono::milliseconds(0);
    return m_clock.now().addMSecs(offset.count());
}

QDateTime ActionRun::Steps::inOurClock(const QDateTime &controllerTime) const
{
    return m_clock.now().addMSecs(controllerNow().msecsTo(controllerTime));
}

void ActionRun::Steps::enter(Stage stage)
{
    m_stage = stage;
    Q_EMIT m_run.stageChanged(stage);
}

// Looking: the fresh state decides whether there is anything to do.

void ActionRun::Steps::look()
{
    Q_ASSERT(!m_started);
    m_started = true;
    enter(Stage::Looking);
    ClientReader *reader = m_driver ? m_driver->reader() : nullptr;
    auto *job = reader ? reader->readClient(m_request.client)
                       : Job<WifiClient>::settled(m_request.client, &m_run);
    m_job = job;
    job->then(&m_run, [this](const Result<WifiClient> &answer) { looked(answer); });
}

void ActionRun::Steps::looked(const Result<WifiClient> &answer)
{
    if (m_stage == Stage::Finished)
        return;
    if (!m_driver)
        return end(Outcome::Failed, Failure{Failure::Kind::Cancelled, u"disconnected"_s});
    if (!answer && answer.error().kind != Failure::Kind::NotFound)
        return end(Outcome::Failed, answer.error());
    takeLook(answer);
    if (const auto reason = objection(answer.has_value()))
        return end(Outcome::Failed, reason);
    record();
}

/// A client, or the word that it is not listed. The driver does not know what we call its
/// controller, so the key stays ours.
void ActionRun::Steps::takeLook(const Result<WifiClient> &answer)
{
    m_report.clientIsListed = answer.has_value();
    if (!answer)
        return;
    m_report.clientWasRead = true;
    m_report.client = *answer;
    m_report.client.key = m_request.client.key;
}

std::optional<Failure> ActionRun::Steps::objection(bool listed)
{
    const auto action = offeredAs(m_request.action);
    const ClientAuthorizer *authorizer = m_driver->authorizer();
    const bool hasRole = action == ClientAction::Authorize ? authorizer != nullptr
        : action == ClientAction::Extend                   ? m_driver->extender() != nullptr
                                                           : m_driver->canceller() != nullptr;
    if (!action || !hasRole)
        return objectionTo(Offer::NotOnThisController);
    RowCircumstances circumstances;
    circumstances.listedNow = listed;
    const Capabilities capabilities = m_driver->capabilities();
    m_report.offer = offerFor(*action, capabilities, m_report.client, circumstances);
    if (auto reason = objectionTo(m_report.offer))
        return reason;
    if (action == ClientAction::Extend && m_request.limits.minutes.value_or(0) < 1)
        return Failure{Failure::Kind::InvalidInput, u"extending needs minutes to add"_s};
    if (action != ClientAction::Authorize)
        return std::nullopt;
    const auto objections = objectionsTo(m_request.limits, authorizer->limitRules(), capabilities);
    if (objections.isEmpty())
        return std::nullopt;
    return objections.first().reason == LimitObjection::Reason::OutOfRange
        ? Failure{Failure::Kind::InvalidInput, u"a limit is out of this controller's range"_s}
        : Failure{Failure::Kind::NotSupported, u"this controller cannot set a limit"_s};
}

// Recording: no intent, no request.

void ActionRun::Steps::record()
{
    enter(Stage::Recording);
    Limits asked = m_request.limits;
    if (m_request.action == AuditAction::Authorize)
        asked = settable(asked, m_driver->authorizer()->limitRules());
    m_sent = {m_request.action, asked, m_report.client, controllerNow(), m_patience.endTolerance,
        m_driver->extender() && m_driver->extender()->restartsUsage()};
    m_report.asked = asked;

    const auto begun
        = m_audit.begin(intentOf(m_request, m_report.client, asked, m_clock.now(), m_sent.sentAt));
    if (!begun)
        return end(Outcome::Failed, begun.error());
    m_report.record = *begun;
    send();
}

// Sending: one request, once.

void ActionRun::Steps::send()
{
    enter(Stage::Sending);
    auto *job = sent();
    m_job = job;
    job->then(&m_run, [this](const Result<ActionAnswer> &answer) { answered(answer); });
}

Job<ActionAnswer> *ActionRun::Steps::sent()
{
    const WifiClient &client = m_report.client;
    switch (m_request.action) {
    case AuditAction::Authorize:
        return m_driver->authorizer()->authorize({client, m_sent.asked});
    case AuditAction::Extend:
        return m_driver->extender()->extend({client, *m_sent.asked.minutes, m_sent.sentAt});
    case AuditAction::Cancel:
        return m_driver->canceller()->cancel(client);
    case AuditAction::Block:
    case AuditAction::Unblock:
        break;
    }
    Q_UNREACHABLE();
}

void ActionRun::Steps::answered(const Result<ActionAnswer> &answer)
{
    if (m_stage == Stage::Finished)
        return;
    if (answer) {
        m_report.incomplete = answer->incomplete;
        m_revoked = answer->revoked.has_value();
    } else if (answer.error().mayHaveTakenEffect()) {
        m_doubt = answer.error();
    } else {
        return end(outcomeOf(answer.error().kind), answer.error());
    }
    enter(Stage::ReadingBack);
    m_readingSince = m_clock.now();
    if (m_givenUp || !m_driver || !m_driver->reader())
        return endUnproven();
    readBackLater();
}

// Reading back: the controller's own state is the only proof.

void ActionRun::Steps::readBackLater(std::chrono::milliseconds atLeast)
{
    const auto elapsed
        = std::max(m_waited, std::chrono::milliseconds(m_readingSince.msecsTo(m_clock.now())));
    if (elapsed >= m_patience.longest || m_patience.pauses.empty())
        return endUnproven();
    const auto pause
        = std::max(atLeast, m_patience.pauses[std::min(m_looks, m_patience.pauses.size() - 1)]);
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
    if (m_stage == Stage::Finished)
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
    end(Outcome::NotConfirmed, m_readFailure);
}

// The end.

void ActionRun::Steps::giveUp()
{
    m_givenUp = true;
    switch (m_stage) {
    case Stage::Looking:
    case Stage::Recording:
        return end(Outcome::Failed, Failure{Failure::Kind::Cancelled, u"cancelled"_s});
    case Stage::Sending:
        return; // its answer still says more than a guess
    case Stage::ReadingBack:
        return endUnproven();
    case Stage::Finished:
        return;
    }
}

void ActionRun::Steps::abandon()
{
    if (m_stage == Stage::Finished || m_report.record == 0)
        return;
    m_report.outcome = Outcome::Unknown;
    m_report.failure = Failure{Failure::Kind::Cancelled, u"the run was dropped on its way"_s};
    m_report.finishedAt = m_clock.now();
    recordOutcome();
}

void ActionRun::Steps::end(Outcome outcome, const std::optional<Failure> &failure)
{
    m_pause.stop();
    if (m_job)
        m_job->cancel();
    m_report.outcome = outcome;
    m_report.failure = failure;
    m_report.finishedAt = m_clock.now();
    if (m_report.asked.isEmpty())
        m_report.asked = m_request.limits;
    if (m_report.record != 0)
        recordOutcome();
    enter(Stage::Finished);
    Q_EMIT m_run.finished(m_report);
    m_run.deleteLater();
}

void ActionRun::Steps::recordOutcome()
{
    AuditOutcome outcome = outcomeOf(m_report, m_wording);
    outcome.controllerTime = controllerNow();
    outcome.until = m_latest ? m_latest->until : std::nullopt;
    if (const auto kept = m_audit.finish(m_report.record, outcome); !kept)
        m_report.failure = kept.error();
}

ActionRun::ActionRun(ActionRequest request, ControllerDriver &driver, AuditLog &audit,
    const Clock &clock, ReadBackPatience patience, ReportWording wording, QObject *parent)
    : QObject(parent)
    , m_steps(std::make_unique<Steps>(
          *this, std::move(request), driver, audit, clock, std::move(patience), std::move(wording)))
{
}

ActionRun::~ActionRun()
{
    m_steps->abandon();
}

void ActionRun::start()
{
    m_steps->look();
}

void ActionRun::cancel()
{
    m_steps->giveUp();
}

ActionRun::Stage ActionRun::stage() const
{
    return m_steps->stage();
}

const ActionRequest &ActionRun::request() const
{
    return m_steps->request();
}
