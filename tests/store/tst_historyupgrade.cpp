#include "historysamples.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace {

const QStringList dropTriggersOfSchema1{
    u"DROP TRIGGER event_only_at_the_end"_s,
    u"DROP TRIGGER event_only_once"_s,
    u"DROP TRIGGER event_never_changed"_s,
    u"DROP TRIGGER event_never_removed"_s,
};

} // namespace

/// The files under released/ were written by the program that had that schema:
/// `history_appender FILE sample`.
class TestHistoryUpgrade : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"history.db"_s);
    }

    void opensEveryReleasedSchema_data()
    {
        QTest::addColumn<int>("version");
        QTest::newRow("1") << 1;
        QTest::newRow("2") << 2;
    }
    void opensEveryReleasedSchema()
    {
        QFETCH(int, version);
        copyReleased(version);
        const auto log = openHistory(m_path);
        const auto verdict = log->verify();
        QVERIFY2(verdict && verdict->ok, qPrintable(verdict->message));
        QCOMPARE(verdict->records, 2);
        const auto records = log->list({});
        QVERIFY(records);
        QCOMPARE(records->size(), 2);
        QVERIFY(records->last().intent == expectedIntent(version));
        QVERIFY(records->last().outcome == expectedOutcome(version));
        QCOMPARE(records->first().intent.guest.name, u"Bert"_s);
        QVERIFY(!records->first().outcome);
        QVERIFY(log->begin(sampleIntent()));
        QVERIFY(log->verify()->ok);
        QCOMPARE(openHistory(m_path)->list({})->size(), 3);
    }

    void whatWasOpenBeforeNeedsSettling()
    {
        copyReleased(1);
        HistoryFilter filter;
        filter.need = HistoryFilter::Need::Settling;
        const auto open = openHistory(m_path)->list(filter);
        QCOMPARE(open->size(), 1);
        QCOMPARE(open->first().id, 2);
    }

    void theFirstEntryHoldsTheOldHead()
    {
        copyReleased(1);
        const QString oldHead = rawText(u"SELECT hash FROM event ORDER BY seq DESC LIMIT 1"_s);
        QCOMPARE(oldHead.size(), 64);
        openHistory(m_path);
        QCOMPARE(
            rawText(
                u"SELECT kind || ' ' || refers_to || ' ' || previous FROM event WHERE seq = 1"_s),
            u"upgrade 3 %1"_s.arg(oldHead));
    }

    void afterwardsNoNameLiesOpenInTheHistory()
    {
        copyReleased(1);
        QVERIFY(contents(m_path).contains("Okafor"));
        openHistory(m_path);
        for (const char *personal :
            {"Okafor", "okafor", "anna@", "iPhone", "02005e1000a1", "nights"})
            QVERIFY2(!contents(m_path).contains(personal), personal);
        QVERIFY(contents(m_path + u".v1"_s).contains("Okafor"));
    }

    void aHistoryThatWasChangedIsNotSealed_data()
    {
        QTest::addColumn<QStringList>("statements");
        QTest::addColumn<QString>("named");
        QTest::newRow("edited")
            << QStringList{u"UPDATE event SET guest = 'Mallory' WHERE seq = 3"_s} << u"record 2"_s;
        QTest::newRow("removed") << QStringList{u"DELETE FROM event WHERE seq = 1"_s}
                                 << u"record 1"_s;
        QTest::newRow("tail cut") << QStringList{u"DELETE FROM event WHERE seq = 3"_s}
                                  << u"record 1"_s;
    }
    void aHistoryThatWasChangedIsNotSealed()
    {
        QFETCH(QStringList, statements);
        QFETCH(QString, named);
        copyReleased(1);
        QCOMPARE(rawSql(m_path, dropTriggersOfSchema1 + statements), QString());
        const QByteArray before = contents(m_path);
        const auto refused = SqliteAuditLog::open(m_path);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Failure::Kind::StorageFailed);
        QVERIFY2(refused.error().detail.contains(named), qPrintable(refused.error().detail));
        QCOMPARE(contents(m_path), before);
    }

    void anEmptyOldHistoryBecomesAnEmptyOne()
    {
        copyReleased(1);
        QCOMPARE(rawSql(m_path,
                     dropTriggersOfSchema1
                         + QStringList{u"DELETE FROM event"_s, u"DELETE FROM sqlite_sequence"_s}),
            QString());
        const auto log = openHistory(m_path);
        QVERIFY(log->verify()->ok);
        QVERIFY(log->list({})->isEmpty());
        QCOMPARE(log->begin(sampleIntent()), 1);
    }

private:
    void copyReleased(int version) const
    {
        const QString sample = qEnvironmentVariable("GATEHOUSE_SOURCE_DIR")
            + u"/tests/store/released/history-v%1.db"_s.arg(version);
        QVERIFY(QFile::copy(sample, m_path));
        QVERIFY(QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner));
    }

    static AuditIntent expectedIntent(int version)
    {
        AuditIntent intent = sampleIntent();
        if (version == 1)
            intent.systemUser.clear();
        return intent;
    }

    static AuditOutcome expectedOutcome(int version)
    {
        AuditOutcome outcome = sampleOutcome();
        if (version == 1) {
            outcome.since.reset();
            outcome.shown.reset();
        }
        return outcome;
    }

    QString rawText(const QString &sql) const { return rawValue(m_path, sql).toString(); }

    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestHistoryUpgrade)
#include "tst_historyupgrade.moc"
