#include "assembly/gatehouse.h"
#include "assembly/gatehouseparts.h"

// What is forgotten for good.

Job<qint64> *Gatehouse::erase(const HistoryFilter &filter)
{
    auto *answer = new Job<qint64>(this);
    // The rows first: once erased, the history does not tell any more whose they were.
    m_parts->lastSession->forget(filter)->then(
        this, [this, filter, job = QPointer(answer)](const Result<Done> &forgotten) {
            if (forgotten)
                eraseRecords(filter, job);
            else if (job)
                job->settle(fail(forgotten.error()));
        });
    return answer;
}

void Gatehouse::eraseRecords(const HistoryFilter &filter, const QPointer<Job<qint64>> &answer)
{
    const Erasure erasure{clock().now(), profiles().operatorName()};
    m_parts->historyWork.erase(filter, erasure)
        ->then(this, [this, answer](const Result<qint64> &erased) {
            if (const auto guests = audit().knownGuests(); erased && guests)
                m_parts->directory.forgetGuestsBut(*guests);
            if (erased)
                Q_EMIT historyErased();
            if (answer)
                answer->settle(erased);
        });
}

void Gatehouse::eraseOldRecords()
{
    const int days = profiles().historyRetentionDays();
    if (days == 0)
        return;
    HistoryFilter old;
    old.until = clock().now().addDays(-days);
    std::ignore = erase(old);
}
