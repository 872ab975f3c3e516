#include "drivers/classicconsole.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Kind = Failure::Kind;

namespace {

const QByteArray signIn = "POST /api/auth/login";
const QByteArray stations = "GET /proxy/network/api/s/default/stat/sta";
const QByteArray command = "POST /proxy/network/api/s/default/cmd/stamgr";
const QByteArray guestList = "POST /proxy/network/api/s/default/stat/guest";
const QByteArray defaults = "GET /proxy/network/api/s/default/get/setting/guest_access";
const QString firstToken = u"7f1c0d3e-0000-4000-8000-0000000000c1"_s;
const QString secondToken = u"7f1c0d3e-0000-4000-8000-0000000000c2"_s;

QByteArray refusalBringing(const QString &token)
{
    return "X-CSRF-Token: " + token.toLatin1() + "\r\n";
}

} // namespace

class TestUnifiClassicSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void theStyleIsFoundByTheRootAndRemembered();
    void selfHostedServersAreSpokenToAtTheirRoot();
    void anotherPortIsNotSignedInTo();
    void u1OneSessionServesAllSites();
    void u1AnEndedSessionIsOpenedOnceMoreWithoutOldCookies();
    void u1ASessionThatStaysEndedIsNotOpenedForEver();
    void u1ARefusedPasswordIsNotTriedAgain();
    void u1TheLimitOfSignInsIsWaitedOut();
    void u2AnAccountThatMayOnlyLookIsNotSignedInAgain();
    void u2ActionsRefusedAsUnsignedDoNotBecomeALoginLoop();
    void u2ANewerTokenIsTriedOnce();
    void u2WithoutANewTokenNothingIsSentAgain();
    void u3CookiesAndTokensOfEveryReplyAreKept();
    void u3AReplyThatComesLateBringsNoOldTokenBack();
    void u3TheTokenInsideTheCookieServesWhereNoHeaderCame();
    void u10TheSitesDefaultDurationIsSentInItsNumber();
    void u10WhereTheDefaultIsNotToldTheControllerAppliesIt();
    void u19AServerErrorLeavesOpenWhatHappened();
    void u19AnErrorMayComeWithStatus200();
    void u21AWrongSiteIsNotFound();
    void u22ASecondFactorIsToldAndNotTriedAgain();
    void u27RolesThatSeeLittleSeeTheirClients();
    void u27AnAccountWithoutSitesMayNotDoAnything();
    void manyReadersShareOneLook();
};

void TestUnifiClassicSession::theStyleIsFoundByTheRootAndRemembered()
{
    ClassicConsole console;
    console.answer(stations, {u"error-session-ended-unifi-os"_s, u"clients"_s});
    QVERIFY(console.list().has_value());
    QCOMPARE(console.asked("GET /").size(), 1);
    QCOMPARE(console.asked(signIn).size(), 2);
}

void TestUnifiClassicSession::selfHostedServersAreSpokenToAtTheirRoot()
{
    ClassicConsole console(u"root-self-hosted"_s);
    console.answer("POST /api/login", {u"login-self-hosted"_s});
    console.answer("GET /api/self/sites", {u"sites-self-hosted"_s});
    console.answer("GET /api/s/default/stat/sysinfo", {u"sysinfo-self-hosted"_s});
    const auto identity = answerOf(console.driver().identify());
    QVERIFY(identity.has_value());
    QCOMPARE(identity->version, u"8.6.9"_s);
    QVERIFY(console.asked("POST /api/login").first().body.contains(R"("strict":true)"));
    QVERIFY(console.asked("GET /api/self/sites").first().head.contains("unifises="));
}

void TestUnifiClassicSession::anotherPortIsNotSignedInTo()
{
    ClassicConsole console(u"error-html-502"_s);
    QCOMPARE(kindOf(answerOf(console.driver().identify())), Kind::Unreachable);
    console.answerRaw("GET /", {TlsLoopback::status("404 Not Found", "<html>")});
    QCOMPARE(kindOf(answerOf(console.driver().identify())), Kind::NotFound);
    QVERIFY(console.asked(signIn).isEmpty());
}

