#include "historysamples.h"
#include "store/auditevent.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

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
        AuditIntent intent = sampleIntent(u"Zoë"_s);
        intent.siteName = u"Café"_s;
        intent.refersTo = {AuditReference::Relation::Undoes, 1};
        AuditEvent event = AuditEvent::ofIntent(intent);
        event.set(EventColumn::Record, 2);
        event.set(EventColumn::Writer, u"w"_s);
        event.set(EventColumn::Sealed, QByteArray("\x01\n\0\xff", 4));
        event.chain(3, u"abc"_s);
        const QByteArray form
            = QByteArray("gatehouse-event-2\nseq:1:3\nrecord:1:2\nkind:6:intent\n"
                         "time:24:2026-11-22T14:00:05.250Z\n"
                         "controller_time:24:2026-11-22T14:01:05.250Z\n"
                         "action:9:authorize\noperator:4:desk\nsystem_user:4:alex\n"
                         "controller_id:2:c1\ncontroller:5:Hotel\nsite_id:6:site-1\n"
                         "site:5:Caf\xc3\xa9\nminutes:3:120\ndata_mb:3:500\ndown_kbps:4:5000\n"
                         "relation:6:undoes\nrefers_to:1:1\nwriter:1:w\nsealed:4:\x01\n")
            + QByteArray("\0\xff\nprevious:3:abc\n", 18);
        QCOMPARE(event.canonicalForm(), form);
        QCOMPARE(event.text(EventColumn::Hash),
            u"6e61d146d5cef2d8c249af295fa1106a0bf65c23d22d31ff17e6876c2c4d11b9"_s);
    }

    void whatIsSealedOpensOnlyInItsPlace()
    {
        const QByteArray key(32, 'k');
        AuditEvent event = AuditEvent::ofIntent(sampleIntent());
        event.set(EventColumn::Record, 2);
        event.seal(key);
        const auto opens = [&](auto change) {
            AuditEvent copy = event;
            QByteArray copyKey = key;
            change(copy, copyKey);
            return copy.open(copyKey);
        };
        QVERIFY(opens([](AuditEvent &, QByteArray &) {}));
        QVERIFY(!opens([](AuditEvent &, QByteArray &k) { k[31] = 'l'; }));
        QVERIFY(!opens([](AuditEvent &e, QByteArray &) { e.set(EventColumn::Record, 3); }));
        QVERIFY(
            !opens([](AuditEvent &e, QByteArray &) { e.set(EventColumn::Kind, u"outcome"_s); }));
        const QByteArray sealed = event.value(EventColumn::Sealed).toByteArray();
        for (int i = 0; i < sealed.size(); ++i)
            QVERIFY(!opens([&](AuditEvent &e, QByteArray &) {
                QByteArray edited = sealed;
                edited[i] = char(edited[i] ^ 1);
                e.set(EventColumn::Sealed, edited);
            }));
        QVERIFY(!opens(
            [&](AuditEvent &e, QByteArray &) { e.set(EventColumn::Sealed, sealed.first(20)); }));
    }

    void theLengthOfANameDoesNotShow()
    {
        AuditEvent first = AuditEvent::ofIntent(sampleIntent(u"Al"_s));
        AuditEvent second = AuditEvent::ofIntent(sampleIntent(u"Alexandra"_s));
        first.seal(QByteArray(32, 'k'));
        second.seal(QByteArray(32, 'k'));
        QCOMPARE(first.value(EventColumn::Sealed).toByteArray().size(),
            second.value(EventColumn::Sealed).toByteArray().size());
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
