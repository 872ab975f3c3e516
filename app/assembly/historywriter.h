#pragma once

#include "assembly/historythread.h"
#include "assembly/lazyhistory.h"

/// Records what is done, on a thread and a connection of its own, so that the window never waits
/// for the disk. Each record is on the disk when its job has its value.
class HistoryWriter final
{
public:
    explicit HistoryWriter(HistoryOpener open);
    /// Records what it was given before it ends.
    ~HistoryWriter();

    [[nodiscard]] Job<qint64> *begin(const AuditIntent &intent);
    [[nodiscard]] Job<Done> *finish(qint64 record, const AuditOutcome &outcome);

private:
    LazyHistory m_history; ///< of the thread
    HistoryThread m_thread;
};
