#include "store/historyimport.h"

#include "store/auditevent.h"
#include "store/chainjson.h"
#include "store/chainverifier.h"
#include "store/sealing.h"

#include <QIODevice>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlQuery>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longestLine = 16 * 1024 * 1024;

} // namespace

Result<ChainVerdict> HistoryImport::run(QIODevice &lines, const std::function<bool(qint64)> &goOn)
{
    const auto done = m_database.write([&] {
        return checkIsEmpty()
            .and_then([&](Done) { return readLines(lines, goOn); })
            .and_then([&](Done) { return putInOrder(); })
            .and_then([&](Done) { return verify(); });
    });
    return done.map([&](Done) { return m_verdict; });
}

tl::unexpected<Failure> HistoryImport::refused(const QString &why) const
{
    return fail(Failure::Kind::StorageFailed, why);
}

Result<Done> HistoryImport::checkIsEmpty() const
{
    const auto given
        = m_database.number(u"SELECT count(*) FROM sqlite_sequence WHERE name = 'event'"_s);
    if (!given)
        return fail(given.error());
    return *given == 0 ? Result<Done>()
                       : refused(u"this history holds records already; import into a new one"_s);
}

/// An export has the newest record first, and a chain grows at its end: the events wait in a table
/// of this connection alone until all are there.
Result<Done> HistoryImport::readLines(QIODevice &lines, const std::function<bool(qint64)> &goOn)
{
    for (const auto &statement : {u"DROP TABLE IF EXISTS temp.imported"_s,
             u"CREATE TEMP TABLE imported AS SELECT * FROM event WHERE 0"_s})
        if (const auto done = m_database.run(statement); !done)
            return fail(done.error());
    while (!lines.atEnd()) {
        ++m_line;
        const QByteArray line = lines.readLine(longestLine).trimmed();
        if (line.isEmpty())
            continue;
        if (auto read = readLine(line); !read)
            return read;
        if (goOn && !goOn(m_line))
            return fail(Failure::Kind::Cancelled, u"the import was ended"_s);
    }
    return Done{};
}

Result<Done> HistoryImport::readLine(const QByteArray &line)
{
    const auto unreadable
        = [this] { return refused(u"line %1 is not a record with its chain"_s.arg(m_line)); };
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    if (object.contains(u"head"_s)) {
        m_head = object.value(u"head"_s).toString();
        return Done{};
    }
    const QJsonObject chain = object.value(u"chain"_s).toObject();
    const QJsonArray events = chain.value(u"events"_s).toArray();
    if (events.isEmpty())
        return unreadable();
    bool isAction = false;
    for (const auto &each : events) {
        const auto event = eventFromJson(each.toObject());
        if (!event)
            return unreadable();
        isAction = isAction || event->text(EventColumn::Kind) == u"intent";
        QVariantList values;
        for (int i = 0; i < eventColumnCount; ++i)
            values += event->value(EventColumn(i));
        const QStringList marks(eventColumnCount, u"?"_s);
        const auto added = m_database.run(
            u"INSERT INTO temp.imported VALUES (%1)"_s.arg(marks.join(u", "_s)), values);
        if (!added)
            return fail(added.error());
    }
    if (!isAction)
        return Done{};
    QByteArray key = QByteArray::fromBase64(chain.value(u"key"_s).toString().toLatin1());
    if (key.isEmpty())
        key.fill('\0', sealing::keySize);
    const auto added = m_database.run(
        u"INSERT INTO record_key VALUES (?, ?)"_s, {object.value(u"record"_s).toInteger(), key});
    return added ? Result<Done>() : unreadable();
}

Result<Done> HistoryImport::putInOrder() const
{
    const auto moved
        = m_database.run(u"INSERT INTO event SELECT * FROM temp.imported ORDER BY seq"_s);
    std::ignore = m_database.run(u"DROP TABLE temp.imported"_s);
    if (!moved)
        return refused(
            u"the export does not hold the whole history: %1"_s.arg(moved.error().detail));
    return Done{};
}

Result<Done> HistoryImport::verify()
{
    const auto verdict = ChainVerifier(m_database).run();
    if (!verdict)
        return fail(verdict.error());
    m_verdict = *verdict;
    if (!verdict->ok)
        return refused(u"record %1 of the export does not fit: %2"_s.arg(verdict->firstBad)
                           .arg(verdict->message));
    return m_head == verdict->head
        ? Result<Done>()
        : refused(u"the export does not hold the whole history: its end is missing"_s);
}
