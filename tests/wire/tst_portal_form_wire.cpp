#include "wire/portal_form/loosejson.h"
#include "wire/portal_form/replies.h"
#include "wire/portal_form/requests.h"
#include "wire/transcript.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using Kind = Failure::Kind;
using wire::portal_form::Requests;
using wire::portal_form::Spelling;

namespace {

constexpr int fourHours = 240;
const QString knownToken = u"example-csrf-token-0001"_s;

CapturedRedirect redirect(const QString &site = u"Annex"_s)
{
    CapturedRedirect redirect;
    redirect.client = MacAddress(0x02005e1000a1);
    redirect.accessPoint = MacAddress(0x00005e3000f1);
    redirect.ssid = u"Annex Guest"_s;
    redirect.radio = 1;
    redirect.redirectedAt = QDateTime(QDate(2026, 3, 2), QTime(9, 20), Qt::UTC);
    redirect.site = site;
    return redirect;
}

HttpReply reply(int status, const QByteArray &body, const QList<HttpHeader> &headers = {})
{
    HttpReply reply;
    reply.status = status;
    reply.headers = headers;
    reply.body = body;
    return reply;
}

} // namespace

class TestPortalFormWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void requestsAreThoseOfTheTranscripts_data();
    void requestsAreThoseOfTheTranscripts();
    void onlyLettingInIsAnAction();
    void whatTheRedirectDoesNotTellIsLeftOut();
    void signInRepliesAreRead_data();
    void signInRepliesAreRead();
    void authorizationRepliesAreRead_data();
    void authorizationRepliesAreRead();
    void badSignInRepliesAreNamed_data();
    void badSignInRepliesAreNamed();
    void badAuthorizationRepliesAreNamed_data();
    void badAuthorizationRepliesAreNamed();
    void looseAnswersAreRead_data();
    void looseAnswersAreRead();
    void anAnswerCutShortIsUnreadable();
    void anyBytesGiveAnAnswer();
};

void TestPortalFormWire::requestsAreThoseOfTheTranscripts_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<HttpRequest>("request");
    using wire::portal_form::login;
    const Requests eap;
    const Requests omada{Secret(knownToken)};
    const QString site = u"Annex & Küche/2"_s;
    const HttpRequest signIn = login(u"example-user"_s, Secret(u"example-password"_s));
    const HttpRequest oddSignIn = login(u"front desk"_s, Secret(u"p+a&s%s=w ö"_s));
    const auto row = [](const QString &name, const HttpRequest &request) {
        QTest::newRow(qPrintable(name)) << name << request;
    };
    row(u"eap2/login"_s, signIn);
    row(u"eap2/login-odd-characters"_s, oddSignIn);
    row(u"eap2/auth"_s, eap.authorize(redirect(), fourHours, Spelling::Cid));
    row(u"eap2/auth-site-encoded"_s, eap.authorize(redirect(site), fourHours, Spelling::Cid));
    row(u"eap2/logout"_s, eap.logout());
    row(u"omada3/login"_s, signIn);
    row(u"omada3/login-odd-characters"_s, oddSignIn);
    row(u"omada3/auth-cid"_s, omada.authorize(redirect(), fourHours, Spelling::Cid));
    row(u"omada3/auth-client-mac"_s, omada.authorize(redirect(), fourHours, Spelling::ClientMac));
    row(u"omada3/auth-site-encoded"_s,
        omada.authorize(redirect(site), fourHours, Spelling::ClientMac));
    row(u"omada3/logout"_s, omada.logout());
}

void TestPortalFormWire::requestsAreThoseOfTheTranscripts()
{
    QFETCH(QString, name);
    QFETCH(HttpRequest, request);
    QCOMPARE(difference(request, transcript(name)), QString());
}

void TestPortalFormWire::onlyLettingInIsAnAction()
{
    const Requests requests{Secret(knownToken)};
    QVERIFY(requests.authorize(redirect(), 1, Spelling::Cid).isAction);
    QVERIFY(!requests.logout().isAction);
    QVERIFY(!wire::portal_form::login(u"a"_s, Secret(u"b"_s)).isAction);
}

void TestPortalFormWire::whatTheRedirectDoesNotTellIsLeftOut()
{
    CapturedRedirect bare;
    bare.client = MacAddress(0x02005e1000a1);
    bare.site = u"Annex"_s;
    QCOMPARE(Requests().authorize(bare, 1, Spelling::ClientMac).body,
        QByteArray("clientMac=02-00-5E-10-00-A1&time=60"));
    QCOMPARE(Requests().authorize(bare, 1'440'000, Spelling::Cid).body,
        QByteArray("cid=02-00-5E-10-00-A1&time=86400000"));
}

