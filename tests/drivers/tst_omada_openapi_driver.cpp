#include "drivers/simulated.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Kind = Failure::Kind;

namespace {

SimulatorOptions annex(const QString &version = {})
{
    SimulatorOptions options;
    options.generation = u"omada-openapi"_s;
    options.version = version;
    return options;
}

Limits rates(std::optional<int> down, std::optional<int> up)
{
    return {{}, {}, down, up};
}

} // namespace

class TestOmadaOpenApiDriver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void signingInTellsTheVersion();
    void aWrongSecretIsTriedOnce();
    void requestsShareOneSignIn();
    void aTokenThatEndsIsRenewedOnce_data();
    void aTokenThatEndsIsRenewedOnce();
    void sitesAreListed();
    void clientsAreListedWithTheirAuthorizations_data();
    void clientsAreListedWithTheirAuthorizations();
    void theListVersionIsRemembered();
    void aGuestIsLetInWithRatesAndCancelled();
    void ratesThatCannotBeSetAreTold();
    void durationAndDataAreNotPromised();
    void extendingMovesTheEnd();
    void anActionIsSentOnceWhenTheConnectionIsCut();
    void cancellingWhatIsGoneIsDone();
    void actionsThatAreRefusedAreNamed();
    void failuresBeforeTheActionReadAsNotSent();
    void badAnswersAreNamed_data();
    void badAnswersAreNamed();
};

void TestOmadaOpenApiDriver::signingInTellsTheVersion()
{
    Simulated simulated(annex());
    const auto identity = answerOf(simulated.driver().identify());
    QVERIFY2(identity.has_value(), identity ? "" : qPrintable(identity.error().detail));
    QCOMPARE(identity->product, u"Omada Controller"_s);
    QVERIFY(identity->version.startsWith(u"5.15.24"_s));
    QCOMPARE(simulated.requests(u"POST"_s, u"/token"_s), 1);
}

void TestOmadaOpenApiDriver::aWrongSecretIsTriedOnce()
{
    Simulated simulated(annex());
    simulated.signInWith(u"wrong"_s);
    const auto identity = answerOf(simulated.driver().identify());
    QCOMPARE(kindOf(identity), Kind::SignInRefused);
    QVERIFY(!identity.error().said.isEmpty());
    QCOMPARE(kindOf(simulated.list()), Kind::SignInRefused);
    QCOMPARE(kindOf(answerOf(simulated.driver().listSites())), Kind::SignInRefused);
    QCOMPARE(simulated.requests(u"POST"_s, u"/token"_s), 1);
}

void TestOmadaOpenApiDriver::requestsShareOneSignIn()
{
    Simulated simulated(annex());
    int answers = 0;
    for (int i = 0; i < 5; ++i)
        simulated.driver().listSites()->then(this,
            [&answers](const Result<QList<Site>> &sites) { answers += sites.has_value() ? 1 : 0; });
    QTRY_COMPARE(answers, 5);
    QCOMPARE(simulated.requests(u"POST"_s, u"/token"_s), 1);
}

void TestOmadaOpenApiDriver::aTokenThatEndsIsRenewedOnce_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<bool>("serves");
    QTest::newRow("after three requests") << u"token-expiry=3"_s << true;
    QTest::newRow("codes as text") << u"errorcode-string"_s << true;
}

void TestOmadaOpenApiDriver::aTokenThatEndsIsRenewedOnce()
{
    QFETCH(QString, fault);
    QFETCH(bool, serves);
    Simulated simulated(annex());
    simulated.addFault(fault);
    const WifiClient guest = simulated.row(simulated.waiting());
    for (int i = 0; i < 4; ++i)
        QCOMPARE(answerOf(simulated.driver().listSites()).has_value(), serves);
    QVERIFY(simulated.authorize(guest, {}).has_value());
    QVERIFY(simulated.cancel(guest).has_value());
    QVERIFY(simulated.controller().actions() >= 2);
}

