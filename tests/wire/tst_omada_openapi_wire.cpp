#include "wire/omada_openapi/failures.h"
#include "wire/omada_openapi/replies.h"
#include "wire/omada_openapi/requests.h"
#include "wire/transcript.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
namespace openapi = wire::omada_openapi;
using Kind = Failure::Kind;

namespace {

const QString controller = u"0f1e2d3c4b5a69788796a5b4c3d2e1f0"_s;
const QString site = u"65f0c2d1e4b0a1b2c3d4e5f6"_s;
const QString record = u"65f0d00a1b2c3d4e5f600001"_s;
constexpr MacAddress waitingGuest{0x02005e1000a1};
constexpr MacAddress letInGuest{0x02005e1000a4};

openapi::Requests requests()
{
    return {controller, Secret(u"AT-example0000000000000000000001"_s)};
}

Transcript read(const QString &name)
{
    return transcript(u"omada-openapi/"_s + name);
}

HttpReply reply(int status, const QByteArray &body)
{
    HttpReply reply;
    reply.status = status;
    reply.body = body;
    return reply;
}

wire::AuthedRecord recordOf(MacAddress mac, bool valid, int startHour, int endHour)
{
    wire::AuthedRecord result;
    result.mac = mac;
    result.valid = valid;
    result.authorization.recordId = QString::number(startHour);
    result.authorization.since = QDateTime(QDate(2026, 3, 2), QTime(startHour, 0), Qt::UTC);
    result.authorization.until = QDateTime(QDate(2026, 3, 2), QTime(endHour, 0), Qt::UTC);
    return result;
}

} // namespace

class TestOmadaOpenApiWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestsAreThoseOfTheTranscripts_data();
    void requestsAreThoseOfTheTranscripts();
    void onlyWhatChangesTheControllerIsAnAction();
    void ratesAreSentInTheUnitThatHoldsThem_data();
    void ratesAreSentInTheUnitThatHoldsThem();
    void theListVersionFollowsTheController();
    void signInRepliesAreRead();
    void sitesAreRead();
    void clientsAreRead();
    void recordsAreRead();
    void onlyALiveRecordCounts();
    void everyErrorHasItsKind_data();
    void everyErrorHasItsKind();
    void everyBadReplyIsNamed_data();
    void everyBadReplyIsNamed();
    void unauthorizingWhatIsGoneIsDone();
    void statesAreNeverGuessed_data();
    void statesAreNeverGuessed();
};

void TestOmadaOpenApiWire::requestsAreThoseOfTheTranscripts_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<HttpRequest>("request");
    const openapi::Requests ours = requests();
    QTest::newRow("info") << u"api-info"_s << openapi::apiInfo();
    QTest::newRow("token") << u"token"_s
                           << openapi::token(controller, u"example-client-id"_s,
                                  Secret(u"example-client-secret"_s));
    QTest::newRow("sites") << u"sites"_s << ours.sites(1);
    QTest::newRow("clients v1") << u"clients-v1"_s
                                << ours.clients(openapi::ListVersion::V1, site, 1);
    QTest::newRow("clients v2") << u"clients-v2"_s
                                << ours.clients(openapi::ListVersion::V2, site, 1);
    QTest::newRow("client") << u"client"_s << ours.client(site, waitingGuest);
    QTest::newRow("records") << u"authed-records"_s << ours.authedRecords(site, 1, waitingGuest);
    QTest::newRow("auth") << u"auth"_s << ours.authorize(site, waitingGuest);
    QTest::newRow("unauth") << u"unauth"_s << ours.unauthorize(site, letInGuest);
    QTest::newRow("period") << u"period"_s << ours.extend(site, record, 120);
    QTest::newRow("end a record") << u"record-disconnect"_s << ours.endRecord(site, record);
    QTest::newRow("block") << u"block"_s << ours.block(site, waitingGuest);
    QTest::newRow("unblock") << u"error-unblock-not-blocked"_s << ours.unblock(site, waitingGuest);
    QTest::newRow("rate limit") << u"ratelimit"_s << ours.rateLimit(site, waitingGuest, 5000, 512);
    QTest::newRow("no rate limit")
        << u"ratelimit-clear"_s << ours.rateLimit(site, waitingGuest, {}, {});
}

