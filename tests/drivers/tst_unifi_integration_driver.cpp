#include "drivers/simulated.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Kind = Failure::Kind;

namespace {

SimulatorOptions console(int clients = 60, int waiting = 15)
{
    SimulatorOptions options;
    options.clients = clients;
    options.waiting = waiting;
    return options;
}

int count(const ClientSnapshot &snapshot, ClientState state)
{
    return int(std::ranges::count(snapshot.clients, state, &WifiClient::state));
}

} // namespace

class TestUnifiIntegrationDriver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void signingInTellsTheVersion();
    void tooOldVersionsAreRefused();
    void aWrongKeyIsRefused();
    void sitesAreListed();
    void clientsComeOnceWithTheirAccessPoint();
    void onlyGuestsComeWhenOnlyGuestsAreWanted();
    void manyPagesAreOneSnapshot();
    void aListThatChangesBetweenPagesIsIncomplete();
    void accessPointNamesAreNotNeeded();
    void aClientIsReadWithItsAuthorization();
    void aClientThatIsGoneIsNotFoundWithoutReadingTheListAgain();
    void aStaleIdIsLookedUpAgain();
    void aGuestIsLetInWithLimitsAndCancelled();
    void extendingKeepsWhatIsLeft();
    void limitsOutOfRangeAreNotSent();
    void aReadOnlyKeyMayNotAct();
    void aNonGuestIsNamed();
    void anActionIsSentOnceWhenTheConnectionIsCut();
    void anActionOnAStaleIdIsSentToThePresentOne();
    void readsSurviveARestartingProxy();
    void badAnswersAreNamed_data();
    void badAnswersAreNamed();
    void theClockOfTheControllerIsKnown();
    void otherDeploymentsWorkTheSame_data();
    void otherDeploymentsWorkTheSame();
};

void TestUnifiIntegrationDriver::signingInTellsTheVersion()
{
    Simulated simulated(console());
    const auto identity = answerOf(simulated.driver().identify());
    QVERIFY(identity.has_value());
    QCOMPARE(identity->product, u"UniFi Network"_s);
    QCOMPARE(identity->version, u"10.0.162"_s);
}

void TestUnifiIntegrationDriver::tooOldVersionsAreRefused()
{
    SimulatorOptions options = console();
    options.version = u"9.0.99"_s;
    Simulated simulated(options);
    QCOMPARE(kindOf(answerOf(simulated.driver().identify())), Kind::NotSupported);
}

void TestUnifiIntegrationDriver::aWrongKeyIsRefused()
{
    Simulated simulated(console());
    simulated.signInWith(u"wrong"_s);
    QCOMPARE(kindOf(answerOf(simulated.driver().identify())), Kind::SignInRefused);
    QCOMPARE(kindOf(simulated.list()), Kind::SignInRefused);
}

void TestUnifiIntegrationDriver::sitesAreListed()
{
    Simulated simulated(console());
    const auto sites = answerOf(simulated.driver().listSites());
    QVERIFY(sites.has_value());
    QCOMPARE(sites->size(), 2);
    QCOMPARE(sites->first().name, u"Default"_s);
    QCOMPARE(sites->first().id, simulated.site());
}

void TestUnifiIntegrationDriver::clientsComeOnceWithTheirAccessPoint()
{
    Simulated simulated(console());
    const auto snapshot = simulated.list();
    QVERIFY2(snapshot.has_value(), snapshot ? "" : qPrintable(snapshot.error().detail));
    QVERIFY(snapshot->complete);
    QCOMPARE(snapshot->siteId, simulated.site());
    QVERIFY(count(*snapshot, ClientState::Waiting) > 0);
    QVERIFY(count(*snapshot, ClientState::NotGuest) > 0);
    QSet<MacAddress> macs;
    for (const WifiClient &client : snapshot->clients) {
        QVERIFY(!macs.contains(client.key.mac) && !client.key.mac.isNull());
        macs.insert(client.key.mac);
        QCOMPARE(client.key.controllerId, simulated.profile().id);
        QCOMPARE(client.key.siteId, simulated.site());
        QVERIFY(!client.accessPoint.contains(u"0000-"_s)); // a name, not an id
    }
    QCOMPARE(simulated.requests(u"GET"_s, u"/devices"_s), 1);
    QVERIFY(simulated.list().has_value());
    QCOMPARE(simulated.requests(u"GET"_s, u"/devices"_s), 1); // names are kept
}

void TestUnifiIntegrationDriver::onlyGuestsComeWhenOnlyGuestsAreWanted()
{
    Simulated simulated(console());
    const auto everyone = simulated.list();
    const auto guests = answerOf(
        simulated.driver().lister()->listClients({simulated.site(), ClientQuery::Scope::Guests}));
    QVERIFY(everyone && guests);
    QCOMPARE(count(*guests, ClientState::NotGuest), 0);
    QCOMPARE(count(*guests, ClientState::Waiting), count(*everyone, ClientState::Waiting));
    QVERIFY(guests->clients.size() < everyone->clients.size());
}

