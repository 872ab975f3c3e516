#include "clients/admissionrun.h"

#include "clients/actionobjection.h"

#include <algorithm>

using namespace Qt::StringLiterals;

AdmissionRun::AdmissionRun(ActionRequest request, Admission admission, ControllerDriver &driver,
    AuditLog &audit, const Clock &clock, ReadBackPatience patience, AdmissionWording wording,
    QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_admission(std::move(admission))
    , m_policy(m_admission.policy.value_or(LoginPolicy()))
    , m_driver(&driver)
    , m_audit(audit)
    , m_clock(clock)
    , m_patience(std::move(patience))
    , m_wording(std::move(wording))
{
    m_report.action = m_request.action;
    m_report.client = m_request.client;
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, [this] { m_afterPause(); });
}

void AdmissionRun::enter(Stage stage)
{
    m_stage = stage;
    Q_EMIT stageChanged(stage);
}

void AdmissionRun::start()
{
    enter(Stage::Looking);
    m_since = m_clock.now();
    look();
}

/// Nothing has been sent yet: a controller that asks to wait gets the time, within reason.
void AdmissionRun::read(const WifiClient &client, const Read &then)
{
    ClientReader *reader = m_driver ? m_driver->reader() : nullptr;
    auto *job = reader
        ? reader->readClient(client)
        : Job<WifiClient>::settled(fail(Failure::Kind::NotSupported, u"no reader"_s), this);
    m_job = job;
    job->then(this, [this, client, then](const Result<WifiClient> &answer) {
        if (m_stage == Stage::Finished)
            return;
        const auto waited = std::chrono::milliseconds(m_since.msecsTo(m_clock.now()));
        const bool asksToWait = !answer && answer.error().kind == Failure::Kind::RateLimited
            && answer.error().retryAfter
            && waited + *answer.error().retryAfter <= m_patience.longest;
        if (!asksToWait)
            return then(answer);
        m_afterPause = [this, client, then] { read(client, then); };
        m_pause.start(*answer.error().retryAfter);
    });
}

// Looking: nobody is put out for a device that cannot be let in.

void AdmissionRun::look()
{
    read(m_request.client, [this](const Result<WifiClient> &answer) { looked(answer); });
}

void AdmissionRun::looked(const Result<WifiClient> &answer)
{
    if (!m_driver)
        return endUnsent(Failure{Failure::Kind::Cancelled, u"disconnected"_s});
    const bool cannotAsk = !answer && answer.error().kind == Failure::Kind::NotSupported;
    if (!answer && !cannotAsk && answer.error().kind != Failure::Kind::NotFound)
        return endUnsent(answer.error());
    m_report.clientIsListed = answer.has_value() || cannotAsk;
    if (answer) {
        m_report.clientWasRead = true;
        m_report.client = *answer;
        m_report.client.key = m_request.client.key;
    }
    const auto reason = objectionTo(m_request, *m_driver, cannotAsk, m_report);
    if (m_report.offer == Offer::NotConnected && ++m_looks < m_patience.looksForNewcomer) {
        m_afterPause = [this] { look(); };
        return m_pause.start(m_patience.betweenThose);
    }
    if (reason)
        return endUnsent(reason);
    count();
}

// Counting: history names the devices, the controller says whether they are in.

void AdmissionRun::count()
{
    enter(Stage::Counting);
    const ClientKey &key = m_request.client.key;
    if (const Guest guest = countedBy(m_policy, m_request.guest);
        m_admission.policy && !guest.isEmpty()) {
        const auto held
            = devicesHeldBy(m_audit, guest, key.controllerId, key.siteId, m_clock.now());
        if (!held)
            return endUnsent(held.error());
        m_unasked = *held;
    }
    const auto isReplaced
        = [this](const HeldDevice &each) { return each.key == m_admission.replaces; };
    if (m_admission.replaces && std::ranges::none_of(m_unasked, isReplaced)) {
        const auto old = heldDevice(m_audit, *m_admission.replaces, m_clock.now());
        if (!old)
            return endUnsent(old.error());
        HeldDevice unknown;
        unknown.key = *m_admission.replaces;
        m_unasked.append(old->value_or(unknown));
    }
    std::stable_partition(m_unasked.begin(), m_unasked.end(), isReplaced);
    m_unasked.removeIf([&](const HeldDevice &each) { return each.key == key; });
    askNext();
}

void AdmissionRun::askNext()
{
    if (m_unasked.isEmpty())
        return counted();
    const HeldDevice device = m_unasked.takeFirst();
    WifiClient client;
    client.key = device.key;
    read(client, [this, device](const Result<WifiClient> &answer) { told(device, answer); });
}

void AdmissionRun::told(HeldDevice device, const Result<WifiClient> &answer)
{
    const auto kind = answer ? std::nullopt : std::optional(answer.error().kind);
    device.isAway = kind == Failure::Kind::NotFound;
    if (kind && !device.isAway && kind != Failure::Kind::NotSupported)
        return endUnsent(answer.error());
    const bool isOut = answer && answer->state != ClientState::Authorized
        && answer->state != ClientState::Unknown;
    // Whose cancel waits for it already is in nobody's way.
    const bool isArranged = device.isAway && device.putOff && device.key != m_admission.replaces;
    if (!isOut && !isArranged)
        m_holders.append(device);
    askNext();
}

