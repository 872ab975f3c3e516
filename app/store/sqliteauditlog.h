#pragma once

#include "core/audit.h"
#include "store/database.h"
#include "store/eventchain.h"
#include "store/historyexport.h"
#include "store/recordranges.h"
#include "store/signedhead.h"

#include <QSet>

#include <memory>

class AuditEvent;
class HistoryReader;
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

    /// See Database::setPatience.
    void setPatience(std::chrono::milliseconds patience) { m_database->setPatience(patience); }

    /// A record that the intent refers to, and that does not exist, is StorageFailed.
    [[nodiscard]] Result<qint64> begin(const AuditIntent &intent) override;

    /// A record that does not exist, or has its outcome already, is StorageFailed. Of a record that
    /// was erased meanwhile the sentences are not kept.
    [[nodiscard]] Result<Done> finish(qint64 record, const AuditOutcome &outcome) override;

    [[nodiscard]] Result<Done> markSeen(qint64 record, const QString &operatorName) override;

    /// Looks through the whole history, for seconds where it is large. When it has answered, no
    /// file beside the history holds a trace either: the write-ahead log and the search index are
    /// empty, and copies made before an upgrade are gone. StorageFailed where another program kept
    /// it from that; the records are erased then, and erasing again, whatever the filter, clears
    /// the traces.
    [[nodiscard]] Result<qint64> erase(
        const HistoryFilter &filter, const Erasure &erasure) override;

    /// What a person would look for is found through an index beside the history (HistorySearch),
    /// which each search brings up to date. Where that would take long, the oldest records that are
    /// not in it yet are left out: see searchBacklog(). One or two letters find what begins with
    /// them.
    [[nodiscard]] Result<QList<AuditRecord>> list(const HistoryFilter &filter) const override;

    /// How many records erase() would erase.
    [[nodiscard]] Result<qint64> countErasable(const HistoryFilter &filter) const;

    /// The devices of these records.
    [[nodiscard]] Result<QSet<MacAddress>> erasableDevices(const HistoryFilter &filter) const;

    /// How many records the index does not know yet.
    [[nodiscard]] Result<qint64> searchBacklog() const;

    /// One step, of a tenth of a second or so, to make it smaller, for a worker with a log of its
    /// own. The value is how many are left.
    [[nodiscard]] Result<qint64> shortenSearchBacklog();

    /// Of the history and of its search index: see Database::checkpoint().
    [[nodiscard]] Result<Done> checkpoint();

    /// As exportHistory() does, of one moment, whatever is recorded meanwhile. JSON Lines carry the
    /// chain of each record, and a filter that asks for nothing brings the events that are no
    /// actions, too: such an export can be imported.
    [[nodiscard]] Result<qint64> exportTo(QIODevice &out, const HistoryFilter &filter,
        HistoryFormat format, const std::function<bool(qint64 written)> &goOn = {}) const;

    /// Into this history, which must be empty: see HistoryImport.
    [[nodiscard]] Result<ChainVerdict> importFrom(
        QIODevice &lines, const std::function<bool(qint64 read)> &goOn = {});

    /// What there is to sign now.
    [[nodiscard]] Result<SignedHead> head(const QDateTime &time) const;

    /// verify(), and whether what was signed is still there.
    [[nodiscard]] Result<ChainVerdict> verifySince(const SignedHead &head) const;

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

    [[nodiscard]] Result<RecordRanges> erasable(const HistoryFilter &filter, qint64 above) const;
    [[nodiscard]] Result<Done> destroyKeys(const RecordRanges &records, const Erasure &erasure);
    [[nodiscard]] Result<Done> clearTraces() const;

    std::unique_ptr<Database> m_database;
    EventChain m_chain;
    std::unique_ptr<HistoryReader> m_reader;
    std::unique_ptr<WriterLock> m_writer; ///< held from the first intent on
};
