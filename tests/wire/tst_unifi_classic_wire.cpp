#include "wire/transcript.h"
#include "wire/unifi_classic/failures.h"
#include "wire/unifi_classic/replies.h"
#include "wire/unifi_classic/requests.h"

#include <QTest>

using namespace Qt::StringLiterals;
namespace classic = wire::unifi_classic;
using Kind = Failure::Kind;
using classic::Style;

namespace {

const QString site = u"default"_s;
const Secret csrf(u"7f1c0d3e-0000-4000-8000-0000000000c1"_s);

MacAddress mac(const char *end)
{
    return *MacAddress::parse(QString(u"02:00:5E:10:00:"_s + QLatin1StringView(end)));
}

Transcript read(const QString &name)
{
    return transcript(u"unifi-classic/"_s + name);
}

HttpReply reply(int status, const QByteArray &body, const QList<HttpHeader> &headers = {})
{
    HttpReply reply;
    reply.status = status;
    reply.headers = headers;
    reply.body = body;
    return reply;
}

HttpReply rows(const QByteArray &data)
{
    return reply(200, R"({"meta":{"rc":"ok"},"data":[)" + data + "]}");
}

} // namespace

class TestUnifiClassicWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestsAreThoseOfTheTranscripts_data();
    void requestsAreThoseOfTheTranscripts();
    void actionsAreMarkedAsSuch();
    void u16MacsGoInLowerCaseAndColonsStay();
    void u10ZeroIsNeverSentForUnlimited();
    void u21SitesAreKnownByTheirShortName();
    void theStyleIsToldByTheRoot_data();
    void theStyleIsToldByTheRoot();
    void u3TheCsrfTokenIsTakenFromEveryReply_data();
    void u3TheCsrfTokenIsTakenFromEveryReply();
    void signingInIsRead_data();
    void signingInIsRead();
    void u22ASecondFactorIsNamed_data();
    void u22ASecondFactorIsNamed();
    void u19TheEnvelopeDecides_data();
    void u19TheEnvelopeDecides();
    void everyBadReplyIsNamed_data();
    void everyBadReplyIsNamed();
};

void TestUnifiClassicWire::requestsAreThoseOfTheTranscripts_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<HttpRequest>("request");
    const classic::Requests os(Style::UnifiOs, csrf);
    const classic::Requests own(Style::SelfHosted, {});
    const QString user = u"example-user"_s;
    const Secret password(u"example-password"_s);
    const std::optional<MacAddress> ap = MacAddress::parse(u"00:00:5e:30:00:f1"_s);
    const Limits all{120, 500, 4000, 1000};
    const auto add = [](const char *name, const HttpRequest &request) {
        QTest::newRow(name) << QString::fromLatin1(name) << request;
    };
    add("root-unifi-os", classic::root());
    add("login-unifi-os", classic::signIn(Style::UnifiOs, user, password));
    add("login-self-hosted", classic::signIn(Style::SelfHosted, user, password));
    add("sites", os.sites());
    add("sites-self-hosted", own.sites());
    add("sysinfo", os.system(site));
    add("sysinfo-self-hosted", own.system(site));
    add("clients", os.stations(site));
    add("clients-self-hosted", own.stations(site));
    add("guests", os.guests(site));
    add("guests-self-hosted", own.guests(site));
    add("devices", os.devices(site));
    add("known-clients", os.knownStations(site));
    add("guest-access-setting", os.guestAccess(site));
    add("authorize-all-limits", os.authorize(site, mac("a1"), all, ap));
    add("authorize-all-limits-self-hosted", own.authorize(site, mac("a1"), all, ap));
    add("authorize-minutes-only", os.authorize(site, mac("a1"), {480}, {}));
    add("authorize-unlisted", os.authorize(site, mac("ee"), {60}, {}));
    add("unauthorize", os.unauthorize(site, mac("a4")));
    add("block", os.block(site, mac("a4")));
    add("unblock", os.unblock(site, mac("a4")));
}

void TestUnifiClassicWire::requestsAreThoseOfTheTranscripts()
{
    QFETCH(QString, name);
    QFETCH(HttpRequest, request);
    QCOMPARE(difference(request, read(name)), QString());
}

