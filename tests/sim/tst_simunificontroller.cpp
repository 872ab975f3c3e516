#include "unificlassicdesk.h"

#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray integrationSite
    = "/proxy/network/integration/v1/sites/88f7af54-98f8-306a-a1c7-c9349722b1f6";

SimulatorOptions withFault(const QString &fault)
{
    return classicOptions({}, {fault});
}

/// The integration API of the same console, asked with its key.
RawRequest withKey(UnifiClassicDesk &desk, const QByteArray &method, const QByteArray &path,
    const QByteArray &body = {})
{
    const QByteArray key
        = desk.simulator().info().credentials.value(u"apiKey"_s).toString().toLatin1();
    return {method, path, {{"X-API-KEY", key}, {"Content-Type", "application/json"}}, body};
}

QJsonObject integrationRow(UnifiClassicDesk &desk, const QString &mac)
{
    const RawRequest request = withKey(
        desk, "GET", integrationSite + "/clients?filter=macAddress.eq('" + mac.toLatin1() + "')");
    return ask(desk.simulator().url(), request)
        .json()
        .value(u"data"_s)
        .toArray()
        .first()
        .toObject();
}

bool saysAuthorized(const QJsonObject &integrationRow)
{
    return integrationRow.value(u"access"_s).toObject().value(u"authorized"_s).toBool();
}

} // namespace

