#include "clients/actionrunner.h"

#include "clients/controllerlink.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace {

constexpr int sideBySide = 4; ///< runs per controller at once

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

bool ActionRunner::run(const ActionRequest &request, ControllerLink &link)
{
    const ClientKey key = request.client.key;
    if (isUnderWay(key))
        return false;
    m_runs.insert(key, nullptr);
    m_queues[key.controllerId].append({request, &link});
    RowAction asked;
    asked.stage = RowAction::Stage::Asked;
    asked.action = request.action;
    asked.time = m_clock.now();
    m_directory.setAction(key, asked);
    startNext(key.controllerId);
    return true;
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
}

void ActionRunner::startNext(const QString &controllerId)
{
    // Whoever hears of an end may ask for the next action, so the queue is looked up every time.
    while (!m_queues[controllerId].isEmpty() && m_running.value(controllerId) < sideBySide
        && m_holds.value(controllerId) == 0) {
        const Waiting next = m_queues[controllerId].takeFirst();
        if (next.link && next.link->driver())
            start(next);
        else
            endUnsent(next, {Failure::Kind::Unreachable, u"the controller is not connected"_s});
    }
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
    connect(run, &ActionRun::stageChanged, this,
        [this, key](ActionRun::Stage stage) { Q_EMIT stageChanged(key, stage); });
    connect(run, &ActionRun::finished, this,
        [this, request = next.request, link = next.link](const ActionReport &report) {
            const QString &controllerId = request.client.key.controllerId;
            --m_running[controllerId];
            hold(controllerId, report);
            takeUp(request, report);
            if (link)
                link->refreshSoon(request.client.key.siteId);
            startNext(controllerId);
        });
    Q_EMIT started(next.request);
    run->start();
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