void TestUnifiClassicWire::actionsAreMarkedAsSuch()
{
    const classic::Requests requests(Style::UnifiOs, csrf);
    QVERIFY(requests.authorize(site, mac("a1"), {}, {}).isAction);
    QVERIFY(requests.unauthorize(site, mac("a1")).isAction);
    QVERIFY(requests.block(site, mac("a1")).isAction);
    QVERIFY(classic::signIn(Style::UnifiOs, {}, {}).isAction); // each attempt counts
    QVERIFY(!requests.guests(site).isAction);
    QVERIFY(!requests.stations(site).isAction);
    for (const HttpHeader &header : requests.guests(site).headers)
        QCOMPARE(header.secret, header.name == "X-CSRF-Token");
    QCOMPARE(classic::csrfTokenOf(requests.guests(site)), csrf.reveal().toLatin1());
    QVERIFY(classic::csrfTokenOf(requests.stations(site)).isEmpty());
}

void TestUnifiClassicWire::u16MacsGoInLowerCaseAndColonsStay()
{
    const classic::Requests requests(Style::UnifiOs, csrf);
    const HttpRequest request
        = requests.authorize(site, mac("A1"), {60}, MacAddress::parse(u"00-00-5E-30-00-F1"_s));
    QVERIFY(request.body.contains(R"("mac":"02:00:5e:10:00:a1")"));
    QVERIFY(request.body.contains(R"("ap_mac":"00:00:5e:30:00:f1")"));
    QVERIFY(!request.path.contains(u'%'));
    const auto upper = classic::readConnected(rows(R"({"mac":"02:00:5E:10:00:A1"})"), {}, {});
    QVERIFY(upper.has_value());
    QCOMPARE(upper->first().key.mac, mac("a1"));
}

void TestUnifiClassicWire::u10ZeroIsNeverSentForUnlimited()
{
    const HttpRequest request
        = classic::Requests(Style::UnifiOs, csrf).authorize(site, mac("a1"), {480}, {});
    for (const char *word : {"bytes", "down", "up", "ap_mac"})
        QVERIFY(!request.body.contains(word));
    QVERIFY(request.body.contains(R"("minutes":480)"));
}

void TestUnifiClassicWire::u21SitesAreKnownByTheirShortName()
{
    const auto sites = classic::readSites(read(u"sites"_s).reply);
    QVERIFY(sites.has_value());
    QCOMPARE(sites->size(), 2);
    QCOMPARE(sites->at(1).id, u"k3v9x2mq"_s);
    QCOMPARE(sites->at(1).name, u"Conference"_s);
    QCOMPARE(sites->at(0).reference, u"88f7af54-98f8-306a-a1c7-c9349722b1f6"_s);
    const auto older = classic::readSites(read(u"sites-self-hosted"_s).reply);
    QVERIFY(older.has_value());
    QVERIFY(older->at(0).reference.isEmpty());
    const auto nameless = classic::readSites(rows(R"({"name":"k3v9x2mq"})"));
    QCOMPARE(nameless->first().name, u"k3v9x2mq"_s);
    const classic::Requests requests(Style::SelfHosted, {});
    QCOMPARE(requests.stations(u"Default"_s).path, u"/api/s/Default/stat/sta"_s);
    QCOMPARE(requests.stations(u"a/b"_s).path, u"/api/s/a%2Fb/stat/sta"_s);
}

void TestUnifiClassicWire::theStyleIsToldByTheRoot_data()
{
    QTest::addColumn<HttpReply>("answer");
    QTest::addColumn<int>("style"); // -1: neither
    QTest::addColumn<Kind>("kind");
    const auto moved = [](int status, const QByteArray &where) {
        return reply(status, {}, {{"Location", where}});
    };
    const int os = int(Style::UnifiOs);
    const int own = int(Style::SelfHosted);
    const Kind none = Kind::Cancelled;
    QTest::newRow("console") << read(u"root-unifi-os"_s).reply << os << none;
    QTest::newRow("self-hosted") << read(u"root-self-hosted"_s).reply << own << none;
    QTest::newRow("whole address")
        << moved(301, "https://unifi.example:8443/manage/account/login") << own << none;
    QTest::newRow("a token header says nothing")
        << reply(302, {}, {{"Location", "/manage"}, {"X-CSRF-Token", "x"}}) << own << none;
    QTest::newRow("elsewhere") << moved(302, "/login") << -1 << Kind::NotFound;
    QTest::newRow("wrong port") << reply(404, "<html>") << -1 << Kind::NotFound;
    QTest::newRow("restarting") << reply(502, "<html>") << -1 << Kind::Busy;
}

