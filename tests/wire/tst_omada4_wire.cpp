#include "wire/omada4/requests.h"
#include "wire/omada_hotspot/replies.h"
#include "wire/omadainfo.h"
#include "wire/transcript.h"

#include <QTest>

using namespace Qt::StringLiterals;
namespace hotspot = wire::omada_hotspot;
namespace omada4 = wire::omada4;
using Kind = Failure::Kind;

namespace {

const QString site = u"Default"_s;
const QString liveRecord = u"65f0d00a1b2c3d4e5f600001"_s;
constexpr MacAddress waitingGuest{0x02005e1000a1};

hotspot::Requests requests()
{
    return hotspot::Requests(omada4::dialect(Secret(u"example-csrf-token-0001"_s)));
}

hotspot::PortalGrant grant()
{
    hotspot::PortalGrant grant;
    grant.client = waitingGuest;
    grant.site = u"Annex"_s;
    grant.limits.minutes = 240;
    return grant;
}

HttpRequest wireless()
{
    hotspot::PortalGrant guest = grant();
    guest.accessPoint = MacAddress(0x00005e3000f1);
    guest.ssid = u"Annex Guest"_s;
    guest.radio = 1;
    return requests().authorize(hotspot::portalFields(guest));
}

HttpRequest wired()
{
    hotspot::PortalGrant guest = grant();
    guest.gateway = MacAddress(0x00005e3000f3);
    guest.vlan = 30;
    return requests().authorize(hotspot::portalFields(guest));
}

Transcript read(const QString &name)
{
    return transcript(u"omada4/"_s + name);
}

} // namespace

class TestOmada4Wire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestsAreThoseOfTheTranscripts_data();
    void requestsAreThoseOfTheTranscripts();
    void theTokenStandsInTheQueryOfEveryCallButTheSignIn();
    void onlyTheDurationCanBeLimited();
    void repliesAreRead();
    void everyErrorHasItsKind_data();
    void everyErrorHasItsKind();
    void everyRefusedSignInIsNamed_data();
    void everyRefusedSignInIsNamed();
};

void TestOmada4Wire::requestsAreThoseOfTheTranscripts_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<HttpRequest>("request");
    const hotspot::Requests ours = requests();
    QTest::newRow("info") << u"api-info"_s << wire::omadaInfoRequest();
    QTest::newRow("sign in") << u"login"_s
                             << hotspot::signIn(omada4::base(), u"example-operator"_s,
                                    Secret(u"example-password"_s));
    QTest::newRow("operator") << u"current"_s << ours.current();
    QTest::newRow("wireless") << u"auth-wireless"_s << wireless();
    QTest::newRow("wired") << u"auth-gateway"_s << wired();
    QTest::newRow("records") << u"records"_s << ours.records(site, 1);
    QTest::newRow("records of one") << u"records-by-mac"_s << ours.records(site, 1, waitingGuest);
    QTest::newRow("extend") << u"extend"_s << ours.extend(site, liveRecord, 120);
    QTest::newRow("end") << u"disconnect"_s << ours.end(site, liveRecord);
}

void TestOmada4Wire::requestsAreThoseOfTheTranscripts()
{
    QFETCH(QString, name);
    QFETCH(HttpRequest, request);
    QCOMPARE(difference(request, read(name)), QString());
}

void TestOmada4Wire::theTokenStandsInTheQueryOfEveryCallButTheSignIn()
{
    const hotspot::Requests odd(omada4::dialect(Secret(u"a&b=c+d%"_s)));
    for (const HttpRequest &request : {odd.current(), odd.records(site, 1),
             odd.end(site, liveRecord), odd.extend(site, liveRecord, 2)}) {
        const QString query = request.query.toString(QUrl::FullyEncoded);
        QVERIFY2(query.contains(u"token=a%26b%3Dc"_s), qPrintable(query));
        QCOMPARE(request.query.queryItemValue(u"token"_s, QUrl::FullyDecoded), u"a&b=c+d%"_s);
    }
    const HttpRequest signIn = hotspot::signIn(omada4::base(), u"a"_s, Secret(u"b"_s));
    QVERIFY(signIn.query.isEmpty());
    QVERIFY(signIn.isAction); // a wrong one counts
}

void TestOmada4Wire::onlyTheDurationCanBeLimited()
{
    const LimitRules rules = omada4::limitRules();
    QVERIFY(rules.minutes.has_value());
    QVERIFY(!rules.dataMb && !rules.downKbps && !rules.upKbps);
}

void TestOmada4Wire::repliesAreRead()
{
    const auto info = wire::readOmadaInfo(read(u"api-info"_s).reply);
    QVERIFY(info.has_value());
    QCOMPARE(info->version, u"4.4.6"_s);
    QCOMPARE(hotspot::readToken(read(u"login"_s).reply)->reveal(), u"example-csrf-token-0001"_s);
    QCOMPARE(hotspot::readSites(read(u"current"_s).reply)->first(), (Site{site, u"Annex"_s, site}));
    QCOMPARE(hotspot::readRecords(read(u"records"_s).reply, 1)->rows.size(), 4);
    for (const QString &name : {u"auth-wireless"_s, u"auth-code-as-text"_s, u"extend"_s})
        QVERIFY(hotspot::readDone(read(name).reply).has_value());
    QVERIFY(hotspot::readEnded(read(u"error-disconnect-unknown"_s).reply).has_value());
}

void TestOmada4Wire::everyErrorHasItsKind_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("no info") << u"api-info-missing"_s << Kind::NotFound;
    QTest::newRow("-1") << u"error-auth-field-missing"_s << Kind::Refused;
    QTest::newRow("-41501") << u"error-auth-not-waiting"_s << Kind::NotWaiting;
    QTest::newRow("-1200") << u"error-not-signed-in"_s << Kind::SessionExpired;
    QTest::newRow("no records") << u"error-records-unsupported"_s << Kind::NotSupported;
    QTest::newRow("name for key") << u"error-records-wrong-site"_s << Kind::NotPermitted;
    QTest::newRow("302") << u"error-session-302"_s << Kind::SessionExpired;
    QTest::newRow("page") << u"error-session-html"_s << Kind::SessionExpired;
}

void TestOmada4Wire::everyErrorHasItsKind()
{
    QFETCH(QString, name);
    QFETCH(Kind, kind);
    QCOMPARE(hotspot::readRecords(read(name).reply, 1).error().kind, kind);
    QCOMPARE(hotspot::readDone(read(name).reply).error().kind, kind);
}

void TestOmada4Wire::everyRefusedSignInIsNamed_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("name") << u"unknown-name"_s << Kind::SignInRefused;
    QTest::newRow("attempts") << u"attempts-left"_s << Kind::SignInRefused;
    QTest::newRow("no site") << u"no-site"_s << Kind::NotPermitted;
    QTest::newRow("locked") << u"locked"_s << Kind::LockedOut;
}

void TestOmada4Wire::everyRefusedSignInIsNamed()
{
    QFETCH(QString, name);
    QFETCH(Kind, kind);
    const auto token = hotspot::readToken(read(u"error-login-"_s + name).reply);
    QVERIFY(!token);
    QCOMPARE(token.error().kind, kind);
    QVERIFY(!token.error().said.isEmpty());
}

QTEST_GUILESS_MAIN(TestOmada4Wire)
#include "tst_omada4_wire.moc"