void TestOmadaOpenApiDriver::sitesAreListed()
{
    Simulated simulated(annex());
    const auto sites = answerOf(simulated.driver().listSites());
    QVERIFY(sites.has_value());
    QCOMPARE(sites->size(), 2);
    QCOMPARE(sites->first().name, u"Annex"_s);
}

void TestOmadaOpenApiDriver::clientsAreListedWithTheirAuthorizations_data()
{
    QTest::addColumn<QString>("version");
    QTest::newRow("5.15") << u"5.15.24.19"_s;
    QTest::newRow("6.2, v1 is broken") << u"6.2.14"_s;
}

void TestOmadaOpenApiDriver::clientsAreListedWithTheirAuthorizations()
{
    QFETCH(QString, version);
    Simulated simulated(annex(version));
    const MacAddress mac = simulated.waiting();
    QVERIFY(simulated.controller().authorizeByOthers(mac.toHyphens(), 90));
    const auto snapshot = simulated.list();
    QVERIFY2(snapshot.has_value(), snapshot ? "" : qPrintable(snapshot.error().detail));
    QVERIFY(snapshot->complete);
    const auto client = std::ranges::find_if(
        snapshot->clients, [mac](const WifiClient &row) { return row.key.mac == mac; });
    QVERIFY(client != snapshot->clients.end());
    QCOMPARE(client->key.controllerId, simulated.profile().id);
    QCOMPARE(client->key.siteId, simulated.site());
    QCOMPARE(client->state, ClientState::Authorized);
    QVERIFY(client->authorization && client->authorization->until);
    QVERIFY(!client->authorization->recordId.isEmpty());
    const qint64 left = simulated.controller().now().secsTo(*client->authorization->until);
    QVERIFY2(left > 85 * 60 && left <= 90 * 60, qPrintable(QString::number(left)));
    QVERIFY(!client->ssid.isEmpty() && client->signalDbm && !client->accessPoint.isEmpty());

    const auto guests = answerOf(
        simulated.driver().lister()->listClients({simulated.site(), ClientQuery::Scope::Guests}));
    QVERIFY(guests.has_value());
    QVERIFY(guests->clients.size() < snapshot->clients.size());
}

void TestOmadaOpenApiDriver::theListVersionIsRemembered()
{
    Simulated simulated(annex(u"6.2.14"_s));
    QVERIFY(simulated.list().has_value()); // nobody told the version: v1 first, then v2
    const int refused = simulated.requests(u"GET"_s, u"/clients?"_s);
    QVERIFY(refused <= 1);
    QVERIFY(simulated.list().has_value());
    QCOMPARE(simulated.requests(u"GET"_s, u"/clients?"_s), refused);
}

void TestOmadaOpenApiDriver::aGuestIsLetInWithRatesAndCancelled()
{
    Simulated simulated(annex());
    const WifiClient guest = simulated.row(simulated.waiting());
    QCOMPARE(guest.state, ClientState::Waiting);
    const auto granted = simulated.authorize(guest, rates(5000, 512));
    QVERIFY2(granted.has_value(), granted ? "" : qPrintable(granted.error().said));
    QVERIFY(granted->incomplete.isEmpty());

    const auto letIn = simulated.read(guest.key.mac);
    QVERIFY(letIn.has_value());
    QCOMPARE(letIn->state, ClientState::Authorized);
    QVERIFY(letIn->authorization && letIn->authorization->until);
    QCOMPARE(letIn->authorization->downKbps, 5000);
    QCOMPARE(letIn->authorization->upKbps, 512);
    QVERIFY(!letIn->authorization->recordId.isEmpty());

    const auto cancelled = simulated.cancel(*letIn);
    QVERIFY(cancelled && cancelled->incomplete.isEmpty());
    QVERIFY(!simulated.driver().canceller()->disconnects());
    const auto out = simulated.read(guest.key.mac);
    QVERIFY(out.has_value());
    QCOMPARE(out->state, ClientState::Waiting);
    QVERIFY(!out->authorization);

    // The rates went with the authorization: the next one begins without.
    QVERIFY(simulated.authorize(*out, {}).has_value());
    const auto again = simulated.read(guest.key.mac);
    QVERIFY(again && again->authorization);
    QVERIFY(!again->authorization->downKbps && !again->authorization->upKbps);
}

