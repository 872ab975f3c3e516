#include "historysamples.h"
#include "store/auditevent.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

namespace {

const QStringList dropTriggers{
    u"DROP TRIGGER event_only_at_the_end"_s,
    u"DROP TRIGGER event_only_once"_s,
    u"DROP TRIGGER event_never_changed"_s,
    u"DROP TRIGGER event_never_removed"_s,
};

const QString allButSeq
    = u"record, kind, time, controller_time, action, operator, controller_id, controller, site_id,"
      u" site, mac, device, guest, room, login, reason, minutes, data_mb, down_kbps, up_kbps, "
      u"outcome,"
      u" until, message, detail, guest_key, search_key, previous, hash"_s;

} // namespace

class TestHistoryChain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"history.db"_s);
    }

    void theCanonicalFormNeverChanges()
    {
        AuditEvent event = AuditEvent::ofIntent(sampleIntent(u"Zoë"_s));
        event.chain(1, 1, u""_s);
        const QByteArray form
            = "gatehouse-event-1\nseq:1:1\nrecord:1:1\nkind:6:intent\n"
              "time:24:2026-11-22T14:00:05.250Z\ncontroller_time:24:2026-11-22T14:01:05.250Z\n"
              "action:9:authorize\noperator:4:desk\ncontroller_id:2:c1\ncontroller:5:Hotel\n"
              "site_id:6:site-1\nsite:5:Lobby\nmac:12:02005e1000a1\ndevice:12:Annas-iPhone\n"
              "guest:4:Zo\xc3\xab\nroom:3:204\nlogin:16:anna@example.org\nreason:10:two nights\n"
              "minutes:3:120\ndata_mb:3:500\ndown_kbps:4:5000\n"
              "guest_key:25:zo\xc3\xab\n204\nanna@example.org\n"
              "search_key:40:annas-iphone\ntwo nights\ndesk\nhotel\nlobby\nprevious:0:\n";
        QCOMPARE(event.canonicalForm(), form);
        QCOMPARE(event.text(EventColumn::Hash),
            u"72c5f317af34a2fb95f997bca33ec058dce6f2a20358b46049fb9e3621de0a0d"_s);
    }

    void anEmptyHistoryIsWhole()
    {
        const auto verdict = openHistory(m_path)->verify();
        QVERIFY(verdict && verdict->ok);
        QCOMPARE(verdict->records, 0);
        QVERIFY(verdict->head.isEmpty());
    }

    void anUntouchedHistoryIsWholeAndNamesItsHead()
    {
        recordThreeActions();
        const auto log = openHistory(m_path);
        const auto verdict = log->verify();
        QVERIFY2(verdict && verdict->ok, qPrintable(verdict->message));
        QCOMPARE(verdict->records, 3);
        QCOMPARE(verdict->head.size(), 64);
        QCOMPARE(verdict->firstBad, 0);
        QVERIFY(log->finish(3, sampleOutcome()));
        QVERIFY(log->verify()->head != verdict->head);
    }

    void strangeTextIsNoForgery_data()
    {
        QTest::addColumn<QString>("guest");
        QTest::newRow("half a surrogate pair") << QString(QChar(0xd83d)) + u"x"_s;
        QTest::newRow("NUL") << u"a"_s + QChar(0) + u"b"_s;
        QTest::newRow("byte order mark") << QString(QChar(0xfeff)) + QChar(0xfeff) + u"x"_s;
        QTest::newRow("swapped byte order mark") << QString(QChar(0xfffe)) + u"x"_s;
        QTest::newRow("line feeds and colons") << u"a\nhash:1:x\n"_s;
        QTest::newRow("emoji and Arabic") << u"👩‍👧 أمينة"_s;
        QTest::newRow("very long") << QString(100000, u'g');
    }
    void strangeTextIsNoForgery()
    {
        QFETCH(QString, guest);
        {
            const auto log = openHistory(m_path);
            QVERIFY(log->begin(sampleIntent(guest)));
        }
        const auto verdict = openHistory(m_path)->verify();
        QVERIFY2(verdict && verdict->ok, qPrintable(verdict->message));
    }

    void sqlCannotChangeTheHistory_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::newRow("update") << u"UPDATE event SET guest = 'Mallory' WHERE seq = 1"_s;
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
        QTest::newRow("guest edited")
            << QStringList{u"UPDATE event SET guest = 'Mallory' WHERE seq = 3"_s} << qint64(2);
        QTest::newRow("reason blanked")
            << QStringList{u"UPDATE event SET reason = NULL WHERE seq = 1"_s} << qint64(1);
        QTest::newRow("absent made empty")
            << QStringList{u"UPDATE event SET message = '' WHERE seq = 3"_s} << qint64(2);
        QTest::newRow("outcome edited")
            << QStringList{u"UPDATE event SET outcome = 'failed' WHERE seq = 4"_s} << qint64(2);
        QTest::newRow("limit edited")
            << QStringList{u"UPDATE event SET minutes = 121 WHERE seq = 5"_s} << qint64(3);
        QTest::newRow("time edited")
            << QStringList{u"UPDATE event SET time = '2026-11-22T14:00:05.251Z' WHERE seq = 5"_s}
            << qint64(3);
        QTest::newRow("hidden from search")
            << QStringList{u"UPDATE event SET search_key = '' WHERE seq = 1"_s} << qint64(1);
        QTest::newRow("hash edited")
            << QStringList{u"UPDATE event SET hash = 'x' WHERE seq = 5"_s} << qint64(3);
        QTest::newRow("first removed")
            << QStringList{u"DELETE FROM event WHERE seq = 1"_s} << qint64(1);
        QTest::newRow("middle removed")
            << QStringList{u"DELETE FROM event WHERE seq IN (2, 3)"_s} << qint64(2);
        QTest::newRow("middle removed and renumbered")
            << QStringList{u"DELETE FROM event WHERE seq = 2"_s,
                   u"UPDATE event SET seq = seq - 1 WHERE seq > 2"_s}
            << qint64(2);
        QTest::newRow("last removed")
            << QStringList{u"DELETE FROM event WHERE seq = 5"_s} << qint64(2);
        QTest::newRow("all removed") << QStringList{u"DELETE FROM event"_s} << qint64(0);
        QTest::newRow("inserted at the end") << QStringList{u"DROP INDEX event_intent"_s,
            u"INSERT INTO event (seq, %1) SELECT 6, %1 FROM event WHERE seq = 5"_s.arg(allButSeq)}
                                             << qint64(3);
        QTest::newRow("re-ordered") << QStringList{u"UPDATE event SET seq = -2 WHERE seq = 2"_s,
            u"UPDATE event SET seq = 2 WHERE seq = 3"_s,
            u"UPDATE event SET seq = 3 WHERE seq = -2"_s}
                                    << qint64(2);
        QTest::newRow("moved to another record")
            << QStringList{u"UPDATE event SET record = 3 WHERE seq = 4"_s} << qint64(3);
    }
    void findsWhatWasDoneToTheFile()
    {
        QFETCH(QStringList, statements);
        QFETCH(qint64, firstBad);
        recordThreeActions();
        QCOMPARE(rawSql(m_path, dropTriggers + statements), QString());
        const auto verdict = openHistory(m_path)->verify();
        QVERIFY(verdict);
        QVERIFY(!verdict->ok);
        QVERIFY(!verdict->message.isEmpty());
        QCOMPARE(verdict->firstBad, firstBad);
    }

    void anEditThatRenewsItsOwnHashIsFoundAtTheNextEntry()
    {
        AuditEvent forged = AuditEvent::ofIntent(sampleIntent(u"Mallory"_s));
        forged.chain(1, 1, u""_s);
        recordThreeActions();
        const QString edit
            = u"UPDATE event SET guest = 'Mallory', guest_key = 'mallory' || char(10) || '204' || char(10) || 'anna@example.org', hash = '%1' WHERE seq = 1"_s
                  .arg(forged.text(EventColumn::Hash));
        QCOMPARE(rawSql(m_path, dropTriggers + QStringList{edit}), QString());
        const auto verdict = openHistory(m_path)->verify();
        QVERIFY(verdict && !verdict->ok);
        QVERIFY2(
            verdict->message.contains(u"entry 2 does not follow"_s), qPrintable(verdict->message));
    }

    void programsThatWriteAtOnceKeepOneChain()
    {
        constexpr int each = 40;
        QProcess first;
        QProcess second;
        // Both also race to make the file.
        first.start(QStringLiteral(HISTORY_APPENDER), {m_path, QString::number(each)});
        second.start(QStringLiteral(HISTORY_APPENDER), {m_path, QString::number(each)});
        std::thread third([this] {
            const auto log = openHistory(m_path);
            for (int i = 0; i < each; ++i)
                std::ignore = log->begin(sampleIntent(u"Thread %1"_s.arg(i)));
        });
        third.join();
        QVERIFY(first.waitForFinished(60000));
        QVERIFY(second.waitForFinished(60000));
        QCOMPARE(first.exitCode(), 0);
        QCOMPARE(second.exitCode(), 0);
        const auto verdict = openHistory(m_path)->verify();
        QVERIFY2(verdict && verdict->ok, qPrintable(verdict->message));
        QCOMPARE(verdict->records, 3 * each);
    }

    void whatWasAnsweredOutlivesAKill()
    {
        QProcess appender;
        appender.start(QStringLiteral(HISTORY_APPENDER), {m_path, u"100000"_s});
        QTRY_VERIFY_WITH_TIMEOUT(
            (appender.waitForReadyRead(50), appender.bytesAvailable() > 100), 30000);
        appender.kill();
        QVERIFY(appender.waitForFinished());
        const QList<QByteArray> answered = appender.readAllStandardOutput().trimmed().split('\n');
        const auto log = openHistory(m_path);
        const auto verdict = log->verify();
        QVERIFY2(verdict && verdict->ok, qPrintable(verdict->message));
        QVERIFY(verdict->records >= answered.last().toLongLong());
        QVERIFY(answered.last().toLongLong() > 10);
    }

    void whatWasAnsweredIsOnTheDiskAndATornTailIsDropped()
    {
        const auto log = openHistory(m_path);
        for (int i = 0; i < 5; ++i)
            QVERIFY(log->begin(sampleIntent()));
        // The files as a power cut would leave them: not closed, and in the second copy the last
        // page half written.
        QCOMPARE(recordsOfCopy(u"cut"_s, 0), 5);
        const qint64 left = recordsOfCopy(u"torn"_s, 2000);
        QCOMPARE(left, 4);
    }

private:
    void recordThreeActions()
    {
        const auto log = openHistory(m_path);
        for (int i = 1; i <= 3; ++i)
            QVERIFY(log->begin(sampleIntent(u"Guest %1"_s.arg(i)))
                && (i == 3 || log->finish(i, sampleOutcome())));
    }

    qint64 recordsOfCopy(const QString &folder, qint64 bytesLost) const
    {
        const QDir copies(m_folder->path());
        copies.mkpath(folder);
        const QString copy = copies.filePath(folder + u"/history.db"_s);
        QFile::copy(m_path, copy);
        QFile::copy(m_path + u"-wal"_s, copy + u"-wal"_s);
        QFile wal(copy + u"-wal"_s);
        wal.resize(wal.size() - bytesLost);
        const auto verdict = openHistory(copy)->verify();
        return verdict && verdict->ok ? verdict->records : -1;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestHistoryChain)
#include "tst_historychain.moc"
