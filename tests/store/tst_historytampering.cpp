#include "historysamples.h"
#include "store/auditevent.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace {

// With the checks off, so that what is found is found by the chain.
const QStringList dropGuards{
    u"DROP TRIGGER event_only_at_the_end"_s, u"DROP TRIGGER event_only_once"_s,
    u"DROP TRIGGER event_never_changed"_s, u"DROP TRIGGER event_never_removed"_s,
    u"DROP TRIGGER record_key_only_once"_s, u"DROP TRIGGER record_key_only_destroyed"_s,
    u"DROP TRIGGER record_key_never_removed"_s, u"PRAGMA ignore_check_constraints = ON"_s,
    u"PRAGMA synchronous = OFF"_s, // these are many, and none need outlive a power cut
};

const QString allButSeq
    = u"record, kind, time, controller_time, action, operator, system_user, controller_id,"
      u" controller, site_id, site, minutes, data_mb, down_kbps, up_kbps, before, outcome, shown, "
      u"since,"
      u" until, settled, put_off, relation, refers_to, writer, erased, sealed, previous, hash"_s;

constexpr int eventsOfSample = 8;

} // namespace

class TestHistoryTampering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"history.db"_s);
    }

    void sqlCannotChangeTheHistory_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::newRow("update") << u"UPDATE event SET operator = 'Mallory' WHERE seq = 1"_s;
        QTest::newRow("delete") << u"DELETE FROM event WHERE seq = 5"_s;
        QTest::newRow("delete all") << u"DELETE FROM event"_s;
        QTest::newRow("replace")
            << u"INSERT OR REPLACE INTO event (seq, %1) SELECT 2, %1 FROM event WHERE seq = 2"_s
                   .arg(allButSeq);
        QTest::newRow("insert before")
            << u"INSERT INTO event (seq, %1) SELECT 0, %1 FROM event WHERE seq = 2"_s.arg(
                   allButSeq);
        QTest::newRow("a second outcome")
            << u"INSERT INTO event (seq, %1) SELECT 6, %1 FROM event WHERE seq = 2"_s.arg(
                   allButSeq);
        QTest::newRow("replace the outcome")
            << u"INSERT OR REPLACE INTO event (seq, %1) SELECT 6, %1 FROM event WHERE seq = 2"_s
                   .arg(allButSeq);
        QTest::newRow("another key") << u"UPDATE record_key SET key = randomblob(32)"_s;
        QTest::newRow("key moved") << u"UPDATE record_key SET record = 9 WHERE record = 1"_s;
        QTest::newRow("key removed") << u"DELETE FROM record_key WHERE record = 1"_s;
        QTest::newRow("key replaced")
            << u"INSERT OR REPLACE INTO record_key VALUES (1, randomblob(32))"_s;
    }
    void sqlCannotChangeTheHistory()
    {
        QFETCH(QString, statement);
        recordThreeActions();
        const QString head = openHistory(m_path)->verify()->head;
        QVERIFY(!rawSql(m_path, {statement}).isEmpty());
        const auto verdict = openHistory(m_path)->verify();
        QVERIFY2(verdict && verdict->ok, qPrintable(verdict->message));
        QCOMPARE(verdict->head, head);
    }

    // The events are: 1 and 2 of record 1, 3 and 4 of record 2, 5 of record 3.
    void findsWhatWasDoneToTheFile_data()
    {
        QTest::addColumn<QStringList>("statements");
        QTest::addColumn<qint64>("firstBad");
        const auto row = [](const char *name, const QStringList &statements, qint64 firstBad) {
            QTest::newRow(name) << statements << firstBad;
        };
        row("blanked", {u"UPDATE event SET operator = NULL WHERE seq = 1"_s}, 1);
        row("absent made empty", {u"UPDATE event SET shown = '' WHERE seq = 3"_s}, 2);
        row("first removed", {u"DELETE FROM event WHERE seq = 1"_s}, 1);
        row("middle removed", {u"DELETE FROM event WHERE seq IN (2, 3)"_s}, 2);
        row("middle removed and renumbered",
            {u"DELETE FROM event WHERE seq = 2"_s,
                u"UPDATE event SET seq = seq - 1 WHERE seq > 2"_s},
            2);
        row("last removed", {u"DELETE FROM event WHERE seq = 5"_s}, 2);
        row("last removed with its key",
            {u"DELETE FROM event WHERE seq = 5"_s, u"DELETE FROM record_key WHERE record = 3"_s},
            2);
        row("all removed", {u"DELETE FROM event"_s}, 0);
        row("inserted at the end",
            {u"DROP INDEX event_intent"_s, u"DROP INDEX event_once"_s,
                u"DROP TRIGGER record_opened"_s,
                u"INSERT INTO event (seq, %1) SELECT 6, %1 FROM event WHERE seq = 5"_s.arg(
                    allButSeq)},
            3);
        row("re-ordered",
            {u"UPDATE event SET seq = -2 WHERE seq = 2"_s,
                u"UPDATE event SET seq = 2 WHERE seq = 3"_s,
                u"UPDATE event SET seq = 3 WHERE seq = -2"_s},
            2);
        row("moved to another record", {u"UPDATE event SET record = 3 WHERE seq = 4"_s}, 3);
        row("key removed", {u"DELETE FROM record_key WHERE record = 2"_s}, 2);
        row("key destroyed without an erasure",
            {u"UPDATE record_key SET key = zeroblob(32) WHERE record = 2"_s}, 2);
        row("keys exchanged",
            {u"UPDATE record_key SET record = -1 WHERE record = 1"_s,
                u"UPDATE record_key SET record = 1 WHERE record = 2"_s,
                u"UPDATE record_key SET record = 2 WHERE record = -1"_s},
            1);
        row("open record hidden", {u"DELETE FROM open_record WHERE record = 3"_s}, 3);
        row("closed record made open", {u"INSERT INTO open_record VALUES (2)"_s}, 2);
        row("key of no record", {u"INSERT INTO record_key VALUES (9, randomblob(32))"_s}, 9);
    }
    void findsWhatWasDoneToTheFile()
    {
        QFETCH(QStringList, statements);
        QFETCH(qint64, firstBad);
        recordThreeActions();
        QCOMPARE(rawSql(m_path, dropGuards + statements), QString());
        const auto verdict = openHistory(m_path)->verify();
        QVERIFY(verdict);
        QVERIFY(!verdict->ok);
        QVERIFY(!verdict->message.isEmpty());
        QCOMPARE(verdict->firstBad, firstBad);
    }

    void findsAKeyThatCameBackAfterAnErasure()
    {
        recordEveryKindOfEvent();
        QCOMPARE(
            rawSql(m_path,
                dropGuards
                    + QStringList{u"UPDATE record_key SET key = randomblob(32) WHERE record = 1"_s}),
            QString());
        const auto verdict = openHistory(m_path)->verify();
        QVERIFY(verdict && !verdict->ok);
        QCOMPARE(verdict->firstBad, 1);
    }

    void findsOneByteChangedInAnyColumn()
    {
        recordEveryKindOfEvent();
        int edits = 0;
        QSet<int> columns;
        for (int seq = 1; seq <= eventsOfSample; ++seq) {
            for (int i = 0; i < eventColumnCount; ++i) {
                const QString column = nameOf(EventColumn(i));
                const auto where = u"FROM event WHERE seq = %1"_s.arg(seq);
                if (rawValue(m_path, u"SELECT %1 %2"_s.arg(column, where)).isNull())
                    continue;
                const qint64 record
                    = rawValue(m_path, u"SELECT record %1"_s.arg(where)).toLongLong();
                const auto verdict = verdictAfter(byteChange(column, seq));
                QVERIFY2(!verdict.ok, qPrintable(u"%1 of %2"_s.arg(column).arg(seq)));
                if (column != u"seq" && column != u"record")
                    QCOMPARE(verdict.firstBad, record);
                QVERIFY(verdict.firstBad != 0);
                columns.insert(i);
                ++edits;
            }
        }
        QCOMPARE(columns.size(), eventColumnCount);
        QVERIFY(edits > 80);
    }

    void findsOneByteChangedInAnyKey()
    {
        recordEveryKindOfEvent();
        for (const int record : {1, 2, 4, 5}) {
            const auto key = rawValue(
                m_path, u"SELECT hex(key) FROM record_key WHERE record = %1"_s.arg(record))
                                 .toString();
            for (int i = 0; i < 64; i += 7) {
                QString edited = key;
                edited[i] = edited[i] == u'A' ? u'B' : u'A';
                const auto verdict = verdictAfter(
                    u"UPDATE record_key SET key = x'%1' WHERE record = %2"_s.arg(edited).arg(
                        record));
                QVERIFY(!verdict.ok);
                QCOMPARE(verdict.firstBad, record);
            }
            QCOMPARE(
                verdictAfter(
                    u"UPDATE record_key SET record = record + 100 WHERE record = %1"_s.arg(record))
                    .firstBad,
                record);
        }
    }

    void findsAnyRowRemovedAndAnyTwoExchanged()
    {
        recordEveryKindOfEvent();
        for (int seq = 1; seq <= eventsOfSample; ++seq) {
            QVERIFY(!verdictAfter(u"DELETE FROM event WHERE seq = %1"_s.arg(seq)).ok);
            for (int other = seq + 1; other <= eventsOfSample; ++other)
                QVERIFY(!verdictAfter(u"UPDATE event SET seq = -%1 WHERE seq = %1;"
                                      u"UPDATE event SET seq = %1 WHERE seq = %2;"
                                      u"UPDATE event SET seq = %2 WHERE seq = -%1"_s.arg(seq)
                                          .arg(other))
                             .ok);
            QVERIFY(!verdictAfter(u"DELETE FROM event WHERE seq >= %1"_s.arg(seq)).ok);
        }
    }

    // The bytes themselves, wherever they lie: in the table or in an index over it.
    void findsAByteFlippedInTheFile()
    {
        recordEveryKindOfEvent();
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        file.close();
        int flips = 0;
        for (int seq = 1; seq <= eventsOfSample; ++seq) {
            for (int i = 0; i < eventColumnCount; ++i) {
                const QByteArray value = rawValue(m_path,
                    u"SELECT CAST(%1 AS BLOB) FROM event WHERE seq = %2"_s
                        .arg(nameOf(EventColumn(i)))
                        .arg(seq))
                                             .toByteArray();
                if (value.size() < 4)
                    continue; // a number, stored in a way of its own
                for (qsizetype at = bytes.indexOf(value); at >= 0;
                     at = bytes.indexOf(value, at + 1)) {
                    const bool isSchema
                        = bytes.sliced(std::max<qsizetype>(0, at - 40), 80).contains("CREATE")
                        || bytes.at(at - 1) == '\'';
                    if (isSchema)
                        continue;
                    QByteArray flipped = bytes;
                    flipped[at + value.size() / 2] = char(flipped[at + value.size() / 2] ^ 0x10);
                    QVERIFY2(!verdictOn(flipped).ok,
                        qPrintable(
                            u"%1 of %2 at %3"_s.arg(nameOf(EventColumn(i))).arg(seq).arg(at)));
                    ++flips;
                }
            }
        }
        QVERIFY(flips > 60);
    }

    void anEditThatRenewsItsOwnHashIsFoundAtTheNextEntry()
    {
        recordThreeActions();
        AuditEvent forged;
        for (int i = 0; i < eventColumnCount; ++i)
            forged.set(EventColumn(i),
                rawValue(
                    m_path, u"SELECT %1 FROM event WHERE seq = 1"_s.arg(nameOf(EventColumn(i)))));
        QCOMPARE(forged.computedHash(), forged.text(EventColumn::Hash));
        forged.set(EventColumn::Operator, u"Mallory"_s);
        const QString edit
            = u"UPDATE event SET operator = 'Mallory', hash = '%1' WHERE seq = 1"_s.arg(
                forged.computedHash());
        QCOMPARE(rawSql(m_path, dropGuards + QStringList{edit}), QString());
        const auto verdict = openHistory(m_path)->verify();
        QVERIFY(verdict && !verdict->ok);
        QVERIFY2(
            verdict->message.contains(u"entry 2 does not follow"_s), qPrintable(verdict->message));
    }