void AdmissionRun::counted()
{
    const bool replaces = m_admission.replaces && !m_holders.isEmpty()
        && m_holders.first().key == m_admission.replaces;
    if (m_admission.replaces && !replaces)
        return endUnsent(
            Failure{Failure::Kind::Refused, u"the authorization to be carried over has ended"_s});
    const qsizetype allowed
        = m_admission.policy ? m_policy.devices : m_holders.size() + qsizetype(1);
    const qsizetype tooMany = std::max<qsizetype>(replaces ? 1 : 0, m_holders.size() + 1 - allowed);
    m_toCancel = m_holders.mid(0, tooMany);
    if (m_toCancel.isEmpty())
        return authorize();
    if (replaces && tooMany == 1)
        return makeRoom();
    switch (m_policy.atLimit) {
    case LoginPolicy::AtLimit::CancelOldest:
        return makeRoom();
    case LoginPolicy::AtLimit::Refuse:
        return endHeld(u"the site's policy lets no further device of this guest in"_s);
    case LoginPolicy::AtLimit::Ask:
        enter(Stage::Asking);
        Q_EMIT asked();
        return;
    }
    Q_UNREACHABLE();
}

void AdmissionRun::cancelOldest()
{
    if (m_stage == Stage::Asking)
        makeRoom();
}

void AdmissionRun::goOn()
{
    if (m_stage == Stage::Asking)
        authorize();
}

void AdmissionRun::giveUp()
{
    if (m_stage == Stage::Asking)
        endHeld(u"a person let no further device of this guest in"_s);
}

// Cancelling: one after the other, each with its proof.

void AdmissionRun::makeRoom()
{
    enter(Stage::Cancelling);
    cancelNext();
}

ActionRequest AdmissionRun::cancelOf(const HeldDevice &device) const
{
    ActionRequest request;
    request.action = AuditAction::Cancel;
    request.client.key = device.key;
    request.client.name = device.name;
    request.guest = device.guest;
    request.reason = m_wording.cancelReason ? m_wording.cancelReason(m_request) : QString();
    request.operatorName = m_request.operatorName;
    request.controllerName = m_request.controllerName;
    request.siteName = m_request.siteName;
    request.putOffWhenAway = true;
    if (device.putOff)
        request.refersTo = AuditReference{AuditReference::Relation::Completes, *device.putOff};
    return request;
}

ActionRun *AdmissionRun::make(const ActionRequest &request)
{
    m_run
        = new ActionRun(request, *m_driver, m_audit, m_clock, m_patience, m_wording.sentence, this);
    return m_run;
}

void AdmissionRun::cancelNext()
{
    if (!m_driver || m_givenUp)
        return endUnsent(Failure{Failure::Kind::Cancelled, u"given up or disconnected"_s});
    if (m_toCancel.isEmpty())
        return authorize();
    const HeldDevice device = m_toCancel.takeFirst();
    const ActionRequest request = cancelOf(device);
    ActionRun *run = make(request);
    connect(run, &ActionRun::finished, this, [this, device, request](const ActionReport &report) {
        cancelEnded(device, request, report);
    });
    Q_EMIT cancelling(request);
    run->start();
}

void AdmissionRun::cancelEnded(
    const HeldDevice &device, const ActionRequest &request, const ActionReport &report)
{
    Q_EMIT cancelled(request, report);
    const bool isOut = report.outcome == Outcome::Confirmed || report.putOff
        || report.offer == Offer::AlreadyDone;
    if (isOut || m_givenUp || m_policy.goOnUnconfirmed)
        return cancelNext();
    m_holders = {device};
    m_report.cancelOutcome = report.outcome;
    endHeld(u"the cancel of another device was not proven"_s);
}

// Authorizing, and the end.

void AdmissionRun::authorize()
{
    if (!m_driver)
        return endUnsent(Failure{Failure::Kind::Cancelled, u"disconnected"_s});
    enter(Stage::Authorizing);
    ActionRun *run = make(m_request);
    connect(run, &ActionRun::stageChanged, this, &AdmissionRun::authorizing);
    connect(run, &ActionRun::finished, this, &AdmissionRun::end);
    run->start();
}

void AdmissionRun::cancel()
{
    switch (m_stage) {
    case Stage::Looking:
    case Stage::Counting:
    case Stage::Asking:
        return endUnsent(Failure{Failure::Kind::Cancelled, u"cancelled"_s});
    case Stage::Cancelling:
        m_givenUp = true;
        if (m_run && m_run->stage() < ActionRun::Stage::Sending)
            m_run->cancel();
        return;
    case Stage::Authorizing:
        if (m_run)
            m_run->cancel();
        return;
    case Stage::Finished:
        return;
    }
}

void AdmissionRun::endHeld(const QString &detail)
{
    m_report.heldBy = m_holders;
    endUnsent(Failure{Failure::Kind::Refused, detail});
}

void AdmissionRun::endUnsent(const std::optional<Failure> &failure)
{
    if (m_job)
        m_job->cancel();
    m_report.outcome = Outcome::Failed;
    m_report.failure = failure;
    m_report.asked = m_request.limits;
    m_report.finishedAt = m_clock.now();
    end(m_report);
}

void AdmissionRun::end(const ActionReport &report)
{
    m_pause.stop();
    enter(Stage::Finished);
    Q_EMIT finished(report);
    deleteLater();
}