void TestUnifiClassicSession::u1OneSessionServesAllSites()
{
    ClassicConsole console;
    console.answer("GET /proxy/network/api/s/k3v9x2mq/stat/sta", {u"clients"_s});
    console.answer("POST /proxy/network/api/s/k3v9x2mq/stat/guest", {u"guests"_s});
    console.answer("GET /proxy/network/api/s/k3v9x2mq/stat/device", {u"devices"_s});
    QVERIFY(console.list().has_value());
    QVERIFY(console.list(u"k3v9x2mq"_s).has_value());
    QVERIFY(answerOf(console.driver().identify()).has_value());
    QCOMPARE(console.asked(signIn).size(), 1);
}

void TestUnifiClassicSession::u1AnEndedSessionIsOpenedOnceMoreWithoutOldCookies()
{
    ClassicConsole console;
    QVERIFY(console.list().has_value());
    console.answer(stations, {u"error-session-ended-unifi-os"_s, u"clients"_s});
    QVERIFY(console.list().has_value());
    QCOMPARE(console.asked(signIn).size(), 2);
    QVERIFY(console.asked(stations).first().head.contains("Cookie: TOKEN="));
    QVERIFY(!console.asked(signIn).last().head.contains("Cookie:"));
}

void TestUnifiClassicSession::u1ASessionThatStaysEndedIsNotOpenedForEver()
{
    ClassicConsole console;
    console.answer(stations, {u"error-login-required"_s});
    QCOMPARE(kindOf(console.list()), Kind::SessionExpired);
    QCOMPARE(console.asked(stations).size(), 2);
    QCOMPARE(console.asked(signIn).size(), 2);
}

void TestUnifiClassicSession::u1ARefusedPasswordIsNotTriedAgain()
{
    ClassicConsole console;
    console.answer(signIn, {u"error-login-unifi-os-password"_s});
    QCOMPARE(kindOf(console.list()), Kind::SignInRefused);
    QCOMPARE(kindOf(console.authorize()), Kind::SignInRefused);
    QCOMPARE(kindOf(answerOf(console.driver().identify())), Kind::SignInRefused);
    QCOMPARE(console.asked(signIn).size(), 1);
}

void TestUnifiClassicSession::u1TheLimitOfSignInsIsWaitedOut()
{
    ClassicConsole console;
    console.answer(signIn, {u"error-login-limit"_s});
    const auto first = console.list();
    QCOMPARE(kindOf(first), Kind::RateLimited);
    QVERIFY(first.error().retryAfter && *first.error().retryAfter >= 50s);
    QCOMPARE(kindOf(console.authorize()), Kind::RateLimited);
    QCOMPARE(console.asked(signIn).size(), 1);
}

void TestUnifiClassicSession::u2AnAccountThatMayOnlyLookIsNotSignedInAgain()
{
    ClassicConsole console;
    console.answer(command, {u"error-no-permission"_s});
    QCOMPARE(kindOf(console.authorize()), Kind::NotPermitted);
    QCOMPARE(console.asked(command).size(), 1);
    QCOMPARE(console.asked(signIn).size(), 1);
}

void TestUnifiClassicSession::u2ActionsRefusedAsUnsignedDoNotBecomeALoginLoop()
{
    ClassicConsole console;
    console.answer(command, {u"error-session-ended-unifi-os"_s});
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(kindOf(console.authorize()), Kind::NotPermitted);
        QVERIFY(console.list().has_value());
    }
    QCOMPARE(console.asked(signIn).size(), 2);
    QCOMPARE(console.asked(command).size(), 4);

    console.answer(command,
        {u"authorize-thin-reply"_s, u"error-session-ended-unifi-os"_s, u"authorize-thin-reply"_s});
    QVERIFY(console.authorize().has_value()); // it may again: so the next end is an end
    QVERIFY(console.authorize().has_value());
    QCOMPARE(console.asked(signIn).size(), 3);
}