void TestOmadaOpenApiWire::requestsAreThoseOfTheTranscripts()
{
    QFETCH(QString, name);
    QFETCH(HttpRequest, request);
    QCOMPARE(difference(request, read(name)), QString());
}

void TestOmadaOpenApiWire::onlyWhatChangesTheControllerIsAnAction()
{
    const openapi::Requests ours = requests();
    for (const HttpRequest &request : {ours.authorize(site, waitingGuest),
             ours.unauthorize(site, waitingGuest), ours.extend(site, record, 1),
             ours.rateLimit(site, waitingGuest, 1, 1), ours.endRecord(site, record),
             ours.block(site, waitingGuest), ours.unblock(site, waitingGuest)}) {
        QVERIFY(request.isAction);
        QVERIFY(!request.body.isEmpty());
    }
    for (const HttpRequest &request :
        {ours.sites(1), ours.clients(openapi::ListVersion::V2, site, 1),
            ours.authedRecords(site, 1), openapi::token(controller, u"id"_s, Secret())})
        QVERIFY(!request.isAction);
    QVERIFY(ours.client(u"a/b"_s, waitingGuest).path.contains(u"/sites/a%2Fb/clients/02-00-5E"_s));
}

void TestOmadaOpenApiWire::ratesAreSentInTheUnitThatHoldsThem_data()
{
    QTest::addColumn<int>("kbps");
    QTest::addColumn<int>("unit");
    QTest::addColumn<int>("limit");
    QTest::newRow("1") << 1 << 1 << 1;
    QTest::newRow("1024") << 1024 << 1 << 1024;
    QTest::newRow("1025 rounds up") << 1025 << 2 << 2;
    QTest::newRow("2000") << 2000 << 2 << 2;
    QTest::newRow("most") << 1'024'000 << 2 << 1024;
}

void TestOmadaOpenApiWire::ratesAreSentInTheUnitThatHoldsThem()
{
    QFETCH(int, kbps);
    QFETCH(int, unit);
    QFETCH(int, limit);
    const LimitRules rules = openapi::limitRules();
    QVERIFY(rules.downKbps->holds(kbps));
    const HttpRequest request = requests().rateLimit(site, waitingGuest, kbps, {});
    const QJsonObject custom = QJsonDocument::fromJson(request.body)[u"customRateLimit"].toObject();
    QCOMPARE(custom.value(u"downUnit").toInt(), unit);
    QCOMPARE(custom.value(u"downLimit").toInt(), limit);
    QCOMPARE(custom.value(u"downEnable").toBool(), true);
    QCOMPARE(custom.value(u"upEnable").toBool(), false);
    QVERIFY(!custom.contains(u"upLimit"));
    Limits asked;
    asked.downKbps = kbps;
    QCOMPARE(settable(asked, rules).downKbps, unit == 2 ? limit * 1000 : limit);
}

void TestOmadaOpenApiWire::theListVersionFollowsTheController()
{
    using openapi::ListVersion;
    QCOMPARE(openapi::preferredListVersion(u"5.15.24.19"_s), ListVersion::V1);
    QCOMPARE(openapi::preferredListVersion(u"6.1.9"_s), ListVersion::V1);
    QCOMPARE(openapi::preferredListVersion(u"6.2.0"_s), ListVersion::V2);
    QCOMPARE(openapi::preferredListVersion(u"10.0"_s), ListVersion::V2);
    QCOMPARE(openapi::preferredListVersion({}), ListVersion::V1);
}

