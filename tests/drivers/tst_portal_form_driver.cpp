#include "drivers/simulated.h"
#include "wire/redirect/redirect.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Kind = Failure::Kind;

namespace {

SimulatorOptions controller(const QString &generation, quint32 seed = 1)
{
    SimulatorOptions options;
    options.generation = generation;
    options.seed = seed;
    return options;
}

/// What a desk orders for the waiting guest of this index.
AuthorizeOrder order(Simulated &simulated, int index = 0, int minutes = 240)
{
    AuthorizeOrder order;
    const auto read = wire::readRedirect(simulated.controller().info().redirects.value(index));
    if (read) {
        order.redirect = *read;
        order.client.key = {simulated.profile().id, read->site, read->client};
    }
    order.limits.minutes = minutes;
    return order;
}

Result<ActionAnswer> authorize(Simulated &simulated, const AuthorizeOrder &order)
{
    return answerOf(simulated.driver().authorizer()->authorize(order));
}

int signIns(const Simulated &simulated)
{
    return simulated.requests(u"POST"_s, u"/login"_s);
}

int authorizations(const Simulated &simulated)
{
    return simulated.requests(u"POST"_s, u"/extportal/"_s);
}

int signOuts(const Simulated &simulated)
{
    return simulated.requests(u"POST"_s, u"/logout"_s);
}

} // namespace

class TestPortalFormDriver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void signingInProvesTheCredentialsAndLeaves_data() { eachGeneration(); }
    void signingInProvesTheCredentialsAndLeaves();
    void sitesAreThoseOfTheProfile();
    void onlyLettingInForATimeIsPromised();
    void aWrongPasswordIsTriedOnce_data() { eachGeneration(); }
    void aWrongPasswordIsTriedOnce();
    void aGuestIsLetInByARedirect_data();
    void aGuestIsLetInByARedirect();
    void valuesWithoutARedirectGoInBothSpellings();
    void manyAtOnceShareOneSignIn();
    void aLostSessionIsRenewedOnce_data();
    void aLostSessionIsRenewedOnce();
    void aSessionThatDoesNotLastIsRenewedOnlyOnce_data() { eachGeneration(); }
    void aSessionThatDoesNotLastIsRenewedOnlyOnce();
    void aRefusalIsToldAndNotRepeated();
    void anActionIsSentOnceWhenTheConnectionIsCut_data() { eachGeneration(); }
    void anActionIsSentOnceWhenTheConnectionIsCut();
    void whatIsMissingIsSaidBeforeAnythingIsSent_data();
    void whatIsMissingIsSaidBeforeAnythingIsSent();

private:
    static void eachGeneration()
    {
        QTest::addColumn<QString>("generation");
        QTest::newRow("eap2") << u"eap2"_s;
        QTest::newRow("omada3") << u"omada3"_s;
    }
};

void TestPortalFormDriver::signingInProvesTheCredentialsAndLeaves()
{
    QFETCH(QString, generation);
    Simulated simulated(controller(generation));
    const auto identity = answerOf(simulated.driver().identify());
    QVERIFY2(identity.has_value(), identity ? "" : qPrintable(identity.error().detail));
    QCOMPARE(
        identity->product, generation == u"eap2" ? u"EAP Controller"_s : u"Omada Controller"_s);
    QCOMPARE(identity->version, simulated.profile().version);
    QCOMPARE(signIns(simulated), 1);
    QCOMPARE(signOuts(simulated), 1);
    QCOMPARE(simulated.controller().actions(), 0);
}

void TestPortalFormDriver::sitesAreThoseOfTheProfile()
{
    SimulatorOptions options = controller(u"eap2"_s);
    options.sites = {u"Lobby"_s, u"Küche & Bar"_s};
    Simulated simulated(options);
    const auto sites = answerOf(simulated.driver().listSites());
    QVERIFY(sites.has_value());
    const QList<Site> expected{{u"Lobby"_s, u"Lobby"_s}, {u"Küche & Bar"_s, u"Küche & Bar"_s}};
    QCOMPARE(*sites, expected);
    QCOMPARE(signIns(simulated), 0);
}

void TestPortalFormDriver::onlyLettingInForATimeIsPromised()
{
    Simulated simulated(controller(u"omada3"_s));
    ControllerDriver &driver = simulated.driver();
    const Capabilities capabilities = driver.capabilities();
    QCOMPARE(int(capabilities.has.count()), 2);
    QVERIFY(capabilities.can(Capability::AuthorizeCapturedRedirect));
    QVERIFY(capabilities.can(Capability::LimitDuration));
    QVERIFY(capabilities.unlockedBy.empty());
    const Path path{Generation::Omada3, CredentialKind::ControllerAccount};
    QCOMPARE(capabilities.path(Capability::LimitDuration), std::optional(path));
    QVERIFY(!driver.lister() && !driver.reader() && !driver.extender() && !driver.canceller());
    QVERIFY(!driver.blocker() && !driver.rateSetter());
    QVERIFY(driver.authorizer()->needsRedirect());
    const LimitRules rules = driver.authorizer()->limitRules();
    QVERIFY(rules.minutes && !rules.dataMb && !rules.downKbps && !rules.upKbps);
}