void TestOmadaOpenApiDriver::ratesThatCannotBeSetAreTold()
{
    Simulated simulated(annex());
    const WifiClient guest = simulated.row(simulated.waiting());
    std::optional<Result<ActionAnswer>> answer;
    QObject context;
    // The second request of the action meets a controller that is busy.
    connect(&simulated.controller(), &Simulator::answered, &context,
        [&simulated](const QJsonObject &request) {
            if (request.value(u"path").toString().endsWith(u"/auth"_s))
                simulated.addFault(u"empty-503"_s);
        });
    answer.emplace(simulated.authorize(guest, rates(5000, {})));
    simulated.controller().clearFaults();
    QVERIFY(answer->has_value());
    QCOMPARE(answer->value().incomplete.size(), 1);
    QCOMPARE(answer->value().incomplete.first().kind, Kind::Busy);
    QVERIFY(simulated.controller().isAuthorized(guest.key.mac.toHyphens()));
}

void TestOmadaOpenApiDriver::durationAndDataAreNotPromised()
{
    Simulated simulated(annex());
    const LimitRules rules = simulated.driver().authorizer()->limitRules();
    QVERIFY(!rules.minutes && !rules.dataMb);
    QCOMPARE(rules.wholeMbitAboveKbps, 1024);
    const Capabilities can = simulated.driver().capabilities();
    QVERIFY(!can.can(Capability::LimitDuration) && can.can(Capability::LimitDownload));
    QCOMPARE(can.unlocking(Capability::LimitDuration), CredentialKind::HotspotOperator);
    QCOMPARE(can.unlocking(Capability::LimitData), CredentialKind::HotspotOperator);

    const WifiClient guest = simulated.row(simulated.waiting());
    QCOMPARE(kindOf(simulated.authorize(guest, {60, {}, {}, {}})), Kind::NotSupported);
    QCOMPARE(kindOf(simulated.authorize(guest, {{}, 500, {}, {}})), Kind::NotSupported);
    QCOMPARE(kindOf(simulated.authorize(guest, rates(0, {}))), Kind::InvalidInput);
    QCOMPARE(kindOf(simulated.authorize(guest, rates({}, 1'024'001))), Kind::InvalidInput);
    QCOMPARE(simulated.controller().actions(), 0);
}

void TestOmadaOpenApiDriver::extendingMovesTheEnd()
{
    Simulated simulated(annex());
    const WifiClient guest = simulated.row(simulated.waiting());
    QCOMPARE(kindOf(simulated.extend(guest, 30)), Kind::Refused); // nothing to extend yet
    QVERIFY(simulated.authorize(guest, {}).has_value());
    const auto before = simulated.read(guest.key.mac);
    QVERIFY(before && before->authorization);
    QVERIFY(!simulated.driver().extender()->restartsUsage());
    // Once with the record known, once by looking it up.
    QVERIFY(simulated.extend(*before, 30).has_value());
    QVERIFY(simulated.extend(guest, 15).has_value());
    const auto after = simulated.read(guest.key.mac);
    QVERIFY(after && after->authorization);
    QCOMPARE(before->authorization->until->secsTo(*after->authorization->until), 45 * 60);
    QCOMPARE(kindOf(simulated.extend(*after, 0)), Kind::InvalidInput);
}

void TestOmadaOpenApiDriver::anActionIsSentOnceWhenTheConnectionIsCut()
{
    Simulated simulated(annex());
    const WifiClient guest = simulated.row(simulated.waiting());
    simulated.addFault(u"cut-after-action=1"_s);
    QCOMPARE(kindOf(simulated.authorize(guest, rates(5000, {}))), Kind::NoAnswer);
    QCOMPARE(simulated.requests(u"POST"_s, u"/auth?"_s), 1);
    QCOMPARE(simulated.requests(u"PATCH"_s, {}), 0);
    QVERIFY(simulated.controller().isAuthorized(guest.key.mac.toHyphens()));
}