void TestOmadaOpenApiWire::signInRepliesAreRead()
{
    const auto info = openapi::readApiInfo(read(u"api-info"_s).reply);
    QVERIFY(info.has_value());
    QCOMPARE(info->omadacId, controller);
    QCOMPARE(info->version, u"5.15.24.19"_s);
    const auto token = openapi::readToken(read(u"token"_s).reply);
    QVERIFY(token.has_value());
    QCOMPARE(token->accessToken.reveal(), u"AT-example0000000000000000000001"_s);
    QCOMPARE(token->lifetime, std::chrono::hours(2));
}

void TestOmadaOpenApiWire::sitesAreRead()
{
    const auto sites = openapi::readSites(read(u"sites"_s).reply, 1);
    QVERIFY(sites.has_value());
    QCOMPARE(sites->total, 2);
    QCOMPARE(sites->rows.first(), (Site{site, u"Annex"_s, site}));
}

void TestOmadaOpenApiWire::clientsAreRead()
{
    for (const QString &name : {u"clients-v1"_s, u"clients-v2"_s}) {
        const auto page = openapi::readClients(read(name).reply, 1);
        QVERIFY2(page.has_value(), page ? "" : qPrintable(page.error().detail));
        QCOMPARE(page->rows.size(), 3);
        const WifiClient &waiting = page->rows.at(0);
        QCOMPARE(waiting.key.mac, waitingGuest);
        QCOMPARE(waiting.state, ClientState::Waiting);
        QCOMPARE(waiting.hostName, u"Galaxy-S23"_s);
        QCOMPARE(waiting.ssid, u"Annex Guest"_s);
        QCOMPARE(waiting.accessPoint, u"Annex hall"_s);
        QCOMPARE(waiting.signalDbm, -58);
        QCOMPARE(waiting.ip, u"10.30.0.31"_s);
        QVERIFY(waiting.vendor.isEmpty()); // "Unknown" says nothing
        QVERIFY(!waiting.authorization);
        QCOMPARE(waiting.attachment, (Attachment{MacAddress(0x00005e3000f1), 1, {}, {}}));
        QCOMPARE(waiting.blocked, false);
        QCOMPARE(waiting.connectedAt,
            QDateTime::fromMSecsSinceEpoch(1772443200000, Qt::UTC).addSecs(-353));
        const WifiClient &letIn = page->rows.at(1);
        QCOMPARE(letIn.state, ClientState::Authorized);
        QCOMPARE(letIn.authorization->downKbps, 8000);
        QCOMPARE(letIn.authorization->upKbps, 2000);
        QCOMPARE(letIn.authorization->method, AuthorizationMethod::Voucher);
        const WifiClient &printer = page->rows.at(2);
        QCOMPARE(printer.state, ClientState::NotGuest);
        QCOMPARE(printer.wireless, false);
        QCOMPARE(printer.vendor, u"Brother"_s);
        QVERIFY(printer.name.isEmpty()); // it only repeats the address
        QVERIFY(!printer.signalDbm);
        QCOMPARE(printer.attachment, (Attachment{{}, {}, {}, 1}));
    }
    const auto client = openapi::readClient(read(u"client"_s).reply);
    QVERIFY(client.has_value());
    QCOMPARE(client->key.mac, waitingGuest);
}

void TestOmadaOpenApiWire::recordsAreRead()
{
    const auto page = openapi::readAuthedRecords(read(u"authed-records"_s).reply, 1);
    QVERIFY(page.has_value());
    const wire::AuthedRecord &newest = page->rows.first();
    QCOMPARE(newest.mac, waitingGuest);
    QCOMPARE(newest.ip, u"10.30.0.31"_s);
    QCOMPARE(newest.ssid, u"Annex Guest"_s);
    QVERIFY(newest.valid);
    QCOMPARE(newest.authorization.recordId, record);
    QCOMPARE(newest.authorization.since->toMSecsSinceEpoch(), 1772443200000);
    QCOMPARE(newest.authorization.until->toMSecsSinceEpoch(), 1772472000000);
    QCOMPARE(newest.authorization.method, AuthorizationMethod::Api);
    QVERIFY(!page->rows.at(1).valid);
    QCOMPARE(page->rows.at(1).authorization.usedBytes, 83886080);
}