void TestPortalFormDriver::aWrongPasswordIsTriedOnce()
{
    QFETCH(QString, generation);
    Simulated simulated(controller(generation));
    simulated.signInWith(u"wrong"_s);
    const auto identity = answerOf(simulated.driver().identify());
    QCOMPARE(kindOf(identity), Kind::SignInRefused);
    QVERIFY(!identity.error().said.isEmpty());
    QCOMPARE(kindOf(authorize(simulated, order(simulated))), Kind::SignInRefused);
    QCOMPARE(signIns(simulated), 1);
    QCOMPARE(authorizations(simulated), 0);
    QCOMPARE(signOuts(simulated), 0);
}

void TestPortalFormDriver::aGuestIsLetInByARedirect_data()
{
    QTest::addColumn<QString>("generation");
    QTest::addColumn<quint32>("seed"); // decides how Omada 3 spells its redirects
    QTest::addColumn<QString>("site");
    QTest::addColumn<QString>("fault");
    const auto row = [](const char *name, const QString &generation, quint32 seed,
                         const QString &site = u"Annex"_s, const QString &fault = {}) {
        QTest::newRow(name) << generation << seed << site << fault;
    };
    row("eap2", u"eap2"_s, 1);
    row("eap2, bare keys", u"eap2"_s, 1, u"Annex"_s, u"bare-keys"_s);
    row("eap2, bare message", u"eap2"_s, 1, u"Annex"_s, u"bare-message"_s);
    row("eap2, success as text", u"eap2"_s, 1, u"Annex"_s, u"errorcode-string"_s);
    row("eap2, called HTML", u"eap2"_s, 1, u"Annex"_s, u"html-content-type"_s);
    row("eap2, site with odd characters", u"eap2"_s, 1, u"Küche & Bar 100%"_s);
    row("omada3, clientMac", u"omada3"_s, 1);
    row("omada3, cid", u"omada3"_s, 2);
    row("omada3, bare keys", u"omada3"_s, 1, u"Annex"_s, u"bare-keys"_s);
    row("omada3, bare message", u"omada3"_s, 2, u"Annex"_s, u"bare-message"_s);
    row("omada3, site with odd characters", u"omada3"_s, 1, u"Küche & Bar 100%"_s);
}

void TestPortalFormDriver::aGuestIsLetInByARedirect()
{
    QFETCH(QString, generation);
    QFETCH(quint32, seed);
    QFETCH(QString, site);
    QFETCH(QString, fault);
    SimulatorOptions options = controller(generation, seed);
    options.sites = {site};
    Simulated simulated(options);
    if (!fault.isEmpty())
        simulated.addFault(fault);
    const AuthorizeOrder guest = order(simulated);
    QVERIFY(guest.redirect.has_value());
    QCOMPARE(guest.redirect->site, site);
    const auto answer = authorize(simulated, guest);
    QVERIFY2(
        answer.has_value(), answer ? "" : qPrintable(answer.error().detail + answer.error().said));
    const QString mac = guest.redirect->client.toHyphens();
    QVERIFY(simulated.controller().isAuthorized(mac));
    QCOMPARE(signIns(simulated), 1);
    QCOMPARE(authorizations(simulated), 1);
    QCOMPARE(signOuts(simulated), 1);
    simulated.controller().advance(std::chrono::minutes(239));
    QVERIFY(simulated.controller().isAuthorized(mac));
    simulated.controller().advance(std::chrono::minutes(2));
    QVERIFY(!simulated.controller().isAuthorized(mac));
}

void TestPortalFormDriver::valuesWithoutARedirectGoInBothSpellings()
{
    Simulated simulated(controller(u"omada3"_s));
    AuthorizeOrder typed = order(simulated);
    typed.client.attachment.accessPoint = typed.redirect->accessPoint;
    typed.client.attachment.radio = typed.redirect->radio;
    typed.client.ssid = u"another"_s;
    const QString ssid = typed.redirect->ssid;
    typed.redirect.reset();
    QCOMPARE(kindOf(authorize(simulated, typed)), Kind::Refused);
    QCOMPARE(authorizations(simulated), 2);
    typed.client.ssid = ssid;
    QVERIFY(authorize(simulated, typed).has_value());
    QCOMPARE(authorizations(simulated), 3);
    QCOMPARE(simulated.controller().actions(), 1);
}

void TestPortalFormDriver::manyAtOnceShareOneSignIn()
{
    Simulated simulated(controller(u"omada3"_s));
    int letIn = 0;
    for (int i = 0; i < 5; ++i)
        simulated.driver()
            .authorizer()
            ->authorize(order(simulated, i))
            ->then(this, [&letIn](const Result<ActionAnswer> &answer) {
                letIn += answer.has_value() ? 1 : 0;
            });
    QTRY_COMPARE(letIn, 5);
    QCOMPARE(signIns(simulated), 1);
    QCOMPARE(signOuts(simulated), 1);
    QVERIFY(authorize(simulated, order(simulated, 5)).has_value());
    QCOMPARE(signIns(simulated), 2);
    QCOMPARE(signOuts(simulated), 2);
}

