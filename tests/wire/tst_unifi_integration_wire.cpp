#include "wire/transcript.h"
#include "wire/unifi_integration/failures.h"
#include "wire/unifi_integration/filters.h"
#include "wire/unifi_integration/replies.h"
#include "wire/unifi_integration/requests.h"

#include <QTest>

using namespace Qt::StringLiterals;
namespace unifi = wire::unifi_integration;
using Kind = Failure::Kind;

namespace {

const QString site = u"88f7af54-98f8-306a-a1c7-c9349722b1f6"_s;

QString clientId(const QString &end)
{
    return u"5f0c2d1e-0000-3000-8000-0000000000"_s + end;
}

unifi::Requests requests(const QString &key = u"example-key-0001"_s)
{
    return {QUrl(u"https://unifi.example"_s), Secret(key)};
}

Transcript read(const QString &name)
{
    return transcript(u"unifi-integration/"_s + name);
}

QDateTime time(int hour, int minute, int second = 0, int day = 2)
{
    return {QDate(2026, 3, day), QTime(hour, minute, second), Qt::UTC};
}

HttpReply reply(int status, const QByteArray &body)
{
    HttpReply reply;
    reply.status = status;
    reply.body = body;
    return reply;
}

} // namespace

class TestUnifiIntegrationWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestsAreThoseOfTheTranscripts_data();
    void requestsAreThoseOfTheTranscripts();
    void actionsAreMarkedAsSuch();
    void theApiLiesWhereTheDeploymentPutsIt_data();
    void theApiLiesWhereTheDeploymentPutsIt();
    void filtersQuoteWhatTheyAreGiven();
    void pastedKeysAreTrimmed();
    void infoIsRead();
    void sitesAreRead();
    void aPageOfClientsIsRead();
    void sparseGuestsAreUnknownNotWaiting();
    void aClientIsReadWithItsAuthorization();
    void actionsTellWhatWasGrantedAndRevoked();
    void devicesAreRead();
    void everyErrorHasItsKind_data();
    void everyErrorHasItsKind();
    void everyBadReplyIsNamed_data();
    void everyBadReplyIsNamed();
    void statesAreNeverGuessed_data();
    void statesAreNeverGuessed();
};

void TestUnifiIntegrationWire::requestsAreThoseOfTheTranscripts_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<HttpRequest>("request");
    const unifi::Requests ours = requests();
    QTest::newRow("info") << u"info"_s << ours.info();
    QTest::newRow("sites") << u"sites-page"_s << ours.sites(0);
    QTest::newRow("guests") << u"clients-guests"_s << ours.clients(site, 0, unifi::guests());
    QTest::newRow("by MAC") << u"clients-by-mac"_s
                            << ours.clients(
                                   site, 0, unifi::device(*MacAddress::parse(u"02005E1000A1")));
    QTest::newRow("client") << u"client-waiting"_s << ours.client(site, clientId(u"a1"_s));
    QTest::newRow("devices") << u"devices-page"_s << ours.devices(site, 0);
    QTest::newRow("authorize, all limits")
        << u"authorize-all-limits"_s
        << ours.authorize(site, clientId(u"a1"_s), {120, 500, 4000, 1000});
    QTest::newRow("authorize, none")
        << u"authorize-no-limits"_s << ours.authorize(site, clientId(u"a1"_s), {});
    QTest::newRow("authorize again")
        << u"authorize-again"_s << ours.authorize(site, clientId(u"a4"_s), {120, 500, 4000, 1000});
    QTest::newRow("unauthorize") << u"unauthorize"_s << ours.unauthorize(site, clientId(u"a4"_s));
}

void TestUnifiIntegrationWire::requestsAreThoseOfTheTranscripts()
{
    QFETCH(QString, name);
    QFETCH(HttpRequest, request);
    QCOMPARE(difference(request, read(name)), QString());
}

void TestUnifiIntegrationWire::actionsAreMarkedAsSuch()
{
    QVERIFY(requests().authorize(site, u"x"_s, {}).isAction);
    QVERIFY(requests().unauthorize(site, u"x"_s).isAction);
    QVERIFY(!requests().info().isAction);
    QCOMPARE(requests().client(u"a/b"_s, u"c?d"_s).path,
        u"/proxy/network/integration/v1/sites/a%2Fb/clients/c%3Fd"_s);
    for (const HttpHeader &header : requests().info().headers)
        QCOMPARE(header.secret, header.name == "X-API-KEY");
}