void TestUnifiIntegrationDriver::manyPagesAreOneSnapshot()
{
    SimulatorOptions options = console(1500, 300);
    options.sites = {u"Default"_s};
    Simulated simulated(options);
    const auto snapshot = simulated.list();
    QVERIFY(snapshot.has_value());
    QVERIFY(snapshot->complete);
    QVERIFY(snapshot->clients.size() > 1200); // VPN rows are left out
    QCOMPARE(simulated.requests(u"GET"_s, u"/clients?"_s), 8);
}

void TestUnifiIntegrationDriver::aListThatChangesBetweenPagesIsIncomplete()
{
    SimulatorOptions options = console(900, 100);
    options.sites = {u"Default"_s};
    Simulated simulated(options);
    simulated.addFault(u"torn-pages"_s);
    const auto snapshot = simulated.list();
    QVERIFY(snapshot.has_value());
    QVERIFY(!snapshot->complete);
    QVERIFY(snapshot->clients.size() > 600);
    simulated.controller().clearFaults();
    QVERIFY(simulated.list()->complete);
}

void TestUnifiIntegrationDriver::accessPointNamesAreNotNeeded()
{
    Simulated simulated(console());
    simulated.addFault(u"bad-json=1"_s); // strikes the first request, which asks for devices
    const auto snapshot = simulated.list();
    QVERIFY(snapshot.has_value());
    QVERIFY(!snapshot->clients.isEmpty());
}

void TestUnifiIntegrationDriver::aClientIsReadWithItsAuthorization()
{
    Simulated simulated(console());
    const MacAddress mac = simulated.waiting();
    const auto before = simulated.read(mac);
    QVERIFY(before.has_value());
    QCOMPARE(before->state, ClientState::Waiting);
    QVERIFY(!before->authorization);
    QVERIFY(simulated.controller().authorizeByOthers(mac.toString(), 60));
    const auto after = answerOf(simulated.driver().reader()->readClient(*before));
    QVERIFY(after.has_value());
    QCOMPARE(after->state, ClientState::Authorized);
    QVERIFY(after->authorization && after->authorization->until);
    const qint64 left = simulated.controller().now().secsTo(*after->authorization->until);
    QVERIFY2(left > 3500 && left <= 3601, qPrintable(QString::number(left)));
}

void TestUnifiIntegrationDriver::aClientThatIsGoneIsNotFoundWithoutReadingTheListAgain()
{
    Simulated simulated(console());
    const MacAddress nobody(0x02005e1000ee);
    QCOMPARE(kindOf(simulated.read(nobody)), Kind::NotFound);
    const int before = simulated.requests(u"GET"_s, u"/clients?"_s);
    QCOMPARE(kindOf(simulated.read(nobody)), Kind::NotFound);
    QCOMPARE(simulated.requests(u"GET"_s, u"/clients?"_s), before + 1); // the filter alone
}

void TestUnifiIntegrationDriver::aStaleIdIsLookedUpAgain()
{
    Simulated simulated(console());
    WifiClient seen = simulated.row(simulated.waiting());
    const QString present = seen.vendorId;
    seen.vendorId = u"5f0c2d1e-0000-3000-8000-0000000000ee"_s;
    const auto read = answerOf(simulated.driver().reader()->readClient(seen));
    QVERIFY(read.has_value());
    QCOMPARE(read->key.mac, seen.key.mac);
    QCOMPARE(read->vendorId, present);
}

