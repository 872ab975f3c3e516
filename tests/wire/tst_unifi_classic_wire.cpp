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

QDateTime time(int hour, int minute, int second = 0, int day = 2)
{
    return {QDate(2026, 3, day), QTime(hour, minute, second), Qt::UTC};
}

const QDateTime now = time(9, 20);

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

/// A connected guest from the words of its row, with these authorizations.
WifiClient guest(const QByteArray &words, const QByteArray &authorizations = {})
{
    const auto stations = classic::readStations(
        rows(R"({"mac":"02:00:5e:10:00:a1","is_guest":true,"latest_assoc_time":1772442000)" + words
            + '}'));
    const auto guests = classic::readGuests(rows(authorizations));
    return classic::connectedClient(stations->first(), *guests, now);
}

/// A row of the guest list, times in minutes from now.
QByteArray grant(int start, int end, const QByteArray &words = {})
{
    constexpr qint64 epoch = 1772443200;
    return R"({"mac":"02:00:5E:10:00:A1","start":)" + QByteArray::number(epoch + start * 60)
        + R"(,"end":)" + QByteArray::number(epoch + end * 60) + words + '}';
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
    void connectedClientsAreRead();
    void knownClientsAreRead();
    void u4StateFollowsTheControllersClock_data();
    void u4StateFollowsTheControllersClock();
    void theNewestLiveRowCounts();
    void absentClientsAreAsTheGuestListSays();
    void u15NumbersAndBooleansMayComeAsText();
    void u25TimesAreUnixSeconds();
    void authorizingIsReadFullAndThin();
    void devicesSystemAndDefaultAreRead();
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
    const auto upper = classic::readStations(rows(R"({"mac":"02:00:5E:10:00:A1"})"));
    QVERIFY(upper.has_value());
    QCOMPARE(upper->first().client.key.mac, mac("a1"));
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
    const QString first = csrf.reveal();
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

void TestUnifiClassicWire::connectedClientsAreRead()
{
    const auto stations = classic::readStations(read(u"clients"_s).reply);
    const auto guests = classic::readGuests(read(u"guests"_s).reply);
    QVERIFY(stations && guests);
    QCOMPARE(stations->size(), 4);
    const WifiClient waiting = classic::connectedClient(stations->at(0), *guests, now);
    QCOMPARE(waiting.key.mac, mac("a1"));
    QCOMPARE(waiting.name, u"Tablet in 204"_s);
    QCOMPARE(waiting.hostName, u"tablet"_s);
    QCOMPARE(waiting.vendor, u"Example Devices"_s);
    QCOMPARE(waiting.ip, u"10.20.0.31"_s);
    QCOMPARE(waiting.ssid, u"Guest"_s);
    QCOMPARE(waiting.accessPoint, u"00:00:5e:30:00:f1"_s);
    QCOMPARE(waiting.attachment.accessPoint, MacAddress::parse(u"00:00:5e:30:00:f1"_s));
    QCOMPARE(waiting.wireless, true);
    QCOMPARE(waiting.blocked, false);
    QCOMPARE(waiting.signalDbm, -58);
    QCOMPARE(waiting.connectedAt, time(9, 14, 7));
    QCOMPARE(waiting.state, ClientState::Waiting); // an old row of the guest list proves nothing
    QVERIFY(!waiting.authorization);

    const WifiClient wired = classic::connectedClient(stations->at(1), *guests, now);
    QCOMPARE(wired.state, ClientState::NotGuest);
    QCOMPARE(wired.wireless, false);
    QCOMPARE(wired.accessPoint, u"00:00:5e:30:00:f2"_s);
    QVERIFY(!wired.attachment.accessPoint);

    const WifiClient authorized = classic::connectedClient(stations->at(2), *guests, now);
    QCOMPARE(authorized.state, ClientState::Authorized);
    QCOMPARE(authorized.authorization,
        (Authorization{time(9, 0, 0, 2), time(9, 0, 0, 3), 1000, 83886080, 8000, 2000,
            AuthorizationMethod::Voucher, u"65f0d00a1b2c3d4e5f600042"_s}));

    const WifiClient sparse = classic::connectedClient(stations->at(3), *guests, now);
    QCOMPARE(sparse.state, ClientState::Unknown);
}

void TestUnifiClassicWire::knownClientsAreRead()
{
    const auto known = classic::readStations(read(u"known-clients"_s).reply);
    QVERIFY(known.has_value());
    QCOMPARE(known->at(1).client.hostName, u"laptop"_s);
    QCOMPARE(known->at(1).client.blocked, false);
    QCOMPARE(known->at(2).client.blocked, true);
}

void TestUnifiClassicWire::u4StateFollowsTheControllersClock_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QByteArray>("grants");
    QTest::addColumn<ClientState>("state");
    const QByteArray yes = R"(,"authorized":true)";
    const QByteArray no = R"(,"authorized":false)";
    const QByteArray closed = R"(,"expired":true)";
    using enum ClientState;
    QTest::newRow("let in") << yes << grant(-10, 50) << Authorized;
    QTest::newRow("not let in") << no << QByteArray() << Waiting;
    QTest::newRow("not let in, once was") << no << grant(-9000, -8000) << Waiting;
    QTest::newRow("granted, not yet let in") << no << grant(0, 60) << Waiting;
    QTest::newRow("its time is over, the list lags") << yes << grant(-10, 0) << Expired;
    QTest::newRow("ended early") << yes << grant(-10, 50, closed) << Expired;
    QTest::newRow("no portal, an old row") << yes << grant(-9000, -8000) << Authorized;
    QTest::newRow("no portal, no row") << yes << QByteArray() << Authorized;
    QTest::newRow("not told, live") << QByteArray() << grant(-10, 50) << Authorized;
    QTest::newRow("not told, over") << QByteArray() << grant(-10, -5) << Expired;
    QTest::newRow("not told, an old row") << QByteArray() << grant(-9000, -8000) << Unknown;
    QTest::newRow("not told") << QByteArray() << QByteArray() << Unknown;
    QTest::newRow("a row without an end")
        << QByteArray() << QByteArray(R"({"mac":"02:00:5e:10:00:a1"})") << Unknown;
}

