#include "drivers/simulated.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Kind = Failure::Kind;

namespace {

SimulatorOptions controller(const QString &version = u"10.0.162"_s)
{
    SimulatorOptions options;
    options.generation = u"unifi-classic"_s;
    options.version = version;
    options.clients = 60;
    options.waiting = 15;
    options.reconnectSeconds = 30;
    return options;
}

int count(const ClientSnapshot &snapshot, ClientState state)
{
    return int(std::ranges::count(snapshot.clients, state, &WifiClient::state));
}

/// A device of this site that no list names yet.
WifiClient unlisted(const Simulated &simulated)
{
    WifiClient client;
    client.key
        = {simulated.profile().id, simulated.site(), *MacAddress::parse(u"02:00:5E:10:00:EE"_s)};
    client.state = ClientState::Waiting;
    return client;
}

int commands(const Simulated &simulated)
{
    return simulated.requests(u"POST"_s, u"/cmd/stamgr"_s);
}

} // namespace

class TestUnifiClassicDriver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void everyVersionLetsAGuestInWithAllLimitsAndCancels_data();
    void everyVersionLetsAGuestInWithAllLimitsAndCancels();
    void u21SitesAreListedByShortNameAndLabel();
    void clientsComeWithEveryCue();
    void onlyGuestsComeWhenOnlyGuestsAreWanted();
    void aPollTakesTwoRequestsOnceTheNamesAreKnown();
    void u4AnEndedAuthorizationIsNotTakenForALiveOne();
    void u4WhoWasHereBeforeIsWaiting();
    void u7AGuestWhoHasLeftIsReadAndCancelled();
    void aDeviceIsLetInBeforeItIsListed();
    void aRedirectNamesDeviceAndAccessPoint();
    void u9LimitsOutOfRangeAreNotSent();
    void u10WithoutADurationTheSitesDefaultHolds();
    void u11ExtendingKeepsWhatIsLeft();
    void blockingShutsOutUntilUnblocked();
    void nonGuestsAreNotLetIn();
    void whatItCanDoIsSaid();
};

void TestUnifiClassicDriver::everyVersionLetsAGuestInWithAllLimitsAndCancels_data()
{
    QTest::addColumn<QString>("version");
    for (const char *version : {"8.6.9", "9.1.120", "10.0.162", "10.6.106"})
        QTest::newRow(version) << QString::fromLatin1(version);
}

void TestUnifiClassicDriver::everyVersionLetsAGuestInWithAllLimitsAndCancels()
{
    QFETCH(QString, version);
    Simulated simulated(controller(version));
    const auto identity = answerOf(simulated.driver().identify());
    QVERIFY2(identity.has_value(), identity ? "" : qPrintable(identity.error().detail));
    QCOMPARE(identity->product, u"UniFi Network"_s);
    QCOMPARE(identity->version, version);

    const WifiClient guest = simulated.row(simulated.waiting());
    QCOMPARE(guest.state, ClientState::Waiting);
    const auto granted = simulated.authorize(guest, {120, 500, 5000, 1000});
    QVERIFY2(granted.has_value(), granted ? "" : qPrintable(granted.error().said));
    const auto letIn = answerOf(simulated.driver().reader()->readClient(guest));
    QVERIFY(letIn && letIn->authorization);
    QCOMPARE(letIn->state, ClientState::Authorized);
    QCOMPARE(letIn->authorization->dataLimitMb, 500);
    QCOMPARE(letIn->authorization->downKbps, 5000);
    QCOMPARE(letIn->authorization->upKbps, 1000);
    QCOMPARE(letIn->authorization->method, AuthorizationMethod::Api);
    const qint64 left = simulated.controller().now().secsTo(*letIn->authorization->until);
    QVERIFY2(left > 7180 && left <= 7201, qPrintable(QString::number(left)));

    QVERIFY(simulated.cancel(*letIn).has_value());
    QVERIFY(simulated.driver().canceller()->disconnects());
    QCOMPARE(commands(simulated), 2);
    QVERIFY(!simulated.controller().isAuthorized(guest.key.mac.toString()));
    QCOMPARE(simulated.read(guest.key.mac)->state, ClientState::Expired); // off the air
    simulated.controller().advance(31s);
    QCOMPARE(simulated.row(guest.key.mac).state, ClientState::Waiting);
}

