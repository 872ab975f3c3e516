#include "clients/actionsteps.h"

#include "clients/actionfailures.h"
#include "clients/actionobjection.h"
#include "clients/auditentries.h"
#include "clients/offers.h"
#include "clients/proof.h"

#include <QPointer>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int secondsInMinute = 60;

/// So often a run comes back to an audit log that another program is writing to.
constexpr int mostHoldUps = 5;

Failure cancelled()
{
    return {Failure::Kind::Cancelled, u"cancelled"_s};
}

Failure disconnected()
{
    return {Failure::Kind::Cancelled, u"disconnected"_s};
}

/// The controller told a moment ago where the device hangs: it may have roamed since its browser
/// was sent away, and an authorization that names the access point it left is refused.
CapturedRedirect broughtUpToDate(CapturedRedirect redirect, const WifiClient &seen)
{
    if (!seen.attachment.accessPoint)
        return redirect;
    redirect.accessPoint = seen.attachment.accessPoint;
    redirect.radio = seen.attachment.radio ? seen.attachment.radio : redirect.radio;
    redirect.clientIp = seen.ip.isEmpty() ? redirect.clientIp : seen.ip;
    return redirect;
}

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
    QObject::connect(&m_pause, &QTimer::timeout, &m_run, [this] {
        if (m_ended)
            conclude();
        else if (m_stage == Stage::Looking)
            ask();
        else
            readBack();
    });
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
    m_lookingSince = m_clock.now();
    ask();
}

void ActionRun::Steps::ask()
{
    ClientReader *reader = m_driver ? m_driver->reader() : nullptr;
    auto *job = reader
        ? reader->readClient(m_request.client)
        : Job<WifiClient>::settled(fail(Failure::Kind::NotSupported, u"no reader"_s), &m_run);
    m_job = job;
    job->then(&m_run, [this](const Result<WifiClient> &answer) { looked(answer); });
}

void ActionRun::Steps::looked(const Result<WifiClient> &answer)
{
    if (m_ended)
        return;
    if (!m_driver)
        return end(Outcome::Failed, disconnected());
    m_cannotAsk = !answer && answer.error().kind == Failure::Kind::NotSupported;
    const bool saysNothing
        = !answer && answer.error().kind != Failure::Kind::NotFound && !m_cannotAsk;
    if (saysNothing)
        return mayLookAfter(answer.error()) ? m_pause.start(*answer.error().retryAfter)
                                            : end(Outcome::Failed, answer.error());
    if (!m_cannotAsk)
        takeLook(answer);
    const auto reason = objectionTo(m_request, *m_driver, m_cannotAsk, m_report);
    const bool mayBeNew = m_request.action == AuditAction::Authorize
        && m_report.offer == Offer::NotConnected && ++m_looks < m_patience.looksForNewcomer;
    if (mayBeNew)
        return m_pause.start(m_patience.betweenThose);
    if (reason)
        return canBePutOff() ? record(reason) : end(Outcome::Failed, reason);
    m_looks = 0;
    record();
}

/// A cancel that somebody wants done as soon as the device is back.
bool ActionRun::Steps::canBePutOff() const
{
    const bool isCancellable
        = m_report.offer == Offer::Ready || m_report.offer == Offer::NotConnected;
    return m_request.action == AuditAction::Cancel && m_request.putOffWhenAway && isCancellable
        && !m_report.clientIsListed && !m_cannotAsk;
}