void TestUnifiClassicWire::u4StateFollowsTheControllersClock()
{
    QFETCH(QByteArray, row);
    QFETCH(QByteArray, grants);
    QFETCH(ClientState, state);
    QCOMPARE(guest(row, grants).state, state);
}

void TestUnifiClassicWire::theNewestLiveRowCounts()
{
    const QByteArray rows = grant(-300, 900, R"(,"_id":"older")") + ','
        + grant(-100, 20, R"(,"_id":"live")") + ',' + grant(-50, -10, R"(,"_id":"over")") + ','
        + grant(-20, 700, R"(,"_id":"closed","expired":true)");
    const WifiClient client = guest(R"(,"authorized":true)", rows);
    QCOMPARE(client.state, ClientState::Authorized);
    QCOMPARE(client.authorization->recordId, u"live"_s);
    const WifiClient other = guest(R"(,"authorized":true,"is_guest":false)", rows);
    QVERIFY(other.state == ClientState::NotGuest);
    QVERIFY(!other.authorization);
}

void TestUnifiClassicWire::absentClientsAreAsTheGuestListSays()
{
    const auto guests = classic::readGuests(read(u"guests"_s).reply);
    const auto known = classic::readStations(read(u"known-clients"_s).reply);
    QVERIFY(guests && known);
    const auto left = classic::absentClient(mac("a6"), known->at(1), *guests, now);
    QCOMPARE(left->state, ClientState::Authorized);
    QCOMPARE(left->hostName, u"laptop"_s);
    QCOMPARE(left->authorization->until, time(7, 20, 0, 3));
    QVERIFY(!left->authorization->usedBytes);
    const auto unknown = classic::absentClient(mac("a6"), {}, *guests, now);
    QCOMPARE(unknown->state, ClientState::Authorized);
    const auto over = classic::absentClient(mac("a1"), {}, *guests, now);
    QCOMPARE(over->state, ClientState::Expired);
    const auto blocked = classic::absentClient(mac("a7"), known->at(2), *guests, now);
    QCOMPARE(blocked->state, ClientState::Waiting);
    QCOMPARE(blocked->blocked, true);
    QVERIFY(!classic::absentClient(mac("ee"), {}, *guests, now));
}

