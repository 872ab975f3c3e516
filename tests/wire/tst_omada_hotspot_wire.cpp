#include "wire/omada_hotspot/replies.h"
#include "wire/omadainfo.h"
#include "wire/transcript.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
namespace hotspot = wire::omada_hotspot;
using Kind = Failure::Kind;

namespace {

const QString controller = u"0f1e2d3c4b5a69788796a5b4c3d2e1f0"_s;
const QString site = u"65f0c2d1e4b0a1b2c3d4e5f6"_s;
const QString liveRecord = u"65f0d00a1b2c3d4e5f600001"_s;
constexpr MacAddress waitingGuest{0x02005e1000a1};

Transcript read(const QString &name)
{
    return transcript(u"omada5/"_s + name);
}

HttpReply reply(int status, const QByteArray &body)
{
    HttpReply reply;
    reply.status = status;
    reply.body = body;
    return reply;
}

} // namespace

class TestOmadaHotspotWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signInRepliesAreRead();
    void everyRefusedSignInHasItsKind_data();
    void everyRefusedSignInHasItsKind();
    void sitesAreRead();
    void recordsAreRead();
    void aRecordAfterItsEndIsNotLive();
    void everyErrorHasItsKind_data();
    void everyErrorHasItsKind();
    void everyBadReplyIsNamed_data();
    void everyBadReplyIsNamed();
    void endingWhatIsGoneIsDoneButAMovedPathIsNot();
};

void TestOmadaHotspotWire::signInRepliesAreRead()
{
    for (const auto &[name, version] :
        {std::pair(u"api-info"_s, u"5.15.24.19"_s), std::pair(u"api-info-5-4"_s, u"5.4.6"_s),
            std::pair(u"api-info-6-2-0"_s, u"6.2.0.17"_s),
            std::pair(u"api-info-6-2-14"_s, u"6.2.14.11"_s)}) {
        const auto info = wire::readOmadaInfo(read(name).reply);
        QVERIFY(info.has_value());
        QCOMPARE(info->omadacId, controller);
        QCOMPARE(info->version, version);
    }
    for (const QString &name : {u"login"_s, u"login-5-4"_s}) {
        const auto token = hotspot::readToken(read(name).reply);
        QVERIFY(token.has_value());
        QCOMPARE(token->reveal(), u"example-csrf-token-0001"_s);
    }
}

void TestOmadaHotspotWire::everyRefusedSignInHasItsKind_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("-30104") << u"unknown-name"_s << Kind::SignInRefused;
    QTest::newRow("-30109") << u"wrong-password"_s << Kind::SignInRefused;
    QTest::newRow("-30110") << u"no-site"_s << Kind::NotPermitted;
    QTest::newRow("-30119") << u"locked"_s << Kind::LockedOut;
    QTest::newRow("-30120") << u"invalid-name"_s << Kind::SignInRefused;
    QTest::newRow("-30125") << u"attempts-left"_s << Kind::SignInRefused;
    QTest::newRow("-30126") << u"locked-now"_s << Kind::LockedOut;
    QTest::newRow("-30137") << u"invalid-account"_s << Kind::SignInRefused;
}

void TestOmadaHotspotWire::everyRefusedSignInHasItsKind()
{
    QFETCH(QString, name);
    QFETCH(Kind, kind);
    const auto token = hotspot::readToken(read(u"error-login-"_s + name).reply);
    QVERIFY(!token);
    QCOMPARE(token.error().kind, kind);
    QVERIFY(!token.error().said.isEmpty()); // attempts left, or the wait that is left
    const bool waits = kind == Kind::LockedOut;
    QCOMPARE(
        token.error().retryAfter, waits ? std::optional<std::chrono::seconds>(2h) : std::nullopt);
}

void TestOmadaHotspotWire::sitesAreRead()
{
    const auto sites = hotspot::readSites(read(u"current"_s).reply);
    QVERIFY(sites.has_value());
    QCOMPARE(sites->size(), 2);
    QCOMPARE(sites->first(), (Site{site, u"Annex"_s, site}));
}

