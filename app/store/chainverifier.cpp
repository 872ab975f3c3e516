#include "store/chainverifier.h"

#include "store/auditevent.h"
#include "store/database.h"
#include "store/eventchain.h"

#include <QSqlError>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

Result<ChainVerdict> ChainVerifier::run()
{
    for (const auto step : {&ChainVerifier::readErasures, &ChainVerifier::walk,
             &ChainVerifier::checkTail, &ChainVerifier::checkStrayKeys,
             &ChainVerifier::checkOpenRecords, &ChainVerifier::checkFile}) {
        if (const auto done = (this->*step)(); !done)
            return fail(done.error());
        if (hasFound())
            break;
    }
    m_verdict.ok = !hasFound();
    return m_verdict;
}

void ChainVerifier::find(qint64 record, const QString &what)
{
    m_verdict.firstBad = record;
    m_verdict.message = what;
}

Result<Done> ChainVerifier::readErasures()
{
    auto query = m_database.run(
        u"SELECT %1 FROM event e WHERE erased IS NOT NULL"_s.arg(eventColumnBytes(u"e"_s)));
    if (!query)
        return fail(query.error());
    while (query->next()) {
        const AuditEvent event = eventOf(*query);
        const auto ranges = RecordRanges::fromText(event.text(EventColumn::Erased));
        if (ranges && event.text(EventColumn::Hash) == event.computedHash())
            m_erased.unite(*ranges);
        else
            m_erasuresHold = false;
    }
    return query->lastError().isValid() ? fail(m_database.failureOf(*query)) : Result<Done>();
}

Result<Done> ChainVerifier::walk()
{
    auto query = m_database.run(u"SELECT %1, k.key FROM event e"
                                u" LEFT JOIN record_key k ON k.record = e.record"
                                u" ORDER BY e.seq"_s.arg(eventColumnBytes(u"e"_s)));
    if (!query)
        return fail(query.error());
    while (query->next()) {
        AuditEvent event = eventOf(*query);
        const qint64 record = event.number(EventColumn::Record);
        const QString wrong = misfit(event, query->value(eventColumnCount).toByteArray());
        if (!wrong.isEmpty()) {
            find(record, wrong);
            return Done{};
        }
        ++m_seq;
        m_record = record;
        m_verdict.head = event.text(EventColumn::Hash);
        m_verdict.records += event.text(EventColumn::Kind) == u"intent" ? 1 : 0;
    }
    return query->lastError().isValid() ? fail(m_database.failureOf(*query)) : Result<Done>();
}

QString ChainVerifier::misfit(AuditEvent &event, const QByteArray &key) const
{
    const qint64 seq = event.number(EventColumn::Seq);
    if (seq > m_seq + 1)
        return u"entry %1 is missing"_s.arg(m_seq + 1);
    if (event.text(EventColumn::Hash) != event.computedHash())
        return u"entry %1 was changed after it was written"_s.arg(seq);
    const bool beginsAnew = seq == 1 && event.text(EventColumn::Kind) == u"upgrade";
    if (event.text(EventColumn::Previous) != m_verdict.head && !beginsAnew)
        return u"entry %1 does not follow the entry before it"_s.arg(seq);
    return keyMisfit(event, key);
}

QString ChainVerifier::keyMisfit(AuditEvent &event, const QByteArray &key) const
{
    const QString kind = event.text(EventColumn::Kind);
    if (kind == u"erasure" || kind == u"upgrade")
        return {};
    const qint64 record = event.number(EventColumn::Record);
    if (key.isEmpty())
        return u"the key of record %1 is missing"_s.arg(record);
    if (!m_erasuresHold && (isDestroyed(key) || m_erased.contains(record)))
        return {}; // the edited erasure is to blame, and found in its place
    if (isDestroyed(key))
        return m_erased.contains(record)
            ? QString()
            : u"the key of record %1 was destroyed, and no erasure says so"_s.arg(record);
    if (m_erased.contains(record))
        return u"record %1 was erased, but has a key"_s.arg(record);
    return event.open(key) ? QString()
                           : u"the key of record %1 was changed: it opens nothing"_s.arg(record);
}

/// SQLite keeps the highest number it ever gave, which a removed last row does not take with it.
Result<Done> ChainVerifier::checkTail()
{
    const auto given = m_database.number(
        u"SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'event'), 0)"_s);
    if (!given)
        return fail(given.error());
    if (*given != m_seq)
        find(m_record, u"%1 entries were written, but only %2 are left"_s.arg(*given).arg(m_seq));
    return Done{};
}

Result<Done> ChainVerifier::checkStrayKeys()
{
    const auto stray = m_database.number(
        u"SELECT coalesce(min(record), 0) FROM record_key k WHERE NOT EXISTS"
        u" (SELECT 1 FROM event e WHERE e.record = k.record AND e.kind = 'intent')"_s);
    if (!stray)
        return fail(stray.error());
    if (*stray != 0)
        find(*stray, u"there is a key for record %1, which does not exist"_s.arg(*stray));
    return Done{};
}

/// Who is not in that list is not settled after a crash.
Result<Done> ChainVerifier::checkOpenRecords()
{
    const auto wrong = m_database.number(
        u"WITH open AS (SELECT record FROM event WHERE kind = 'intent'"
        u" EXCEPT SELECT record FROM event WHERE kind = 'outcome')"
        u" SELECT coalesce(min(record), 0) FROM"
        u" (SELECT * FROM (SELECT record FROM open EXCEPT SELECT record FROM open_record)"
        u" UNION SELECT * FROM (SELECT record FROM open_record EXCEPT SELECT record FROM open))"_s);
    if (!wrong)
        return fail(wrong.error());
    if (*wrong != 0)
        find(*wrong,
            u"whether record %1 has its outcome was changed in the list of open ones"_s.arg(
                *wrong));
    return Done{};
}

/// The walk reads the table; what is shown to people is found through its indexes.
Result<Done> ChainVerifier::checkFile()
{
    auto query = m_database.run(u"PRAGMA integrity_check(1)"_s);
    if (!query)
        return fail(query.error());
    if (!query->next())
        return fail(m_database.failureOf(*query));
    if (const QString said = query->value(0).toString(); said != u"ok")
        find(m_record, u"the file is damaged: %1"_s.arg(said));
    return Done{};
}