void TestUnifiClassicDriver::u21SitesAreListedByShortNameAndLabel()
{
    Simulated simulated(controller());
    const auto sites = answerOf(simulated.driver().listSites());
    QVERIFY(sites.has_value());
    QCOMPARE(sites->size(), 2);
    QCOMPARE(sites->first().id, u"default"_s);
    QCOMPARE(sites->first().name, u"Default"_s);
    QCOMPARE(sites->first().reference.size(), 36); // what the integration API calls it
    QCOMPARE(
        kindOf(answerOf(simulated.driver().lister()->listClients({u"Default"_s}))), Kind::NotFound);
}

void TestUnifiClassicDriver::clientsComeWithEveryCue()
{
    Simulated simulated(controller());
    const auto snapshot = simulated.list();
    QVERIFY2(snapshot.has_value(), snapshot ? "" : qPrintable(snapshot.error().detail));
    QVERIFY(snapshot->complete);
    QVERIFY(count(*snapshot, ClientState::Waiting) > 0);
    QVERIFY(count(*snapshot, ClientState::NotGuest) > 0);
    QVERIFY(count(*snapshot, ClientState::Authorized) > 0);
    QSet<MacAddress> macs;
    int named = 0;
    for (const WifiClient &client : snapshot->clients) {
        QVERIFY(!macs.contains(client.key.mac) && !client.key.mac.isNull());
        macs.insert(client.key.mac);
        QCOMPARE(client.key.controllerId, simulated.profile().id);
        QCOMPARE(client.key.siteId, simulated.site());
        QVERIFY(!client.accessPoint.isEmpty());
        QVERIFY(!MacAddress::parse(client.accessPoint)); // a name, not an address
        QCOMPARE(client.blocked, false);
        named += client.hostName.isEmpty() || client.vendor.isEmpty() ? 0 : 1;
        if (client.wireless == false)
            continue;
        QVERIFY(!client.ssid.isEmpty());
        QVERIFY(client.signalDbm && *client.signalDbm < 0);
        QVERIFY(client.attachment.accessPoint);
    }
    QVERIFY(named > 0);
}

void TestUnifiClassicDriver::onlyGuestsComeWhenOnlyGuestsAreWanted()
{
    Simulated simulated(controller());
    const auto everyone = simulated.list();
    const auto guests = answerOf(
        simulated.driver().lister()->listClients({simulated.site(), ClientQuery::Scope::Guests}));
    QVERIFY(everyone && guests);
    QCOMPARE(count(*guests, ClientState::NotGuest), 0);
    QCOMPARE(count(*guests, ClientState::Waiting), count(*everyone, ClientState::Waiting));
    QVERIFY(guests->clients.size() < everyone->clients.size());
}

void TestUnifiClassicDriver::aPollTakesTwoRequestsOnceTheNamesAreKnown()
{
    Simulated simulated(controller());
    QVERIFY(simulated.list().has_value());
    const qsizetype before = simulated.controller().requests().size();
    QVERIFY(simulated.list().has_value());
    QCOMPARE(simulated.controller().requests().size(), before + 2);
    QCOMPARE(simulated.requests(u"GET"_s, u"/stat/device"_s), 1);
}

void TestUnifiClassicDriver::u4AnEndedAuthorizationIsNotTakenForALiveOne()
{
    for (const QString &skew : {u"clock-skew=7200"_s, u"clock-skew=-7200"_s}) {
        Simulated simulated(controller());
        simulated.addFault(skew);
        const MacAddress mac = simulated.waiting();
        QVERIFY(simulated.controller().authorizeByOthers(mac.toString(), 60));
        const WifiClient letIn = simulated.row(mac);
        QCOMPARE(letIn.state, ClientState::Authorized);
        const qint64 left = simulated.controller().now().secsTo(*letIn.authorization->until);
        QVERIFY2(left > 3580 && left <= 3601, qPrintable(QString::number(left)));
        simulated.controller().advance(61min);
        QCOMPARE(simulated.row(mac).state, ClientState::Waiting);
        QVERIFY(!simulated.row(mac).authorization);
    }
}

