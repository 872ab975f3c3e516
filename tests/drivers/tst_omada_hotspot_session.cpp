#include "drivers/hotspotguests.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Kind = Failure::Kind;

class TestOmadaHotspotSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void signingInTellsTheVersionAndTheSites_data() { addVersions(); }
    void signingInTellsTheVersionAndTheSites();
    void aWrongPasswordIsTriedOnceAndTellsTheAttemptsLeft();
    void aLockedOperatorIsLeftAloneForTwoHours();
    void anOperatorWithoutASiteIsNotPermitted();
    void aSessionThatEndsIsRenewedOnceAndNoRedirectIsFollowed_data();
    void aSessionThatEndsIsRenewedOnceAndNoRedirectIsFollowed();
    void aSessionThatEndsAtOnceIsNoPingPong();
    void badAnswersAreNamed_data();
    void badAnswersAreNamed();
    void capabilitiesFollowTheVersion_data();
    void capabilitiesFollowTheVersion();
    void omada4WithoutRecordsSaysThatItCannot();
};

void TestOmadaHotspotSession::signingInTellsTheVersionAndTheSites()
{
    QFETCH(QString, generation);
    QFETCH(QString, version);
    Simulated simulated(annex(generation, version));
    const auto identity = answerOf(simulated.driver().identify());
    QVERIFY2(identity.has_value(), identity ? "" : qPrintable(identity.error().detail));
    QCOMPARE(identity->product, u"Omada Controller"_s);
    QVERIFY(identity->version.startsWith(version));
    const auto sites = answerOf(simulated.driver().listSites());
    QVERIFY(sites.has_value());
    QCOMPARE(sites->size(), 2);
    QCOMPARE(sites->first().name, u"Annex"_s);
    QCOMPARE(sites->first().id, simulated.site());
    QCOMPARE(sites->first().reference, simulated.site());
    QCOMPARE(simulated.requests(u"POST"_s, signInPath), 1);
}

void TestOmadaHotspotSession::aWrongPasswordIsTriedOnceAndTellsTheAttemptsLeft()
{
    Simulated simulated(annex(u"omada5"_s));
    simulated.signInWith(u"wrong"_s);
    const auto identity = answerOf(simulated.driver().identify());
    QCOMPARE(kindOf(identity), Kind::SignInRefused);
    QVERIFY(identity.error().said.contains(u"4 attempt"_s));
    QCOMPARE(kindOf(simulated.list()), Kind::SignInRefused);
    QCOMPARE(kindOf(answerOf(simulated.driver().listSites())), Kind::SignInRefused);
    QCOMPARE(simulated.requests(u"POST"_s, signInPath), 1);
}

void TestOmadaHotspotSession::aLockedOperatorIsLeftAloneForTwoHours()
{
    Simulated simulated(annex(u"omada5"_s));
    simulated.addFault(u"lock-after=0"_s);
    const auto identity = answerOf(simulated.driver().identify());
    QCOMPARE(kindOf(identity), Kind::LockedOut);
    QCOMPARE(identity.error().retryAfter, std::optional<std::chrono::seconds>(2h));
    QVERIFY(!identity.error().said.isEmpty());
    const auto again = simulated.list();
    QCOMPARE(kindOf(again), Kind::LockedOut);
    QVERIFY(again.error().retryAfter > 119min);
    QCOMPARE(simulated.requests(u"POST"_s, signInPath), 1);
}

void TestOmadaHotspotSession::anOperatorWithoutASiteIsNotPermitted()
{
    Simulated simulated(annex(u"omada5"_s));
    simulated.addFault(u"sign-in-error=30110"_s);
    QCOMPARE(kindOf(answerOf(simulated.driver().identify())), Kind::NotPermitted);
}

void TestOmadaHotspotSession::aSessionThatEndsIsRenewedOnceAndNoRedirectIsFollowed_data()
{
    QTest::addColumn<QString>("generation");
    QTest::addColumn<QString>("fault");
    for (const QString &generation : {u"omada4"_s, u"omada5"_s}) {
        const QByteArray word = generation.toLatin1();
        QTest::addRow("%s, -1200", word.data()) << generation << QString();
        QTest::addRow("%s, 302", word.data()) << generation << u"lost-session-302"_s;
        QTest::addRow("%s, page", word.data()) << generation << u"lost-session-html"_s;
        QTest::addRow("%s, text", word.data()) << generation << u"errorcode-string"_s;
    }
}

void TestOmadaHotspotSession::aSessionThatEndsIsRenewedOnceAndNoRedirectIsFollowed()
{
    QFETCH(QString, generation);
    QFETCH(QString, fault);
    Simulated simulated(annex(generation));
    simulated.addFault(u"session-expiry=3"_s);
    if (!fault.isEmpty())
        simulated.addFault(fault);
    for (int i = 0; i < 5; ++i)
        QVERIFY(answerOf(simulated.driver().listSites()).has_value());
    QCOMPARE(simulated.requests(u"POST"_s, signInPath), 2);
    QCOMPARE(simulated.requests(u"GET"_s, u"/hotspot/login"_s), 0);
    // With one more request the session is used up: the action finds it ended, and goes again.
    QVERIFY(answerOf(simulated.driver().listSites()).has_value());
    const CapturedRedirect redirect = aRedirect(simulated);
    QVERIFY(admit(simulated, orderOf(simulated, redirect, {fourHours})).has_value());
    QCOMPARE(simulated.requests(u"POST"_s, signInPath), 3);
    QCOMPARE(simulated.requests(u"POST"_s, authPath), 2);
    QCOMPARE(simulated.controller().actions(), 1);
}

