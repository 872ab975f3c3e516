#pragma once

#include "assembly/historythread.h"
#include "core/audit.h"

#include <QSet>

#include <atomic>
#include <functional>
#include <memory>

class SqliteAuditLog;

/// Opens the history once more, for the thread that calls it.
using HistoryOpener = std::function<Result<std::unique_ptr<SqliteAuditLog>>()>;

/// What takes long with a history of many records, on a thread and a connection of its own, so that
/// neither the window nor an action waits for it. One thing after the other. Jobs live on the
/// thread that made this object.
class HistoryWork final : public QObject
{
    Q_OBJECT

public:
    explicit HistoryWork(HistoryOpener open, QObject *parent = nullptr);
    /// Ends what can be ended, and waits for the rest.
    ~HistoryWork() override;

    [[nodiscard]] Job<ChainVerdict> *verify();

    /// Writes what the filter means to a file, CSV or by its name JSON Lines. A cancelled job
    /// leaves no file behind. See exportHistory().
    [[nodiscard]] Job<qint64> *write(const HistoryFilter &filter, const QString &path);

    /// The devices of the records that erase() would erase.
    [[nodiscard]] Job<QSet<MacAddress>> *devices(const HistoryFilter &filter);

    /// See AuditLog::erase(). Cannot be cancelled.
    [[nodiscard]] Job<qint64> *erase(const HistoryFilter &filter, const Erasure &erasure);

    /// Makes the search index, or what is missing of it, and empties the write-ahead logs into the
    /// files, so that no search and no commit of another thread has to. The value is how many
    /// records the index did not know.
    [[nodiscard]] Job<qint64> *catchUp();

Q_SIGNALS:
    /// So many records of what is under way are done.
    void progressed(qint64 records);

private:
    template <typename T>
    Job<T> *run(std::function<Result<T>(SqliteAuditLog &)> work);
    [[nodiscard]] Result<qint64> completeIndexOf(SqliteAuditLog &log) const;

    HistoryOpener m_open;
    std::atomic_bool m_isEnding = false;
    HistoryThread m_thread;
};
