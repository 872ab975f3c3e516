#include "store/recordreader.h"

#include "store/auditevent.h"
#include "store/database.h"
#include "store/eventchain.h"
#include "store/historyquery.h"

#include <QSqlError>
#include <QSqlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

Result<AuditRecord> RecordReader::read(const QSqlQuery &row)
{
    const HistoryColumns columns = historyColumns();
    AuditEvent asked = eventOf(row);
    AuditEvent came = eventOf(row, columns.outcome);
    AuditRecord record;
    record.id = asked.number(EventColumn::Record);
    const auto unreadable = [&] {
        return fail(Failure::Kind::StorageFailed,
            u"%1: record %2 cannot be read"_s.arg(m_database.path()).arg(record.id));
    };
    const QByteArray key = row.value(columns.key).toByteArray();
    if (isDestroyed(key)) {
        const auto erasure = erasureOf(record.id);
        if (!erasure)
            return fail(erasure.error());
        if (!*erasure)
            return unreadable();
        record.erased = *erasure;
    } else if (!asked.open(key) || !came.open(key)) {
        return unreadable();
    }
    auto intent = asked.intent();
    record.outcome = came.outcome();
    if (!intent || record.outcome.has_value() == came.value(EventColumn::Seq).isNull())
        return unreadable();
    record.intent = std::move(*intent);
    record.seen = !row.isNull(columns.seen);
    if (!row.isNull(columns.undoneBy))
        record.undoneBy = row.value(columns.undoneBy).toLongLong();
    return record;
}

Result<std::optional<Erasure>> RecordReader::erasureOf(qint64 record)
{
    if (!m_erasures)
        if (const auto read = readErasures(); !read)
            return fail(read.error());
    const auto found = std::ranges::find_if(*m_erasures,
        [record](const KnownErasure &known) { return known.records.contains(record); });
    return found == m_erasures->end() ? std::nullopt : std::optional(found->erasure);
}

Result<Done> RecordReader::readErasures()
{
    auto query = m_database.run(u"SELECT erased, time, operator FROM event"_s
                                u" WHERE erased IS NOT NULL ORDER BY seq DESC"_s);
    if (!query)
        return fail(query.error());
    m_erasures.emplace();
    while (query->next())
        if (auto records = RecordRanges::fromText(query->value(0).toString()))
            m_erasures->push_back({std::move(*records),
                {QDateTime::fromString(query->value(1).toString(), Qt::ISODateWithMs),
                    query->value(2).toString()}});
    return query->lastError().isValid() ? fail(m_database.failureOf(*query)) : Result<Done>();
}