void TestOmadaOpenApiWire::onlyALiveRecordCounts()
{
    const QDateTime now(QDate(2026, 3, 2), QTime(12, 0), Qt::UTC);
    const auto live = [&](const QList<wire::AuthedRecord> &records) {
        return openapi::liveAuthorizations(records, now).value(waitingGuest).recordId;
    };
    QCOMPARE(live({}), QString());
    QCOMPARE(live({recordOf(waitingGuest, true, 9, 11)}), QString()); // "valid" after its end
    QCOMPARE(live({recordOf(waitingGuest, false, 9, 15)}), QString());
    QCOMPARE(live({recordOf(letInGuest, true, 9, 15)}), QString());
    QCOMPARE(live({recordOf(waitingGuest, true, 9, 20), recordOf(waitingGuest, true, 10, 15),
                 recordOf(waitingGuest, false, 11, 15)}),
        u"10"_s);
}

void TestOmadaOpenApiWire::everyErrorHasItsKind_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("block, gone") << u"error-block-no-such-client"_s << Kind::NotFound;
    QTest::newRow("unblock, gone") << u"error-unblock-not-blocked"_s << Kind::NotFound;
    QTest::newRow("auth refused") << u"error-auth-failed"_s << Kind::Refused;
    QTest::newRow("auth, gone") << u"error-auth-no-such-client"_s << Kind::NotFound;
    QTest::newRow("secret") << u"error-client-secret"_s << Kind::SignInRefused;
    QTest::newRow("grant type") << u"error-grant-type-in-body"_s << Kind::SignInRefused;
    QTest::newRow("html") << u"error-html-login"_s << Kind::UnreadableReply;
    QTest::newRow("controller") << u"error-no-such-controller"_s << Kind::NotFound;
    QTest::newRow("role") << u"error-operation-forbidden"_s << Kind::NotPermitted;
    QTest::newRow("paging") << u"error-paging-required"_s << Kind::Refused;
    QTest::newRow("429") << u"error-rate-limit"_s << Kind::RateLimited;
    QTest::newRow("rate, gone") << u"error-ratelimit-no-such-client"_s << Kind::NotFound;
    QTest::newRow("busy") << u"error-site-busy"_s << Kind::Busy;
    QTest::newRow("expired") << u"error-token-expired"_s << Kind::SessionExpired;
    QTest::newRow("invalid") << u"error-token-invalid"_s << Kind::SessionExpired;
    QTest::newRow("path") << u"error-unsupported-path"_s << Kind::NotSupported;
    QTest::newRow("general") << u"clients-v1-general-error"_s << Kind::Refused;
}

void TestOmadaOpenApiWire::everyErrorHasItsKind()
{
    QFETCH(QString, name);
    QFETCH(Kind, kind);
    const HttpReply answer = read(name).reply;
    for (const Failure &failure : {openapi::readClients(answer, 1).error(),
             openapi::readDone(answer).error(), openapi::readToken(answer).error()}) {
        QCOMPARE(failure.kind, kind);
        QCOMPARE(failure.said.isEmpty(), kind == Kind::UnreadableReply);
    }
    QCOMPARE(openapi::refusesThisVersion(answer),
        name == u"error-unsupported-path"_s || name == u"clients-v1-general-error"_s);
}