void TestOmadaHotspotWire::recordsAreRead()
{
    const auto page = hotspot::readRecords(read(u"records"_s).reply, 1);
    QVERIFY2(page.has_value(), page ? "" : qPrintable(page.error().detail));
    QCOMPARE(page->total, 4);
    QCOMPARE(page->rows.size(), 4);
    const wire::AuthedRecord &record = page->rows.at(1);
    QCOMPARE(record.mac, waitingGuest);
    QCOMPARE(record.name, u"Galaxy-S23"_s);
    QCOMPARE(record.ssid, u"Annex Guest"_s);
    QCOMPARE(record.authorization.recordId, liveRecord);
    QCOMPARE(record.authorization.since->toMSecsSinceEpoch(), 1772442600000);
    QCOMPARE(record.authorization.until->toMSecsSinceEpoch(), 1772457000000);
    QCOMPARE(record.authorization.usedBytes, 53477376);
    QCOMPARE(record.authorization.method, AuthorizationMethod::Portal);
    QVERIFY(hotspot::readRecords(read(u"records-none"_s).reply, 1)->rows.isEmpty());
}

void TestOmadaHotspotWire::aRecordAfterItsEndIsNotLive()
{
    const auto page = hotspot::readRecords(read(u"records-by-mac"_s).reply, 1);
    QVERIFY(page.has_value());
    const QDateTime now(QDate(2026, 3, 2), QTime(9, 20), Qt::UTC);
    QVERIFY(wire::isLive(page->rows.at(0), now));
    QVERIFY(page->rows.at(1).valid); // the controller says so for long after the end
    QVERIFY(!wire::isLive(page->rows.at(1), now));
    QVERIFY(!wire::isLive(page->rows.at(2), now));
    const auto live = wire::liveRecords(page->rows, now);
    QCOMPARE(live.size(), 1);
    QCOMPARE(live.value(waitingGuest).authorization.recordId, liveRecord);
    QVERIFY(!wire::isLive(page->rows.at(0), now.addSecs(4 * 3600)));
    wire::AuthedRecord permanent = page->rows.at(1);
    permanent.permanent = true;
    QVERIFY(wire::isLive(permanent, now));
}

void TestOmadaHotspotWire::everyErrorHasItsKind_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("not waiting") << u"error-auth-not-waiting"_s << Kind::NotWaiting;
    QTest::newRow("wrong access point") << u"error-auth-wrong-ap"_s << Kind::NotWaiting;
    QTest::newRow("wrong site") << u"error-auth-wrong-site"_s << Kind::NotWaiting;
    QTest::newRow("no address") << u"error-auth-no-ip-6-2-10"_s << Kind::NotWaiting;
    QTest::newRow("-41500") << u"error-auth-type-6-2-14"_s << Kind::Refused;
    QTest::newRow("-1") << u"error-auth-type-5-15"_s << Kind::Refused;
    QTest::newRow("-1, field") << u"error-auth-field-missing"_s << Kind::Refused;
    QTest::newRow("-1001") << u"error-extend-too-short"_s << Kind::Refused;
    QTest::newRow("-1005") << u"error-viewer"_s << Kind::NotPermitted;
    QTest::newRow("-1200") << u"error-not-signed-in"_s << Kind::SessionExpired;
    QTest::newRow("302") << u"error-session-302"_s << Kind::SessionExpired;
    QTest::newRow("page") << u"error-session-html"_s << Kind::SessionExpired;
    QTest::newRow("-1600") << u"error-unsupported-path"_s << Kind::NotSupported;
    QTest::newRow("404") << u"error-no-controller-id"_s << Kind::NotFound;
    QTest::newRow("502") << u"error-busy"_s << Kind::Busy;
}

