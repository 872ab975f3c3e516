#include "clients/settler.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int sideBySide = 4; ///< questions to a controller at once
constexpr int mostOpen = 10'000; ///< more than a program can leave behind

} // namespace

/// One call of settle().
struct Settler::Round
{
    QList<AuditRecord> waiting;
    QList<AuditRecord> done;
    QPointer<ControllerDriver> driver;
    MannerFor mannerFor;
    QPointer<Job<QList<AuditRecord>>> answer;
    int running = 0;
};

Settler::Settler(AuditLog &audit, const Clock &clock, ReportWording wording,
    ReadBackPatience patience, QObject *parent)
    : QObject(parent)
    , m_audit(audit)
    , m_clock(clock)
    , m_wording(std::move(wording))
    , m_patience(std::move(patience))
{
}

Result<QList<AuditRecord>> Settler::openRecords(const QString &controllerId) const
{
    HistoryFilter open;
    open.controllerId = controllerId;
    open.need = HistoryFilter::Need::Settling;
    open.limit = mostOpen;
    auto records = m_audit.list(open);
    // Of which device they were nobody can say any more.
    if (records)
        records->removeIf([](const AuditRecord &record) { return record.erased.has_value(); });
    return records;
}

Job<QList<AuditRecord>> *Settler::settle(
    const QString &controllerId, ControllerDriver &driver, MannerFor mannerFor)
{
    auto open = openRecords(controllerId);
    if (!open)
        return Job<QList<AuditRecord>>::settled(fail(open.error()), this);
    open->removeIf([this](const AuditRecord &record) { return m_underWay.contains(record.id); });
    auto round = std::make_shared<Round>();
    round->waiting = *open;
    round->driver = &driver;
    round->mannerFor = std::move(mannerFor);
    round->answer = new Job<QList<AuditRecord>>(this);
    for (const AuditRecord &record : std::as_const(round->waiting))
        m_underWay.insert(record.id);
    startNext(round);
    return round->answer;
}

void Settler::startNext(const std::shared_ptr<Round> &round)
{
    while (round->running < sideBySide && !round->waiting.isEmpty()) {
        const AuditRecord record = round->waiting.takeFirst();
        if (!round->driver) {
            m_underWay.remove(record.id);
            round->done.append(record);
            continue;
        }
        auto *run = new SettlingRun(record, *round->driver, m_audit, m_clock, m_patience,
            round->mannerFor(record), m_wording, this);
        ++round->running;
        connect(run, &SettlingRun::finished, this, [this, round](const AuditRecord &ended) {
            --round->running;
            m_underWay.remove(ended.id);
            round->done.append(ended);
            if (ended.outcome)
                Q_EMIT settled(ended);
            startNext(round);
        });
        run->start();
    }
    if (round->running == 0 && round->answer)
        round->answer->settle(round->done);
}

Result<QList<AuditRecord>> Settler::giveUp(const QList<AuditRecord> &records, const Failure &why)
{
    QList<AuditRecord> ended;
    for (const AuditRecord &record : records) {
        if (m_underWay.contains(record.id))
            continue;
        const auto unknown = settleAsUnknown(record, why, m_audit, m_clock, m_wording);
        if (!unknown)
            return fail(unknown.error());
        ended.append(*unknown);
        Q_EMIT settled(*unknown);
    }
    return ended;
}
