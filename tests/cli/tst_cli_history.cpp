#include "programs.h"
#include "store/historysamples.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTest>

/// What the command line does with a history that is there.
class TestCliHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_cli = std::make_unique<Cli>();
        m_cli->environment().insert(u"SEED"_s, QString::fromLatin1(QByteArray(32, 's').toBase64()));
        QVERIFY(QDir().mkpath(m_cli->profile()));
        const auto log = openHistory(historyPath());
        for (const auto &name : {u"Anna Okafor"_s, u"Zebulon"_s, u"Anna Okafor"_s}) {
            const auto record = log->begin(sampleIntent(name));
            QVERIFY(record && log->finish(*record, sampleOutcome()));
        }
    }

    void findsByText()
    {
        const CliAnswer found = run({u"list"_s, u"--search"_s, u"zebu"_s});
        QCOMPARE(found.exitCode, 0);
        QCOMPARE(found.array().size(), 1);
        QCOMPARE(found.array().first().toObject().value(u"record").toInt(), 2);
    }

    void erasesAPersonAndStillVerifies()
    {
        const QStringList erase{u"erase"_s, u"--guest"_s, u"anna okafor"_s};
        QCOMPARE(run(erase + QStringList{u"--dry-run"_s}).object().value(u"wouldErase").toInt(), 2);
        QCOMPARE(run({u"list"_s, u"--search"_s, u"okafor"_s}).array().size(), 2);
        const CliAnswer erased = run(erase);
        QCOMPARE(erased.exitCode, 0);
        QCOMPARE(erased.object().value(u"erased").toInt(), 2);
        QVERIFY(run({u"list"_s, u"--search"_s, u"okafor"_s}).array().isEmpty());
        const QJsonArray all = run({u"list"_s}).array();
        QCOMPARE(all.size(), 3);
        QVERIFY(all.first().toObject().contains(u"erased"));
        QVERIFY(!all.first().toObject().contains(u"mac"));
        QVERIFY(m_cli->run({u"history"_s, u"list"_s}).out.contains("erased"));
        QVERIFY(run({u"verify"_s}).object().value(u"ok").toBool());
        QCOMPARE(
            run({u"erase"_s, u"--before"_s, u"2026-11-23"_s}).object().value(u"erased").toInt(), 1);
        QCOMPARE(run({u"erase"_s}).exitCode, 2);
    }

    void aChangedHistoryIsExitEightAndNamesTheRecord()
    {
        QCOMPARE(
            rawSql(historyPath(),
                {u"DROP TRIGGER event_never_changed"_s,
                    u"UPDATE event SET operator = 'Mallory' WHERE record = 2 AND kind = 'intent'"_s}),
            QString());
        const CliAnswer verdict = run({u"verify"_s});
        QCOMPARE(verdict.exitCode, 8);
        QCOMPARE(verdict.object().value(u"firstBad").toInt(), 2);
        QCOMPARE(run({u"head"_s, u"--secret-env"_s, u"SEED"_s}).exitCode, 8);
    }

    void aSignedHeadShowsACutEnd()
    {
        const QString head = m_cli->home() + u"/head.json"_s;
        QCOMPARE(run({u"head"_s, u"--secret-env"_s, u"SEED"_s, u"--output"_s, head}).exitCode, 0);
        QCOMPARE(run({u"verify"_s, u"--head"_s, head}).exitCode, 0);
        // The tail goes with every trace that SQLite keeps of it.
        QCOMPARE(
            rawSql(historyPath(),
                {u"DROP TRIGGER event_never_removed"_s, u"DROP TRIGGER record_key_never_removed"_s,
                    u"DELETE FROM event WHERE record = 3"_s,
                    u"DELETE FROM record_key WHERE record = 3"_s,
                    u"UPDATE sqlite_sequence SET seq = 4 WHERE name = 'event'"_s}),
            QString());
        QCOMPARE(run({u"verify"_s}).exitCode, 0);
        const CliAnswer cut = run({u"verify"_s, u"--head"_s, head});
        QCOMPARE(cut.exitCode, 8);
        QCOMPARE(cut.object().value(u"firstBad").toInt(), 2);
        QCOMPARE(run({u"verify"_s, u"--head"_s, historyPath()}).exitCode, 2);
        QCOMPARE(run({u"verify"_s, u"--head"_s, m_cli->home() + u"/none"_s}).exitCode, 8);
    }

    void importsAWholeExport()
    {
        const QString file = m_cli->home() + u"/all.jsonl"_s;
        QCOMPARE(run({u"export"_s, u"--output"_s, file}).exitCode, 0);
        const QString head = run({u"verify"_s}).object().value(u"head").toString();
        QCOMPARE(run({u"import"_s, file}).exitCode, 8);
        m_cli->setProfile(m_cli->home() + u"/second"_s);
        const CliAnswer imported = run({u"import"_s, file});
        QCOMPARE(imported.exitCode, 0);
        QCOMPARE(imported.object().value(u"records").toInt(), 3);
        QCOMPARE(imported.object().value(u"head").toString(), head);
        QCOMPARE(run({u"verify"_s}).object().value(u"head").toString(), head);
        QCOMPARE(run({u"list"_s, u"--search"_s, u"okafor"_s}).array().size(), 2);
    }

    void notesThatARecordWasSeen()
    {
        QCOMPARE(run({u"seen"_s, u"2"_s}).exitCode, 0);
        QVERIFY(run({u"list"_s}).array().at(1).toObject().value(u"seen").toBool());
        QCOMPARE(run({u"seen"_s, u"9"_s}).exitCode, 5);
        QCOMPARE(run({u"seen"_s, u"two"_s}).exitCode, 2);
    }

private:
    CliAnswer run(const QStringList &arguments)
    {
        return m_cli->run(QStringList{u"history"_s} + arguments + QStringList{u"--json"_s});
    }
    QString historyPath() const { return m_cli->profile() + u"/history.db"_s; }

    std::unique_ptr<Cli> m_cli;
};

QTEST_GUILESS_MAIN(TestCliHistory)
#include "tst_cli_history.moc"
