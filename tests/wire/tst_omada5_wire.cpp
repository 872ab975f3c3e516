#include "wire/omada5/requests.h"
#include "wire/omadainfo.h"
#include "wire/transcript.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
namespace hotspot = wire::omada_hotspot;
namespace omada5 = wire::omada5;

namespace {

const QString controller = u"0f1e2d3c4b5a69788796a5b4c3d2e1f0"_s;
const QString site = u"65f0c2d1e4b0a1b2c3d4e5f6"_s;
const QString liveRecord = u"65f0d00a1b2c3d4e5f600001"_s;
const QVersionNumber before6210(5, 15, 24);
const QVersionNumber since6210(6, 2, 14);
constexpr MacAddress waitingGuest{0x02005e1000a1};
constexpr int fourHours = 240;

hotspot::Requests requests()
{
    return hotspot::Requests(omada5::dialect(controller, Secret(u"example-csrf-token-0001"_s)));
}

HttpRequest signIn(const QString &name, const QString &password)
{
    return hotspot::signIn(omada5::base(controller), name, Secret(password));
}

hotspot::PortalGrant wireless(const QString &siteWord)
{
    hotspot::PortalGrant grant;
    grant.client = waitingGuest;
    grant.site = siteWord;
    grant.accessPoint = MacAddress(0x00005e3000f1);
    grant.ssid = u"Annex Guest"_s;
    grant.radio = 1;
    grant.clientIp = u"10.30.0.31"_s;
    grant.limits.minutes = fourHours;
    return grant;
}

hotspot::PortalGrant wired(const QString &siteWord)
{
    hotspot::PortalGrant grant = wireless(siteWord);
    grant.accessPoint.reset();
    grant.gateway = MacAddress(0x00005e3000f3);
    grant.vlan = 30;
    return grant;
}

HttpRequest authorize(const hotspot::PortalGrant &grant, const QVersionNumber &version)
{
    return requests().authorize(omada5::portalFields(grant, version));
}

Transcript read(const QString &name)
{
    return transcript(u"omada5/"_s + name);
}

} // namespace

class TestOmada5Wire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestsAreThoseOfTheTranscripts_data();
    void requestsAreThoseOfTheTranscripts();
    void limitsAreThoseOfTheTranscript();
    void onlyWhatMayCountTwiceIsAnAction();
    void theTokenIsASecretHeader();
    void durationsGoOutInTheProfilesUnit_data();
    void durationsGoOutInTheProfilesUnit();
    void aVoucherIsNeverPassedToThePortal();
    void addressesAreUpperCaseWithHyphens();
    void whatCanBeLimitedFollowsTheVersion_data();
    void whatCanBeLimitedFollowsTheVersion();
};

void TestOmada5Wire::requestsAreThoseOfTheTranscripts_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<HttpRequest>("request");
    const hotspot::Requests ours = requests();
    QTest::newRow("info") << u"api-info"_s << wire::omadaInfoRequest();
    QTest::newRow("sign in") << u"login"_s << signIn(u"example-operator"_s, u"example-password"_s);
    QTest::newRow("sign in, before 5.11")
        << u"login-5-4"_s << signIn(u"example-operator"_s, u"example-password"_s);
    QTest::newRow("operator") << u"current"_s << ours.current();
    QTest::newRow("wireless") << u"auth-wireless"_s << authorize(wireless(u"Annex"_s), before6210);
    QTest::newRow("wired") << u"auth-gateway"_s << authorize(wired(u"Annex"_s), before6210);
    QTest::newRow("wireless, 6.2.10")
        << u"auth-wireless-6-2-10"_s << authorize(wireless(site), since6210);
    QTest::newRow("wired, 6.2.10") << u"auth-gateway-6-2-10"_s << authorize(wired(site), since6210);
    QTest::newRow("records") << u"records"_s << ours.records(site, 1);
    QTest::newRow("records of one") << u"records-by-mac"_s << ours.records(site, 1, waitingGuest);
    QTest::newRow("extend") << u"extend"_s << ours.extend(site, liveRecord, 120);
    QTest::newRow("end") << u"disconnect"_s << ours.end(site, liveRecord);
}

void TestOmada5Wire::requestsAreThoseOfTheTranscripts()
{
    QFETCH(QString, name);
    QFETCH(HttpRequest, request);
    QCOMPARE(difference(request, read(name)), QString());
}

void TestOmada5Wire::limitsAreThoseOfTheTranscript()
{
    hotspot::PortalGrant grant = wireless(site);
    grant.limits = {fourHours, 500, 8000, 1500};
    QCOMPARE(difference(authorize(grant, since6210), read(u"auth-limits-6-2-10"_s)), QString());
}

