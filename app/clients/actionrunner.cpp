#include "clients/actionrunner.h"

#include "clients/controllerlink.h"

#include <QMetaMethod>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int sideBySide = 6; ///< runs per controller at once, for so many requests it takes
/// Those that only wait for the controller to show what it did leave their place to others, within
/// reason: so many may stay unproven when the machine dies.
constexpr int mostUnproven = 18;

/// What a controller accepted that cannot be asked about it, in its clock.
Authorization grantOf(const ActionReport &report, std::chrono::milliseconds clockOffset)
{
    Authorization granted;
    granted.since = report.finishedAt.addMSecs(clockOffset.count());
    if (report.askedUntil)
        granted.until = report.askedUntil->addMSecs(clockOffset.count());
    granted.dataLimitMb = report.asked.dataMb;
    granted.downKbps = report.asked.downKbps;
    granted.upKbps = report.asked.upKbps;
    granted.method = AuthorizationMethod::Api;
    return granted;
}

} // namespace

ActionRunner::ActionRunner(ClientDirectory &directory, AuditLog &audit, const Clock &clock,
    ReportWording sentence, ReportWording line, ReadBackPatience patience, QObject *parent)
    : QObject(parent)
    , m_directory(directory)
    , m_audit(audit)
    , m_clock(clock)
    , m_sentence(std::move(sentence))
    , m_line(std::move(line))
    , m_patience(std::move(patience))
{
}

ActionRunner::~ActionRunner() = default;

void ActionRunner::setCancelReason(std::function<QString(const ActionRequest &)> reason)
{
    m_cancelReason = std::move(reason);
}

bool ActionRunner::run(const ActionRequest &request, ControllerLink &link)
{
    return queue({request, &link, {}});
}

bool ActionRunner::admit(
    const ActionRequest &request, const Admission &admission, ControllerLink &link)
{
    return queue({request, &link, admission});
}

bool ActionRunner::queue(const Waiting &waiting)
{
    const ClientKey key = waiting.request.client.key;
    if (isUnderWay(key))
        return false;
    m_queues[key.controllerId].append(waiting);
    markAsked(waiting.request);
    startNext(key.controllerId);
    return true;
}

void ActionRunner::markAsked(const ActionRequest &request)
{
    m_runs.insert(request.client.key, nullptr);
    RowAction asked;
    asked.stage = RowAction::Stage::Asked;
    asked.action = request.action;
    asked.time = m_clock.now();
    m_directory.setAction(request.client.key, asked);
}

bool ActionRunner::isUnderWay(const ClientKey &key) const
{
    return m_runs.contains(key);
}

int ActionRunner::underWay() const
{
    return int(m_runs.size());
}

void ActionRunner::cancelQueued()
{
    const auto queues = std::exchange(m_queues, {});
    for (const QList<Waiting> &queue : queues)
        for (const Waiting &waiting : queue)
            endUnsent(waiting, {Failure::Kind::Cancelled, u"cancelled while waiting its turn"_s});
    const auto runs = m_runs.values();
    for (const auto &run : runs)
        if (run && run->stage() < ActionRun::Stage::Sending)
            run->cancel();
    const auto admissions = m_admissions.values();
    for (const auto &run : admissions)
        if (run && run->stage() < AdmissionRun::Stage::Authorizing)
            run->cancel();
}

void ActionRunner::startNext(const QString &controllerId)
{
    // Whoever hears of an end may ask for the next action, so the queue is looked up every time.
    while (m_running.value(controllerId) < sideBySide
        && m_unproven.value(controllerId).size() < mostUnproven
        && m_holds.value(controllerId) == 0) {
        const auto next = takeNext(controllerId);
        if (!next)
            return;
        if (!next->link || !next->link->driver())
            endUnsent(*next, {Failure::Kind::Unreachable, u"the controller is not connected"_s});
        else if (next->admission)
            startAdmission(*next);
        else
            start(*next);
    }
}

std::optional<ActionRunner::Waiting> ActionRunner::takeNext(const QString &controllerId)
{
    QList<Waiting> &queue = m_queues[controllerId];
    const auto next = std::ranges::find_if(
        queue, [this](const Waiting &waiting) { return !mustWait(waiting); });
    if (next == queue.end())
        return std::nullopt;
    const Waiting taken = *next;
    queue.erase(next);
    return taken;
}

/// Two devices of one guest that were counted at the same time would not see each other.
bool ActionRunner::mustWait(const Waiting &waiting) const
{
    const Guest guest = waiting.counted();
    const ClientKey &key = waiting.request.client.key;
    return !guest.isEmpty()
        && std::ranges::any_of(m_counted.asKeyValueRange(), [&](const auto &running) {
               return running.first.controllerId == key.controllerId
                   && running.first.siteId == key.siteId && running.second == guest;
           });
}

Guest ActionRunner::Waiting::counted() const
{
    return admission && admission->policy ? countedBy(*admission->policy, request.guest) : Guest();
}