class TestSimUnifiController : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void bothApisShowAndChangeOneWorld_data()
    {
        QTest::addColumn<QString>("generation");
        QTest::newRow("asked for the classic one") << u"unifi-classic"_s;
        QTest::newRow("asked for the integration one") << u"unifi-integration"_s;
    }
    void bothApisShowAndChangeOneWorld()
    {
        QFETCH(QString, generation);
        SimulatorOptions options;
        options.generation = generation;
        UnifiClassicDesk desk(options);
        QCOMPARE(desk.signIn().status, 200);
        const QString mac = desk.firstWaiting();
        (void)desk.command("authorize-guest", mac, R"(,"minutes":90)");
        const QJsonObject row = integrationRow(desk, mac);
        QVERIFY(saysAuthorized(row));
        const QByteArray id = row.value(u"id"_s).toString().toLatin1();
        QVERIFY(id != desk.client(mac).value(u"_id"_s).toString().toLatin1());

        const RawAnswer taken = ask(desk.simulator().url(),
            withKey(desk, "POST", integrationSite + "/clients/" + id + "/actions",
                R"({"action":"UNAUTHORIZE_GUEST_ACCESS"})"));
        QVERIFY(taken.json().contains(u"revokedAuthorization"_s));
        QVERIFY(desk.client(mac).isEmpty());
        desk.simulator().advance(5s);
        QCOMPARE(desk.client(mac).value(u"authorized"_s).toBool(true), false);

        (void)desk.command("block-sta", mac);
        QVERIFY(integrationRow(desk, mac).isEmpty());
    }

    void theSitesOfBothAreJoinedByReferenceAndExternalId()
    {
        UnifiClassicDesk desk;
        (void)desk.signIn();
        const QJsonArray classic
            = desk.get(desk.prefix() + "/api/self/sites").json().value(u"data"_s).toArray();
        const QJsonArray integration = ask(
            desk.simulator().url(), withKey(desk, "GET", "/proxy/network/integration/v1/sites"))
                                           .json()
                                           .value(u"data"_s)
                                           .toArray();
        QCOMPARE(classic.size(), 2);
        QCOMPARE(integration.size(), 2);
        for (int i = 0; i < 2; ++i) {
            const QJsonObject site = classic[i].toObject();
            const QJsonObject twin = integration[i].toObject();
            QCOMPARE(site.value(u"external_id"_s), twin.value(u"id"_s));
            QCOMPARE(site.value(u"name"_s), twin.value(u"internalReference"_s));
            QCOMPARE(site.value(u"desc"_s), twin.value(u"name"_s));
        }
    }

    void aServerOfOnesOwnHasTheIntegrationApiFromNineOnButNoKey()
    {
        const auto integration = [](const QString &version) {
            SimulatorOptions options = classicOptions(version);
            options.deployment = UnifiIntegrationOptions::Deployment::SelfHosted;
            UnifiClassicDesk desk(options);
            return desk.get("/integration/v1/info").status;
        };
        QCOMPARE(integration(u"8.6.9"_s), 404);
        QCOMPARE(integration(u"10.0.162"_s), 403);
    }

    void theCloudHasNoClassicApi()
    {
        SimulatorOptions options;
        options.deployment = UnifiIntegrationOptions::Deployment::Connector;
        const auto simulator = Simulator::start(options);
        QVERIFY(simulator);
        QCOMPARE((*simulator)->info().credentials.keys(), QStringList{u"apiKey"_s});
    }

    void everyWaitingDeviceIsSentToThePortalWithItsOddities()
    {
        SimulatorOptions options = classicOptions();
        options.clients = 200;
        options.waiting = 120;
        options.portal = QUrl(u"http://192.0.2.7:8881"_s);
        const SimulatorInfo info = UnifiClassicDesk(options).simulator().info();
        QCOMPARE(info.redirects.size(), info.waiting.size());
        QSet<QString> seen;
        for (qsizetype i = 0; i < info.redirects.size(); ++i) {
            const QString &text = info.redirects[i];
            QVERIFY(text.startsWith("http://192.0.2.7:8881/guest/s/"_L1));
            const QUrlQuery query(QUrl(text, QUrl::StrictMode));
            QCOMPARE(query.queryItemValue(u"id"_s), info.waiting[i]);
            QVERIFY(query.hasQueryItem(u"ap"_s) && query.hasQueryItem(u"t"_s));
            seen += text.contains("/s/default/"_L1) ? u"default site"_s : u"other site"_s;
            seen += query.hasQueryItem(u"url"_s) ? u"url"_s : u"no url"_s;
            seen += query.hasQueryItem(u"ssid"_s) ? u"ssid"_s : u"no ssid"_s;
            if (text.contains("%2Fgenerate_204"_L1))
                seen += u"escaped slash"_s;
            if (query.queryItemValue(u"ssid"_s, QUrl::FullyDecoded).endsWith(u' '))
                seen += u"blanks"_s;
        }
        QCOMPARE(seen.size(), 8);
    }

    void anAccountThatMayOnlyLookListsAndDoesNot()
    {
        UnifiClassicDesk desk(withFault(u"read-only-key"_s));
        (void)desk.signIn();
        QVERIFY(!desk.rows("stat/sta").isEmpty());
        const RawAnswer refused = desk.command("authorize-guest", desk.firstWaiting());
        QCOMPARE(refused.status, 403);
        QCOMPARE(messageOf(refused), u"api.err.NoPermission"_s);
        QCOMPARE(desk.simulator().actions(), 0);
    }

    void anErrorComesWithStatusTwoHundred()
    {
        UnifiClassicDesk desk(withFault(u"error-with-200=1"_s));
        (void)desk.signIn();
        QVERIFY(!desk.rows("stat/sta").isEmpty()); // what is no error does not use it up
        const RawAnswer refused = desk.command("kick-sta", u"02:00:5e:10:00:ee"_s);
        QCOMPARE(refused.status, 200);
        QCOMPARE(messageOf(refused), u"api.err.UnknownStation"_s);
        QCOMPARE(desk.command("kick-sta", u"02:00:5e:10:00:ee"_s).status, 400);
    }

    void anActionTakesEffectAndIsAnsweredWithFiveHundred()
    {
        UnifiClassicDesk desk(withFault(u"html-500-after-action=1"_s));
        (void)desk.signIn();
        const RawAnswer answer = desk.command("authorize-guest", desk.firstWaiting());
        QCOMPARE(answer.status, 500);
        QVERIFY(answer.body.startsWith("<html>"));
        QVERIFY(desk.simulator().isAuthorized(desk.firstWaiting()));
    }

    void numbersAreWrittenAsStrings()
    {
        UnifiClassicDesk desk(withFault(u"numbers-as-strings"_s));
        (void)desk.signIn();
        (void)desk.command("authorize-guest", desk.firstWaiting(), R"(,"minutes":60)");
        QVERIFY(desk.client(desk.firstWaiting()).value(u"signal"_s).isString());
        const QJsonObject row = desk.newestGuestRow(desk.firstWaiting());
        QVERIFY(row.value(u"end"_s).toString().toLongLong()
            > desk.simulator().now().toSecsSinceEpoch());
    }

    void theStateShowsAnActionLater()
    {
        UnifiClassicDesk desk(withFault(u"confirm-delay=30"_s));
        (void)desk.signIn();
        const QString mac = desk.firstWaiting();
        const qsizetype before = desk.guestRows(mac).size();
        (void)desk.command("authorize-guest", mac);
        QCOMPARE(desk.client(mac).value(u"authorized"_s).toBool(true), false);
        QCOMPARE(desk.guestRows(mac).size(), before);
        desk.simulator().advance(31s);
        QCOMPARE(desk.client(mac).value(u"authorized"_s).toBool(), true);
        QVERIFY(desk.guestRows(mac).size() > before);
    }

    void lessIsGrantedThanAsked()
    {
        UnifiClassicDesk desk(withFault(u"wrong-limits"_s));
        (void)desk.signIn();
        (void)desk.command("authorize-guest", desk.firstWaiting(), R"(,"minutes":60,"down":4000)");
        const QJsonObject row = desk.newestGuestRow(desk.firstWaiting());
        QCOMPARE(row.value(u"qos_rate_max_down"_s).toInt(), 2000);
        QCOMPARE(row.value(u"end"_s).toInteger() - row.value(u"start"_s).toInteger(), 1800);
    }

    void anAcceptedActionDoesNothing()
    {
        UnifiClassicDesk desk(withFault(u"ignore-authorize"_s));
        (void)desk.signIn();
        QCOMPARE(desk.command("authorize-guest", desk.firstWaiting()).status, 200);
        QVERIFY(!desk.simulator().isAuthorized(desk.firstWaiting()));
        QCOMPARE(desk.simulator().actions(), 0);
    }
};

QTEST_GUILESS_MAIN(TestSimUnifiController)
#include "tst_simunificontroller.moc"
