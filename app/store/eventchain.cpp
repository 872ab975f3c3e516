#include "store/eventchain.h"

#include "store/auditevent.h"
#include "store/sealing.h"

#include <QSqlQuery>
#include <QStringList>

using namespace Qt::StringLiterals;

Result<qint64> EventChain::nextRecord() const
{
    return m_database.number(u"SELECT coalesce(max(record), 0) + 1 FROM event"_s);
}

Result<QByteArray> EventChain::addKey(qint64 record) const
{
    QByteArray key = sealing::newKey();
    return m_database.execute(u"INSERT INTO record_key VALUES (?, ?)"_s, {record, key})
        .map([&](Done) { return std::move(key); });
}

Result<QByteArray> EventChain::keyOf(qint64 record) const
{
    const auto row
        = m_database.firstRow(u"SELECT key FROM record_key WHERE record = ?"_s, {record});
    if (!row)
        return fail(row.error());
    if (row->isEmpty())
        return fail(Failure::Kind::StorageFailed,
            u"%1: the key of record %2 is missing"_s.arg(m_database.path()).arg(record));
    QByteArray key = row->first().toByteArray();
    return isDestroyed(key) ? QByteArray() : key;
}

Result<Done> EventChain::append(AuditEvent &event, const QByteArray &key) const
{
    if (key.isEmpty())
        event.personal() = {};
    event.seal(key);
    return append(event);
}

Result<Done> EventChain::append(AuditEvent &event) const
{
    const auto last
        = m_database.firstRow(u"SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1"_s);
    if (!last)
        return fail(last.error());
    if (last->isEmpty())
        event.chain(1, event.text(EventColumn::Previous));
    else
        event.chain(last->first().toLongLong() + 1, last->last().toString());
    QVariantList values;
    QStringList marks;
    for (int i = 0; i < eventColumnCount; ++i) {
        values += event.value(EventColumn(i));
        marks += u"?"_s;
    }
    return m_database.execute(u"INSERT INTO event VALUES (%1)"_s.arg(marks.join(u", "_s)), values);
}

bool isDestroyed(const QByteArray &key)
{
    return key.count('\0') == key.size();
}

AuditEvent eventOf(const QSqlQuery &query, int firstColumn)
{
    AuditEvent event;
    for (int i = 0; i < eventColumnCount; ++i)
        event.set(EventColumn(i),
            query.isNull(firstColumn + i) ? QVariant() : query.value(firstColumn + i));
    return event;
}
