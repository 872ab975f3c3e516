#include "store/sqliteauditlog.h"

#include "store/auditevent.h"
#include "store/chainjson.h"
#include "store/chainverifier.h"
#include "store/historyimport.h"
#include "store/historyreader.h"
#include "store/historyschema.h"
#include "store/sealing.h"
#include "store/systemuser.h"
#include "store/writerlock.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlQuery>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

Result<std::unique_ptr<SqliteAuditLog>> SqliteAuditLog::open(const QString &path)
{
    if (!sealing::isReady())
        return fail(Failure::Kind::StorageFailed, u"libsodium does not start"_s);
    return Database::open(path, historyMigrations(), historyApplicationId)
        .map([](std::unique_ptr<Database> &&database) {
            return std::unique_ptr<SqliteAuditLog>(new SqliteAuditLog(std::move(database)));
        });
}

SqliteAuditLog::SqliteAuditLog(std::unique_ptr<Database> database)
    : m_database(std::move(database))
    , m_chain(*m_database)
    , m_reader(std::make_unique<HistoryReader>(*m_database))
{
}

SqliteAuditLog::~SqliteAuditLog() = default;

Result<qint64> SqliteAuditLog::begin(const AuditIntent &intent)
{
    const auto token = writer();
    if (!token)
        return fail(token.error());
    AuditIntent kept = intent;
    if (kept.systemUser.isEmpty())
        kept.systemUser = systemUser();
    AuditEvent event = AuditEvent::ofIntent(kept);
    event.set(EventColumn::Writer, *token);
    qint64 record = 0;
    const auto written = m_database->write([&]() -> Result<Done> {
        if (intent.refersTo)
            if (auto exists = checkExists(intent.refersTo->record); !exists)
                return exists;
        const auto next = m_chain.nextRecord();
        if (!next)
            return fail(next.error());
        record = *next;
        event.set(EventColumn::Record, record);
        return m_chain.addKey(record).and_then(
            [&](const QByteArray &key) { return m_chain.append(event, key); });
    });
    return written.map([&](Done) { return record; });
}

/// Which open log this is; others can see that it lives before its first intent is there.
Result<QString> SqliteAuditLog::writer()
{
    if (!m_writer) {
        auto taken = WriterLock::take(path());
        if (!taken)
            return fail(taken.error());
        m_writer = std::move(*taken);
    }
    return m_writer->token();
}

Result<Done> SqliteAuditLog::finish(qint64 record, const AuditOutcome &outcome)
{
    return m_database->write([&] {
        return checkIsOpen(record).and_then(
            [&](Done) { return append(AuditEvent::ofOutcome(outcome), record); });
    });
}

Result<Done> SqliteAuditLog::markSeen(qint64 record, const QString &operatorName)
{
    return m_database->write([&]() -> Result<Done> {
        if (auto exists = checkExists(record); !exists)
            return exists;
        const auto seen = has(record, u"seen"_s);
        if (!seen || *seen)
            return seen ? Result<Done>() : fail(seen.error());
        return append(AuditEvent::ofSeen(QDateTime::currentDateTimeUtc(), operatorName), record);
    });
}

Result<QList<AuditRecord>> SqliteAuditLog::list(const HistoryFilter &filter) const
{
    QList<AuditRecord> records;
    const auto most = std::max(1, filter.limit);
    const auto read = m_reader->visit(filter, [&](AuditRecord &&record) {
        records += std::move(record);
        return records.size() < most;
    });
    return read.map([&](Done) { return records; });
}

Result<ChainVerdict> SqliteAuditLog::verify() const
{
    ChainVerdict verdict;
    const auto read = m_database->readConsistently([&] {
        return ChainVerifier(*m_database).run().map([&](const ChainVerdict &found) {
            verdict = found;
            return Done{};
        });
    });
    return read.map([&](Done) { return verdict; });
}

Result<SignedHead> SqliteAuditLog::head(const QDateTime &time) const
{
    auto query
        = m_database->run(u"SELECT seq, hash, (SELECT count(*) FROM event WHERE kind = 'intent')"
                          u" FROM event ORDER BY seq DESC LIMIT 1"_s);
    if (!query)
        return fail(query.error());
    SignedHead head;
    head.time = time;
    if (query->next()) {
        head.seq = query->value(0).toLongLong();
        head.hash = query->value(1).toString();
        head.records = query->value(2).toLongLong();
    }
    return head;
}

Result<ChainVerdict> SqliteAuditLog::verifySince(const SignedHead &head) const
{
    return verify().and_then([&](const ChainVerdict &found) -> Result<ChainVerdict> {
        if (!found.ok || head.seq == 0)
            return found;
        auto query = m_database->run(
            u"SELECT seq, record, hash FROM event WHERE seq <= ? ORDER BY seq DESC LIMIT 1"_s,
            {head.seq});
        if (!query)
            return fail(query.error());
        const bool isThere = query->next();
        if (isThere && query->value(0).toLongLong() == head.seq
            && query->value(2).toString() == head.hash)
            return found;
        ChainVerdict verdict = found;
        verdict.ok = false;
        verdict.firstBad = isThere ? query->value(1).toLongLong() : 0;
        verdict.message = isThere && query->value(0).toLongLong() == head.seq
            ? u"entry %1 is not the one that was signed: the history was written anew"_s.arg(
                head.seq)
            : u"%1 entries were signed, but only %2 are left"_s.arg(head.seq).arg(
                isThere ? query->value(0).toLongLong() : 0);
        return verdict;
    });
}