void TestOmadaOpenApiDriver::cancellingWhatIsGoneIsDone()
{
    Simulated simulated(annex());
    WifiClient nobody = simulated.row(simulated.waiting());
    nobody.key.mac = MacAddress(0x02005e1000ee);
    QVERIFY(simulated.cancel(nobody).has_value());
    simulated.addFault(u"cancel-busy"_s);
    const WifiClient guest = simulated.row(simulated.waiting());
    QVERIFY(simulated.cancel(guest).has_value()); // already being disconnected
}

void TestOmadaOpenApiDriver::actionsThatAreRefusedAreNamed()
{
    Simulated simulated(annex());
    WifiClient guest = simulated.row(simulated.waiting());
    simulated.addFault(u"site-busy=1"_s);
    QCOMPARE(kindOf(simulated.authorize(guest, {})), Kind::Busy);

    WifiClient nobody = guest;
    nobody.key.mac = MacAddress(0x02005e1000ee);
    QCOMPARE(kindOf(simulated.authorize(nobody, {})), Kind::NotFound);
    QCOMPARE(kindOf(simulated.read(nobody.key.mac)), Kind::NotFound);

    WifiClient printer = guest;
    printer.state = ClientState::NotGuest;
    QCOMPARE(kindOf(simulated.authorize(printer, {})), Kind::NotGuest);

    simulated.addFault(u"read-only-key"_s);
    QCOMPARE(kindOf(simulated.authorize(guest, {})), Kind::NotPermitted);
    QCOMPARE(simulated.controller().actions(), 0);
}

void TestOmadaOpenApiDriver::failuresBeforeTheActionReadAsNotSent()
{
    Simulated simulated(annex());
    const WifiClient guest = simulated.row(simulated.waiting());
    simulated.signInWith(
        simulated.controller().info().credentials.value(u"clientSecret").toString());
    simulated.addFault(u"cut-before"_s); // the sign-in gets no answer
    const auto answer = simulated.authorize(guest, {});
    QCOMPARE(kindOf(answer), Kind::Unreachable);
    QVERIFY(!answer.error().mayHaveTakenEffect());
    QCOMPARE(simulated.requests(u"POST"_s, u"/auth?"_s), 0);
}

void TestOmadaOpenApiDriver::badAnswersAreNamed_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("broken JSON") << u"bad-json"_s << Kind::UnreadableReply;
    QTest::newRow("deep") << u"deep-json"_s << Kind::UnreadableReply;
    QTest::newRow("empty") << u"empty-200"_s << Kind::UnreadableReply;
    QTest::newRow("truncated") << u"truncated-body"_s << Kind::UnreadableReply;
    QTest::newRow("sign-in page") << u"login-page-200"_s << Kind::UnreadableReply;
    QTest::newRow("503") << u"empty-503"_s << Kind::Busy;
    QTest::newRow("429") << u"rate-limit=7"_s << Kind::RateLimited;
    QTest::newRow("busy") << u"site-busy"_s << Kind::Busy;
}

void TestOmadaOpenApiDriver::badAnswersAreNamed()
{
    QFETCH(QString, fault);
    QFETCH(Kind, kind);
    Simulated simulated(annex());
    QVERIFY(answerOf(simulated.driver().identify()).has_value());
    const WifiClient guest = simulated.row(simulated.waiting());
    simulated.addFault(fault);
    const bool onActionsOnly = fault == u"site-busy"_s;
    if (!onActionsOnly)
        QCOMPARE(kindOf(answerOf(simulated.driver().listSites())), kind);
    QCOMPARE(kindOf(simulated.authorize(guest, {})),
        kind == Kind::UnreadableReply && fault == u"truncated-body"_s ? Kind::NoAnswer : kind);
    simulated.controller().clearFaults();
}

QTEST_GUILESS_MAIN(TestOmadaOpenApiDriver)
#include "tst_omada_openapi_driver.moc"
