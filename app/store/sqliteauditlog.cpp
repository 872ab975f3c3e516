#include "store/sqliteauditlog.h"

#include "store/auditevent.h"
#include "store/historyquery.h"
#include "store/historyschema.h"

#include <QSqlError>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace {

AuditEvent eventOf(const QSqlQuery &query, int firstColumn = 0)
{
    AuditEvent event;
    for (int i = 0; i < eventColumnCount; ++i)
        event.set(EventColumn(i),
            query.isNull(firstColumn + i) ? QVariant() : query.value(firstColumn + i));
    return event;
}

std::optional<AuditRecord> recordOf(const QSqlQuery &query)
{
    const AuditEvent asked = eventOf(query);
    const AuditEvent came = eventOf(query, eventColumnCount);
    auto intent = asked.intent();
    auto outcome = came.outcome();
    const bool hasOutcome = !came.value(EventColumn::Seq).isNull();
    if (!intent || (hasOutcome && !outcome))
        return std::nullopt;
    return AuditRecord{asked.number(EventColumn::Record), std::move(*intent), std::move(outcome), false, {}, {}};
}

// What is wrong with the next event of the chain; empty when it fits.
QString misfit(const AuditEvent &event, qint64 expectedSeq, const QString &previousHash)
{
    const qint64 seq = event.number(EventColumn::Seq);
    if (seq > expectedSeq)
        return u"entry %1 is missing"_s.arg(expectedSeq);
    if (event.text(EventColumn::Hash) != event.computedHash())
        return u"entry %1 was changed after it was written"_s.arg(seq);
    if (event.text(EventColumn::Previous) != previousHash)
        return u"entry %1 does not follow the entry before it"_s.arg(seq);
    return {};
}

} // namespace

Result<std::unique_ptr<SqliteAuditLog>> SqliteAuditLog::open(const QString &path)
{
    return Database::open(path, historyMigrations(), historyApplicationId)
        .map([](std::unique_ptr<Database> &&database) {
            return std::unique_ptr<SqliteAuditLog>(new SqliteAuditLog(std::move(database)));
        });
}

SqliteAuditLog::SqliteAuditLog(std::unique_ptr<Database> database)
    : m_database(std::move(database))
{
}

Result<qint64> SqliteAuditLog::begin(const AuditIntent &intent)
{
    AuditEvent event = AuditEvent::ofIntent(intent);
    const auto written = m_database->write([&] {
        return nextRecord().and_then([&](qint64 record) { return append(event, record); });
    });
    return written.map([&](Done) { return event.number(EventColumn::Record); });
}

Result<Done> SqliteAuditLog::finish(qint64 record, const AuditOutcome &outcome)
{
    AuditEvent event = AuditEvent::ofOutcome(outcome);
    return m_database->write(
        [&] { return checkIsOpen(record).and_then([&](Done) { return append(event, record); }); });
}

Result<Done> SqliteAuditLog::markSeen(qint64, const QString &)
{
    return fail(Failure::Kind::StorageFailed, u"%1: cannot be marked"_s.arg(path()));
}

Result<qint64> SqliteAuditLog::erase(const HistoryFilter &, const Erasure &)
{
    return fail(Failure::Kind::StorageFailed, u"%1: cannot be erased"_s.arg(path()));
}

Result<QList<AuditRecord>> SqliteAuditLog::list(const HistoryFilter &filter) const
{
    const HistoryQuery asked = historyQuery(filter);
    auto query = m_database->run(asked.sql, asked.values);
    if (!query)
        return fail(query.error());
    QList<AuditRecord> records;
    while (query->next()) {
        const auto record = recordOf(*query);
        if (!record)
            return fail(Failure::Kind::StorageFailed,
                u"%1: record %2 cannot be read"_s.arg(
                    path(), query->value(int(EventColumn::Record)).toString()));
        records += *record;
    }
    if (query->lastError().isValid())
        return fail(m_database->failureOf(*query));
    return records;
}

Result<ChainVerdict> SqliteAuditLog::verify() const
{
    ChainVerdict verdict;
    const auto read = m_database->readConsistently([&] { return walkChain(verdict); });
    return read.map([&](Done) { return verdict; });
}

