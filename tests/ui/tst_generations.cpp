#include "assembly/captureportal.h"
#include "inbound/browsers.h"
#include "ui/house.h"
#include "ui/pages/clientspage.h"
#include "ui/pages/clienttable.h"

#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 20'000;

} // namespace

/// One profile of every generation, in the window: a guest who waits is let in by its button, and
/// where the protocol has no cancel, the button says so.
class TestGenerations : public QObject
{
    Q_OBJECT

private:
    /// A browser follows the redirect that its device was sent to.
    static void visit(quint16 port, const SimulatorInfo &info)
    {
        const QUrl url(info.redirects.value(0));
        QCOMPARE(answerTo(port,
                     "GET " + url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority)
                         + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
                     .status,
            200);
    }

private Q_SLOTS:
    void aGuestIsLetInByItsButton_data()
    {
        QTest::addColumn<QString>("generation");
        QTest::addColumn<bool>("byRedirect");
        QTest::addColumn<bool>("cancels");
        QTest::newRow("eap2") << u"eap2"_s << true << false;
        QTest::newRow("omada3") << u"omada3"_s << true << false;
        QTest::newRow("omada4") << u"omada4"_s << true << true;
        QTest::newRow("omada5") << u"omada5"_s << false << true;
        QTest::newRow("omada-openapi") << u"omada-openapi"_s << false << true;
        QTest::newRow("unifi-integration") << u"unifi-integration"_s << false << true;
        QTest::newRow("unifi-classic") << u"unifi-classic"_s << false << true;
    }
    void aGuestIsLetInByItsButton()
    {
        QFETCH(QString, generation);
        QFETCH(bool, byRedirect);
        QFETCH(bool, cancels);
        const quint16 port = freePort();
        SimulatorOptions options = simulated(generation);
        options.portal = QUrl(u"http://127.0.0.1:%1"_s.arg(port));
        if (generation == "unifi-classic"_L1)
            options.version = u"8.6.9"_s; // without a key beside it
        House house({options});
        house.open();
        const auto isConnected = [&] {
            return house.gatehouse().links().first()->state() == ControllerLink::State::Connected;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isConnected(), patience);
        if (byRedirect) {
            QVERIFY(house.gatehouse().portal().apply({true, u"127.0.0.1"_s, port}));
            visit(port, house.running().first());
        }
        const MacAddress mac = house.waitingGuest();
        QTRY_VERIFY_WITH_TIMEOUT(!house.keyOf(mac).controllerId.isEmpty(), patience);
        const ClientKey key = house.keyOf(mac);
        house.window().clientsPage()->table()->choose(key);
        auto *authorize = named<QPushButton>(&house.window(), u"Authorize"_s);
        QVERIFY(authorize);
        QTRY_VERIFY_WITH_TIMEOUT(authorize->isEnabled(), patience);
        QTest::mouseClick(authorize, Qt::LeftButton);

        const auto action = [&] {
            const std::optional<ClientRow> row = house.gatehouse().directory().find(key);
            return row ? row->action : RowAction();
        };
        QTRY_COMPARE_WITH_TIMEOUT(action().stage, RowAction::Stage::Ended, patience);
        QCOMPARE(action().outcome, cancels ? Outcome::Confirmed : Outcome::NotConfirmed);
        bool isIn = false;
        house.simulators().with(
            0, [&](Simulator &simulator) { isIn = simulator.isAuthorized(mac.toString()); });
        QVERIFY(isIn);
        auto *cancel = named<QPushButton>(&house.window(), u"Cancel authorization"_s);
        QTRY_COMPARE_WITH_TIMEOUT(cancel->isEnabled(), cancels, patience);
        QCOMPARE(cancel->toolTip().contains(u"cannot be told to cancel"_s), !cancels);
    }
};

QTEST_MAIN(TestGenerations)
#include "tst_generations.moc"
