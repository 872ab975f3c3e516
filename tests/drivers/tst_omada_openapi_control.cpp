#include "drivers/hotspotguests.h"

using namespace Qt::StringLiterals;
using Kind = Failure::Kind;

/// What an Open API application does beside letting guests in.
class TestOmadaOpenApiControl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void listedClientsTellWhereTheyHang();
    void aBlockedClientIsShutOutUntilItIsUnblocked();
    void blockingNobodyIsNotFound();
    void ratesAreSetForAGuestThatOthersLetIn();
    void ratesOutsideTheRulesAreNotSent();
    void aGuestWhoLeftIsCancelledByItsRecords();
    void cancellingByRecordFollowsTheVersion_data();
    void cancellingByRecordFollowsTheVersion();
};

void TestOmadaOpenApiControl::listedClientsTellWhereTheyHang()
{
    Simulated simulated(annex(u"omada-openapi"_s));
    for (const bool wired : {false, true}) {
        const CapturedRedirect redirect = aRedirect(simulated, wired);
        const WifiClient row = simulated.row(redirect.client);
        QCOMPARE(row.attachment,
            (Attachment{redirect.accessPoint, redirect.radio, redirect.gateway, redirect.vlan}));
        QCOMPARE(row.ssid, redirect.ssid);
        QVERIFY(!row.ip.isEmpty());
        QCOMPARE(row.blocked, false);
    }
    const auto sites = answerOf(simulated.driver().listSites());
    QVERIFY(sites.has_value());
    QCOMPARE(sites->first().reference, sites->first().id);
}

void TestOmadaOpenApiControl::aBlockedClientIsShutOutUntilItIsUnblocked()
{
    Simulated simulated(annex(u"omada-openapi"_s));
    const WifiClient guest = simulated.row(simulated.waiting());
    ClientBlocker *blocker = simulated.driver().blocker();
    QVERIFY(blocker);
    QVERIFY(simulated.driver().capabilities().can(Capability::Block));
    QVERIFY(answerOf(blocker->block(guest)).has_value());
    QCOMPARE(simulated.read(guest.key.mac)->blocked, true);
    QVERIFY(answerOf(blocker->unblock(guest)).has_value());
    QCOMPARE(simulated.requests(u"POST"_s, u"/block?"_s), 1);
    QCOMPARE(simulated.requests(u"POST"_s, u"/unblock?"_s), 1);
    const auto free = simulated.read(guest.key.mac);
    QVERIFY(!free || free->blocked == false);
}

void TestOmadaOpenApiControl::blockingNobodyIsNotFound()
{
    Simulated simulated(annex(u"omada-openapi"_s));
    WifiClient nobody = simulated.row(simulated.waiting());
    nobody.key.mac = MacAddress(0x02005e1000ee);
    QCOMPARE(kindOf(answerOf(simulated.driver().blocker()->block(nobody))), Kind::NotFound);
    QCOMPARE(kindOf(answerOf(simulated.driver().blocker()->unblock(nobody))), Kind::NotFound);
    QCOMPARE(simulated.controller().actions(), 0);
}

void TestOmadaOpenApiControl::ratesAreSetForAGuestThatOthersLetIn()
{
    Simulated simulated(annex(u"omada-openapi"_s));
    const MacAddress mac = simulated.waiting();
    QVERIFY(simulated.controller().authorizeByOthers(mac.toHyphens(), 90));
    ClientRateSetter *rates = simulated.driver().rateSetter();
    QVERIFY(rates);
    QVERIFY(answerOf(rates->setRates(simulated.row(mac), 5000, 512)).has_value());
    const auto limited = simulated.read(mac);
    QVERIFY(limited && limited->authorization);
    QCOMPARE(limited->authorization->downKbps, 5000);
    QCOMPARE(limited->authorization->upKbps, 512);
    // Both go together: what is not given is lifted.
    QVERIFY(answerOf(rates->setRates(*limited, {}, 512)).has_value());
    QVERIFY(!simulated.read(mac)->authorization->downKbps);
}

void TestOmadaOpenApiControl::ratesOutsideTheRulesAreNotSent()
{
    Simulated simulated(annex(u"omada-openapi"_s));
    ClientRateSetter *rates = simulated.driver().rateSetter();
    QVERIFY(!rates->rateRules().minutes && !rates->rateRules().dataMb);
    const WifiClient guest = simulated.row(simulated.waiting());
    QCOMPARE(kindOf(answerOf(rates->setRates(guest, 0, {}))), Kind::InvalidInput);
    QCOMPARE(kindOf(answerOf(rates->setRates(guest, {}, 1'024'001))), Kind::InvalidInput);
    QCOMPARE(simulated.requests(u"PATCH"_s, {}), 0);
}

void TestOmadaOpenApiControl::aGuestWhoLeftIsCancelledByItsRecords()
{
    Simulated simulated(annex(u"omada-openapi"_s));
    const MacAddress mac = simulated.waiting();
    for (const int minutes : {600, 90})
        QVERIFY(simulated.controller().authorizeByOthers(mac.toHyphens(), minutes));
    const WifiClient guest = simulated.row(mac);
    QVERIFY(simulated.controller().leave(mac.toHyphens()));
    const auto cancelled = simulated.cancel(guest);
    QVERIFY2(cancelled.has_value(), cancelled ? "" : qPrintable(cancelled.error().detail));
    QVERIFY(cancelled->revoked.has_value());
    QCOMPARE(simulated.requests(u"POST"_s, u"/disconnect?"_s), 2);
    QVERIFY(simulated.controller().comeBack(mac.toHyphens()));
    QCOMPARE(simulated.read(mac)->state, ClientState::Waiting);
    QVERIFY(simulated.cancel(guest).has_value()); // nothing is left to end
    QCOMPARE(simulated.requests(u"POST"_s, u"/disconnect?"_s), 2);
}

void TestOmadaOpenApiControl::cancellingByRecordFollowsTheVersion_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<bool>("offline");
    QTest::newRow("5.12") << u"5.12.9"_s << false;
    QTest::newRow("5.15") << u"5.15.24"_s << true;
    QTest::newRow("6.2") << u"6.2.14"_s << true;
}

void TestOmadaOpenApiControl::cancellingByRecordFollowsTheVersion()
{
    QFETCH(QString, version);
    QFETCH(bool, offline);
    Simulated simulated(annex(u"omada-openapi"_s, version));
    identify(simulated);
    const Capabilities can = simulated.driver().capabilities();
    QCOMPARE(can.can(Capability::CancelOffline), offline);
    QCOMPARE(can.unlocking(Capability::CancelOffline).has_value(), !offline);
    QCOMPARE(can.path(Capability::CancelOnline),
        (Path{Generation::OmadaOpenApi, CredentialKind::OpenApiApplication}));
}

QTEST_GUILESS_MAIN(TestOmadaOpenApiControl)
#include "tst_omada_openapi_control.moc"