void TestUnifiClassicWire::u15NumbersAndBooleansMayComeAsText()
{
    const auto stations
        = classic::readStations(rows(R"({"mac":"02:00:5e:10:00:a1","is_guest":"true",
        "authorized":"true","is_wired":"false","signal":"-61","uptime":"60","last_seen":"1772443200",
        "blocked":"true","name":null,"hostname":7,"radio":"future"})"));
    const auto guests = classic::readGuests(rows(R"({"mac":"02:00:5e:10:00:a1","start":"1772442000",
        "end":"1772528400","expired":"false","bytes":"1024","qos_rate_max_down":"8000",
        "qos_rate_max_up":-1,"qos_usage_quota":"0","authorized_by":"someone new"})"));
    QVERIFY(stations && guests);
    const WifiClient client = classic::connectedClient(stations->first(), *guests, now);
    QCOMPARE(client.state, ClientState::Authorized);
    QCOMPARE(client.signalDbm, -61);
    QCOMPARE(client.connectedAt, time(9, 19));
    QCOMPARE(client.blocked, true);
    QVERIFY(client.name.isEmpty() && client.hostName.isEmpty());
    QCOMPARE(client.authorization->usedBytes, 1024);
    QCOMPARE(client.authorization->downKbps, 8000);
    QVERIFY(!client.authorization->upKbps && !client.authorization->dataLimitMb);
    QCOMPARE(client.authorization->method, AuthorizationMethod::Other);
    QVERIFY(classic::readSystem(reply(200, R"({"meta":{"rc":"ok"},"data":{"version":"9.1"}})")));
}

void TestUnifiClassicWire::u25TimesAreUnixSeconds()
{
    const auto guests = classic::readGuests(
        rows(R"({"mac":"02:00:5e:10:00:a1","start":1772443200,"end":1772446800})"));
    const auto live = guests->live(mac("a1"), now);
    QCOMPARE(live->since, now);
    QCOMPARE(live->until, now.addSecs(3600));
    for (const char *wrong : {"-5", "0", "1772443200000000", "\"soon\"", "null"}) {
        const auto odd = classic::readGuests(
            rows(R"({"mac":"02:00:5e:10:00:a1","end":)" + QByteArray(wrong) + '}'));
        QVERIFY(odd.has_value());
        QVERIFY(!odd->newest(mac("a1"))->authorization.until);
    }
}

void TestUnifiClassicWire::authorizingIsReadFullAndThin()
{
    const auto full = classic::readAuthorized(read(u"authorize-all-limits"_s).reply);
    QVERIFY(full && full->granted);
    QCOMPARE(full->granted->since, now);
    QCOMPARE(full->granted->until, now.addSecs(7200));
    QCOMPARE(full->granted->dataLimitMb, 500);
    QCOMPARE(full->granted->downKbps, 4000);
    QCOMPARE(full->granted->upKbps, 1000);
    const auto thin = classic::readAuthorized(read(u"authorize-thin-reply"_s).reply);
    QVERIFY(thin && thin->granted);
    QVERIFY(!thin->granted->until);
    QVERIFY(classic::readDone(read(u"unauthorize"_s).reply));
    QVERIFY(classic::readDone(read(u"unauthorize-not-authorized"_s).reply));
    QVERIFY(classic::readDone(read(u"block"_s).reply));
}

void TestUnifiClassicWire::devicesSystemAndDefaultAreRead()
{
    const auto names = classic::readDeviceNames(read(u"devices"_s).reply);
    QVERIFY(names.has_value());
    QCOMPARE(names->value(u"00:00:5e:30:00:f1"_s), u"Lobby east"_s);
    const auto identity = classic::readSystem(read(u"sysinfo"_s).reply);
    QCOMPARE(identity->product, u"UniFi Network"_s);
    QCOMPARE(identity->version, u"10.0.162"_s);
    QCOMPARE(classic::readSystem(read(u"sysinfo-self-hosted"_s).reply)->version, u"8.6.9"_s);
    QCOMPARE(*classic::readDefaultMinutes(read(u"guest-access-setting"_s).reply), 480);
    const auto custom = [](const QByteArray &words) {
        return classic::readDefaultMinutes(rows('{' + words + '}'));
    };
    QCOMPARE(*custom(R"("expire":"custom","expire_number":3,"expire_unit":1440)"), 4320);
    QCOMPARE(*custom(R"("expire":"custom","expire_number":"999999","expire_unit":1440)"), 1000000);
    for (const char *words : {"", R"("expire":"custom")", R"("expire":0)", R"("expire":-1)",
             R"("expire":"2000000")", R"("expire_number":9999999999,"expire_unit":9999999999)"})
        QVERIFY(!custom(words));
    QVERIFY(!classic::readDefaultMinutes(rows({})));
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
    QVERIFY(isNamed(classic::readStations(answer)));
    QVERIFY(isNamed(classic::readGuests(answer)));
    QVERIFY(isNamed(classic::readDeviceNames(answer)));
    QVERIFY(isNamed(classic::readSystem(answer)));
    QVERIFY(isNamed(classic::readDefaultMinutes(answer)));
}

QTEST_GUILESS_MAIN(TestUnifiClassicWire)
#include "tst_unifi_classic_wire.moc"
