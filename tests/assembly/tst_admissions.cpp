#include "assembly/simulatedgatehouse.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 30'000;

} // namespace

/// One device per login in the window's program: the policy of the profile, the live picture and
/// the history together, over a simulated console.
class TestAdmissions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        SimulatorOptions options = simulated(u"unifi-integration"_s, 40, 30);
        options.sites = {u"Lobby"_s};
        options.reconnectSeconds = 1;
        m_premises = std::make_unique<SimulatedGatehouse>(
            QList<SimulatorOptions>{options}, SimulatedGatehouse::Keys::ApiOnly);
        gatehouse().connectAll();
        QTRY_VERIFY_WITH_TIMEOUT(!keyOf(0).controllerId.isEmpty(), patience);
    }
    void cleanup() { m_premises.reset(); }

    void aSecondDeviceOfTheSameLoginEndsTheFirst()
    {
        QVERIFY(gatehouse().profiles().setLoginPolicy({}, {}, LoginPolicy()));
        letIn(keyOf(0));
        letIn(keyOf(1));
        QVERIFY(!isIn(keyOf(0)));
        QVERIFY(isIn(keyOf(1)));
        const QList<AuditRecord> records = history();
        QCOMPARE(records.size(), 3);
        QCOMPARE(records.at(1).intent.action, AuditAction::Cancel);
        QVERIFY(records.at(1).intent.reason.contains(keyOf(1).mac.toString()));
    }

    void withoutAPolicyBothStay()
    {
        letIn(keyOf(0));
        letIn(keyOf(1));
        QVERIFY(isIn(keyOf(0)));
        QVERIFY(isIn(keyOf(1)));
    }

    void aDeviceThatSleepsIsCancelledWhenItWakesUp()
    {
        QVERIFY(gatehouse().profiles().setLoginPolicy({}, {}, LoginPolicy()));
        const ClientKey first = keyOf(0);
        const ClientKey second = keyOf(1);
        letIn(first);
        simulate([&](Simulator &simulator) { simulator.leave(first.mac.toString()); });
        letIn(second);
        QVERIFY(isIn(first));
        HistoryFilter open;
        open.need = HistoryFilter::Need::Completing;
        QCOMPARE(gatehouse().audit().list(open)->size(), 1);

        simulate([&](Simulator &simulator) { simulator.comeBack(first.mac.toString()); });
        const auto isCancelled = [&] {
            gatehouse().link(first.controllerId)->refreshSoon();
            return !isIn(first);
        };
        QTRY_VERIFY_WITH_TIMEOUT(isCancelled(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(gatehouse().audit().list(open)->isEmpty(), patience);
        QVERIFY(isIn(second));
    }

    void aPhoneThatCameBackUnderAnotherAddressTakesItsTimeAlong()
    {
        const auto phone = privatePhone();
        QVERIFY(phone);
        const ClientKey old = {phone->controllerId, phone->siteId, MacAddress(0x02'00'5e'00'53'01)};
        QVERIFY(!twinOf(*phone));
        recordGrant(old, nameOf(*phone));
        const auto twin = twinOf(*phone);
        QVERIFY(twin);
        QCOMPARE(twin->from, old);
        QVERIFY(twin->left.minutes && *twin->left.minutes <= 61 && *twin->left.minutes >= 59);
        QVERIFY(!gatehouse().moveAuthorization(keyOf(1), *phone));

        QSignalSpy finished(&gatehouse().actions(), &ActionRunner::finished);
        QVERIFY(gatehouse().moveAuthorization(old, *phone));
        QTRY_VERIFY_WITH_TIMEOUT(gatehouse().actions().underWay() == 0, patience);
        QVERIFY(isIn(*phone));
        const QList<AuditRecord> records = history();
        QCOMPARE(records.size(), 3);
        QCOMPARE(records.first().intent.guest.login, u"anna"_s);
        QCOMPARE(records.first().intent.asked.downKbps, 5000);
        QVERIFY(records.at(1).outcome->putOff);
        QVERIFY(!twinOf(*phone));
    }

private:
    Gatehouse &gatehouse() { return m_premises->gatehouse(); }
    void simulate(const std::function<void(Simulator &)> &work)
    {
        m_premises->simulators().with(0, work);
    }
    ClientKey keyOf(int waiting)
    {
        return m_premises->keyOf(
            MacAddress::parse(m_premises->running().first().waiting.at(waiting)).value());
    }
    bool isIn(const ClientKey &key)
    {
        bool result = false;
        simulate(
            [&](Simulator &simulator) { result = simulator.isAuthorized(key.mac.toString()); });
        return result;
    }
    void letIn(const ClientKey &key)
    {
        QVERIFY(gatehouse().authorize(key, {.minutes = 60}, Guest{{}, {}, u"anna"_s}));
        QTRY_VERIFY_WITH_TIMEOUT(gatehouse().actions().underWay() == 0, patience);
        QVERIFY(isIn(key));
    }
    QList<AuditRecord> history() { return gatehouse().audit().list({}).value(); }

    std::optional<PhoneTwin> twinOf(const ClientKey &key)
    {
        std::optional<Result<std::optional<PhoneTwin>>> answer;
        gatehouse().findTwin(key)->then(this, [&](const auto &twin) { answer = twin; });
        const bool isAnswered = QTest::qWaitFor([&] { return answer.has_value(); }, patience);
        return isAnswered && *answer ? **answer : std::nullopt;
    }

    QString nameOf(const ClientKey &key)
    {
        const WifiClient client = gatehouse().directory().find(key)->client;
        return client.hostName.isEmpty() ? client.name : client.hostName;
    }
    /// A waiting one that made its address up and has a name that nobody else has.
    std::optional<ClientKey> privatePhone()
    {
        const qsizetype count = m_premises->running().first().waiting.size();
        for (int i = 0; i < count; ++i)
            if (const ClientKey key = keyOf(i);
                key.mac.isPrivate() && !nameOf(key).isEmpty() && !MacAddress::parse(nameOf(key)))
                return key;
        return std::nullopt;
    }
    void recordGrant(const ClientKey &key, const QString &deviceName)
    {
        AuditIntent intent;
        intent.time = gatehouse().clock().now();
        intent.client = key;
        intent.deviceName = deviceName;
        intent.guest.login = u"anna"_s;
        intent.asked = {.minutes = 60, .downKbps = 5000};
        const auto record = gatehouse().audit().begin(intent);
        QVERIFY(record);
        AuditOutcome outcome;
        outcome.outcome = Outcome::Confirmed;
        outcome.time = intent.time;
        QVERIFY(gatehouse().audit().finish(*record, outcome));
    }

    std::unique_ptr<SimulatedGatehouse> m_premises;
};

QTEST_GUILESS_MAIN(TestAdmissions)
#include "tst_admissions.moc"
