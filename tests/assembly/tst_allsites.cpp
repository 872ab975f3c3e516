#include "assembly/simulatedgatehouse.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 20'000;

} // namespace

/// Several controllers in one picture. Two UniFi consoles made alike have the same site UUID and
/// here also the same devices; so has an Omada controller from the same seed.
class TestAllSites : public QObject
{
    Q_OBJECT

private:
    static QList<SimulatorOptions> threeWithTheSameDevices()
    {
        QList<SimulatorOptions> all{simulated(u"unifi-integration"_s),
            simulated(u"unifi-integration"_s), simulated(u"omada-openapi"_s)};
        for (SimulatorOptions &options : all) {
            options.seed = 11;
            options.sites = {u"Default"_s};
        }
        return all;
    }

    /// A device that waits on all of them.
    static std::optional<MacAddress> sharedGuest(const SimulatedGatehouse &premises)
    {
        const auto macsOf = [&premises](int controller) {
            QSet<quint64> macs;
            for (const QString &mac : premises.running()[controller].waiting)
                macs += MacAddress::parse(mac)->bits();
            return macs;
        };
        const QSet<quint64> shared = macsOf(0) & macsOf(1) & macsOf(2);
        if (shared.isEmpty())
            return std::nullopt;
        return MacAddress(*shared.cbegin());
    }

    static ClientState stateOf(SimulatedGatehouse &premises, MacAddress mac, int controller)
    {
        const std::optional<ClientRow> row
            = premises.gatehouse().directory().find(premises.keyOf(mac, controller));
        return row ? row->client.state : ClientState::Unknown;
    }

private Q_SLOTS:
    void theSameSiteAndTheSameDeviceOnThreeControllersDoNotMix()
    {
        SimulatedGatehouse premises(threeWithTheSameDevices());
        QCOMPARE(premises.running()[0].sites.at(0).toObject().value(u"id"),
            premises.running()[1].sites.at(0).toObject().value(u"id"));
        const auto mac = sharedGuest(premises);
        QVERIFY(mac);
        premises.gatehouse().connectAll();
        for (int controller = 0; controller < 3; ++controller)
            QTRY_COMPARE_WITH_TIMEOUT(
                stateOf(premises, *mac, controller), ClientState::Waiting, patience);

        QVERIFY(premises.gatehouse().authorize(premises.keyOf(*mac, 1), {}));
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(premises, *mac, 1), ClientState::Authorized, patience);
        const auto actionsOf = [&premises](int controller) {
            int actions = 0;
            premises.simulators().with(
                controller, [&actions](Simulator &simulator) { actions = simulator.actions(); });
            return actions;
        };
        QCOMPARE(actionsOf(0), 0);
        QCOMPARE(actionsOf(1), 1);
        QCOMPARE(actionsOf(2), 0);

        // Also after each of them was asked once more.
        const QDateTime before = premises.gatehouse().clock().now();
        for (ControllerLink *link : premises.gatehouse().links())
            link->refreshSoon();
        for (ControllerLink *link : premises.gatehouse().links())
            QTRY_VERIFY_WITH_TIMEOUT(link->lastAnswerAt() > before, patience);
        QCOMPARE(stateOf(premises, *mac, 0), ClientState::Waiting);
        QCOMPARE(stateOf(premises, *mac, 1), ClientState::Authorized);
        QCOMPARE(stateOf(premises, *mac, 2), ClientState::Waiting);
    }
};

QTEST_GUILESS_MAIN(TestAllSites)
#include "tst_allsites.moc"