void TestOmadaHotspotSession::aSessionThatEndsAtOnceIsNoPingPong()
{
    Simulated simulated(annex(u"omada5"_s));
    simulated.addFault(u"session-expiry=0"_s);
    QCOMPARE(kindOf(answerOf(simulated.driver().listSites())), Kind::SessionExpired);
    QCOMPARE(simulated.requests(u"POST"_s, signInPath), 2);
}

void TestOmadaHotspotSession::badAnswersAreNamed_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<Kind>("reading");
    QTest::addColumn<Kind>("acting");
    QTest::newRow("broken JSON") << u"bad-json"_s << Kind::UnreadableReply << Kind::UnreadableReply;
    QTest::newRow("deep") << u"deep-json"_s << Kind::UnreadableReply << Kind::UnreadableReply;
    QTest::newRow("empty") << u"empty-200"_s << Kind::UnreadableReply << Kind::UnreadableReply;
    QTest::newRow("truncated") << u"truncated-body"_s << Kind::UnreadableReply << Kind::NoAnswer;
    QTest::newRow("502") << u"html-502"_s << Kind::Busy << Kind::Busy;
    QTest::newRow("503") << u"empty-503"_s << Kind::Busy << Kind::Busy;
    QTest::newRow("429") << u"rate-limit=7"_s << Kind::RateLimited << Kind::RateLimited;
}

void TestOmadaHotspotSession::badAnswersAreNamed()
{
    QFETCH(QString, fault);
    QFETCH(Kind, reading);
    QFETCH(Kind, acting);
    Simulated simulated(annex(u"omada5"_s));
    identify(simulated);
    simulated.addFault(fault);
    QCOMPARE(kindOf(answerOf(simulated.driver().listSites())), reading);
    const int before = simulated.requests(u"POST"_s, authPath);
    const CapturedRedirect redirect = aRedirect(simulated);
    QCOMPARE(kindOf(admit(simulated, orderOf(simulated, redirect, {fourHours}))), acting);
    QCOMPARE(simulated.requests(u"POST"_s, authPath), before + 1);
    simulated.controller().clearFaults();
}

void TestOmadaHotspotSession::capabilitiesFollowTheVersion_data()
{
    QTest::addColumn<QString>("generation");
    QTest::addColumn<QString>("version");
    QTest::addColumn<bool>("limits");
    QTest::addColumn<bool>("openApi");
    QTest::newRow("4.4.6") << u"omada4"_s << u"4.4.6"_s << false << false;
    QTest::newRow("5.4.6") << u"omada5"_s << u"5.4.6"_s << false << false;
    QTest::newRow("5.15.24") << u"omada5"_s << u"5.15.24"_s << false << true;
    QTest::newRow("6.2.0") << u"omada5"_s << u"6.2.0"_s << false << true;
    QTest::newRow("6.2.14") << u"omada5"_s << u"6.2.14"_s << true << true;
}

void TestOmadaHotspotSession::capabilitiesFollowTheVersion()
{
    QFETCH(QString, generation);
    QFETCH(QString, version);
    QFETCH(bool, limits);
    QFETCH(bool, openApi);
    using enum Capability;
    Simulated simulated(annex(generation, version));
    identify(simulated);
    const Capabilities can = simulated.driver().capabilities();
    for (const Capability always : {ListSites, ReadAuthorization, AuthorizeCapturedRedirect,
             LimitDuration, Extend, CancelOnline, CancelOffline}) {
        QVERIFY(can.can(always));
        QCOMPARE(can.path(always)->credential, CredentialKind::HotspotOperator);
        QCOMPARE(can.path(always)->generation, simulated.profile().generation);
    }
    for (const Capability never : {ListClients, AuthorizeListedClient, AuthorizeUnlistedMac, Block})
        QVERIFY(!can.can(never));
    for (const Capability limit : {LimitData, LimitDownload, LimitUpload})
        QCOMPARE(can.can(limit), limits);
    QCOMPARE(can.unlocking(ListClients).has_value(), openApi);
    QCOMPARE(simulated.driver().authorizer()->limitRules().dataMb.has_value(), limits);
    QVERIFY(!simulated.driver().authorizer()->needsRedirect()); // a listed client may do
    QVERIFY(simulated.driver().pollPause() >= 10s);
}

void TestOmadaHotspotSession::omada4WithoutRecordsSaysThatItCannot()
{
    Simulated simulated(annex(u"omada4"_s));
    simulated.addFault(u"no-hotspot-records"_s);
    simulated.addFault(u"no-api-info"_s);
    identify(simulated);
    ControllerDriver &driver = simulated.driver();
    QVERIFY(!driver.lister() && !driver.reader() && !driver.extender() && !driver.canceller());
    for (const Capability byRecord : {Capability::ReadAuthorization, Capability::Extend,
             Capability::CancelOnline, Capability::CancelOffline})
        QVERIFY(!driver.capabilities().can(byRecord));
    const CapturedRedirect redirect = aRedirect(simulated);
    QVERIFY(admit(simulated, orderOf(simulated, redirect, {fourHours})).has_value());
    QVERIFY(simulated.controller().isAuthorized(redirect.client.toHyphens()));
}

QTEST_GUILESS_MAIN(TestOmadaHotspotSession)
#include "tst_omada_hotspot_session.moc"
