#include "assembly/historywork.h"

#include "assembly/historyfile.h"

HistoryWork::HistoryWork(HistoryOpener open, QObject *parent)
    : QObject(parent)
    , m_open(std::move(open))
{
}

HistoryWork::~HistoryWork()
{
    m_isEnding = true;
}

template <typename T>
Job<T> *HistoryWork::run(std::function<Result<T>(SqliteAuditLog &)> work)
{
    return m_thread.run<T>([this, work = std::move(work)]() -> Result<T> {
        if (!m_open)
            return fail(Failure::Kind::NotSupported, QStringLiteral("no history"));
        const auto log = m_open();
        return log ? work(**log) : fail(log.error());
    });
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