void TestUnifiIntegrationWire::theApiLiesWhereTheDeploymentPutsIt_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("path");
    const QString console = u"/proxy/network/integration/v1"_s;
    QTest::newRow("console") << u"https://192.0.2.1"_s << console;
    QTest::newRow("OS Server") << u"https://unifi.example:11443"_s << console;
    QTest::newRow("self-hosted") << u"https://unifi.example:8443"_s << u"/integration/v1"_s;
    QTest::newRow("connector") << u"https://api.ui.com/v1/connector/consoles/70A7:123"_s << console;
    QTest::newRow("named to the network")
        << u"https://unifi.example/proxy/network"_s << u"/integration/v1"_s;
    QTest::newRow("named whole") << u"https://unifi.example:8444/integration/v1"_s << QString();
}

void TestUnifiIntegrationWire::theApiLiesWhereTheDeploymentPutsIt()
{
    QFETCH(QString, url);
    QFETCH(QString, path);
    QCOMPARE(unifi::apiPath(QUrl(url)), path);
}

void TestUnifiIntegrationWire::filtersQuoteWhatTheyAreGiven()
{
    QCOMPARE(unifi::quoted(u"O'Neill"_s), u"'O''Neill'"_s);
    QCOMPARE(unifi::waitingGuests(), u"and(access.type.eq('GUEST'),access.authorized.eq(false))"_s);
}

void TestUnifiIntegrationWire::pastedKeysAreTrimmed()
{
    QCOMPARE(requests(u"  key\r\n"_s).info().headers.first().value, QByteArray("key"));
    QVERIFY(!requests(u" \n"_s).hasKey());
}

void TestUnifiIntegrationWire::infoIsRead()
{
    const Result<ControllerIdentity> identity = unifi::readInfo(read(u"info"_s).reply);
    QVERIFY(identity.has_value());
    QCOMPARE(identity->product, u"UniFi Network"_s);
    QCOMPARE(identity->version, u"10.0.162"_s);
}

void TestUnifiIntegrationWire::sitesAreRead()
{
    const Result<wire::Page<Site>> sites = unifi::readSites(read(u"sites-page"_s).reply);
    QVERIFY(sites.has_value());
    QCOMPARE(sites->rows.first().id, site);
    QCOMPARE(sites->rows.first().name, u"Default"_s);
    QCOMPARE(sites->rows.first().reference, u"default"_s);
    QCOMPARE(sites->count, sites->rows.size());
}

void TestUnifiIntegrationWire::aPageOfClientsIsRead()
{
    const Result<wire::Page<WifiClient>> page = unifi::readClients(read(u"clients-page"_s).reply);
    QVERIFY2(page.has_value(), page ? "" : qPrintable(page.error().detail));
    QCOMPARE(page->offset, 0);
    QCOMPARE(page->limit, 200);
    QCOMPARE(page->count, 5);
    QCOMPARE(page->total, 5);
    QCOMPARE(page->rows.size(), 4); // the VPN row has no MAC
    const WifiClient &guest = page->rows.first();
    QCOMPARE(guest.key.mac.toString(), u"02:00:5e:10:00:a1"_s);
    QCOMPARE(guest.vendorId, clientId(u"a1"_s));
    QCOMPARE(guest.name, u"Tablet in 204"_s);
    QCOMPARE(guest.ip, u"10.20.0.31"_s);
    QCOMPARE(guest.accessPoint, clientId(u"f1"_s));
    QCOMPARE(guest.connectedAt, time(9, 14, 7));
    QCOMPARE(guest.wireless, true);
    QCOMPARE(guest.state, ClientState::Waiting);
    QVERIFY(!guest.authorization);
    QVERIFY(guest.ssid.isEmpty() && !guest.signalDbm);
    QCOMPARE(page->rows.at(1).state, ClientState::NotGuest);
    QCOMPARE(page->rows.at(1).wireless, false);
}

void TestUnifiIntegrationWire::sparseGuestsAreUnknownNotWaiting()
{
    const auto page = unifi::readClients(read(u"clients-second-page"_s).reply);
    QVERIFY(page.has_value());
    const WifiClient &guest = page->rows.first();
    QCOMPARE(guest.state, ClientState::Unknown);
    QVERIFY(guest.name.isEmpty() && guest.ip.isEmpty() && guest.accessPoint.isEmpty());
    QVERIFY(!guest.connectedAt);
}

void TestUnifiIntegrationWire::aClientIsReadWithItsAuthorization()
{
    const Result<WifiClient> client = unifi::readClient(read(u"client-authorized"_s).reply);
    QVERIFY(client.has_value());
    QCOMPARE(client->state, ClientState::Authorized);
    QVERIFY(client->authorization);
    const Authorization &authorization = *client->authorization;
    QCOMPARE(authorization.since, time(9, 0));
    QCOMPARE(authorization.until, time(9, 0, 0, 3));
    QCOMPARE(authorization.dataLimitMb, 1000);
    QCOMPARE(authorization.downKbps, 8000);
    QCOMPARE(authorization.upKbps, 2000);
    QCOMPARE(authorization.usedBytes, 83886080);
    QCOMPARE(authorization.method, AuthorizationMethod::Voucher);

    const Result<WifiClient> waiting = unifi::readClient(read(u"client-waiting"_s).reply);
    QVERIFY(waiting.has_value());
    QCOMPARE(waiting->state, ClientState::Waiting);
    QVERIFY(!waiting->authorization);
}