void TestUnifiClassicSession::u2ANewerTokenIsTriedOnce()
{
    ClassicConsole console;
    const auto refusal = TlsLoopback::status("403 Forbidden",
        R"({"error":{"code":403,"message":"Invalid CSRF Token"}})", refusalBringing(secondToken));
    console.answerRaw(command, {refusal, ClassicConsole::written(u"authorize-thin-reply"_s)});
    QVERIFY(console.authorize().has_value());
    QCOMPARE(console.asked(command).size(), 2);
    QVERIFY(console.asked(command).first().head.contains(firstToken.toLatin1()));
    QVERIFY(console.asked(command).last().head.contains(secondToken.toLatin1()));
    QCOMPARE(console.asked(signIn).size(), 1);
}

void TestUnifiClassicSession::u2WithoutANewTokenNothingIsSentAgain()
{
    for (const QString &name : {u"error-csrf"_s, u"error-csrf-missing"_s}) {
        ClassicConsole console;
        console.answer(command, {name});
        QCOMPARE(kindOf(console.authorize()), Kind::NotPermitted);
        QCOMPARE(console.asked(command).size(), 1);
        QCOMPARE(console.asked(signIn).size(), 1);
    }
}

void TestUnifiClassicSession::u3CookiesAndTokensOfEveryReplyAreKept()
{
    ClassicConsole console;
    console.answer(command, {u"unauthorize"_s});
    QVERIFY(console.cancel().has_value());
    QVERIFY(console.cancel().has_value());
    const auto asked = console.asked(command);
    QVERIFY(asked.at(0).head.contains("X-CSRF-Token: " + firstToken.toLatin1()));
    QVERIFY(asked.at(1).head.contains("X-CSRF-Token: " + secondToken.toLatin1()));
    const auto cookieOf = [](const TlsLoopback::Seen &seen) {
        const QByteArray rest = seen.head.mid(seen.head.indexOf("Cookie: "));
        return rest.left(rest.indexOf('\r'));
    };
    QVERIFY(cookieOf(asked.at(0)) != cookieOf(asked.at(1)));
}

void TestUnifiClassicSession::u3AReplyThatComesLateBringsNoOldTokenBack()
{
    ClassicConsole console;
    console.answer(command, {u"unauthorize"_s});
    QVERIFY(console.cancel().has_value()); // its reply brings the second token
    console.answerRaw(stations,
        {TlsLoopback::status(
            "200 OK", R"({"meta":{"rc":"ok"},"data":[]})", refusalBringing(firstToken))});
    QVERIFY(console.list().has_value());
    QVERIFY(console.cancel().has_value());
    QVERIFY(console.asked(command).last().head.contains("X-CSRF-Token: " + secondToken.toLatin1()));
}

void TestUnifiClassicSession::u3TheTokenInsideTheCookieServesWhereNoHeaderCame()
{
    ClassicConsole console;
    console.answer(signIn, {u"login-unifi-os-uos-token"_s});
    console.answer(command, {u"authorize-thin-reply"_s});
    QVERIFY(console.authorize().has_value());
    const QByteArray head = console.asked(command).first().head;
    QVERIFY(head.contains("UOS_TOKEN="));
    QVERIFY(head.contains(firstToken.toLatin1()));
}

void TestUnifiClassicSession::u10TheSitesDefaultDurationIsSentInItsNumber()
{
    ClassicConsole console;
    console.answer(command, {u"authorize-thin-reply"_s});
    QVERIFY(console.authorize({}).has_value());
    QVERIFY(console.asked(command).first().body.contains(R"("minutes":480)"));
    QVERIFY(console.authorize({60}).has_value());
    QVERIFY(console.asked(command).last().body.contains(R"("minutes":60)"));
    QCOMPARE(console.asked(defaults).size(), 1);
}

void TestUnifiClassicSession::u10WhereTheDefaultIsNotToldTheControllerAppliesIt()
{
    ClassicConsole console;
    console.answer(command, {u"authorize-thin-reply"_s});
    console.answer(defaults, {u"error-no-permission"_s});
    QVERIFY(console.authorize({{}, 500}).has_value());
    QVERIFY(!console.asked(command).first().body.contains("minutes"));
    QVERIFY(console.asked(command).first().body.contains(R"("bytes":500)"));
}