void TestPortalFormWire::signInRepliesAreRead_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("token");
    QTest::newRow("EAP Controller") << u"eap2/login"_s << QString();
    QTest::newRow("EAP Controller, a page and a cookie") << u"eap2/login-html"_s << QString();
    QTest::newRow("Omada 3") << u"omada3/login"_s << knownToken;
    QTest::newRow("Omada 3, bare keys") << u"omada3/login-bare-keys"_s << knownToken;
}

void TestPortalFormWire::signInRepliesAreRead()
{
    QFETCH(QString, name);
    QFETCH(QString, token);
    const Result<Secret> read = wire::portal_form::readLogin(transcript(name).reply);
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().detail));
    QCOMPARE(read->reveal(), token);
}

void TestPortalFormWire::authorizationRepliesAreRead_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<std::optional<Kind>>("kind");
    QTest::addColumn<QString>("said");
    const auto row = [](const QString &name, std::optional<Kind> kind, const QString &said = {}) {
        QTest::newRow(qPrintable(name)) << name << kind << said;
    };
    row(u"eap2/auth"_s, {});
    row(u"eap2/auth-bare-keys"_s, {});
    row(u"eap2/auth-bare-message"_s, {});
    row(u"eap2/error-auth-refused"_s, Kind::Refused,
        u"The client is not waiting for authentication."_s);
    row(u"eap2/error-auth-bare-keys"_s, Kind::Refused, u"The client, or its site, is unknown."_s);
    row(u"eap2/error-session-html"_s, Kind::SessionExpired);
    row(u"eap2/error-session-302"_s, Kind::SessionExpired);
    row(u"omada3/auth-cid"_s, {});
    row(u"omada3/auth-bare-keys"_s, {});
    row(u"omada3/error-auth-refused"_s, Kind::Refused,
        u"The client is not waiting for authentication."_s);
    row(u"omada3/error-token-missing"_s, Kind::SessionExpired);
    row(u"omada3/error-token-old"_s, Kind::SessionExpired);
}

void TestPortalFormWire::authorizationRepliesAreRead()
{
    QFETCH(QString, name);
    QFETCH(std::optional<Kind>, kind);
    QFETCH(QString, said);
    const Result<Done> read = wire::portal_form::readAuthorized(transcript(name).reply);
    QCOMPARE(read.has_value(), !kind.has_value());
    if (!read) {
        QCOMPARE(read.error().kind, *kind);
        QCOMPARE(read.error().said, said);
    }
}

void TestPortalFormWire::badSignInRepliesAreNamed_data()
{
    QTest::addColumn<HttpReply>("answer");
    QTest::addColumn<Kind>("kind");
    const QList<HttpHeader> cookie{{"Set-Cookie", "TPEAP_SESSIONID=1"}};
    QTest::newRow("EAP Controller says no")
        << transcript(u"eap2/error-login-refused"_s).reply << Kind::SignInRefused;
    QTest::newRow("Omada 3 says no")
        << transcript(u"omada3/error-login-refused"_s).reply << Kind::SignInRefused;
    QTest::newRow("the page again")
        << transcript(u"eap2/error-login-html"_s).reply << Kind::SignInRefused;
    QTest::newRow("the page again, with a cookie")
        << reply(200, "<html><form action='login'></form></html>", cookie) << Kind::SignInRefused;
    QTest::newRow("sent to the page, with a cookie")
        << reply(302, {}, cookie + QList<HttpHeader>{{"Location", "/Login"}})
        << Kind::SignInRefused;
    QTest::newRow("no, with a cookie")
        << reply(200, "{success:false,message:No}", cookie) << Kind::SignInRefused;
    QTest::newRow("nothing") << reply(200, {}) << Kind::UnreadableReply;
    QTest::newRow("another page") << reply(200, "<html>Welcome</html>") << Kind::UnreadableReply;
    QTest::newRow("not there") << reply(404, {}) << Kind::NotFound;
    QTest::newRow("too many") << reply(429, {}) << Kind::RateLimited;
    QTest::newRow("restarting") << reply(503, {}, cookie) << Kind::Busy;
}

void TestPortalFormWire::badSignInRepliesAreNamed()
{
    QFETCH(HttpReply, answer);
    QFETCH(Kind, kind);
    const Result<Secret> read = wire::portal_form::readLogin(answer);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().kind, kind);
}

void TestPortalFormWire::badAuthorizationRepliesAreNamed_data()
{
    QTest::addColumn<HttpReply>("answer");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("nothing") << reply(200, {}) << Kind::UnreadableReply;
    QTest::newRow("another page") << reply(200, "<html>Done</html>") << Kind::UnreadableReply;
    QTest::newRow("success of another kind")
        << reply(200, R"({"success":1})") << Kind::UnreadableReply;
    QTest::newRow("no success") << reply(200, R"({"message":"true"})") << Kind::UnreadableReply;
    QTest::newRow("both") << reply(200, "{success:true,message:a,success:false}")
                          << Kind::UnreadableReply;
    QTest::newRow("sent elsewhere")
        << reply(302, {}, {{"Location", "/portal"}}) << Kind::UnreadableReply;
    QTest::newRow("success with an error's status")
        << reply(500, R"({"success":true})") << Kind::UnreadableReply;
    QTest::newRow("not signed in") << reply(401, {}) << Kind::SessionExpired;
    QTest::newRow("not allowed") << reply(403, {}) << Kind::NotPermitted;
    QTest::newRow("no such site") << reply(404, {}) << Kind::NotFound;
    QTest::newRow("too many") << reply(429, {}) << Kind::RateLimited;
    QTest::newRow("restarting") << reply(502, "<html>login</html>") << Kind::Busy;
}