void TestUnifiIntegrationDriver::aGuestIsLetInWithLimitsAndCancelled()
{
    SimulatorOptions options = console();
    options.reconnectSeconds = 1;
    Simulated simulated(options);
    const WifiClient guest = simulated.row(simulated.waiting());
    const auto granted = simulated.authorize(guest, {120, 500, 5000, 1000});
    QVERIFY2(granted.has_value(), granted ? "" : qPrintable(granted.error().said));
    QVERIFY(granted->granted && !granted->revoked && granted->incomplete.isEmpty());

    const auto letIn = answerOf(simulated.driver().reader()->readClient(guest));
    QVERIFY(letIn && letIn->authorization);
    QCOMPARE(letIn->state, ClientState::Authorized);
    QCOMPARE(letIn->authorization->dataLimitMb, 500);
    QCOMPARE(letIn->authorization->downKbps, 5000);
    QCOMPARE(letIn->authorization->upKbps, 1000);
    QCOMPARE(letIn->authorization->method, AuthorizationMethod::Api);
    const qint64 left = simulated.controller().now().secsTo(*letIn->authorization->until);
    QVERIFY(left > 7190 && left <= 7200);

    const auto cancelled = simulated.cancel(*letIn);
    QVERIFY(cancelled && cancelled->revoked);
    QCOMPARE(simulated.requests(u"POST"_s, u"/actions"_s), 2);
    QVERIFY(simulated.driver().canceller()->disconnects());
    QCOMPARE(kindOf(simulated.read(guest.key.mac)), Kind::NotFound); // gone for a second
    simulated.controller().advance(5s);
    QTRY_COMPARE_WITH_TIMEOUT(simulated.read(guest.key.mac)->state, ClientState::Waiting, 10'000);
}

void TestUnifiIntegrationDriver::extendingKeepsWhatIsLeft()
{
    Simulated simulated(console());
    const WifiClient guest = simulated.row(simulated.waiting());
    QVERIFY(simulated.authorize(guest, {60, 500, 5000, 1000}).has_value());
    const QString mac = guest.key.mac.toString();
    QVERIFY(simulated.controller().useData(mac, 100 * 1024 * 1024));
    simulated.controller().advance(20min);
    QVERIFY(simulated.driver().extender()->restartsUsage());

    // Once from the list's row, which knows no authorization, once from the detail.
    for (const int expectedMinutes : {70, 100}) {
        const auto known = answerOf(simulated.driver().reader()->readClient(guest));
        QVERIFY(known.has_value());
        const auto extended = simulated.extend(expectedMinutes == 70 ? guest : *known, 30);
        QVERIFY2(extended.has_value(), extended ? "" : qPrintable(extended.error().detail));
        QVERIFY(extended->granted && extended->revoked);
        const Authorization &granted = *extended->granted;
        const qint64 minutes = granted.since->secsTo(*granted.until) / 60;
        QVERIFY2(qAbs(minutes - expectedMinutes) <= 1, qPrintable(QString::number(minutes)));
        QCOMPARE(granted.dataLimitMb, 400);
        QCOMPARE(granted.downKbps, 5000);
        QCOMPARE(granted.upKbps, 1000);
    }

    QVERIFY(simulated.controller().useData(mac, qint64(399) * 1024 * 1024 + 1000));
    const auto nearlyOut = answerOf(simulated.driver().reader()->readClient(guest));
    const auto last = simulated.extend(*nearlyOut, 10);
    QVERIFY(last && last->granted);
    QCOMPARE(last->granted->dataLimitMb, 1);
}

void TestUnifiIntegrationDriver::limitsOutOfRangeAreNotSent()
{
    Simulated simulated(console());
    const WifiClient guest = simulated.row(simulated.waiting());
    const LimitRules rules = simulated.driver().authorizer()->limitRules();
    QCOMPARE(rules.minutes, (LimitRange{1, 1'000'000}));
    QCOMPARE(rules.downKbps, (LimitRange{2, 100'000}));
    for (const Limits &limits : {Limits{0, {}, {}, {}}, Limits{1'000'001, {}, {}, {}},
             Limits{{}, 1'048'577, {}, {}}, Limits{{}, {}, 1, {}}, Limits{{}, {}, {}, 100'001}})
        QCOMPARE(kindOf(simulated.authorize(guest, limits)), Kind::InvalidInput);
    QCOMPARE(simulated.requests(u"POST"_s, {}), 0);
}

void TestUnifiIntegrationDriver::aReadOnlyKeyMayNotAct()
{
    Simulated simulated(console());
    simulated.addFault(u"read-only-key"_s);
    const WifiClient guest = simulated.row(simulated.waiting());
    QCOMPARE(kindOf(simulated.authorize(guest, {60, {}, {}, {}})), Kind::NotPermitted);
    QCOMPARE(kindOf(simulated.cancel(guest)), Kind::NotPermitted);
    QCOMPARE(simulated.controller().actions(), 0);
}

void TestUnifiIntegrationDriver::aNonGuestIsNamed()
{
    Simulated simulated(console());
    const auto snapshot = simulated.list();
    const auto printer
        = std::ranges::find(snapshot->clients, ClientState::NotGuest, &WifiClient::state);
    QVERIFY(printer != snapshot->clients.end());
    const auto answer = simulated.authorize(*printer, {60, {}, {}, {}});
    QCOMPARE(kindOf(answer), Kind::NotGuest);
    QCOMPARE(answer.error().said, u"Client is not a guest"_s);
}

void TestUnifiIntegrationDriver::anActionIsSentOnceWhenTheConnectionIsCut()
{
    Simulated simulated(console());
    const WifiClient guest = simulated.row(simulated.waiting());
    simulated.addFault(u"cut-after-action=1"_s);
    QCOMPARE(kindOf(simulated.authorize(guest, {60, {}, {}, {}})), Kind::NoAnswer);
    QCOMPARE(simulated.requests(u"POST"_s, u"/actions"_s), 1);
    QCOMPARE(simulated.controller().actions(), 1);
    const auto now = answerOf(simulated.driver().reader()->readClient(guest));
    QVERIFY(now.has_value());
    QCOMPARE(now->state, ClientState::Authorized); // only the read-back can tell
}

void TestUnifiIntegrationDriver::anActionOnAStaleIdIsSentToThePresentOne()
{
    Simulated simulated(console());
    WifiClient guest = simulated.row(simulated.waiting());
    guest.vendorId = u"5f0c2d1e-0000-3000-8000-0000000000ee"_s;
    QVERIFY(simulated.authorize(guest, {60, {}, {}, {}}).has_value());
    QCOMPARE(simulated.controller().actions(), 1);
    QVERIFY(simulated.controller().isAuthorized(guest.key.mac.toString()));

    guest.key.mac = MacAddress(0x02005e1000ee);
    QCOMPARE(kindOf(simulated.cancel(guest)), Kind::NotFound);
    QCOMPARE(simulated.controller().actions(), 1);
}

void TestUnifiIntegrationDriver::readsSurviveARestartingProxy()
{
    Simulated simulated(console());
    const WifiClient guest = simulated.row(simulated.waiting());
    simulated.addFault(u"html-502=2"_s);
    QVERIFY(answerOf(simulated.driver().identify()).has_value());
    QCOMPARE(simulated.requests(u"GET"_s, u"/info"_s), 3);
    simulated.addFault(u"html-502=1"_s);
    QCOMPARE(kindOf(simulated.authorize(guest, {60, {}, {}, {}})), Kind::Busy);
    QCOMPARE(simulated.requests(u"POST"_s, u"/actions"_s), 1);
}

void TestUnifiIntegrationDriver::badAnswersAreNamed_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("broken JSON") << u"bad-json"_s << Kind::UnreadableReply;
    QTest::newRow("deep") << u"deep-json"_s << Kind::UnreadableReply;
    QTest::newRow("empty") << u"empty-200"_s << Kind::UnreadableReply;
    QTest::newRow("huge") << u"huge-body=70"_s << Kind::UnreadableReply;
    QTest::newRow("truncated") << u"truncated-body"_s << Kind::UnreadableReply;
    QTest::newRow("sign-in page") << u"login-page-200"_s << Kind::UnreadableReply;
    QTest::newRow("503") << u"empty-503"_s << Kind::Busy;
    QTest::newRow("cut") << u"cut-before"_s << Kind::NoAnswer;
    QTest::newRow("429") << u"rate-limit=7"_s << Kind::RateLimited;
}

void TestUnifiIntegrationDriver::badAnswersAreNamed()
{
    QFETCH(QString, fault);
    QFETCH(Kind, kind);
    Simulated simulated(console());
    simulated.addFault(fault);
    const auto sites = answerOf(simulated.driver().listSites());
    QCOMPARE(kindOf(sites), kind);
    if (kind == Kind::RateLimited)
        QVERIFY(sites.error().retryAfter && *sites.error().retryAfter <= 8s);
    simulated.controller().clearFaults();
}

void TestUnifiIntegrationDriver::theClockOfTheControllerIsKnown()
{
    Simulated simulated(console());
    simulated.addFault(u"clock-skew=-3600"_s);
    QVERIFY(answerOf(simulated.driver().identify()).has_value());
    QVERIFY(std::chrono::abs(simulated.driver().clockOffset() + 1h) < 3s);
}

void TestUnifiIntegrationDriver::otherDeploymentsWorkTheSame_data()
{
    using Deployment = UnifiIntegrationOptions::Deployment;
    QTest::addColumn<Deployment>("deployment");
    QTest::newRow("connector") << Deployment::Connector;
    QTest::newRow("console, packed") << Deployment::Console;
}

void TestUnifiIntegrationDriver::otherDeploymentsWorkTheSame()
{
    QFETCH(UnifiIntegrationOptions::Deployment, deployment);
    SimulatorOptions options = console();
    options.deployment = deployment;
    Simulated simulated(options);
    simulated.addFault(u"gzip-without-header"_s);
    QVERIFY(answerOf(simulated.driver().identify()).has_value());
    const WifiClient guest = simulated.row(simulated.waiting());
    QVERIFY(simulated.authorize(guest, {60, {}, {}, {}}).has_value());
    QVERIFY(simulated.controller().isAuthorized(guest.key.mac.toString()));
    const bool isConnector = deployment == UnifiIntegrationOptions::Deployment::Connector;
    QCOMPARE(simulated.driver().pollPause() >= 15s, isConnector);
}

QTEST_GUILESS_MAIN(TestUnifiIntegrationDriver)
#include "tst_unifi_integration_driver.moc"