void TestOmadaOpenApiWire::everyBadReplyIsNamed_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("detail");
    const auto unreadable = [](const char *name, const QByteArray &body, const QString &detail) {
        QTest::newRow(name) << 200 << body << Kind::UnreadableReply << detail;
    };
    unreadable("html", "<html>", {});
    unreadable("empty", {}, {});
    unreadable("no code", R"({"result":{"totalRows":0,"data":[]}})", {});
    unreadable("no result", R"({"errorCode":0})", u"result is missing"_s);
    unreadable("null result", R"({"errorCode":0,"result":null})", u"result is missing"_s);
    unreadable(
        "no total", R"({"errorCode":0,"result":{"data":[]}})", u"result.totalRows is missing"_s);
    unreadable(
        "no data", R"({"errorCode":0,"result":{"totalRows":1}})", u"result.data is missing"_s);
    unreadable("no mac", R"({"errorCode":0,"result":{"totalRows":1,"data":[{"name":"x"}]}})",
        u"result.data[0].mac is missing"_s);
    unreadable("truncated", R"({"errorCode":0,"result":{"totalRows":1,"data":[{"mac")", {});
    unreadable("nested", QByteArray("[").repeated(5000), {});
    unreadable("large", QByteArray(50'000'000, 'x'), {});
    QTest::newRow("code as text") << 200 << QByteArray(R"({"errorCode":"-44112","msg":"x"})")
                                  << Kind::SessionExpired << QString();
    QTest::newRow("0 with 500") << 500 << QByteArray(R"({"errorCode":0})") << Kind::UnreadableReply
                                << QString();
    QTest::newRow("302") << 302 << QByteArray() << Kind::UnreadableReply << QString();
    QTest::newRow("502") << 502 << QByteArray("<html>") << Kind::Busy << QString();
    QTest::newRow("429 html") << 429 << QByteArray("slow") << Kind::RateLimited << QString();
    QTest::newRow("404 html") << 404 << QByteArray("<html>") << Kind::NotFound << QString();
}

void TestOmadaOpenApiWire::everyBadReplyIsNamed()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(Kind, kind);
    QFETCH(QString, detail);
    const auto page = openapi::readClients(reply(status, body), 1);
    QVERIFY(!page);
    QCOMPARE(page.error().kind, kind);
    if (!detail.isEmpty())
        QCOMPARE(page.error().detail, detail);
    QVERIFY(page.error().detail.size() < 500);
}

void TestOmadaOpenApiWire::unauthorizingWhatIsGoneIsDone()
{
    QVERIFY(openapi::readUnauthorized(read(u"unauth"_s).reply).has_value());
    QVERIFY(openapi::readUnauthorized(read(u"error-unauth-no-such-client"_s).reply).has_value());
    QVERIFY(openapi::readUnauthorized(reply(200, R"({"errorCode":"-41019"})")).has_value());
    const auto moved = openapi::readUnauthorized(read(u"error-unsupported-path"_s).reply);
    QVERIFY(!moved);
    QCOMPARE(moved.error().kind, Kind::NotSupported);
    QCOMPARE(
        openapi::readUnauthorized(reply(200, R"({"errorCode":-41018})")).error().kind, Kind::Busy);
}

void TestOmadaOpenApiWire::statesAreNeverGuessed_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<ClientState>("state");
    QTest::newRow("no portal") << QByteArray("0") << ClientState::NotGuest;
    QTest::newRow("pending") << QByteArray("1") << ClientState::Waiting;
    QTest::newRow("authorized") << QByteArray("\"2\"") << ClientState::Authorized;
    QTest::newRow("free") << QByteArray("3") << ClientState::NotGuest;
    QTest::newRow("new") << QByteArray("9") << ClientState::Unknown;
    QTest::newRow("absent") << QByteArray("null") << ClientState::Unknown;
}

void TestOmadaOpenApiWire::statesAreNeverGuessed()
{
    QFETCH(QByteArray, status);
    QFETCH(ClientState, state);
    const auto client = openapi::readClient(reply(200,
        R"({"errorCode":0,"result":{"mac":"02-00-5E-10-00-A1","authStatus":)" + status + "}}"));
    QVERIFY(client.has_value());
    QCOMPARE(client->state, state);
}

QTEST_GUILESS_MAIN(TestOmadaOpenApiWire)
#include "tst_omada_openapi_wire.moc"