void TestPortalFormWire::badAuthorizationRepliesAreNamed()
{
    QFETCH(HttpReply, answer);
    QFETCH(Kind, kind);
    const Result<Done> read = wire::portal_form::readAuthorized(answer);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().kind, kind);
}

void TestPortalFormWire::looseAnswersAreRead_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("success"); // empty: no answer at all
    QTest::addColumn<QString>("message");
    const auto row = [](const QByteArray &body, const QString &success,
                         const QString &message = {}) {
        QTest::newRow(body.isEmpty() ? "nothing" : body.constData()) << body << success << message;
    };
    row(R"({"success":true,"message":"a, b: c"})", u"true"_s, u"a, b: c"_s);
    row(R"({"success":"true","message":null})", u"true"_s);
    row(R"( { "message" : "x" , "success" : false } )", u"false"_s, u"x"_s);
    row(R"({success:true})", u"true"_s);
    row(R"({success: "true", message: ""})", u"true"_s);
    row(R"({ success : false , message : "say \"no\", success:true" })", u"false"_s,
        u"say \"no\", success:true"_s);
    row("{success:false,message:wrong site: Annex, floor 2}", u"false"_s,
        u"wrong site: Annex, floor 2"_s);
    row("{message:wrong site: Annex, floor 2,success:false}", u"false"_s,
        u"wrong site: Annex, floor 2"_s);
    row("{success:true,message:a,value:\"t\"}", u"true"_s, u"a"_s);
    row("{success:true,\"message\":it's done}", u"true"_s, u"it's done"_s);
    row("{success:true,message:}", u"true"_s);
    row("{success:true,message:K\xc3\xbc"
        "che}",
        u"true"_s, u"Küche"_s);
    row("", {});
    row("{", {});
    row("}", {});
    row("true", {});
    row("[{success:true}]", {});
    row("{success:true", {});
    row("{success:true,message:\"cut}", {});
    row("{success:true,success:false}", {});
    row("success:true", {});
}

void TestPortalFormWire::looseAnswersAreRead()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, success);
    QFETCH(QString, message);
    const auto members = wire::portal_form::looseMembers(body);
    QCOMPARE(members.has_value(), !success.isEmpty());
    if (members) {
        QCOMPARE(members->value(u"success"_s), success);
        QCOMPARE(members->value(u"message"_s), message);
    }
}

void TestPortalFormWire::anAnswerCutShortIsUnreadable()
{
    for (const QString &name :
        {u"eap2/auth"_s, u"eap2/auth-bare-keys"_s, u"eap2/auth-bare-message"_s,
            u"eap2/error-auth-refused"_s, u"eap2/error-auth-bare-keys"_s}) {
        const QByteArray whole = transcript(name).reply.body;
        for (qsizetype size = 0; size < whole.size(); ++size) {
            const auto read = wire::portal_form::readAuthorized(reply(200, whole.left(size)));
            QVERIFY2(!read.has_value(), whole.left(size).constData());
            QCOMPARE(read.error().kind, Kind::UnreadableReply);
        }
    }
}

void TestPortalFormWire::anyBytesGiveAnAnswer()
{
    QRandomGenerator dice(20260302);
    const QByteArray pieces[] = {"{", "}", "\"", ",", ":", "\\", " ", "\xff", "success",
        "message:", "true", "false", "[", "value"};
    int read = 0;
    for (int i = 0; i < 20'000; ++i) {
        QByteArray body = "{success:";
        for (int count = dice.bounded(8); count > 0; --count)
            body += pieces[dice.bounded(int(std::size(pieces)))];
        read += wire::portal_form::looseMembers(body + '}') ? 1 : 0;
    }
    QVERIFY(read > 100);
    const QByteArray deep = QByteArray(30'000, '{') + QByteArray(30'000, '}');
    QVERIFY(!wire::portal_form::readAuthorized(reply(200, deep)).has_value());
    const QByteArray huge = "{success:true,message:" + QByteArray(1'000'000, 'x') + '}';
    QVERIFY(!wire::portal_form::readAuthorized(reply(200, huge)).has_value());
}

QTEST_GUILESS_MAIN(TestPortalFormWire)
#include "tst_portal_form_wire.moc"
