#pragma once

#include "assembly/historythread.h"
#include "assembly/lazyhistory.h"
#include "store/sqliteauditlog.h"

/// Asks the history on a thread and a connection of its own, so that a window does not stand still
/// meanwhile. Questions are short, one after the other; what takes seconds is HistoryWork's.
class HistoryReading final
{
public:
    /// Without an opener the questions go to this log, on the thread that asks.
    HistoryReading(HistoryOpener open, const AuditLog &log);
    ~HistoryReading();

    /// A question is asked on another thread: it must know nothing of this one. Nobody asks it any
    /// more when its job was cancelled before its turn.
    template <typename T>
    [[nodiscard]] Job<T> *ask(std::function<Result<T>(const AuditLog &)> question)
    {
        if (!m_history)
            return Job<T>::settled(question(m_log), &m_thread);
        auto isUnwanted = std::make_shared<std::atomic_bool>(false);
        auto *job = m_thread.run<T>([this, isUnwanted, question = std::move(question)] {
            return *isUnwanted
                ? Result<T>(fail(Failure::Kind::Cancelled, QStringLiteral("nobody waits for it")))
                : m_history->log().and_then(
                    [&](const SqliteAuditLog *log) { return question(*log); });
        });
        QObject::connect(job, &JobBase::cancelled, job, [isUnwanted] { *isUnwanted = true; });
        return job;
    }

    [[nodiscard]] Job<QList<AuditRecord>> *list(const HistoryFilter &filter);

private:
    const AuditLog &m_log;
    std::optional<LazyHistory> m_history; ///< of the thread
    HistoryThread m_thread;
};