void TestUnifiClassicWire::theStyleIsToldByTheRoot()
{
    QFETCH(HttpReply, answer);
    QFETCH(int, style);
    QFETCH(Kind, kind);
    const Result<Style> told = classic::readStyle(answer);
    QCOMPARE(told ? int(*told) : -1, style);
    QCOMPARE(told ? Kind::Cancelled : told.error().kind, kind);
}

void TestUnifiClassicWire::u3TheCsrfTokenIsTakenFromEveryReply_data()
{
    QTest::addColumn<HttpReply>("answer");
    QTest::addColumn<QString>("token"); // empty: none told
    const QString &first = csrf.reveal();
    const QString second = u"7f1c0d3e-0000-4000-8000-0000000000c2"_s;
    QTest::newRow("header") << read(u"login-unifi-os"_s).reply << first;
    QTest::newRow("cookie") << read(u"login-unifi-os-uos-token"_s).reply << first;
    QTest::newRow("updated before current") << read(u"unauthorize"_s).reply << second;
    QTest::newRow("ordinary answer") << read(u"clients"_s).reply << first;
    QTest::newRow("refusal") << read(u"error-csrf"_s).reply << first;
    QTest::newRow("none") << read(u"error-csrf-missing"_s).reply << QString();
    QTest::newRow("cookies joined by Qt")
        << reply(200, "{}", {{"Set-Cookie", "a=b; path=/\ncsrf_token=abc; Path=/; Secure"}})
        << u"abc"_s;
    QTest::newRow("a bare cookie")
        << reply(200, "{}", {{"Set-Cookie", "csrf_token=abc"}}) << u"abc"_s;
    for (const char *cookie : {"TOKEN=; path=/", "TOKEN=a.b.c", "TOKEN=a.!!!.c", "TOKEN",
             "XTOKEN=x", "TOKEN=e30.e30.e30"})
        QTest::newRow(cookie) << reply(200, "{}", {{"Set-Cookie", cookie}}) << QString();
}

void TestUnifiClassicWire::u3TheCsrfTokenIsTakenFromEveryReply()
{
    QFETCH(HttpReply, answer);
    QFETCH(QString, token);
    QCOMPARE(classic::csrfTokenIn(answer).value_or(Secret()).reveal(), token);
}

void TestUnifiClassicWire::signingInIsRead_data()
{
    QTest::addColumn<HttpReply>("answer");
    QTest::addColumn<int>("kind"); // -1: signed in
    const auto add = [](const char *name, int kind) {
        QTest::newRow(name) << read(QString::fromLatin1(name)).reply << kind;
    };
    add("login-unifi-os", -1);
    add("login-self-hosted", -1);
    add("error-login-self-hosted-password", int(Kind::SignInRefused));
    add("error-login-unifi-os-password", int(Kind::SignInRefused));
    add("error-login-unifi-os-password-401", int(Kind::SignInRefused));
    add("error-login-limit", int(Kind::RateLimited));
    QTest::newRow("403 without a word") << reply(403, "<html>") << int(Kind::SignInRefused);
    QTest::newRow("a page") << reply(200, "<html>") << int(Kind::UnreadableReply);
    QTest::newRow("nothing") << reply(200, {}) << int(Kind::UnreadableReply);
    QTest::newRow("wrong port") << reply(404, "<html>") << int(Kind::NotFound);
    QTest::newRow("restarting") << reply(503, {}) << int(Kind::Busy);
    QTest::newRow("error in 200") << reply(
        200, R"({"meta":{"rc":"error","msg":"api.err.Invalid"},"data":[]})")
                                  << int(Kind::SignInRefused);
}

void TestUnifiClassicWire::signingInIsRead()
{
    QFETCH(HttpReply, answer);
    QFETCH(int, kind);
    const Result<Done> done = classic::readSignIn(answer);
    QCOMPARE(done ? -1 : int(done.error().kind), kind);
}

void TestUnifiClassicWire::u22ASecondFactorIsNamed_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("self-hosted") << u"error-login-self-hosted-second-factor"_s;
    QTest::newRow("UniFi OS") << u"error-login-unifi-os-second-factor"_s;
}

void TestUnifiClassicWire::u22ASecondFactorIsNamed()
{
    QFETCH(QString, name);
    const Result<Done> done = classic::readSignIn(read(name).reply);
    QVERIFY(!done);
    QCOMPARE(done.error().kind, Kind::SecondFactorNeeded);
    QVERIFY(!done.error().said.contains(u"UBIC_2FA"_s));
}