void TestUnifiIntegrationWire::actionsTellWhatWasGrantedAndRevoked()
{
    const auto again = unifi::readAction(read(u"authorize-again"_s).reply);
    QVERIFY(again && again->granted && again->revoked);
    QCOMPARE(again->granted->until, time(11, 20));
    QCOMPARE(again->granted->method, AuthorizationMethod::Api);
    QCOMPARE(again->granted->downKbps, 4000);
    QCOMPARE(again->granted->upKbps, 1000);
    QCOMPARE(again->revoked->method, AuthorizationMethod::Voucher);

    const auto none = unifi::readAction(read(u"unauthorize-not-authorized"_s).reply);
    QVERIFY(none && !none->granted && !none->revoked);
}

void TestUnifiIntegrationWire::devicesAreRead()
{
    const auto devices = unifi::readDevices(read(u"devices-page"_s).reply);
    QVERIFY(devices.has_value());
    QCOMPARE(devices->rows.first().name, u"Lobby east"_s);
    QCOMPARE(devices->rows.first().id, clientId(u"f1"_s));
}

void TestUnifiIntegrationWire::everyErrorHasItsKind_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("said");
    QTest::newRow("gone") << u"error-client-gone"_s << Kind::NotFound
                          << u"Client '%1' not found"_s.arg(clientId(u"ee"_s));
    QTest::newRow("gone, action") << u"error-authorize-gone"_s << Kind::NotFound
                                  << u"Client '%1' not found"_s.arg(clientId(u"ee"_s));
    QTest::newRow("not guest") << u"error-not-guest"_s << Kind::NotGuest
                               << u"Client is not a guest"_s;
    QTest::newRow("nested") << u"error-nested-bad-key"_s << Kind::SignInRefused
                            << u"Unauthorized"_s;
    QTest::newRow("read-only") << u"error-read-only-key"_s << Kind::NotPermitted << u"Forbidden"_s;
    QTest::newRow("connector 401")
        << u"error-connector-unauthorized"_s << Kind::SignInRefused << u"unauthorized"_s;
    QTest::newRow("connector 403")
        << u"error-connector-forbidden"_s << Kind::NotPermitted << u"forbidden"_s;
    QTest::newRow("connector 429") << u"error-connector-rate-limit"_s << Kind::RateLimited
                                   << u"rate limit exceeded, retry after 5.3s"_s;
    QTest::newRow("empty 503") << u"error-empty-503"_s << Kind::Busy << QString();
    QTest::newRow("html 502") << u"error-html-502"_s << Kind::Busy << QString();
    QTest::newRow("login page") << u"error-login-page"_s << Kind::UnreadableReply << QString();
    QTest::newRow("site is no UUID")
        << u"error-flat"_s << Kind::NotFound << u"'default' is not a valid 'siteId' value"_s;
    QTest::newRow("no code") << u"error-flat-without-code"_s << Kind::Refused
                             << u"'default' is not a valid 'siteId' value"_s;
    QTest::newRow("no endpoint") << u"error-no-endpoint"_s << Kind::NotSupported << u"*"_s;
    QTest::newRow("range") << u"error-out-of-range"_s << Kind::Refused << u"*"_s;
    QTest::newRow("property") << u"error-unknown-property"_s << Kind::Refused << u"*"_s;
    QTest::newRow("filter") << u"error-invalid-filter"_s << Kind::Refused << u"*"_s;
}

void TestUnifiIntegrationWire::everyErrorHasItsKind()
{
    QFETCH(QString, name);
    QFETCH(Kind, kind);
    QFETCH(QString, said);
    const HttpReply answer = read(name).reply;
    for (const Failure &failure : {unifi::readClients(answer).error(),
             unifi::readAction(answer).error(), unifi::readClient(answer).error()}) {
        QCOMPARE(failure.kind, kind);
        if (said != u"*"_s)
            QCOMPARE(failure.said, said);
        else
            QVERIFY(!failure.said.isEmpty());
    }
    if (kind == Kind::RateLimited)
        QCOMPARE(unifi::failureOf(answer)->retryAfter, std::chrono::seconds(6));
}

