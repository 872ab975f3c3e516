#include "store/historyupgrade.h"

#include "store/auditevent.h"
#include "store/eventchain.h"

#include <QCryptographicHash>
#include <QDir>
#include <QSqlError>
#include <QSqlQuery>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace {

const QStringList &columnsOfSchema1()
{
    static const QStringList columns{u"seq"_s, u"record"_s, u"kind"_s, u"time"_s,
        u"controller_time"_s, u"action"_s, u"operator"_s, u"controller_id"_s, u"controller"_s,
        u"site_id"_s, u"site"_s, u"mac"_s, u"device"_s, u"guest"_s, u"room"_s, u"login"_s,
        u"reason"_s, u"minutes"_s, u"data_mb"_s, u"down_kbps"_s, u"up_kbps"_s, u"outcome"_s,
        u"until"_s, u"message"_s, u"detail"_s, u"guest_key"_s, u"search_key"_s, u"previous"_s,
        u"hash"_s};
    return columns;
}

/// One row of the old table, as the bytes that are in the file.
class OldEvent
{
public:
    explicit OldEvent(const QSqlQuery &query)
    {
        for (int i = 0; i < columnsOfSchema1().size(); ++i)
            if (!query.isNull(i))
                m_values.insert(columnsOfSchema1()[i], query.value(i).toByteArray());
    }

    [[nodiscard]] QString text(const QString &column) const
    {
        return QString::fromUtf8(m_values.value(column));
    }

    [[nodiscard]] bool isUnchanged() const
    {
        QByteArray form = "gatehouse-event-1\n";
        for (const QString &column : columnsOfSchema1()) {
            if (column == u"hash" || !m_values.contains(column))
                continue;
            const QByteArray bytes = m_values.value(column);
            form += column.toUtf8() + ':' + QByteArray::number(bytes.size()) + ':' + bytes + '\n';
        }
        return QCryptographicHash::hash(form, QCryptographicHash::Sha256).toHex()
            == m_values.value(u"hash"_s);
    }

    [[nodiscard]] AuditEvent renewed() const
    {
        AuditEvent event;
        for (int i = int(EventColumn::Record); i < int(EventColumn::Previous); ++i)
            if (const QString column = nameOf(EventColumn(i)); m_values.contains(column))
                event.set(EventColumn(i), text(column));
        for (const auto column : {EventColumn::Record, EventColumn::Minutes, EventColumn::DataMb,
                 EventColumn::DownKbps, EventColumn::UpKbps})
            if (!event.value(column).isNull())
                event.set(column, event.number(column));
        event.personal() = {text(u"mac"_s), text(u"device"_s), text(u"guest"_s), text(u"room"_s),
            text(u"login"_s), text(u"reason"_s), text(u"message"_s), text(u"detail"_s)};
        return event;
    }

private:
    QHash<QString, QByteArray> m_values;
};

class Upgrade
{
public:
    explicit Upgrade(const Database &database)
        : m_database(database)
        , m_chain(database)
    {
    }

    Result<Done> run() const
    {
        const auto old = eachOldEvent(
            [this](const OldEvent &event, qint64 seq, const QString &previous) -> Result<Done> {
                const bool fits = event.text(u"seq"_s).toLongLong() == seq && event.isUnchanged()
                    && event.text(u"previous"_s) == previous;
                return fits ? Result<Done>() : changed(event.text(u"record"_s));
            });
        if (!old)
            return fail(old.error());
        // The highest number that SQLite ever gave, which a removed last row does not take with it.
        const auto given = m_database.number(
            u"SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'event_of_schema_1'), 0)"_s);
        if (!given)
            return fail(given.error());
        if (*given != old->seq)
            return changed(old->record);
        return old->seq == 0 ? Result<Done>() : begin(*old);
    }

private:
    struct Head
    {
        qint64 seq = 0;
        QString hash;
        QString record;
    };

    Result<Head> eachOldEvent(const auto &visit) const
    {
        QStringList columns;
        for (const QString &column : columnsOfSchema1())
            columns += u"CAST(%1 AS BLOB)"_s.arg(column);
        auto query = m_database.run(
            u"SELECT %1 FROM event_of_schema_1 ORDER BY seq"_s.arg(columns.join(u", "_s)));
        if (!query)
            return fail(query.error());
        Head head;
        while (query->next()) {
            const OldEvent event(*query);
            if (const Result<Done> visited = visit(event, ++head.seq, head.hash); !visited)
                return fail(visited.error());
            head.hash = event.text(u"hash"_s);
            head.record = event.text(u"record"_s);
        }
        if (query->lastError().isValid())
            return fail(m_database.failureOf(*query));
        return head;
    }

    Result<Done> changed(const QString &record) const
    {
        return fail(Failure::Kind::StorageFailed,
            u"%1: the history was changed, record %2 does not fit; it stays as it is"_s.arg(
                QDir::toNativeSeparators(m_database.path()), record));
    }

    Result<Done> begin(const Head &old) const
    {
        const auto last = m_database.number(u"SELECT max(record) FROM event_of_schema_1"_s);
        if (!last)
            return fail(last.error());
        AuditEvent first = AuditEvent::ofUpgrade(QDateTime::currentDateTimeUtc(), old.seq);
        first.set(EventColumn::Record, *last + 1);
        first.set(EventColumn::Previous, old.hash);
        if (auto appended = m_chain.append(first); !appended)
            return appended;
        const auto all = eachOldEvent(
            [this](const OldEvent &event, qint64, const QString &) { return renew(event); });
        return all ? Result<Done>() : fail(all.error());
    }

    Result<Done> renew(const OldEvent &old) const
    {
        AuditEvent event = old.renewed();
        const qint64 record = event.number(EventColumn::Record);
        const auto key = event.text(EventColumn::Kind) == u"intent" ? m_chain.addKey(record)
                                                                    : m_chain.keyOf(record);
        return key.and_then([&](const QByteArray &known) { return m_chain.append(event, known); });
    }

    const Database &m_database;
    EventChain m_chain;
};

} // namespace

Result<Done> sealSchema1(const Database &database)
{
    return Upgrade(database).run().and_then([&](Done) -> Result<Done> {
        // What is deleted is overwritten, see Database.
        const auto dropped = database.run(u"DROP TABLE event_of_schema_1"_s);
        return dropped ? Result<Done>() : fail(dropped.error());
    });
}
