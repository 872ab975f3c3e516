#include "assembly/historywork.h"

#include "assembly/historyfile.h"

HistoryWork::HistoryWork(HistoryOpener open, QObject *parent)
    : QObject(parent)
    , m_open(std::move(open))
{
    m_thread.setMaxThreadCount(1);
}

HistoryWork::~HistoryWork()
{
    m_thread.waitForDone();
}

template <typename T>
Job<T> *HistoryWork::run(std::function<Result<T>(AuditLog &)> work)
{
    auto *job = new Job<T>(this);
    m_thread.start([this, work = std::move(work), job = QPointer(job)] {
        auto log = m_open ? m_open()
                          : Result<std::unique_ptr<AuditLog>>(
                              fail(Failure::Kind::NotSupported, QStringLiteral("no history")));
        Result<T> answer = log ? work(**log) : fail(log.error());
        log = Result<std::unique_ptr<AuditLog>>(nullptr); // closed on the thread that opened it
        QMetaObject::invokeMethod(
            this,
            [job, answer = std::move(answer)] {
                if (job)
                    job->settle(answer);
            },
            Qt::QueuedConnection);
    });
    return job;
}

Job<ChainVerdict> *HistoryWork::verify()
{
    return run<ChainVerdict>([](AuditLog &log) { return log.verify(); });
}

Job<qint64> *HistoryWork::write(const HistoryFilter &filter, const QString &path)
{
    return run<qint64>([filter, path](AuditLog &log) { return writeHistory(log, filter, path); });
}

Job<qint64> *HistoryWork::erase(const HistoryFilter &filter, const Erasure &erasure)
{
    return run<qint64>([filter, erasure](AuditLog &log) { return log.erase(filter, erasure); });
}