void TestUnifiClassicDriver::u4WhoWasHereBeforeIsWaiting()
{
    Simulated simulated(controller());
    const MacAddress mac = simulated.waiting();
    QVERIFY(simulated.controller().authorizeByOthers(mac.toString(), 1));
    simulated.controller().advance(24h);
    QVERIFY(simulated.controller().leave(mac.toString()));
    QVERIFY(simulated.controller().comeBack(mac.toString()));
    QCOMPARE(simulated.row(mac).state, ClientState::Waiting);
}

void TestUnifiClassicDriver::u7AGuestWhoHasLeftIsReadAndCancelled()
{
    Simulated simulated(controller());
    const MacAddress mac = simulated.waiting();
    QVERIFY(simulated.authorize(simulated.row(mac), {60}).has_value());
    QVERIFY(simulated.controller().leave(mac.toString()));
    QVERIFY(simulated.row(mac).key.mac.isNull());
    const auto left = simulated.read(mac);
    QVERIFY(left && left->authorization);
    QCOMPARE(left->state, ClientState::Authorized);
    QVERIFY(!left->connectedAt);
    QVERIFY(simulated.cancel(*left).has_value());
    QVERIFY(!simulated.controller().isAuthorized(mac.toString()));
    QCOMPARE(simulated.read(mac)->state, ClientState::Expired);
    QCOMPARE(kindOf(simulated.read(unlisted(simulated).key.mac)), Kind::NotFound);
}

void TestUnifiClassicDriver::aDeviceIsLetInBeforeItIsListed()
{
    Simulated simulated(controller());
    const WifiClient device = unlisted(simulated);
    QCOMPARE(kindOf(simulated.read(device.key.mac)), Kind::NotFound);
    QVERIFY(simulated.authorize(device, {60, 100, {}, {}}).has_value());
    const auto read = simulated.read(device.key.mac);
    QVERIFY(read && read->authorization);
    QCOMPARE(read->state, ClientState::Authorized);
    QCOMPARE(read->authorization->dataLimitMb, 100);
}

void TestUnifiClassicDriver::aRedirectNamesDeviceAndAccessPoint()
{
    Simulated simulated(controller());
    const WifiClient guest = simulated.row(simulated.waiting());
    AuthorizeOrder order{unlisted(simulated), {60}};
    order.redirect = CapturedRedirect{};
    order.redirect->spelling = CapturedRedirect::Spelling::Unifi;
    order.redirect->client = guest.key.mac;
    order.redirect->accessPoint = guest.attachment.accessPoint;
    const auto answer = answerOf(simulated.driver().authorizer()->authorize(order));
    QVERIFY(answer.has_value());
    QVERIFY(simulated.controller().isAuthorized(guest.key.mac.toString()));
    const QJsonArray keys = simulated.controller().requests().last().value(u"bodyKeys"_s).toArray();
    QVERIFY(keys.contains(u"ap_mac"_s));
}

