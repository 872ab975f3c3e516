#include "store/chainjson.h"

#include "store/auditevent.h"
#include "store/eventchain.h"

#include <QIODevice>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlError>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace {

bool isNumber(EventColumn column)
{
    using enum EventColumn;
    switch (column) {
    case Seq:
    case Record:
    case Minutes:
    case DataMb:
    case DownKbps:
    case UpKbps:
    case Settled:
    case PutOff:
    case RefersTo:
        return true;
    default:
        return false;
    }
}

QJsonValue toJson(EventColumn column, const QVariant &value)
{
    if (column == EventColumn::Sealed)
        return QString::fromLatin1(value.toByteArray().toBase64());
    return isNumber(column) ? QJsonValue(value.toLongLong()) : QJsonValue(value.toString());
}

QJsonObject toJson(const AuditEvent &event)
{
    QJsonObject object;
    for (int i = 0; i < eventColumnCount; ++i)
        if (const auto column = EventColumn(i); !event.value(column).isNull())
            object.insert(nameOf(column), toJson(column, event.value(column)));
    return object;
}

QVariant fromJson(EventColumn column, const QJsonValue &value)
{
    if (isNumber(column))
        return value.isDouble() ? QVariant(value.toInteger()) : QVariant();
    if (!value.isString())
        return {};
    if (column != EventColumn::Sealed)
        return value.toString();
    const auto decoded = QByteArray::fromBase64Encoding(value.toString().toLatin1());
    return decoded ? QVariant(*decoded) : QVariant();
}

Result<Done> writeLine(QIODevice &out, const QJsonObject &line)
{
    const QByteArray bytes = QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    if (out.write(bytes) == bytes.size())
        return Done{};
    return fail(
        Failure::Kind::StorageFailed, u"the export cannot be written: %1"_s.arg(out.errorString()));
}

} // namespace

Result<QHash<qint64, QJsonObject>> chainsBetween(
    const Database &database, qint64 first, qint64 last)
{
    auto query = database.run(
        u"SELECT %1, k.key FROM event e"
        u" LEFT JOIN record_key k ON k.record = e.record"
        u" WHERE e.record BETWEEN ? AND ? ORDER BY e.record, e.seq"_s.arg(eventColumns(u"e"_s)),
        {first, last});
    if (!query)
        return fail(query.error());
    QHash<qint64, QJsonArray> events;
    QHash<qint64, QJsonObject> chains;
    while (query->next()) {
        const AuditEvent event = eventOf(*query);
        const qint64 record = event.number(EventColumn::Record);
        events[record].append(toJson(event));
        const QByteArray key = query->value(eventColumnCount).toByteArray();
        QJsonObject &chain = chains[record];
        if (!isDestroyed(key))
            chain.insert(u"key"_s, QString::fromLatin1(key.toBase64()));
    }
    if (query->lastError().isValid())
        return fail(database.failureOf(*query));
    for (auto each = events.cbegin(); each != events.cend(); ++each)
        chains[each.key()].insert(u"events"_s, each.value());
    return chains;
}

std::optional<AuditEvent> eventFromJson(const QJsonObject &object)
{
    AuditEvent event;
    for (int i = 0; i < eventColumnCount; ++i) {
        const auto column = EventColumn(i);
        const auto member = object.constFind(nameOf(column));
        if (member == object.constEnd())
            continue;
        const QVariant value = fromJson(column, *member);
        if (value.isNull())
            return std::nullopt;
        event.set(column, value);
    }
    return event;
}

Result<Done> writeRestOfChain(const Database &database, QIODevice &out)
{
    auto query = database.run(u"SELECT record, kind, time FROM event"
                              u" WHERE kind IN ('erasure', 'upgrade') ORDER BY record DESC"_s);
    if (!query)
        return fail(query.error());
    while (query->next()) {
        const qint64 record = query->value(0).toLongLong();
        const auto chains = chainsBetween(database, record, record);
        if (!chains)
            return fail(chains.error());
        auto written = writeLine(out,
            {{u"record"_s, record}, {u"event"_s, query->value(1).toString()},
                {u"time"_s, query->value(2).toString()}, {u"chain"_s, chains->value(record)}});
        if (!written)
            return written;
    }
    if (query->lastError().isValid())
        return fail(database.failureOf(*query));
    auto last = database.run(u"SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1"_s);
    if (!last)
        return fail(last.error());
    const bool hasAny = last->next();
    return writeLine(out,
        {{u"entries"_s, hasAny ? last->value(0).toLongLong() : 0},
            {u"head"_s, hasAny ? last->value(1).toString() : QString()}});
}
