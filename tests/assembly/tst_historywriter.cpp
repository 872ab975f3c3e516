#include "assembly/historywriter.h"

#include "assembly/historyfile.h"
#include "store/database.h"
#include "store/historyschema.h"

#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <numeric>

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 20'000;

AuditIntent intentFor(quint64 mac)
{
    AuditIntent intent;
    intent.client = {u"c1"_s, u"s1"_s, MacAddress(mac)};
    intent.time = QDateTime::currentDateTimeUtc();
    return intent;
}

AuditOutcome outcomeOf(Outcome kind)
{
    AuditOutcome outcome;
    outcome.outcome = kind;
    outcome.time = QDateTime::currentDateTimeUtc();
    return outcome;
}

} // namespace

/// Records without anybody waiting for the disk.
class TestHistoryWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"history.db"_s);
    }

    void recordsInTheOrderOfTheCalls()
    {
        HistoryWriter writer(openerOf(m_path));
        QList<qint64> told;
        for (quint64 mac = 1; mac <= 20; ++mac)
            writer.begin(intentFor(mac))->then(this, [&](const Result<qint64> &record) {
                told += record.value_or(0);
            });
        bool isFinished = false;
        writer.finish(20, outcomeOf(Outcome::Confirmed))->then(this, [&](const Result<Done> &kept) {
            isFinished = kept.has_value();
        });
        QTRY_VERIFY_WITH_TIMEOUT(isFinished, patience);
        QList<qint64> expected(20);
        std::iota(expected.begin(), expected.end(), 1);
        QCOMPARE(told, expected);
        const auto log = *SqliteAuditLog::open(m_path);
        const auto records = *log->list({});
        QCOMPARE(records.size(), 20);
        QCOMPARE(records.first().intent.client.mac, MacAddress(20));
        QCOMPARE(records.first().outcome->outcome, Outcome::Confirmed);
    }

    void whatItWasGivenIsRecordedBeforeItEnds()
    {
        {
            HistoryWriter writer(openerOf(m_path));
            writer.begin(intentFor(1))->then(this, [](const Result<qint64> &) {});
            writer.finish(1, outcomeOf(Outcome::Failed))->then(this, [](const Result<Done> &) {});
        }
        const auto log = *SqliteAuditLog::open(m_path);
        const auto records = *log->list({});
        QCOMPARE(records.size(), 1);
        QCOMPARE(records.first().outcome->outcome, Outcome::Failed);
    }

    void nobodyWaitsWhileAnotherProgramWrites()
    {
        QVERIFY(SqliteAuditLog::open(m_path));
        const auto other = Database::open(m_path, historyMigrations(), historyApplicationId);
        QVERIFY(other);
        QVERIFY((*other)->run(u"BEGIN IMMEDIATE"_s));
        HistoryWriter writer(openerOf(m_path)); // waits for five seconds
        std::optional<Result<qint64>> told;
        writer.begin(intentFor(1))->then(this, [&](const Result<qint64> &record) {
            told = record;
        });
        int turns = 0;
        QTimer turn;
        connect(&turn, &QTimer::timeout, this, [&] {
            if (++turns == 10)
                QVERIFY((*other)->run(u"ROLLBACK"_s));
        });
        turn.start(1);
        QTRY_VERIFY_WITH_TIMEOUT(told, patience);
        QVERIFY(turns >= 10);
        QCOMPARE(*told, 1);
    }

    void aHistoryThatCannotBeOpenedIsSaidAndTriedAgain()
    {
        bool isThere = false;
        HistoryWriter writer([&]() -> Result<std::unique_ptr<SqliteAuditLog>> {
            if (!isThere)
                return fail(Failure::Kind::StorageFailed, u"no such disk"_s);
            return SqliteAuditLog::open(m_path);
        });
        std::optional<Result<qint64>> told;
        const auto take = [&](const Result<qint64> &record) { told = record; };
        writer.begin(intentFor(1))->then(this, take);
        QTRY_VERIFY_WITH_TIMEOUT(told, patience);
        QCOMPARE(told->error().detail, u"no such disk"_s);
        isThere = true;
        told.reset();
        writer.begin(intentFor(1))->then(this, take);
        QTRY_VERIFY_WITH_TIMEOUT(told, patience);
        QCOMPARE(*told, 1);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestHistoryWriter)
#include "tst_historywriter.moc"
