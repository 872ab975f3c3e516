#include "assembly/simulatedgatehouse.h"

#include "assembly/historyfile.h"
#include "assembly/historyupkeep.h"
#include "assembly/historywork.h"
#include "store/sqliteauditlog.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
constexpr int patience = 20'000;
}

/// What is recorded is soon in the search index, without anybody having searched.
class TestHistoryUpkeep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"history.db"_s);
    }

    void takesUpWhatIsRecordedWhileItWorks()
    {
        HistoryWork work(openerOf(m_path));
        HistoryUpkeep upkeep(work);
        const auto log = *SqliteAuditLog::open(m_path);
        for (int round = 0; round < 2; ++round) {
            QVERIFY(log->begin(someIntent()));
            QVERIFY(log->begin(someIntent()));
            QCOMPARE(log->searchBacklog(), 2);
            upkeep.noteRecord();
            upkeep.noteRecord();
            QTRY_COMPARE_WITH_TIMEOUT(log->searchBacklog(), 0, patience);
        }
    }

    void followsEveryAction()
    {
        SimulatedGatehouse premises({simulated(u"unifi-integration"_s)});
        Gatehouse &gatehouse = premises.gatehouse();
        gatehouse.connectAll();
        const MacAddress guest = premises.waitingGuest();
        QTRY_VERIFY_WITH_TIMEOUT(!premises.keyOf(guest).controllerId.isEmpty(), patience);
        QSignalSpy finished(&gatehouse.actions(), &ActionRunner::finished);
        QVERIFY(gatehouse.authorize(premises.keyOf(guest), {}));
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patience);
        const auto log = *SqliteAuditLog::open(premises.folder() + u"/history.db"_s);
        QVERIFY(!log->list({})->isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(log->searchBacklog(), 0, patience);
    }

private:
    static AuditIntent someIntent()
    {
        AuditIntent intent;
        intent.client = {u"c1"_s, u"s1"_s, MacAddress(0xa1)};
        intent.time = QDateTime::currentDateTimeUtc();
        return intent;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestHistoryUpkeep)
#include "tst_historyupkeep.moc"