void TestUnifiClassicDriver::u9LimitsOutOfRangeAreNotSent()
{
    Simulated simulated(controller());
    const WifiClient guest = simulated.row(simulated.waiting());
    const LimitRules rules = simulated.driver().authorizer()->limitRules();
    QCOMPARE(rules.minutes, (LimitRange{1, 1'000'000}));
    QCOMPARE(rules.dataMb, (LimitRange{1, 1'048'576}));
    QCOMPARE(rules.downKbps, (LimitRange{2, 100'000}));
    QCOMPARE(rules.upKbps, (LimitRange{2, 100'000}));
    for (const Limits &limits : {Limits{0, {}, {}, {}}, Limits{1'000'001, {}, {}, {}},
             Limits{{}, 1'048'577, {}, {}}, Limits{{}, {}, 1, {}}, Limits{{}, {}, {}, 100'001}})
        QCOMPARE(kindOf(simulated.authorize(guest, limits)), Kind::InvalidInput);
    QCOMPARE(commands(simulated), 0);
}

void TestUnifiClassicDriver::u10WithoutADurationTheSitesDefaultHolds()
{
    Simulated simulated(controller());
    const MacAddress mac = simulated.waiting();
    QVERIFY(simulated.authorize(simulated.row(mac), {}).has_value());
    const WifiClient letIn = simulated.row(mac);
    QCOMPARE(letIn.state, ClientState::Authorized);
    const Authorization &granted = *letIn.authorization;
    QCOMPARE(granted.since->secsTo(*granted.until), 480 * 60);
    QVERIFY(!granted.dataLimitMb && !granted.downKbps && !granted.upKbps);
}

void TestUnifiClassicDriver::u11ExtendingKeepsWhatIsLeft()
{
    Simulated simulated(controller());
    const MacAddress mac = simulated.waiting();
    const WifiClient guest = simulated.row(mac);
    QVERIFY(simulated.authorize(guest, {60, 500, 5000, 1000}).has_value());
    QVERIFY(simulated.controller().useData(mac.toString(), 100 * 1024 * 1024));
    simulated.controller().advance(20min);
    QVERIFY(simulated.driver().extender()->restartsUsage());

    // Once from a row that knows no authorization, once from one that does.
    for (const int expectedMinutes : {70, 100}) {
        const auto extended
            = simulated.extend(expectedMinutes == 70 ? guest : simulated.row(mac), 30);
        QVERIFY2(extended.has_value(), extended ? "" : qPrintable(extended.error().detail));
        const WifiClient now = simulated.row(mac);
        QVERIFY(now.authorization);
        const qint64 minutes = now.authorization->since->secsTo(*now.authorization->until) / 60;
        QVERIFY2(qAbs(minutes - expectedMinutes) <= 1, qPrintable(QString::number(minutes)));
        QCOMPARE(now.authorization->dataLimitMb, 400);
        QCOMPARE(now.authorization->downKbps, 5000);
        QCOMPARE(now.authorization->upKbps, 1000);
    }
    QCOMPARE(kindOf(simulated.extend(simulated.row(simulated.waiting(1)), 30)), Kind::Refused);
}

void TestUnifiClassicDriver::blockingShutsOutUntilUnblocked()
{
    Simulated simulated(controller());
    const MacAddress mac = simulated.waiting();
    const WifiClient guest = simulated.row(mac);
    QVERIFY(answerOf(simulated.driver().blocker()->block(guest)).has_value());
    QVERIFY(simulated.row(mac).key.mac.isNull());
    QCOMPARE(simulated.read(mac)->blocked, true);
    QVERIFY(answerOf(simulated.driver().blocker()->unblock(guest)).has_value());
    QCOMPARE(simulated.read(mac)->blocked, false);
    QCOMPARE(commands(simulated), 2);
}

void TestUnifiClassicDriver::nonGuestsAreNotLetIn()
{
    Simulated simulated(controller());
    const auto snapshot = simulated.list();
    const auto printer
        = std::ranges::find(snapshot->clients, ClientState::NotGuest, &WifiClient::state);
    QVERIFY(printer != snapshot->clients.end());
    QCOMPARE(kindOf(simulated.authorize(*printer, {60})), Kind::NotGuest);
    QCOMPARE(commands(simulated), 0);
}

void TestUnifiClassicDriver::whatItCanDoIsSaid()
{
    Simulated simulated(controller());
    const Capabilities capabilities = simulated.driver().capabilities();
    using enum Capability;
    for (const Capability capability : {ListSites, ListClients, ReadAuthorization,
             AuthorizeListedClient, AuthorizeCapturedRedirect, AuthorizeUnlistedMac, LimitDuration,
             LimitData, LimitDownload, LimitUpload, Extend, CancelOnline, CancelOffline, Block}) {
        QVERIFY2(capabilities.can(capability), qPrintable(toWord(capability)));
        QCOMPARE(capabilities.path(capability),
            (Path{Generation::UnifiClassic, CredentialKind::LocalAccount}));
    }
    QVERIFY(!capabilities.can(Vouchers) && !capabilities.can(PushEvents));
    for (const Cue cue : {Cue::Ssid, Cue::Signal, Cue::AccessPoint, Cue::HostName, Cue::Vendor})
        QVERIFY(capabilities.gives(cue));
}

QTEST_GUILESS_MAIN(TestUnifiClassicDriver)
#include "tst_unifi_classic_driver.moc"
