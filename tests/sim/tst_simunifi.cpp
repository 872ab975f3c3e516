#include "unificonsole.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

SimulatorOptions withVersion(const QString &version)
{
    SimulatorOptions options;
    options.version = version;
    return options;
}

SimulatorOptions withDeployment(UnifiIntegrationOptions::Deployment deployment)
{
    SimulatorOptions options;
    options.deployment = deployment;
    return options;
}

} // namespace

class TestSimUnifi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void theWorldBeginsWithExactlyWhatWasAsked_data()
    {
        QTest::addColumn<int>("clients");
        QTest::addColumn<int>("waiting");
        QTest::newRow("nobody") << 0 << 0;
        QTest::newRow("one who waits") << 1 << 1;
        QTest::newRow("nobody waits") << 30 << 0;
        QTest::newRow("some") << 137 << 41;
    }
    void theWorldBeginsWithExactlyWhatWasAsked()
    {
        QFETCH(int, clients);
        QFETCH(int, waiting);
        SimulatorOptions options;
        options.clients = clients;
        options.waiting = waiting;
        options.sites = QStringList{u"Default"_s};
        UnifiConsole console(options);
        QCOMPARE(console.clients("limit=200").json().value(u"totalCount"_s).toInt(), clients);
        QCOMPARE(console.clientsWhere("access.authorized.eq(false)").size(), waiting);
        QCOMPARE(console.simulator().info().waiting.size(), waiting);
    }

    void theSameSeedGivesTheSameWorldAndAnotherSeedAnother()
    {
        SimulatorOptions options;
        const SimulatorInfo first = UnifiConsole(options).simulator().info();
        const SimulatorInfo same = UnifiConsole(options).simulator().info();
        options.seed = 2;
        const SimulatorInfo other = UnifiConsole(options).simulator().info();
        QCOMPARE(same.waiting, first.waiting);
        QCOMPARE(same.credentials, first.credentials);
        QVERIFY(other.waiting != first.waiting);
        QVERIFY(other.credentials != first.credentials);
        QCOMPARE(other.sites.first().toObject().value(u"id"_s),
            first.sites.first().toObject().value(u"id"_s));
    }

    void aBadOrMissingKeyIsRefusedInTheShapeOfTheDeployment_data()
    {
        using Deployment = UnifiIntegrationOptions::Deployment;
        QTest::addColumn<Deployment>("deployment");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("member");
        QTest::newRow("console") << Deployment::Console << 401 << u"error"_s;
        QTest::newRow("self-hosted") << Deployment::SelfHosted << 403 << u"statusCode"_s;
        QTest::newRow("connector") << Deployment::Connector << 401 << u"traceId"_s;
    }
    void aBadOrMissingKeyIsRefusedInTheShapeOfTheDeployment()
    {
        QFETCH(UnifiIntegrationOptions::Deployment, deployment);
        QFETCH(int, status);
        QFETCH(QString, member);
        UnifiConsole console(withDeployment(deployment));
        RawRequest request = console.get("/info");
        QCOMPARE(console.ask(request).status, 200);
        request.headers["X-API-KEY"] = "somebody-elses-key";
        QCOMPARE(console.ask(request).status, status);
        request.headers.clear();
        const RawAnswer answer = console.ask(request);
        QCOMPARE(answer.status, status);
        QVERIFY(answer.json().contains(member));
    }

    void theConnectorTakesThePathWithAndWithoutProxyAndCountsCalls()
    {
        UnifiConsole console(withDeployment(UnifiIntegrationOptions::Deployment::Connector));
        RawRequest request = console.get("/info");
        request.target.replace("/proxy/network", "/network");
        HttpsClient client(console.simulator().url());
        request.target.prepend(console.simulator().url().path().toLatin1());
        for (int i = 0; i < 100; ++i) {
            client.send(request.toWire());
            QCOMPARE(client.read().status, 200);
        }
        client.send(request.toWire());
        const RawAnswer refused = client.read();
        QCOMPARE(refused.status, 429);
        QVERIFY(refused.headers.value("retry-after").toInt() > 0);
        console.simulator().advance(61s);
        client.send(request.toWire());
        QCOMPARE(client.read().status, 200);
    }

    void anOlderVersionCanDoLess()
    {
        UnifiConsole console(withVersion(u"9.0.99"_s));
        const QJsonObject row
            = console.clients("limit=1").json().value(u"data"_s).toArray().first().toObject();
        QVERIFY(!row.contains(u"access"_s));
        const QString id = row.value(u"id"_s).toString();
        QCOMPARE(
            console.ask(console.get(UnifiConsole::site + "/clients/" + id.toLatin1())).status, 404);
        const RawAnswer refused = console.act(id, UnifiConsole::authorize);
        QCOMPARE(refused.status, 404);
        QVERIFY(!refused.json().contains(u"code"_s));
    }

    void aPageOutsideTheBoundsIsRefused_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<int>("status");
        QTest::newRow("largest") << QByteArray("limit=200") << 200;
        QTest::newRow("only the count") << QByteArray("limit=0") << 200;
        QTest::newRow("behind the end") << QByteArray("offset=5000") << 200;
        QTest::newRow("too large") << QByteArray("limit=201") << 400;
        QTest::newRow("below zero") << QByteArray("offset=-1") << 400;
        QTest::newRow("no number") << QByteArray("limit=all") << 400;
    }
    void aPageOutsideTheBoundsIsRefused()
    {
        QFETCH(QByteArray, query);
        QFETCH(int, status);
        UnifiConsole console;
        const RawAnswer answer = console.clients(query);
        QCOMPARE(answer.status, status);
        const QJsonObject page = answer.json();
        QCOMPARE(page.value(u"count"_s).toInt(), page.value(u"data"_s).toArray().size());
        QCOMPARE(page.contains(u"totalCount"_s), status == 200);
    }

    void aGuestGoesThroughItsStates()
    {
        UnifiConsole console;
        Simulator &simulator = console.simulator();
        const QString mac = console.firstWaiting();
        const QString id = console.clientWithMac(mac).value(u"id"_s).toString();
        QVERIFY(!isAuthorized(console.detail(id)));

        const QJsonObject first = console.act(id, UnifiConsole::authorize).json();
        QVERIFY(!first.contains(u"revokedAuthorization"_s));
        QVERIFY(isAuthorized(console.clientWithMac(mac)));
        QVERIFY(simulator.useData(mac, 5'000'000));
        const QJsonObject second = console.act(id, UnifiConsole::authorize).json();
        const auto bytes = [](const QJsonObject &grant) {
            return grant.value(u"usage"_s).toObject().value(u"bytes"_s).toInteger();
        };
        QCOMPARE(bytes(second.value(u"revokedAuthorization"_s).toObject()), 5'000'000);
        QCOMPARE(bytes(second.value(u"grantedAuthorization"_s).toObject()), 0);

        simulator.advance(61min);
        QVERIFY(!isAuthorized(console.detail(id)));
        QVERIFY(!console.detail(id).value(u"access"_s).toObject().contains(u"authorization"_s));
    }

    void aQuotaEndsAnAuthorization()
    {
        UnifiConsole console;
        const QString mac = console.firstWaiting();
        const QString id = console.clientWithMac(mac).value(u"id"_s).toString();
        QCOMPARE(console.act(id, R"({"action":"AUTHORIZE_GUEST_ACCESS","dataUsageLimitMBytes":10})")
                     .status,
            200);
        QVERIFY(console.simulator().useData(mac, 9 * 1024 * 1024));
        QVERIFY(isAuthorized(console.detail(id)));
        QVERIFY(console.simulator().useData(mac, 1024 * 1024));
        QVERIFY(!isAuthorized(console.detail(id)));
    }

    void unauthorizingDisconnectsAndTheGuestComesBackWaiting()
    {
        UnifiConsole console;
        const QString mac = console.firstWaiting();
        const QString id = console.clientWithMac(mac).value(u"id"_s).toString();
        (void)console.act(id, UnifiConsole::authorize);
        QVERIFY(
            console.act(id, UnifiConsole::unauthorize).json().contains(u"revokedAuthorization"_s));
        QVERIFY(console.clientWithMac(mac).isEmpty());
        QCOMPARE(console.act(id, UnifiConsole::authorize).status, 404);
        console.simulator().advance(5s);
        const QJsonObject back = console.clientWithMac(mac);
        QCOMPARE(back.value(u"id"_s).toString(), id);
        QVERIFY(!isAuthorized(back));
    }

    void aClientCanComeBackWithAnotherId()
    {
        SimulatorOptions options;
        options.faults = QStringList{u"changing-ids"_s};
        UnifiConsole console(options);
        const QString mac = console.firstWaiting();
        const QString before = console.clientWithMac(mac).value(u"id"_s).toString();
        QVERIFY(console.simulator().leave(mac));
        QVERIFY(console.clientWithMac(mac).isEmpty());
        QVERIFY(console.simulator().comeBack(mac));
        QVERIFY(console.clientWithMac(mac).value(u"id"_s).toString() != before);
        QCOMPARE(console.act(before, UnifiConsole::authorize).status, 404);
    }

    void anAccessPointIsFoundByItsId()
    {
        UnifiConsole console;
        const QJsonObject row = console.clientWithMac(console.firstWaiting());
        const QJsonArray devices
            = console.ask(console.get(UnifiConsole::site + "/devices?limit=200"))
                  .json()
                  .value(u"data"_s)
                  .toArray();
        QVERIFY(std::ranges::any_of(devices, [&row](const QJsonValue &device) {
            return device.toObject().value(u"id"_s) == row.value(u"uplinkDeviceId"_s);
        }));
    }

    void vpnRowsHaveNoAddressOfHardware()
    {
        SimulatorOptions options;
        options.sites = QStringList{u"Default"_s};
        UnifiConsole console(options);
        const QJsonArray remote = console.clientsWhere("type.in('VPN','TELEPORT')");
        QCOMPARE(remote.size(), 2);
        for (const QJsonValue row : remote) {
            QVERIFY(!row.toObject().contains(u"macAddress"_s));
            QVERIFY(!row.toObject().contains(u"uplinkDeviceId"_s));
        }
    }

    void aSiteIdThatIsNoUuidIsNotThere()
    {
        UnifiConsole console;
        QCOMPARE(console.ask(console.get("/sites/default/clients")).status, 400);
        QCOMPARE(
            console.ask(console.get("/sites/00000000-0000-3000-8000-000000000001/clients")).status,
            404);
    }

    void theApiDescribesItselfBehindTheKey()
    {
        UnifiConsole console;
        RawRequest request = console.get("/info");
        request.target = "/proxy/network/api-docs/integration.json";
        QVERIFY(console.ask(request).json().value(u"paths"_s).toObject().size() > 4);
        request.headers.clear();
        QCOMPARE(console.ask(request).status, 401);
    }

    void omadasQuestionIsNotAnswered()
    {
        UnifiConsole console;
        QCOMPARE(console.ask({"GET", "/api/info", {}, {}}).status, 404);
    }

    void aHundredThousandClientsAreThereSoonAndReadPageByPage()
    {
        SimulatorOptions options;
        options.clients = 100'000;
        options.waiting = 500;
        options.sites = QStringList{u"Default"_s};
        UnifiConsole console(options);
        QCOMPARE(console.clients("limit=0").json().value(u"totalCount"_s).toInt(), 100'000);
        const QJsonObject last = console.clients("offset=99800&limit=200").json();
        QCOMPARE(last.value(u"count"_s).toInt(), 200);
    }
};

QTEST_GUILESS_MAIN(TestSimUnifi)
#include "tst_simunifi.moc"