void TestUnifiClassicWire::u19TheEnvelopeDecides_data()
{
    QTest::addColumn<HttpReply>("answer");
    QTest::addColumn<int>("kind"); // -1: a success
    const auto add = [](const char *name, int kind) {
        QTest::newRow(name) << read(QString::fromLatin1(name)).reply << kind;
    };
    add("clients", -1);
    add("error-in-200", int(Kind::Refused));
    add("error-html-500-took-effect", int(Kind::UnreadableReply));
    add("error-html-502", int(Kind::Busy));
    add("error-login-required", int(Kind::SessionExpired));
    add("error-session-ended-unifi-os", int(Kind::SessionExpired));
    add("error-no-permission", int(Kind::NotPermitted));
    add("error-csrf", int(Kind::NotPermitted));
    add("error-csrf-missing", int(Kind::NotPermitted));
    add("error-no-site-context", int(Kind::NotFound));
    add("error-unknown-station", int(Kind::NotFound));
    add("error-invalid-payload", int(Kind::Refused));
    QTest::newRow("login required in 200")
        << reply(200, R"({"meta":{"rc":"error","msg":"api.err.LoginRequired"},"data":[]})")
        << int(Kind::SessionExpired);
    QTest::newRow("server error in 200")
        << reply(200, R"({"meta":{"rc":"error","msg":"api.err.ServerError"},"data":[]})")
        << int(Kind::UnreadableReply);
    QTest::newRow("ok in 500") << reply(500, R"({"meta":{"rc":"ok"},"data":[]})")
                               << int(Kind::UnreadableReply);
    QTest::newRow("a new word in 403")
        << reply(403, R"({"meta":{"rc":"error","msg":"api.err.Later"}})")
        << int(Kind::NotPermitted);
    QTest::newRow("sign-in page") << reply(200, "<html>") << int(Kind::UnreadableReply);
    QTest::newRow("moved") << reply(302, {}) << int(Kind::UnreadableReply);
    QTest::newRow("no such path") << reply(404, "<html>") << int(Kind::UnreadableReply);
    QTest::newRow("wait") << reply(429, {}) << int(Kind::RateLimited);
}

void TestUnifiClassicWire::u19TheEnvelopeDecides()
{
    QFETCH(HttpReply, answer);
    QFETCH(int, kind);
    const std::optional<Failure> failure = classic::failureOf(answer);
    QCOMPARE(failure ? int(failure->kind) : -1, kind);
    QCOMPARE(classic::mayRefuseToken(read(u"error-csrf"_s).reply), true);
    QCOMPARE(classic::mayRefuseToken(read(u"error-no-permission"_s).reply), false);
}

void TestUnifiClassicWire::everyBadReplyIsNamed_data()
{
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const QByteArray &body) { QTest::newRow(name) << body; };
    row("empty", {});
    row("page", "<html>");
    row("cut", R"({"meta":{"rc":"ok"},"data":[{"mac":)");
    row("a list", "[]");
    row("no meta", R"({"data":[]})");
    row("meta is a word", R"({"meta":"ok","data":[]})");
    row("no data", R"({"meta":{"rc":"ok"}})");
    row("data is a word", R"({"meta":{"rc":"ok"},"data":"none"})");
    row("row is a word", R"({"meta":{"rc":"ok"},"data":["none"]})");
    row("no mac", R"({"meta":{"rc":"ok"},"data":[{}]})");
    row("mac is a word", R"({"meta":{"rc":"ok"},"data":[{"mac":"none"}]})");
    row("mac is a number", R"({"meta":{"rc":"ok"},"data":[{"mac":5}]})");
}

void TestUnifiClassicWire::everyBadReplyIsNamed()
{
    QFETCH(QByteArray, body);
    const HttpReply answer = reply(200, body);
    const auto isNamed
        = [](const auto &read) { return !read && read.error().kind == Kind::UnreadableReply; };
    QVERIFY(isNamed(classic::readConnected(answer, {}, {})));
    QVERIFY(isNamed(classic::readGuests(answer)));
    QVERIFY(isNamed(classic::readDeviceNames(answer)));
    QVERIFY(isNamed(classic::readSystem(answer)));
    QVERIFY(isNamed(classic::readDefaultMinutes(answer)));
}

QTEST_GUILESS_MAIN(TestUnifiClassicWire)
#include "tst_unifi_classic_wire.moc"