private:
    void recordThreeActions()
    {
        const auto log = openHistory(m_path);
        for (int i = 1; i <= 3; ++i)
            QVERIFY(log->begin(sampleIntent(u"Guest %1"_s.arg(i)))
                && (i == 3 || log->finish(i, sampleOutcome())));
    }

    /// Events 1 to 8, every column at least once: two records, the first of them erased; the
    /// outcomes; seen; an undo.
    void recordEveryKindOfEvent()
    {
        const auto log = openHistory(m_path);
        AuditOutcome outcome = sampleOutcome(Outcome::Unknown);
        outcome.settledLater = true;
        outcome.putOff = true;
        AuditIntent undo = sampleIntent();
        undo.refersTo = {AuditReference::Relation::Undoes, 1};
        undo.asked.upKbps = 1000;
        undo.before = Limits{60, {}, {}, 2000};
        QVERIFY(log->begin(sampleIntent()));
        QVERIFY(log->finish(1, outcome));
        QVERIFY(log->markSeen(1, u"desk"_s));
        QVERIFY(log->begin(undo));
        QVERIFY(log->finish(2, outcome));
        HistoryFilter filter;
        filter.record = 1;
        QCOMPARE(log->erase(filter, {sampleTime(5), u"desk"_s}), 1);
        QVERIFY(log->begin(sampleIntent()));
        QVERIFY(log->begin(sampleIntent()));
    }

    static QString byteChange(const QString &column, int seq)
    {
        // One bit of the last byte, or another number; what must be unique stays so.
        const QString where = u" WHERE seq = %1"_s.arg(seq);
        if (column == u"seq" || column == u"record")
            return u"UPDATE event SET %1 = %1 + 100"_s.arg(column) + where;
        if (column == u"sealed")
            return u"UPDATE event SET sealed = CAST(substr(sealed, 1, length(sealed) - 1)"
                   u" || CASE substr(sealed, -1) WHEN x'00' THEN x'01' ELSE x'00' END AS BLOB)"_s
                + where;
        return u"UPDATE event SET %1 = CASE typeof(%1) WHEN 'integer' THEN %1 + 1"
               u" ELSE substr(%1, 1, length(%1) - 1) || char(unicode(substr(%1, -1)) + 1) END"_s
                   .arg(column)
            + where;
    }

    /// What verify() says of a copy after this was done to it; several statements are apart by
    /// semicolons.
    ChainVerdict verdictAfter(const QString &statements) const
    {
        const QString copy = m_folder->filePath(u"edited.db"_s);
        QFile::remove(copy);
        QFile::copy(m_path, copy);
        const QString error = rawSql(copy, dropGuards + statements.split(u';'));
        if (!error.isEmpty())
            qFatal("%s", qPrintable(error));
        return openHistory(copy)->verify().value_or(ChainVerdict());
    }

    /// A file that SQLite cannot even read is found, too.
    ChainVerdict verdictOn(const QByteArray &bytes) const
    {
        const QString copy = m_folder->filePath(u"flipped.db"_s);
        QFile::remove(copy);
        QFile file(copy);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("the copy cannot be written");
        file.close();
        const auto log = SqliteAuditLog::open(copy);
        return log ? (*log)->verify().value_or(ChainVerdict()) : ChainVerdict();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestHistoryTampering)
#include "tst_historytampering.moc"