void TestUnifiClassicSession::u19AServerErrorLeavesOpenWhatHappened()
{
    ClassicConsole console;
    console.answer(command, {u"error-html-500-took-effect"_s});
    const auto answer = console.authorize();
    QVERIFY(!answer);
    QVERIFY(answer.error().mayHaveTakenEffect());
    QCOMPARE(console.asked(command).size(), 1);
}

void TestUnifiClassicSession::u19AnErrorMayComeWithStatus200()
{
    ClassicConsole console;
    console.answer(command, {u"error-in-200"_s});
    const auto answer = console.authorize();
    QCOMPARE(kindOf(answer), Kind::Refused);
    QCOMPARE(answer.error().said, u"api.err.InvalidObject"_s);
}

void TestUnifiClassicSession::u21AWrongSiteIsNotFound()
{
    ClassicConsole console;
    console.answer("GET /proxy/network/api/s/Default/stat/sta", {u"error-no-site-context"_s});
    console.answer("POST /proxy/network/api/s/Default/stat/guest", {u"error-no-site-context"_s});
    QCOMPARE(kindOf(console.list(u"Default"_s)), Kind::NotFound);
    QVERIFY(console.list(u"default"_s).has_value());
}

void TestUnifiClassicSession::u22ASecondFactorIsToldAndNotTriedAgain()
{
    ClassicConsole console;
    console.answer(signIn, {u"error-login-unifi-os-second-factor"_s});
    QCOMPARE(kindOf(console.list()), Kind::SecondFactorNeeded);
    QCOMPARE(kindOf(console.list()), Kind::SecondFactorNeeded);
    QCOMPARE(console.asked(signIn).size(), 1);
}

void TestUnifiClassicSession::u27RolesThatSeeLittleSeeTheirClients()
{
    ClassicConsole console;
    for (const QByteArray &line :
        {guestList, QByteArray("GET /proxy/network/api/s/default/stat/sysinfo"),
            QByteArray("GET /proxy/network/api/s/default/stat/device"),
            QByteArray("GET /proxy/network/api/s/default/rest/user")})
        console.answer(line, {u"error-no-permission"_s});
    const auto identity = answerOf(console.driver().identify());
    QVERIFY(identity.has_value());
    QVERIFY(identity->version.isEmpty());
    const auto snapshot = console.list();
    QVERIFY(snapshot.has_value());
    QCOMPARE(snapshot->clients.at(0).state, ClientState::Waiting);
    QCOMPARE(snapshot->clients.at(2).state, ClientState::Authorized);
    QVERIFY(!snapshot->clients.at(2).authorization);
    const auto nobody
        = answerOf(console.driver().reader()->readClient(u"default"_s, MacAddress(0x02005e1000ee)));
    QCOMPARE(kindOf(nobody), Kind::NotFound);
    QCOMPARE(console.asked(signIn).size(), 1);
}

void TestUnifiClassicSession::u27AnAccountWithoutSitesMayNotDoAnything()
{
    ClassicConsole console;
    console.answerRaw("GET /proxy/network/api/self/sites",
        {TlsLoopback::ok(R"({"meta":{"rc":"ok"},"data":[]})")});
    QCOMPARE(kindOf(answerOf(console.driver().identify())), Kind::NotPermitted);
}

void TestUnifiClassicSession::manyReadersShareOneLook()
{
    ClassicConsole console;
    QVERIFY(console.list().has_value());
    const qsizetype before = console.asked(stations).size();
    QList<Job<WifiClient> *> reads;
    int answered = 0;
    for (int i = 0; i < 20; ++i) {
        reads.append(
            console.driver().reader()->readClient(u"default"_s, MacAddress(0x02005e1000a4)));
        reads.last()->then(this, [&answered](const Result<WifiClient> &answer) {
            answered += answer && answer->state == ClientState::Authorized ? 1 : 0;
        });
    }
    reads.last()->cancel(); // one that gives up does not take the others with it
    QTRY_COMPARE(answered, 19);
    QCOMPARE(console.asked(stations).size(), before + 2);
}

QTEST_GUILESS_MAIN(TestUnifiClassicSession)
#include "tst_unifi_classic_session.moc"