Result<Done> SqliteAuditLog::walkChain(ChainVerdict &verdict) const
{
    auto query
        = m_database->run(u"SELECT %1 FROM event AS e ORDER BY seq"_s.arg(eventColumns(u"e"_s)));
    if (!query)
        return fail(query.error());
    qint64 seq = 0;
    qint64 record = 0;
    while (verdict.message.isEmpty() && query->next()) {
        const AuditEvent event = eventOf(*query);
        record = event.number(EventColumn::Record);
        verdict.message = misfit(event, ++seq, verdict.head);
        if (!verdict.message.isEmpty())
            break;
        verdict.head = event.text(EventColumn::Hash);
        verdict.records += event.text(EventColumn::Kind) == u"intent" ? 1 : 0;
    }
    if (query->lastError().isValid())
        return fail(m_database->failureOf(*query));
    const auto given = lastGivenSeq();
    if (!given)
        return fail(given.error());
    if (verdict.message.isEmpty() && *given != seq)
        verdict.message = u"%1 entries were written, but only %2 are left"_s.arg(*given).arg(seq);
    verdict.ok = verdict.message.isEmpty();
    verdict.firstBad = verdict.ok ? 0 : record;
    return Done{};
}

// SQLite keeps the highest number it ever gave, which a removed last row does not take with it.
Result<qint64> SqliteAuditLog::lastGivenSeq() const
{
    auto query = m_database->run(u"SELECT seq FROM sqlite_sequence WHERE name = 'event'"_s);
    if (!query)
        return fail(query.error());
    return query->next() ? query->value(0).toLongLong() : 0;
}

Result<QList<KnownGuest>> SqliteAuditLog::knownGuests() const
{
    // SQLite takes the other columns from the row that has the maximum.
    auto query = m_database->run(
        u"SELECT controller_id, site_id, mac, guest, room, login, time, max(record) FROM event"
        u" WHERE kind = 'intent' AND action = 'authorize' AND guest_key IS NOT NULL"
        u" GROUP BY controller_id, site_id, mac"_s);
    if (!query)
        return fail(query.error());
    QList<KnownGuest> guests;
    while (query->next()) {
        const auto text = [&](int column) { return query->value(column).toString(); };
        const auto mac = MacAddress::parse(text(2));
        if (!mac)
            continue;
        guests += {{text(0), text(1), *mac}, {text(3), text(4), text(5)},
            QDateTime::fromString(text(6), Qt::ISODateWithMs)};
    }
    if (query->lastError().isValid())
        return fail(m_database->failureOf(*query));
    return guests;
}

Result<SqliteAuditLog::Head> SqliteAuditLog::head() const
{
    auto query = m_database->run(u"SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1"_s);
    if (!query)
        return fail(query.error());
    return query->next() ? Head{query->value(0).toLongLong(), query->value(1).toString()}
                         : Head{0, u""_s};
}

Result<qint64> SqliteAuditLog::nextRecord() const
{
    auto query = m_database->run(
        u"SELECT coalesce(max(record), 0) + 1 FROM event WHERE kind = 'intent'"_s);
    if (!query)
        return fail(query.error());
    if (!query->next())
        return fail(m_database->failureOf(*query));
    return query->value(0).toLongLong();
}

Result<Done> SqliteAuditLog::checkIsOpen(qint64 record) const
{
    auto query = m_database->run(
        u"SELECT EXISTS (SELECT 1 FROM event WHERE kind = 'intent' AND record = ?),"
        u" EXISTS (SELECT 1 FROM event WHERE kind = 'outcome' AND record = ?)"_s,
        {record, record});
    if (!query)
        return fail(query.error());
    if (!query->next())
        return fail(m_database->failureOf(*query));
    if (!query->value(0).toBool())
        return fail(
            Failure::Kind::StorageFailed, u"%1: there is no record %2"_s.arg(path()).arg(record));
    if (query->value(1).toBool())
        return fail(Failure::Kind::StorageFailed,
            u"%1: record %2 has its outcome already"_s.arg(path()).arg(record));
    return Done{};
}

Result<Done> SqliteAuditLog::append(AuditEvent &event, qint64 record)
{
    const auto last = head();
    if (!last)
        return fail(last.error());
    event.chain(last->seq + 1, record, last->hash);
    QVariantList values;
    QStringList marks;
    for (int i = 0; i < eventColumnCount; ++i) {
        values += event.value(EventColumn(i));
        marks += u"?"_s;
    }
    const auto inserted
        = m_database->run(u"INSERT INTO event VALUES (%1)"_s.arg(marks.join(u", "_s)), values);
    return inserted ? Result<Done>() : fail(inserted.error());
}
