#pragma once

#include "core/audit.h"
#include "store/database.h"

#include <memory>

class AuditEvent;

/// The history in one SQLite file, as a chain of events (see AuditEvent). Several programs may use
/// the same file at once. Calls block for one disk write, and for up to five seconds while another
/// program writes. Use an object on the thread that opened it; a worker that exports opens its own
/// with the same path.
class SqliteAuditLog final : public AuditLog
{
public:
    /// Fails as Database::open does.
    [[nodiscard]] static Result<std::unique_ptr<SqliteAuditLog>> open(const QString &path);

    [[nodiscard]] const QString &path() const { return m_database->path(); }

    [[nodiscard]] Result<qint64> begin(const AuditIntent &intent) override;

    /// A record that does not exist, or has its outcome already, is StorageFailed.
    [[nodiscard]] Result<Done> finish(qint64 record, const AuditOutcome &outcome) override;

    [[nodiscard]] Result<Done> markSeen(qint64 record, const QString &operatorName) override;
    [[nodiscard]] Result<qint64> erase(
        const HistoryFilter &filter, const Erasure &erasure) override;

    [[nodiscard]] Result<QList<AuditRecord>> list(const HistoryFilter &filter) const override;

    /// Reads every event once. Where the newest events are missing, the first that does not fit is
    /// the last one left.
    [[nodiscard]] Result<ChainVerdict> verify() const override;

    [[nodiscard]] Result<QList<KnownGuest>> knownGuests() const override;

private:
    struct Head
    {
        qint64 seq = 0;
        QString hash;
    };

    explicit SqliteAuditLog(std::unique_ptr<Database> database);

    [[nodiscard]] Result<Head> head() const;
    [[nodiscard]] Result<qint64> nextRecord() const;
    [[nodiscard]] Result<Done> checkIsOpen(qint64 record) const;
    [[nodiscard]] Result<Done> append(AuditEvent &event, qint64 record);
    [[nodiscard]] Result<Done> walkChain(ChainVerdict &verdict) const;
    [[nodiscard]] Result<qint64> lastGivenSeq() const;

    std::unique_ptr<Database> m_database;
};
