#include "unificlassicdesk.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

SimulatorOptions withFault(const QString &fault)
{
    return classicOptions({}, {fault});
}

} // namespace

class TestSimUnifiSessions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void everyVersionSignsInInItsOwnWay_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<bool>("console");
        QTest::addColumn<int>("statusOfStatus");
        QTest::newRow("8.6.9") << u"8.6.9"_s << false << 200;
        QTest::newRow("9.0.114") << u"9.0.114"_s << false << 200;
        QTest::newRow("9.1.120") << u"9.1.120"_s << true << 200;
        QTest::newRow("10.0.162") << u"10.0.162"_s << true << 404;
        QTest::newRow("10.6.106") << u"10.6.106"_s << true << 404;
    }
    void everyVersionSignsInInItsOwnWay()
    {
        QFETCH(QString, version);
        QFETCH(bool, console);
        QFETCH(int, statusOfStatus);
        UnifiClassicDesk desk(classicOptions(version));
        QCOMPARE(desk.isConsole(), console);
        QCOMPARE(desk.get("/").status, console ? 200 : 302);
        QCOMPARE(desk.get(desk.prefix() + "/api/self/sites").status, 401);
        const RawAnswer in = desk.signIn();
        QCOMPARE(in.status, 200);
        QVERIFY(in.headers.value("set-cookie").contains(console ? "TOKEN=" : "unifises="));
        QCOMPARE(in.headers.contains("x-csrf-token"), console);
        QCOMPARE(desk.get(desk.prefix() + "/api/self/sites").status, 200);
        QCOMPARE(desk.get(desk.prefix() + "/status").status, statusOfStatus);
        QCOMPARE(desk.rows("stat/sysinfo").first().toObject().value(u"version"_s), version);
        QCOMPARE(desk.signOut().status, 200);
        QCOMPARE(desk.get(desk.prefix() + "/api/self/sites").status, 401);
    }

    void theCsrfCookieOfVersionNineWantsStrict()
    {
        UnifiClassicDesk old(classicOptions(u"8.6.9"_s));
        QVERIFY(old.signIn().headers.value("set-cookie").contains("csrf_token="));
        UnifiClassicDesk desk(classicOptions(u"9.0.114"_s));
        QVERIFY(!desk.signIn().headers.value("set-cookie").contains("csrf_token="));
        QVERIFY(desk.signIn(desk.password(), R"(,"strict":true)")
                    .headers.value("set-cookie")
                    .contains("csrf_token="));
    }

    void theCookieIsAJwtThatHoldsTheCsrfToken()
    {
        for (const quint32 seed : {1u, 2u}) {
            SimulatorOptions options = classicOptions();
            options.seed = seed;
            UnifiClassicDesk desk(options);
            const RawAnswer in = desk.signIn();
            const QByteArray cookie = in.headers.value("set-cookie");
            QVERIFY(cookie.startsWith(seed == 1 ? "TOKEN=" : "UOS_TOKEN="));
            const QByteArray payload
                = QByteArray::fromBase64(cookie.split('.').value(1), QByteArray::Base64UrlEncoding);
            const QJsonObject claims = QJsonDocument::fromJson(payload).object();
            QVERIFY(claims.value(u"exp"_s).toInteger() > desk.simulator().now().toSecsSinceEpoch());
            RawRequest request = desk.requestFor("POST", "/proxy/network/api/s/default/cmd/stamgr",
                R"({"cmd":"unauthorize-guest","mac":")" + desk.firstWaiting().toLatin1() + R"("})");
            request.headers["X-CSRF-Token"] = claims.value(u"csrfToken"_s).toString().toLatin1();
            QCOMPARE(desk.send(request).status, 200);
        }
    }

    void aWrongPasswordIsRefusedAsThisKindDoes()
    {
        UnifiClassicDesk server(classicOptions(u"8.6.9"_s));
        QCOMPARE(server.signIn("wrong").status, 400);
        QCOMPARE(messageOf(server.signIn("wrong")), u"api.err.Invalid"_s);
        UnifiClassicDesk console;
        const RawAnswer refused = console.signIn("wrong");
        QCOMPARE(refused.status, 403);
        QCOMPARE(refused.json().value(u"code"_s).toString(),
            u"AUTHENTICATION_FAILED_INVALID_CREDENTIALS"_s);
        QVERIFY(!refused.headers.contains("set-cookie"));
    }

    void anActionWantsTheTokenOfItsCookie()
    {
        UnifiClassicDesk desk;
        (void)desk.signIn();
        const QString mac = desk.firstWaiting();
        RawRequest request = desk.requestFor("POST", "/proxy/network/api/s/default/cmd/stamgr",
            R"({"cmd":"authorize-guest","minutes":60,"mac":")" + mac.toLatin1() + R"("})");
        RawRequest bare = request;
        bare.headers.remove("X-CSRF-Token");
        const RawAnswer missing = desk.send(bare);
        QCOMPARE(missing.status, 403);
        QVERIFY(!missing.headers.contains("x-csrf-token"));

        const RawAnswer done = desk.send(request);
        QCOMPARE(done.status, 200);
        QVERIFY(done.headers.value("x-updated-csrf-token") != request.headers["X-CSRF-Token"]);
        QVERIFY(done.headers.value("set-cookie").startsWith("TOKEN="));
        // The new cookie with the old token is refused, and told which one is good.
        RawRequest stale = desk.requestFor("POST", request.target, request.body);
        const QByteArray fresh
            = std::exchange(stale.headers["X-CSRF-Token"], request.headers["X-CSRF-Token"]);
        const RawAnswer refused = desk.send(stale);
        QCOMPARE(refused.status, 403);
        QVERIFY(refused.body.contains("Invalid CSRF Token"));
        QCOMPARE(refused.headers.value("x-csrf-token"), fresh);
        // The old pair, as of a request that was under way, is still good.
        QCOMPARE(desk.send(request).status, 200);
        QCOMPARE(desk.simulator().actions(), 2);
    }

    void aServerOfOnesOwnWantsNoCsrfToken()
    {
        UnifiClassicDesk desk(classicOptions(u"8.6.9"_s));
        (void)desk.signIn();
        QCOMPARE(desk.command("authorize-guest", desk.firstWaiting()).status, 200);
    }

    void aSessionEndsAfterSoManyRequestsAndWithTime()
    {
        UnifiClassicDesk desk(withFault(u"session-expiry=2"_s));
        (void)desk.signIn();
        const QByteArray sites = desk.prefix() + "/api/self/sites";
        QCOMPARE(desk.get(sites).status, 200);
        QCOMPARE(desk.get(sites).status, 200);
        QCOMPARE(desk.get(sites).status, 401);
        (void)desk.signIn();
        QCOMPARE(desk.get(sites).status, 200);
        desk.simulator().clearFaults();
        (void)desk.signIn();
        desk.simulator().advance(2h);
        QCOMPARE(desk.get(sites).status, 401);
    }

    void tooManySignInsAreThrottledAndEachTryProlongsIt()
    {
        UnifiClassicDesk desk(withFault(u"login-throttle=2"_s));
        QCOMPARE(desk.signIn().status, 200); // good ones count too
        QCOMPARE(desk.signIn("wrong").status, 403);
        const RawAnswer refused = desk.signIn();
        QCOMPARE(refused.status, 429);
        QCOMPARE(
            refused.json().value(u"code"_s).toString(), u"AUTHENTICATION_FAILED_LIMIT_REACHED"_s);
        QVERIFY(!refused.headers.contains("retry-after"));
        desk.simulator().advance(50s);
        QCOMPARE(desk.signIn().status, 429);
        desk.simulator().advance(50s);
        QCOMPARE(desk.signIn().status, 429);
        desk.simulator().advance(150s);
        QCOMPARE(desk.signIn().status, 200);
    }

    void aSecondFactorIsAskedFor()
    {
        UnifiClassicDesk console(withFault(u"second-factor"_s));
        const RawAnswer asked = console.signIn();
        QCOMPARE(asked.status, 499);
        const QString cookie
            = asked.json().value(u"data"_s).toObject().value(u"mfaCookie"_s).toString();
        QVERIFY(cookie.startsWith("UBIC_2FA="_L1));
        QCOMPARE(console.signIn(console.password(), R"(,"token":"246810")").status, 499);
        RawRequest second = console.requestFor("POST", "/api/auth/login",
            R"({"username":"frontdesk","token":"246810","password":")" + console.password()
                + R"("})");
        second.headers["Cookie"] = cookie.toLatin1();
        QCOMPARE(console.send(second).status, 200);

        UnifiClassicDesk server(classicOptions(u"8.6.9"_s, {u"second-factor"_s}));
        QCOMPARE(messageOf(server.signIn()), u"api.err.Ubic2faTokenRequired"_s);
        QCOMPARE(server.signIn(server.password(), R"(,"ubic_2fa_token":"246810")").status, 200);
    }
};

QTEST_GUILESS_MAIN(TestSimUnifiSessions)
#include "tst_simunifisessions.moc"
