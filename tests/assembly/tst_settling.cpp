#include "assembly/simulatedgatehouse.h"
#include "store/profiledirectory.h"
#include "store/sqliteauditlog.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 20'000;

/// A program writes an intent and dies.
qint64 leaveBehind(const QString &folder, AuditAction action, const ClientKey &client)
{
    auto log = SqliteAuditLog::open(ProfileDirectory::at(folder).historyFile());
    AuditIntent intent;
    intent.action = action;
    intent.time = QDateTime::currentDateTimeUtc().addSecs(-60);
    intent.controllerTime = intent.time;
    intent.client = client;
    intent.asked.minutes = 60;
    return log ? (*log)->begin(intent).value_or(0) : 0;
}

} // namespace

/// What the window does by itself with what a dead program left open, and what a person takes back.
class TestSettling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_house = std::make_unique<SimulatedGatehouse>(
            QList{simulated(u"unifi-classic"_s, 12, 4)}, SimulatedGatehouse::Keys::All);
        gatehouse().connectAll();
        QTRY_VERIFY_WITH_TIMEOUT(row().has_value(), patience);
    }
    void cleanup() { m_house.reset(); }

    void whatTheStateShowsIsSettledWhenTheControllerConnects()
    {
        const qint64 record = leaveBehind(m_house->folder(), AuditAction::Cancel, key());
        gatehouse().reconnect(key().controllerId);
        QTRY_VERIFY_WITH_TIMEOUT(recordOf(record).outcome, patience);
        QCOMPARE(recordOf(record).outcome->outcome, Outcome::Confirmed);
        QVERIFY(recordOf(record).outcome->settledLater);
        QVERIFY(gatehouse().unseen().isEmpty());
    }

    void whatNobodyKnowsIsShownUntilSomebodyHasSeenIt()
    {
        QSignalSpy attention(&gatehouse(), &Gatehouse::attentionChanged);
        m_house->simulators().with(0, [&](Simulator &simulator) {
            QVERIFY(simulator.authorizeByOthers(guest().toString(), 60));
        });
        const qint64 record = leaveBehind(m_house->folder(), AuditAction::Authorize, key());
        gatehouse().reconnect(key().controllerId);
        QTRY_COMPARE_WITH_TIMEOUT(gatehouse().unseen().size(), 1, patience);
        QCOMPARE(gatehouse().unseen().first().id, record);
        QVERIFY(!attention.isEmpty());
        attention.clear();
        QVERIFY(gatehouse().markSeen(record));
        QVERIFY(gatehouse().unseen().isEmpty());
        QCOMPARE(attention.size(), 1);
    }

    void whoseControllerIsGoneNobodyCanKnow()
    {
        m_house = std::make_unique<SimulatedGatehouse>(QList<SimulatorOptions>());
        const qint64 record = leaveBehind(
            m_house->folder(), AuditAction::Cancel, {u"gone"_s, u"lobby"_s, MacAddress(1)});
        gatehouse().connectAll();
        QVERIFY(recordOf(record).outcome);
        QCOMPARE(recordOf(record).outcome->outcome, Outcome::Unknown);
    }

    void aCancelIsOfferedToBeUndoneAndComesBackWithWhatWasLeft()
    {
        QVERIFY(gatehouse().authorize(
            key(), {.minutes = 90, .downKbps = 3000}, {u"Anna"_s, u"12"_s, {}}));
        QTRY_COMPARE_WITH_TIMEOUT(row()->client.state, ClientState::Authorized, patience);
        QTRY_VERIFY(!gatehouse().actions().isUnderWay(key()));
        QVERIFY(gatehouse().whyNoUndoOf(AuditAction::Cancel, key()).isEmpty());

        QSignalSpy offered(&gatehouse(), &Gatehouse::undoOffered);
        QVERIFY(gatehouse().cancel(key(), u"wrong device"_s));
        QTRY_COMPARE_WITH_TIMEOUT(offered.size(), 1, patience);
        const auto cancelled = offered.first().first().value<AuditRecord>();
        QCOMPARE(cancelled.intent.before->downKbps, 3000);
        QVERIFY(gatehouse().whyNoUndo(cancelled).isEmpty());

        QSignalSpy finished(&gatehouse().actions(), &ActionRunner::finished);
        QVERIFY(gatehouse().undo(cancelled));
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patience);
        const auto report = finished.first().first().value<ActionReport>();
        QCOMPARE(report.outcome, Outcome::Confirmed);
        QVERIFY(report.asked.minutes >= 89 && report.asked.minutes <= 90);
        QCOMPARE(report.asked.downKbps, 3000);
        const AuditIntent intent = recordOf(report.record).intent;
        QCOMPARE(intent.guest.name, u"Anna"_s);
        QCOMPARE(intent.refersTo, (AuditReference{AuditReference::Relation::Undoes, cancelled.id}));
        QVERIFY(!gatehouse().undo(recordOf(cancelled.id)));
        QVERIFY(!gatehouse().whyNoUndo(recordOf(cancelled.id)).isEmpty());
    }

private:
    [[nodiscard]] Gatehouse &gatehouse() const { return m_house->gatehouse(); }
    [[nodiscard]] MacAddress guest() const { return m_house->waitingGuest(); }
    [[nodiscard]] ClientKey key() const { return m_house->keyOf(guest()); }
    [[nodiscard]] std::optional<ClientRow> row() const
    {
        return gatehouse().directory().find(key());
    }
    [[nodiscard]] AuditRecord recordOf(qint64 id) const
    {
        HistoryFilter filter;
        filter.record = id;
        const auto records = gatehouse().audit().list(filter);
        return records && !records->isEmpty() ? records->first() : AuditRecord();
    }

    std::unique_ptr<SimulatedGatehouse> m_house;
};

QTEST_GUILESS_MAIN(TestSettling)
#include "tst_settling.moc"