/// Who waits in the queue does not run into the refusal that another has met: the controller gets
/// the pause that it asked for, within reason.
void ActionRunner::hold(const QString &controllerId, const ActionReport &report)
{
    const bool asksToWait = report.failure && report.failure->kind == Failure::Kind::RateLimited;
    const auto pause = asksToWait ? report.failure->retryAfter.value_or(std::chrono::seconds(0))
                                  : std::chrono::seconds(0);
    if (pause.count() <= 0 || pause > m_patience.longest)
        return;
    ++m_holds[controllerId];
    QTimer::singleShot(pause, this, [this, controllerId] {
        --m_holds[controllerId];
        startNext(controllerId);
    });
}

void ActionRunner::start(const Waiting &next)
{
    const ClientKey key = next.request.client.key;
    auto *run = new ActionRun(
        next.request, *next.link->driver(), m_audit, m_clock, m_patience, m_sentence, this);
    m_runs.insert(key, run);
    ++m_running[key.controllerId];
    connect(run, &ActionRun::stageChanged, this, [this, key](ActionRun::Stage stage) {
        if (stage == ActionRun::Stage::ReadingBack)
            makeWay(key);
        Q_EMIT stageChanged(key, stage);
    });
    connect(run, &ActionRun::finished, this,
        [this, next](const ActionReport &report) { ended(next, report); });
    Q_EMIT started(next.request);
    run->start();
}

void ActionRunner::makeWay(const ClientKey &key)
{
    QSet<ClientKey> &unproven = m_unproven[key.controllerId];
    if (unproven.contains(key))
        return;
    unproven.insert(key);
    --m_running[key.controllerId];
    // Later: the run is in the middle of a step.
    QMetaObject::invokeMethod(
        this, [this, id = key.controllerId] { startNext(id); }, Qt::QueuedConnection);
}

void ActionRunner::startAdmission(const Waiting &next)
{
    const ClientKey key = next.request.client.key;
    auto *run = new AdmissionRun(next.request, *next.admission, *next.link->driver(), m_audit,
        m_clock, m_patience, {m_sentence, m_cancelReason}, this);
    m_admissions.insert(key, run);
    m_counted.insert(key, next.counted());
    ++m_running[key.controllerId];
    connect(run, &AdmissionRun::authorizing, this,
        [this, key](ActionRun::Stage stage) { Q_EMIT stageChanged(key, stage); });
    connect(run, &AdmissionRun::cancelling, this, [this](const ActionRequest &request) {
        markAsked(request);
        Q_EMIT started(request);
    });
    connect(run, &AdmissionRun::cancelled, this, &ActionRunner::takeUp);
    connect(run, &AdmissionRun::asked, this, [this, run] { ask(run); });
    connect(run, &AdmissionRun::finished, this,
        [this, next](const ActionReport &report) { ended(next, report); });
    Q_EMIT started(next.request);
    run->start();
}

/// A person takes their time: until then others may run.
void ActionRunner::ask(AdmissionRun *run)
{
    if (!isSignalConnected(QMetaMethod::fromSignal(&ActionRunner::admissionAsked)))
        return run->giveUp();
    const QString controllerId = run->request().client.key.controllerId;
    --m_running[controllerId];
    connect(
        run, &AdmissionRun::stageChanged, this, [this, controllerId] { ++m_running[controllerId]; },
        Qt::SingleShotConnection);
    Q_EMIT admissionAsked(run);
    startNext(controllerId);
}

void ActionRunner::ended(const Waiting &waiting, const ActionReport &report)
{
    const ClientKey &key = waiting.request.client.key;
    if (!m_unproven[key.controllerId].remove(key))
        --m_running[key.controllerId];
    m_admissions.remove(key);
    m_counted.remove(key);
    hold(key.controllerId, report);
    takeUp(waiting.request, report);
    if (waiting.link)
        waiting.link->refreshSoon(key.siteId);
    startNext(key.controllerId);
}

/// It ends without ever having been begun: nothing was sent, and nothing recorded.
void ActionRunner::endUnsent(const Waiting &waiting, const Failure &failure)
{
    ActionReport report;
    report.action = waiting.request.action;
    report.outcome = Outcome::Failed;
    report.client = waiting.request.client;
    report.asked = waiting.request.limits;
    report.finishedAt = m_clock.now();
    report.failure = failure;
    takeUp(waiting.request, report);
}

/// The row shows what the controller said last, and how the action ended.
void ActionRunner::takeUp(const ActionRequest &request, const ActionReport &report)
{
    const ClientKey key = request.client.key;
    m_runs.remove(key);
    const quint64 tick = m_directory.nextTick();
    if (report.clientWasRead)
        m_directory.clientRead(tick, report.client);
    if (!report.clientIsListed)
        m_directory.clientGone(tick, key);
    if (report.cannotBeAsked && report.action == AuditAction::Authorize)
        m_directory.grantedHere(key, grantOf(report, m_directory.clockOffset(key.controllerId)));
    if (report.record != 0 && !request.guest.isEmpty())
        m_directory.setGuest(key, request.guest);
    RowAction ended;
    ended.stage = RowAction::Stage::Ended;
    ended.action = report.action;
    ended.outcome = report.outcome;
    ended.time = report.finishedAt;
    ended.sentence = m_line ? m_line(report) : QString();
    m_directory.setAction(key, ended);
    Q_EMIT finished(report);
}