void TestOmada5Wire::onlyWhatMayCountTwiceIsAnAction()
{
    const hotspot::Requests ours = requests();
    for (const HttpRequest &request :
        {authorize(wireless(site), since6210), ours.extend(site, liveRecord, 2),
            ours.end(site, liveRecord), signIn(u"example-operator"_s, u"example-password"_s)}) {
        QVERIFY(request.isAction);
        QVERIFY(!request.body.isEmpty());
    }
    for (const HttpRequest &request : {ours.current(), ours.records(site, 1)})
        QVERIFY(!request.isAction);
    QVERIFY(ours.end(u"a/b"_s, u"c/d"_s).path.contains(u"/sites/a%2Fb/cmd/clients/c%2Fd/"_s));
}

void TestOmada5Wire::theTokenIsASecretHeader()
{
    const HttpRequest request = requests().current();
    QVERIFY(request.query.isEmpty());
    for (const HttpHeader &header : request.headers)
        QCOMPARE(header.secret, header.name == "Csrf-Token");
}

void TestOmada5Wire::durationsGoOutInTheProfilesUnit_data()
{
    QTest::addColumn<PortalTimeUnit>("unit");
    QTest::addColumn<qint64>("time");
    QTest::newRow("ms") << PortalTimeUnit::Milliseconds << qint64(14'400'000);
    QTest::newRow("s") << PortalTimeUnit::Seconds << qint64(14'400);
    QTest::newRow("us") << PortalTimeUnit::Microseconds << qint64(14'400'000'000);
}

void TestOmada5Wire::durationsGoOutInTheProfilesUnit()
{
    QFETCH(PortalTimeUnit, unit);
    QFETCH(qint64, time);
    hotspot::PortalGrant grant = wireless(site);
    grant.timeUnit = unit;
    const QJsonValue sent = hotspot::portalFields(grant).value(u"time");
    QVERIFY(sent.isDouble()); // a number, not a text
    QCOMPARE(sent.toInteger(), time);
    grant.limits.minutes.reset();
    QCOMPARE(hotspot::portalFields(grant).value(u"time").toInteger(), time * 2); // eight hours
    grant.limits.minutes = hotspot::durationMinutes.most;
    QCOMPARE(hotspot::portalFields(grant).value(u"time").toInteger(),
        time / fourHours * hotspot::durationMinutes.most);
}

void TestOmada5Wire::aVoucherIsNeverPassedToThePortal()
{
    for (const hotspot::PortalGrant &grant : {wireless(site), wired(site)})
        QCOMPARE(omada5::portalFields(grant, since6210).value(u"authType").toInt(), 4);
}

void TestOmada5Wire::addressesAreUpperCaseWithHyphens()
{
    hotspot::PortalGrant grant = wireless(site);
    grant.client = *MacAddress::parse(u"aabb.ccdd.eeff");
    grant.accessPoint = *MacAddress::parse(u"0a:0b:0c:0d:0e:0f");
    const QJsonObject fields = hotspot::portalFields(grant);
    QCOMPARE(fields.value(u"clientMac").toString(), u"AA-BB-CC-DD-EE-FF"_s);
    QCOMPARE(fields.value(u"apMac").toString(), u"0A-0B-0C-0D-0E-0F"_s);
}

void TestOmada5Wire::whatCanBeLimitedFollowsTheVersion_data()
{
    QTest::addColumn<QVersionNumber>("version");
    QTest::addColumn<bool>("limits");
    QTest::newRow("5.4.6") << QVersionNumber(5, 4, 6) << false;
    QTest::newRow("6.2.0") << QVersionNumber({6, 2, 0, 17}) << false;
    QTest::newRow("6.2.9") << QVersionNumber(6, 2, 9) << false;
    QTest::newRow("6.2.10") << QVersionNumber(6, 2, 10) << true;
    QTest::newRow("6.2.14.11") << QVersionNumber({6, 2, 14, 11}) << true;
    QTest::newRow("unknown") << QVersionNumber() << false;
}

void TestOmada5Wire::whatCanBeLimitedFollowsTheVersion()
{
    QFETCH(QVersionNumber, version);
    QFETCH(bool, limits);
    const LimitRules rules = omada5::limitRules(version);
    QVERIFY(rules.minutes.has_value());
    QCOMPARE(rules.dataMb.has_value(), limits);
    QCOMPARE(rules.downKbps.has_value(), limits);
    QCOMPARE(rules.upKbps.has_value(), limits);
    hotspot::PortalGrant grant = wireless(site);
    grant.limits = {1, 2, 3, 4};
    const QJsonObject fields = omada5::portalFields(grant, version);
    for (const char *field : {"clientIp", "originUrl", "totalTrafficLimitBytes",
             "downloadRateLimitKbps", "uploadRateLimitKbps"})
        QCOMPARE(fields.contains(QLatin1StringView(field)), limits);
    grant.limits.dataMb = rules.dataMb.value_or(LimitRange()).most;
    if (limits) // bytes, and more than an int holds
        QCOMPARE(omada5::portalFields(grant, version).value(u"totalTrafficLimitBytes").toInteger(),
            qint64(10'485'760) * 1024 * 1024);
}

QTEST_GUILESS_MAIN(TestOmada5Wire)
#include "tst_omada5_wire.moc"
