#include "drivers/hotspotguests.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Kind = Failure::Kind;

class TestOmadaHotspotRecords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void onlyThoseWhoAreLetInAreListed();
    void aRecordAfterItsEndIsExpiredWhateverItsValidFlagSays();
    void theControllersClockDecidesWhoIsLetIn();
    void extendingAddsToTheEndOfTheLiveRecord();
    void everyLiveRecordOfAGuestIsEndedAndTheDeviceStaysAssociated();
    void cancellingWhatIsOverIsDoneButAMovedPathIsNot();
    void aCancelThatIsUnderWayAlreadyIsLeftToTheReadBack();
};

void TestOmadaHotspotRecords::onlyThoseWhoAreLetInAreListed()
{
    SimulatorOptions options = annex(u"omada5"_s);
    options.clients = 900;
    options.waiting = 300;
    Simulated simulated(options);
    const QStringList waiting = simulated.controller().info().waiting;
    for (const QString &mac : waiting)
        QVERIFY(simulated.controller().authorizeByOthers(mac, 90));
    const auto snapshot = simulated.list();
    QVERIFY2(snapshot.has_value(), snapshot ? "" : qPrintable(snapshot.error().detail));
    QVERIFY(snapshot->complete);
    QVERIFY(snapshot->clients.size() > 100); // more than a page
    QCOMPARE(simulated.requests(u"GET"_s, u"currentPage=2"_s), 1);
    QSet<MacAddress> macs;
    for (const WifiClient &client : snapshot->clients) {
        QCOMPARE(client.state, ClientState::Authorized);
        QCOMPARE(client.key.siteId, simulated.site());
        QCOMPARE(client.key.controllerId, simulated.profile().id);
        QVERIFY(simulated.controller().isAuthorized(client.key.mac.toHyphens()));
        macs.insert(client.key.mac);
    }
    QCOMPARE(macs.size(), snapshot->clients.size());
    QVERIFY(macs.contains(*MacAddress::parse(waiting.first())));
}

void TestOmadaHotspotRecords::aRecordAfterItsEndIsExpiredWhateverItsValidFlagSays()
{
    Simulated simulated(annex(u"omada5"_s));
    simulated.addFault(u"valid-stuck"_s);
    const MacAddress mac = simulated.waiting();
    QVERIFY(simulated.controller().authorizeByOthers(mac.toHyphens(), 30));
    QCOMPARE(simulated.read(mac)->state, ClientState::Authorized);
    simulated.controller().advance(31min);
    QVERIFY(answerOf(simulated.driver().listSites()).has_value()); // tells the new time
    const auto after = simulated.read(mac);
    QVERIFY(after.has_value());
    QCOMPARE(after->state, ClientState::Expired);
    QVERIFY(after->authorization && after->authorization->until);
    const auto snapshot = simulated.list();
    QVERIFY(snapshot.has_value());
    for (const WifiClient &client : snapshot->clients)
        QVERIFY(client.key.mac != mac);
}

void TestOmadaHotspotRecords::theControllersClockDecidesWhoIsLetIn()
{
    Simulated simulated(annex(u"omada5"_s));
    simulated.addFault(u"clock-skew=-7200"_s); // an hour's grant has ended long ago by our clock
    const CapturedRedirect redirect = aRedirect(simulated);
    QVERIFY(admit(simulated, orderOf(simulated, redirect, {60})).has_value());
    const auto letIn = simulated.read(redirect.client);
    QVERIFY(letIn.has_value());
    QCOMPARE(letIn->state, ClientState::Authorized);
    QVERIFY(*letIn->authorization->until < QDateTime::currentDateTimeUtc());
    const auto offset = simulated.driver().clockOffset();
    QVERIFY(offset < -119min && offset > -121min);
    QCOMPARE(minutesLeft(simulated, *letIn), 60);
}

void TestOmadaHotspotRecords::extendingAddsToTheEndOfTheLiveRecord()
{
    Simulated simulated(annex(u"omada5"_s));
    const CapturedRedirect redirect = aRedirect(simulated);
    const WifiClient guest = listed(simulated, redirect);
    QCOMPARE(kindOf(simulated.extend(guest, 30)), Kind::Refused); // nothing to extend yet
    QVERIFY(admit(simulated, orderOf(simulated, redirect, {fourHours})).has_value());
    const auto before = simulated.read(redirect.client);
    QVERIFY(before && before->authorization);
    QVERIFY(!simulated.driver().extender()->restartsUsage());
    // Once with the record known, once by looking it up.
    QVERIFY(simulated.extend(*before, 30).has_value());
    QVERIFY(simulated.extend(guest, 15).has_value());
    const auto after = simulated.read(redirect.client);
    QVERIFY(after && after->authorization);
    QCOMPARE(before->authorization->until->secsTo(*after->authorization->until), 45 * 60);
    QCOMPARE(kindOf(simulated.extend(*after, 1)), Kind::InvalidInput);
}

void TestOmadaHotspotRecords::everyLiveRecordOfAGuestIsEndedAndTheDeviceStaysAssociated()
{
    Simulated simulated(annex(u"omada5"_s));
    const CapturedRedirect redirect = aRedirect(simulated);
    const QString mac = redirect.client.toHyphens();
    for (const int minutes : {30, 600, 60})
        QVERIFY(simulated.controller().authorizeByOthers(mac, minutes));
    const auto letIn = simulated.read(redirect.client);
    QVERIFY(letIn && letIn->authorization);
    const auto cancelled = simulated.cancel(*letIn);
    QVERIFY(cancelled && cancelled->incomplete.isEmpty());
    QVERIFY(cancelled->revoked.has_value());
    QCOMPARE(simulated.requests(u"POST"_s, u"/disconnect"_s), 3);
    QVERIFY(!simulated.controller().isAuthorized(mac));
    QVERIFY(!simulated.driver().canceller()->disconnects());
    // It still hangs where it did: the same redirect lets it in again.
    QVERIFY(admit(simulated, orderOf(simulated, redirect, {fourHours})).has_value());
}

void TestOmadaHotspotRecords::cancellingWhatIsOverIsDoneButAMovedPathIsNot()
{
    Simulated simulated(annex(u"omada5"_s));
    const CapturedRedirect redirect = aRedirect(simulated);
    const WifiClient guest = listed(simulated, redirect);
    const auto idle = simulated.cancel(guest);
    QVERIFY(idle && !idle->revoked);
    QVERIFY(admit(simulated, orderOf(simulated, redirect, {fourHours})).has_value());
    QVERIFY(simulated.cancel(guest).has_value());
    QVERIFY(simulated.cancel(guest).has_value());
    QCOMPARE(simulated.requests(u"POST"_s, u"/disconnect"_s), 1);
    simulated.addFault(u"no-hotspot-records"_s);
    QCOMPARE(kindOf(simulated.cancel(guest)), Kind::NotSupported);
}

void TestOmadaHotspotRecords::aCancelThatIsUnderWayAlreadyIsLeftToTheReadBack()
{
    Simulated simulated(annex(u"omada5"_s));
    const CapturedRedirect redirect = aRedirect(simulated);
    QVERIFY(admit(simulated, orderOf(simulated, redirect, {fourHours})).has_value());
    simulated.addFault(u"cancel-busy=1"_s);
    const auto letIn = simulated.read(redirect.client);
    QVERIFY(letIn.has_value());
    QVERIFY(simulated.cancel(*letIn).has_value());
    QCOMPARE(simulated.read(redirect.client)->state, ClientState::Authorized);
}

QTEST_GUILESS_MAIN(TestOmadaHotspotRecords)
#include "tst_omada_hotspot_records.moc"