void TestPortalFormDriver::aLostSessionIsRenewedOnce_data()
{
    QTest::addColumn<QString>("generation");
    QTest::addColumn<QString>("fault");
    QTest::newRow("eap2, redirect") << u"eap2"_s << QString();
    QTest::newRow("eap2, page") << u"eap2"_s << u"lost-session-html"_s;
    QTest::newRow("omada3, redirect") << u"omada3"_s << QString();
    QTest::newRow("omada3, page") << u"omada3"_s << u"lost-session-html"_s;
}

void TestPortalFormDriver::aLostSessionIsRenewedOnce()
{
    QFETCH(QString, generation);
    QFETCH(QString, fault);
    Simulated simulated(controller(generation));
    if (!fault.isEmpty())
        simulated.addFault(fault);
    simulated.addFault(u"session-expiry=1"_s);
    // Five inside share sessions that are good for one request each.
    int answers = 0;
    int letIn = 0;
    for (int i = 0; i < 5; ++i)
        simulated.driver()
            .authorizer()
            ->authorize(order(simulated, i))
            ->then(this, [&](const Result<ActionAnswer> &answer) {
                ++answers;
                letIn += answer.has_value() ? 1 : 0;
                if (!answer)
                    QCOMPARE(answer.error().kind, Kind::SessionExpired);
            });
    QTRY_COMPARE(answers, 5);
    QVERIFY(letIn >= 2);
    QCOMPARE(simulated.controller().actions(), letIn);
    QVERIFY(authorizations(simulated) <= 10); // each at most twice
    QVERIFY(signIns(simulated) >= 2);
}

void TestPortalFormDriver::aSessionThatDoesNotLastIsRenewedOnlyOnce()
{
    QFETCH(QString, generation);
    Simulated simulated(controller(generation));
    simulated.addFault(u"session-expiry=0"_s);
    QCOMPARE(kindOf(authorize(simulated, order(simulated))), Kind::SessionExpired);
    QCOMPARE(signIns(simulated), 2);
    QCOMPARE(authorizations(simulated), 2);
    QCOMPARE(simulated.controller().actions(), 0);
}

void TestPortalFormDriver::aRefusalIsToldAndNotRepeated()
{
    Simulated simulated(controller(u"omada3"_s));
    AuthorizeOrder guest = order(simulated);
    QVERIFY(simulated.controller().leave(guest.redirect->client.toHyphens()));
    const auto answer = authorize(simulated, guest);
    QCOMPARE(kindOf(answer), Kind::Refused);
    QVERIFY(!answer.error().said.isEmpty());
    QCOMPARE(authorizations(simulated), 1);
    QCOMPARE(signOuts(simulated), 1);
}

void TestPortalFormDriver::anActionIsSentOnceWhenTheConnectionIsCut()
{
    QFETCH(QString, generation);
    Simulated simulated(controller(generation));
    simulated.addFault(u"cut-after-action=1"_s);
    const AuthorizeOrder guest = order(simulated);
    QCOMPARE(kindOf(authorize(simulated, guest)), Kind::NoAnswer);
    QCOMPARE(authorizations(simulated), 1);
    QVERIFY(simulated.controller().isAuthorized(guest.redirect->client.toHyphens()));
}

void TestPortalFormDriver::whatIsMissingIsSaidBeforeAnythingIsSent_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<int>("minutes"); // 0: none
    QTest::addColumn<QString>("word");
    const QString whole
        = u"http://p/?cid=02-00-5E-10-00-A1&ap=00-00-5E-30-00-F1&ssid=A&t=1&rid=0&site=Annex"_s;
    QTest::newRow("duration") << whole << 0 << u"duration"_s;
    QTest::newRow("site") << u"http://p/?cid=02-00-5E-10-00-A1&ap=00-00-5E-30-00-F1"_s << 60
                          << u"site"_s;
    QTest::newRow("access point") << u"http://p/?cid=02-00-5E-10-00-A1&site=Annex"_s << 60
                                  << u"access point"_s;
}

void TestPortalFormDriver::whatIsMissingIsSaidBeforeAnythingIsSent()
{
    QFETCH(QString, address);
    QFETCH(int, minutes);
    QFETCH(QString, word);
    Simulated simulated(controller(u"eap2"_s));
    AuthorizeOrder bad;
    bad.redirect = *wire::readRedirect(address);
    if (minutes > 0)
        bad.limits.minutes = minutes;
    const auto answer = authorize(simulated, bad);
    QCOMPARE(kindOf(answer), Kind::InvalidInput);
    QVERIFY2(answer.error().said.contains(word), qPrintable(answer.error().said));
    bad.limits.dataMb = 5;
    QCOMPARE(kindOf(authorize(simulated, bad)), Kind::NotSupported);
    QVERIFY(simulated.controller().requests().isEmpty());
}

QTEST_GUILESS_MAIN(TestPortalFormDriver)
#include "tst_portal_form_driver.moc"