/// A controller that asks to wait gets the time, within reason: nothing has been sent yet.
bool ActionRun::Steps::mayLookAfter(const Failure &failure) const
{
    const auto waited = std::chrono::milliseconds(m_lookingSince.msecsTo(m_clock.now()));
    return failure.kind == Failure::Kind::RateLimited && failure.retryAfter
        && waited + *failure.retryAfter <= m_patience.longest;
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

// Recording: no intent, no request.

/// With a reason to put it off, nothing is sent after it.
void ActionRun::Steps::record(const std::optional<Failure> &whyPutOff)
{
    enter(Stage::Recording);
    Limits asked = m_request.limits;
    if (m_request.action == AuditAction::Authorize)
        asked = settable(asked, m_driver->authorizer()->limitRules());
    m_sent = {m_request.action, asked, m_report.client, controllerNow(), m_patience.endTolerance,
        m_driver->extender() && m_driver->extender()->restartsUsage()};
    m_report.asked = asked;
    if (m_request.action == AuditAction::Authorize && asked.minutes)
        m_report.askedUntil = m_clock.now().addSecs(qint64(*asked.minutes) * secondsInMinute);

    m_audit.beginLater(intentOf(m_request, m_report.client, asked, m_clock.now(), m_sent.sentAt))
        ->then(
            &m_run, [this, whyPutOff](const Result<qint64> &begun) { recorded(begun, whyPutOff); });
}

void ActionRun::Steps::recorded(
    const Result<qint64> &begun, const std::optional<Failure> &whyPutOff)
{
    if (!begun && !m_givenUp && mayWriteAfter(begun.error())) {
        enter(Stage::Looking); // anew, for the client may be another by then
        return m_pause.start(*begun.error().retryAfter);
    }
    m_report.record = begun.value_or(0);
    if (m_givenUp)
        return end(Outcome::Failed, cancelled());
    if (!begun)
        return end(Outcome::Failed, begun.error());
    if (whyPutOff)
        return end(Outcome::Failed, whyPutOff);
    if (!m_driver)
        return end(Outcome::Failed, disconnected());
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
        return m_driver->authorizer()->authorize({client, m_sent.asked, redirect()});
    case AuditAction::Extend:
        return m_driver->extender()->extend({client, *m_sent.asked.minutes, m_sent.sentAt});
    case AuditAction::Cancel:
        return m_driver->canceller()->cancel(client);
    case AuditAction::Block:
        return m_driver->blocker()->block(client);
    case AuditAction::Unblock:
        return m_driver->blocker()->unblock(client);
    }
    Q_UNREACHABLE();
}

std::optional<CapturedRedirect> ActionRun::Steps::redirect() const
{
    return m_request.redirect && m_report.clientWasRead
        ? broughtUpToDate(*m_request.redirect, m_report.client)
        : m_request.redirect;
}

void ActionRun::Steps::answered(const Result<ActionAnswer> &answer)
{
    if (m_ended)
        return;
    if (answer) {
        m_report.incomplete = answer->incomplete;
        m_revoked = answer->revoked.has_value();
    } else if (answer.error().mayHaveTakenEffect()) {
        m_doubt = answer.error();
    } else {
        m_report.clientIsListed
            = m_report.clientIsListed && answer.error().kind != Failure::Kind::NotFound;
        return end(outcomeOf(answer.error().kind), answer.error());
    }
    enter(Stage::ReadingBack);
    m_readingSince = m_clock.now();
    if (m_givenUp || !m_driver || m_cannotAsk)
        return endUnproven();
    readBackLater();
}

// The end.

void ActionRun::Steps::giveUp()
{
    if (m_ended)
        return;
    m_givenUp = true;
    switch (m_stage) {
    case Stage::Looking:
        return end(Outcome::Failed, cancelled());
    case Stage::Recording: // what is being recorded is to have an outcome
    case Stage::Sending: // its answer still says more than a guess
        return;
    case Stage::ReadingBack:
        return endUnproven();
    case Stage::Finished:
        return;
    }
}

void ActionRun::Steps::end(Outcome outcome, const std::optional<Failure> &failure)
{
    m_ended = true;
    m_pause.stop();
    if (m_job)
        m_job->cancel();
    m_report.outcome = outcome;
    m_report.failure = failure;
    m_report.finishedAt = m_clock.now();
    if (m_report.asked.isEmpty())
        m_report.asked = m_request.limits;
    m_report.putOff = m_report.record != 0 && canBePutOff() && outcome != Outcome::Confirmed;
    m_heldUp = 0;
    conclude();
}

void ActionRun::Steps::conclude()
{
    if (m_report.record == 0)
        return concluded({});
    m_audit.finishLater(m_report.record, outcome())->then(&m_run, [this](const Result<Done> &kept) {
        concluded(kept);
    });
}

void ActionRun::Steps::concluded(const Result<Done> &kept)
{
    if (!kept && mayWriteAfter(kept.error()))
        return m_pause.start(*kept.error().retryAfter);
    if (!kept)
        m_report.failure = kept.error();
    enter(Stage::Finished);
    Q_EMIT m_run.finished(m_report);
    m_run.deleteLater();
}

bool ActionRun::Steps::mayWriteAfter(const Failure &failure)
{
    return failure.kind == Failure::Kind::StorageFailed && failure.retryAfter
        && ++m_heldUp < mostHoldUps;
}

AuditOutcome ActionRun::Steps::outcome() const
{
    AuditOutcome outcome = outcomeOf(m_report, m_wording);
    outcome.controllerTime = controllerNow();
    outcome.until = m_latest ? m_latest->until : std::nullopt;
    if (m_latest) {
        outcome.shown = m_report.client.state;
        if (m_report.client.state == ClientState::Authorized && m_report.client.authorization)
            outcome.since = m_report.client.authorization->since;
    }
    return outcome;
}