void TestUnifiIntegrationWire::everyBadReplyIsNamed_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("detail");
    const QByteArray head = R"({"offset":0,"limit":200,"count":1,"totalCount":1,"data":[)";
    const auto unreadable = [](const char *name, const QByteArray &body, const QString &detail) {
        QTest::newRow(name) << 200 << body << Kind::UnreadableReply << detail;
    };
    unreadable("html", "<html>", {});
    unreadable("empty", {}, {});
    unreadable("truncated", head + R"({"type":"WIRELESS","id":")", {});
    unreadable("no mac", head + R"({"type":"WIRELESS","id":"x","access":{"type":"GUEST"}}]})",
        u"data[0].macAddress is missing"_s);
    unreadable("null mac", head + R"({"type":"WIRELESS","id":"x","macAddress":null}]})",
        u"data[0].macAddress is missing"_s);
    unreadable("mac is a number", head + R"({"type":"WIRED","id":"x","macAddress":12}]})",
        u"data[0].macAddress is not a text"_s);
    unreadable("mac is nonsense", head + R"({"type":"WIRED","id":"x","macAddress":"zz"}]})",
        u"data[0].macAddress is not a MAC address"_s);
    unreadable("no id", head + R"({"type":"WIRED","macAddress":"02:00:5e:10:00:a1"}]})",
        u"data[0].id is missing"_s);
    unreadable("row is text", head + R"("x"]})", u"data[0] is not an object"_s);
    unreadable("row is null", head + R"(null]})", u"data[0] is not an object"_s);
    unreadable("data is null", R"({"offset":0,"limit":200,"count":0,"totalCount":0,"data":null})",
        u"data is missing"_s);
    unreadable("bare array", "[]", {});
    unreadable(
        "no total", R"({"offset":0,"limit":200,"count":0,"data":[]})", u"totalCount is missing"_s);
    unreadable("nested", QByteArray("[").repeated(5000), {});
    unreadable("large", QByteArray(50'000'000, 'x'), {});
    QTest::newRow("redirect") << 302 << QByteArray() << Kind::UnreadableReply << QString();
    QTest::newRow("500") << 500 << QByteArray("oops") << Kind::UnreadableReply << QString();
    QTest::newRow("504") << 504 << QByteArray("<html>") << Kind::Busy << QString();
    QTest::newRow("401 html") << 401 << QByteArray("<html>") << Kind::SignInRefused << QString();
    QTest::newRow("403 empty") << 403 << QByteArray() << Kind::NotPermitted << QString();
    QTest::newRow("404 html") << 404 << QByteArray("<html>") << Kind::NotFound << QString();
    QTest::newRow("code is a number")
        << 400 << QByteArray(R"({"code":12,"message":7})") << Kind::Refused << QString();
}

void TestUnifiIntegrationWire::everyBadReplyIsNamed()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(Kind, kind);
    QFETCH(QString, detail);
    const auto page = unifi::readClients(reply(status, body));
    QVERIFY(!page);
    QCOMPARE(page.error().kind, kind);
    if (!detail.isEmpty())
        QCOMPARE(page.error().detail, detail);
    QVERIFY(page.error().detail.size() < 500);
}

void TestUnifiIntegrationWire::statesAreNeverGuessed_data()
{
    QTest::addColumn<QByteArray>("access");
    QTest::addColumn<ClientState>("state");
    QTest::newRow("waiting") << QByteArray(R"({"type":"GUEST","authorized":false})")
                             << ClientState::Waiting;
    QTest::newRow("lower case") << QByteArray(R"({"type":"guest","authorized":"true"})")
                                << ClientState::Authorized;
    QTest::newRow("not said") << QByteArray(R"({"type":"GUEST"})") << ClientState::Unknown;
    QTest::newRow("unknown type") << QByteArray(R"({"type":"BLOCKED","authorized":false})")
                                  << ClientState::Unknown;
    QTest::newRow("no access") << QByteArray("null") << ClientState::Unknown;
    QTest::newRow("not a guest") << QByteArray(R"({"type":"DEFAULT"})") << ClientState::NotGuest;
    QTest::newRow("over") << QByteArray(
        R"({"type":"GUEST","authorized":false,"authorization":{"expiresAt":"2026-03-02T09:00:00Z"}})")
                          << ClientState::Expired;
}

void TestUnifiIntegrationWire::statesAreNeverGuessed()
{
    QFETCH(QByteArray, access);
    QFETCH(ClientState, state);
    const auto client = unifi::readClient(reply(200,
        R"({"type":"wireless","id":"x","name":"02-00-5E-10-00-A1","macAddress":"02:00:5E:10:00:A1","access":)"
            + access + "}"));
    QVERIFY(client.has_value());
    QCOMPARE(client->state, state);
    QCOMPARE(client->wireless, true);
    QVERIFY(client->name.isEmpty()); // it only repeats the address
}

QTEST_GUILESS_MAIN(TestUnifiIntegrationWire)
#include "tst_unifi_integration_wire.moc"