void TestOmadaHotspotWire::everyErrorHasItsKind()
{
    QFETCH(QString, name);
    QFETCH(Kind, kind);
    const HttpReply answer = read(name).reply;
    QCOMPARE(hotspot::readDone(answer).error().kind, kind);
    QCOMPARE(hotspot::readRecords(answer, 1).error().kind, kind);
    QCOMPARE(hotspot::readSites(answer).error().kind, kind);
}

void TestOmadaHotspotWire::everyBadReplyIsNamed_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Kind>("kind");
    const auto unreadable = [](const char *name, const QByteArray &body) {
        QTest::newRow(name) << 200 << body << Kind::UnreadableReply;
    };
    unreadable("empty", {}); // no proof that an action did nothing
    unreadable("no code", R"({"result":{"totalRows":0,"data":[]}})");
    unreadable("no result", R"({"errorCode":0})");
    unreadable("no total", R"({"errorCode":0,"result":{"data":[]}})");
    unreadable("no data", R"({"errorCode":0,"result":{"totalRows":1}})");
    unreadable("no mac", R"({"errorCode":0,"result":{"totalRows":1,"data":[{"id":"x"}]}})");
    unreadable("no id",
        R"({"errorCode":0,"result":{"totalRows":1,"data":[{"mac":"02-00-5E-10-00-A1"}]}})");
    unreadable("odd rows", R"({"errorCode":0,"result":{"totalRows":1,"data":[null,[],7]}})");
    unreadable("truncated", R"({"errorCode":0,"result":{"totalRows":1,"data":[{"mac")");
    unreadable("nested", QByteArray("[").repeated(5000));
    QTest::newRow("text code") << 200 << QByteArray(R"({"errorCode":"-1200"})")
                               << Kind::SessionExpired;
    QTest::newRow("-1400") << 200 << QByteArray(R"({"errorCode":-1400})") << Kind::SessionExpired;
    QTest::newRow("page") << 200 << QByteArray("\r\n <!doctype html>") << Kind::SessionExpired;
    QTest::newRow("303") << 303 << QByteArray() << Kind::SessionExpired;
    QTest::newRow("401") << 401 << QByteArray() << Kind::SessionExpired;
    QTest::newRow("429") << 429 << QByteArray("<html>") << Kind::RateLimited;
    QTest::newRow("500 page") << 500 << QByteArray("<html>") << Kind::UnreadableReply;
    QTest::newRow("503 page") << 503 << QByteArray("<html>") << Kind::Busy;
    QTest::newRow("positive code") << 200 << QByteArray(R"({"errorCode":41501})") << Kind::Refused;
}

void TestOmadaHotspotWire::everyBadReplyIsNamed()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(Kind, kind);
    const auto page = hotspot::readRecords(reply(status, body), 1);
    QVERIFY(!page);
    QCOMPARE(page.error().kind, kind);
    QVERIFY(page.error().detail.size() < 500);
    QVERIFY(!hotspot::readToken(reply(status, body)));
    QVERIFY(!hotspot::readSites(reply(status, body)));
}

void TestOmadaHotspotWire::endingWhatIsGoneIsDoneButAMovedPathIsNot()
{
    QVERIFY(hotspot::readEnded(read(u"disconnect"_s).reply).has_value());
    QVERIFY(hotspot::readEnded(read(u"error-disconnect-unknown"_s).reply).has_value());
    QVERIFY(hotspot::readEnded(reply(200, R"({"errorCode":"-41019"})")).has_value());
    QCOMPARE(hotspot::readEnded(read(u"error-unsupported-path"_s).reply).error().kind,
        Kind::NotSupported);
    QCOMPARE(hotspot::readEnded(reply(200, R"({"errorCode":-41018})")).error().kind, Kind::Busy);
    QVERIFY(hotspot::readDone(read(u"auth-code-as-text"_s).reply).has_value());
    QVERIFY(!hotspot::readDone(read(u"error-disconnect-unknown"_s).reply));
}

QTEST_GUILESS_MAIN(TestOmadaHotspotWire)
#include "tst_omada_hotspot_wire.moc"