Result<qint64> SqliteAuditLog::exportTo(QIODevice &out, const HistoryFilter &filter,
    HistoryFormat format, const std::function<bool(qint64 written)> &goOn) const
{
    const ExportOptions options{goOn,
        [this](qint64 first, qint64 last) { return chainsBetween(*m_database, first, last); }};
    qint64 count = 0;
    const auto done = m_database->readConsistently([&]() -> Result<Done> {
        const auto written = exportHistory(*this, filter, format, out, options);
        if (!written)
            return fail(written.error());
        count = *written;
        return format == HistoryFormat::JsonLines && isEverything(filter)
            ? writeRestOfChain(*m_database, out)
            : Result<Done>();
    });
    return done.map([&](Done) { return count; });
}

Result<ChainVerdict> SqliteAuditLog::importFrom(
    QIODevice &lines, const std::function<bool(qint64 read)> &goOn)
{
    return HistoryImport(*m_database).run(lines, goOn);
}

Result<QList<KnownGuest>> SqliteAuditLog::knownGuests() const
{
    return m_reader->knownGuests();
}

Result<qint64> SqliteAuditLog::searchBacklog() const
{
    return m_reader->searchBacklog();
}

Result<qint64> SqliteAuditLog::shortenSearchBacklog()
{
    return m_reader->shortenBacklog();
}

Result<Done> SqliteAuditLog::checkpoint()
{
    return m_database->checkpoint().and_then(
        [this](Done) { return m_reader->search().checkpoint(); });
}

Result<qint64> SqliteAuditLog::erase(const HistoryFilter &filter, const Erasure &erasure)
{
    // Looking through a large history takes seconds, in which others want to write.
    const auto newest = m_database->number(u"SELECT coalesce(max(record), 0) FROM event"_s);
    auto records = newest.and_then([&](qint64) { return erasable(filter, 0); });
    if (!records)
        return fail(records.error());
    const auto erased = m_database->write([&]() -> Result<Done> {
        const auto since = erasable(filter, *newest);
        if (!since)
            return fail(since.error());
        records->unite(*since);
        return records->isEmpty() ? Result<Done>() : destroyKeys(*records, erasure);
    });
    if (!erased)
        return fail(erased.error());
    return clearTraces().map([&](Done) { return records->count(); });
}

Result<qint64> SqliteAuditLog::countErasable(const HistoryFilter &filter) const
{
    return erasable(filter, 0).map([](const RecordRanges &records) { return records.count(); });
}

Result<QSet<MacAddress>> SqliteAuditLog::erasableDevices(const HistoryFilter &filter) const
{
    QSet<MacAddress> devices;
    const auto read = m_reader->visitErasable(filter, 0, [&](AuditRecord &&record) {
        devices += record.intent.client.mac;
        return true;
    });
    return read.map([&](Done) { return devices; });
}

Result<RecordRanges> SqliteAuditLog::erasable(const HistoryFilter &filter, qint64 above) const
{
    std::vector<qint64> newestFirst;
    const auto read = m_reader->visitErasable(filter, above, [&](AuditRecord &&record) {
        newestFirst.push_back(record.id);
        return true;
    });
    if (!read)
        return fail(read.error());
    RecordRanges records;
    std::for_each(
        newestFirst.rbegin(), newestFirst.rend(), [&](qint64 record) { records.append(record); });
    return records;
}

Result<Done> SqliteAuditLog::destroyKeys(const RecordRanges &records, const Erasure &erasure)
{
    for (const auto &[first, last] : records.ranges())
        if (const auto done = m_database->run(
                u"UPDATE record_key SET key = zeroblob(32) WHERE record BETWEEN ? AND ?"_s,
                {first, last});
            !done)
            return fail(done.error());
    AuditEvent event = AuditEvent::ofErasure(erasure, records.toText());
    return m_chain.nextRecord().and_then([&](qint64 record) {
        event.set(EventColumn::Record, record);
        return m_chain.append(event);
    });
}

Result<Done> SqliteAuditLog::clearTraces() const
{
    const QFileInfo file(path());
    for (const QFileInfo &copy :
        file.dir().entryInfoList({file.fileName() + u".v*"_s}, QDir::Files))
        if (!QFile::remove(copy.filePath()))
            return fail(Failure::Kind::StorageFailed,
                u"%1: cannot be removed"_s.arg(QDir::toNativeSeparators(copy.filePath())));
    return m_reader->search().clearAfterErasure().and_then(
        [this](Done) { return m_database->truncateLog(); });
}

Result<Done> SqliteAuditLog::append(AuditEvent event, qint64 record)
{
    event.set(EventColumn::Record, record);
    return m_chain.keyOf(record).and_then(
        [&](const QByteArray &key) { return m_chain.append(event, key); });
}

Result<bool> SqliteAuditLog::has(qint64 record, const QString &kind) const
{
    return m_database
        ->number(
            u"SELECT EXISTS (SELECT 1 FROM event WHERE record = ? AND kind = ?)"_s, {record, kind})
        .map([](qint64 found) { return found != 0; });
}

Result<Done> SqliteAuditLog::checkExists(qint64 record) const
{
    return has(record, u"intent"_s).and_then([&](bool exists) -> Result<Done> {
        if (exists)
            return Done{};
        return fail(
            Failure::Kind::StorageFailed, u"%1: there is no record %2"_s.arg(path()).arg(record));
    });
}

Result<Done> SqliteAuditLog::checkIsOpen(qint64 record) const
{
    if (auto exists = checkExists(record); !exists)
        return exists;
    return has(record, u"outcome"_s).and_then([&](bool ended) -> Result<Done> {
        if (!ended)
            return Done{};
        return fail(Failure::Kind::StorageFailed,
            u"%1: record %2 has its outcome already"_s.arg(path()).arg(record));
    });
}
