#pragma once

#include "core/audit.h"
#include "store/database.h"
#include "store/eventchain.h"
#include "store/recordranges.h"

#include <functional>
#include <memory>

class AuditEvent;
class WriterLock;

/// The history in one SQLite file, as a chain of events (see AuditEvent), each record's personal
/// part sealed with a key of its own. Several programs may use the same file at once. Calls block
/// for one disk write, and for up to five seconds while another program writes. Use an object on
/// the thread that opened it; a worker that exports opens its own with the same path.
class SqliteAuditLog final : public AuditLog
{
public:
    /// Fails as Database::open does.
    [[nodiscard]] static Result<std::unique_ptr<SqliteAuditLog>> open(const QString &path);
    ~SqliteAuditLog() override;

    [[nodiscard]] const QString &path() const { return m_database->path(); }

    /// A record that the intent refers to, and that does not exist, is StorageFailed.
    [[nodiscard]] Result<qint64> begin(const AuditIntent &intent) override;

    /// A record that does not exist, or has its outcome already, is StorageFailed. Of a record that
    /// was erased meanwhile the sentences are not kept.
    [[nodiscard]] Result<Done> finish(qint64 record, const AuditOutcome &outcome) override;

    [[nodiscard]] Result<Done> markSeen(qint64 record, const QString &operatorName) override;

    /// When it has answered, no file beside the history holds a trace either: the write-ahead log
    /// is empty, and copies made before an upgrade are gone. StorageFailed where another program
    /// kept it from that; the records are erased then, and erasing again, whatever the filter,
    /// clears the traces.
    [[nodiscard]] Result<qint64> erase(
        const HistoryFilter &filter, const Erasure &erasure) override;

    [[nodiscard]] Result<QList<AuditRecord>> list(const HistoryFilter &filter) const override;

    /// Reads every event once. Where the newest events are missing, the first that does not fit is
    /// the last one left.
    [[nodiscard]] Result<ChainVerdict> verify() const override;

    [[nodiscard]] Result<QList<KnownGuest>> knownGuests() const override;

private:
    explicit SqliteAuditLog(std::unique_ptr<Database> database);

    [[nodiscard]] Result<QString> writer();
    [[nodiscard]] Result<Done> append(AuditEvent event, qint64 record);
    [[nodiscard]] Result<Done> checkExists(qint64 record) const;
    [[nodiscard]] Result<Done> checkIsOpen(qint64 record) const;
    [[nodiscard]] Result<bool> has(qint64 record, const QString &kind) const;

    /// Calls visit with each record that the filter means, newest first, until it says no more.
    [[nodiscard]] Result<Done> visit(
        const HistoryFilter &filter, const std::function<bool(AuditRecord &&)> &visit) const;
    [[nodiscard]] Result<RecordRanges> erasable(const HistoryFilter &filter) const;
    [[nodiscard]] Result<Done> destroyKeys(const RecordRanges &records, const Erasure &erasure);
    [[nodiscard]] Result<Done> clearTraces() const;

    std::unique_ptr<Database> m_database;
    EventChain m_chain;
    std::unique_ptr<WriterLock> m_writer; ///< held from the first intent on
};
