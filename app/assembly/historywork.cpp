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
    m_isEnding = true;
    m_thread.waitForDone();
}

template <typename T>
Job<T> *HistoryWork::run(std::function<Result<T>(SqliteAuditLog &)> work)
{
    auto *job = new Job<T>(this);
    m_thread.start([this, work = std::move(work), job = QPointer(job)] {
        auto log = m_open ? m_open()
                          : Result<std::unique_ptr<SqliteAuditLog>>(
                              fail(Failure::Kind::NotSupported, QStringLiteral("no history")));
        Result<T> answer = log ? work(**log) : fail(log.error());
        log = Result<std::unique_ptr<SqliteAuditLog>>(
            nullptr); // closed on the thread that opened it
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
    return run<ChainVerdict>([](SqliteAuditLog &log) { return log.verify(); });
}

Job<qint64> *HistoryWork::write(const HistoryFilter &filter, const QString &path)
{
    auto isUnwanted = std::make_shared<std::atomic_bool>(false);
    const auto goOn = [this, isUnwanted](qint64 written) {
        QMetaObject::invokeMethod(
            this, [this, written] { Q_EMIT progressed(written); }, Qt::QueuedConnection);
        return !m_isEnding && !*isUnwanted;
    };
    auto *job = run<qint64>([filter, path, goOn](SqliteAuditLog &log) {
        return writeHistory(log, filter, path, goOn);
    });
    connect(job, &JobBase::cancelled, this, [isUnwanted] { *isUnwanted = true; });
    return job;
}

Job<QSet<MacAddress>> *HistoryWork::devices(const HistoryFilter &filter)
{
    return run<QSet<MacAddress>>(
        [filter](SqliteAuditLog &log) { return log.erasableDevices(filter); });
}

Job<qint64> *HistoryWork::erase(const HistoryFilter &filter, const Erasure &erasure)
{
    return run<qint64>([this, filter, erasure](SqliteAuditLog &log) {
        auto erased = log.erase(filter, erasure);
        // Who is still known is read through the index, which the erasure has emptied.
        if (erased)
            std::ignore = completeIndexOf(log);
        return erased;
    });
}

Job<qint64> *HistoryWork::catchUp()
{
    return run<qint64>([this](SqliteAuditLog &log) {
        auto missing = completeIndexOf(log);
        std::ignore = log.checkpoint(); // the next one does it
        return missing;
    });
}

Result<qint64> HistoryWork::completeIndexOf(SqliteAuditLog &log) const
{
    auto missing = log.searchBacklog();
    for (auto left = missing; left && *left > 0 && !m_isEnding;)
        if (left = log.shortenSearchBacklog(); !left)
            return left;
    return missing;
}
