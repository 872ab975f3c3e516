#include "drivers/controllerdetection.h"

#include "drivers/simulated.h"
#include "drivers/typedaddress.h"
#include "net/namchannelfactory.h"
#include "net/tlspeerreader.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using Kind = Failure::Kind;

namespace {

std::unique_ptr<Simulator> started(const SimulatorOptions &options)
{
    auto simulator = Simulator::start(options);
    if (!simulator)
        qFatal("%s", qPrintable(simulator.error()));
    return std::move(*simulator);
}

Result<DetectedController> detected(const QString &address)
{
    NamChannelFactory channels;
    TlsPeerReader certificates;
    ControllerDetection detection(channels, certificates);
    return answerOf(detection.detect(address));
}

} // namespace

class TestControllerDetection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void typedAddressesBecomeCandidates_data();
    void typedAddressesBecomeCandidates();
    void aUnifiConsoleIsFoundWithoutAKey();
    void aSelfHostedServerHasNowhereToMakeAKey();
    void aConnectorUrlIsTakenAsItIs();
    void everyVersionIsFoundFromItsBareAddress_data();
    void everyVersionIsFoundFromItsBareAddress();
    void whatIsThereIsNamed();
    void aConsoleThatStartsIsBusy();
    void nothingSecretIsSent();
};

void TestControllerDetection::typedAddressesBecomeCandidates_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("urls");
    const auto usual = [](const QString &host) {
        return QStringList{u"https://"_s + host, u"https://%1:11443"_s.arg(host),
            u"https://%1:8443"_s.arg(host), u"https://%1:8043"_s.arg(host)};
    };
    QTest::newRow("name") << u" unifi.example "_s << usual(u"unifi.example"_s);
    QTest::newRow("address") << u"192.0.2.1"_s << usual(u"192.0.2.1"_s);
    QTest::newRow("IPv6") << u"2001:db8::1"_s << usual(u"[2001:db8::1]"_s);
    QTest::newRow("http and a page")
        << u"http://unifi.example/network/default/dashboard?x=1#y"_s << usual(u"unifi.example"_s);
    QTest::newRow("port") << u"omada.example:8043"_s
                          << QStringList{u"https://omada.example:8043"_s,
                                 u"https://omada.example"_s, u"https://omada.example:11443"_s,
                                 u"https://omada.example:8443"_s};
    QTest::newRow("user info is dropped")
        << u"https://admin:secret@unifi.example"_s << usual(u"unifi.example"_s);
    QTest::newRow("the API's own URL")
        << u"https://unifi.example:8444/integration/v1/"_s
        << QStringList{u"https://unifi.example:8444/integration/v1"_s};
    QTest::newRow("connector")
        << u"https://api.ui.com/v1/connector/consoles/70A7:123/proxy/network"_s
        << QStringList{u"https://api.ui.com/v1/connector/consoles/70A7:123"_s};
    QTest::newRow("empty") << QString() << QStringList();
    QTest::newRow("another scheme") << u"ftp://unifi.example"_s << QStringList();
    QTest::newRow("no host") << u"https://"_s << QStringList();
}

void TestControllerDetection::typedAddressesBecomeCandidates()
{
    QFETCH(QString, typed);
    QFETCH(QStringList, urls);
    const Result<QList<QUrl>> candidates = candidatesFor(typed);
    QCOMPARE(candidates.has_value(), !urls.isEmpty());
    if (!candidates) {
        QCOMPARE(candidates.error().kind, Kind::InvalidInput);
        return;
    }
    QStringList found;
    for (const QUrl &url : *candidates)
        found.append(url.toString());
    QCOMPARE(found, urls);
}

void TestControllerDetection::aUnifiConsoleIsFoundWithoutAKey()
{
    const auto console = started({});
    const auto found = detected(console->url().toString() + u"/network/default"_s);
    QVERIFY2(found.has_value(), found ? "" : qPrintable(found.error().detail));
    QCOMPARE(found->generations, (QList{Generation::UnifiIntegration, Generation::UnifiClassic}));
    QCOMPARE(found->product, u"UniFi Network"_s);
    QVERIFY(found->version.isEmpty());
    QCOMPARE(found->url, console->url());
    QCOMPARE(found->peer.sha256, console->certificateSha256());
    QVERIFY(!found->peer.trusted);
    QCOMPARE(found->needs, (QList{CredentialKind::ApiKey, CredentialKind::LocalAccount}));
}

void TestControllerDetection::aSelfHostedServerHasNowhereToMakeAKey()
{
    SimulatorOptions options;
    options.deployment = UnifiIntegrationOptions::Deployment::SelfHosted;
    const auto server = started(options);
    const auto found = detected(u"127.0.0.1:%1"_s.arg(server->url().port()));
    QVERIFY2(found.has_value(), found ? "" : qPrintable(found.error().detail));
    QCOMPARE(found->generations, QList{Generation::UnifiClassic});
    QCOMPARE(found->needs, QList{CredentialKind::LocalAccount});
    QCOMPARE(found->url, server->url());
}

void TestControllerDetection::aConnectorUrlIsTakenAsItIs()
{
    SimulatorOptions options;
    options.deployment = UnifiIntegrationOptions::Deployment::Connector;
    const auto connector = started(options);
    const auto found = detected(connector->info().url.toString());
    QVERIFY2(found.has_value(), found ? "" : qPrintable(found.error().detail));
    QCOMPARE(found->generations, QList{Generation::UnifiIntegration});
    QCOMPARE(found->url, connector->info().url);
    QCOMPARE(found->needs, QList{CredentialKind::ApiKey});
}

void TestControllerDetection::everyVersionIsFoundFromItsBareAddress_data()
{
    using enum Generation;
    using Deployment = UnifiIntegrationOptions::Deployment;
    QTest::addColumn<QString>("generation");
    QTest::addColumn<QString>("version");
    QTest::addColumn<Deployment>("deployment");
    QTest::addColumn<QList<Generation>>("spoken");
    QTest::addColumn<QString>("told"); ///< the beginning of the version
    const QList<Generation> both{UnifiIntegration, UnifiClassic};
    const QList<Generation> newOmada{OmadaOpenApi, Omada5};
    const auto add = [](const char *generation, const char *version, Deployment deployment,
                         const QList<Generation> &spoken, const QString &told) {
        QTest::addRow("%s %s%s", generation, version,
            deployment == Deployment::SelfHosted ? " self-hosted" : "")
            << QString::fromLatin1(generation) << QString::fromLatin1(version) << deployment
            << spoken << told;
    };
    add("eap2", "2.5.4", Deployment::Console, {Eap2}, {});
    add("omada3", "3.2.17", Deployment::Console, {Omada3}, {});
    add("omada4", "4.4.6", Deployment::Console, {Omada4}, u"4.4.6"_s);
    add("omada5", "5.4.6", Deployment::Console, {Omada5}, u"5.4.6"_s);
    add("omada5", "5.15.24", Deployment::Console, newOmada, u"5.15.24"_s);
    add("omada-openapi", "6.2.0", Deployment::Console, newOmada, u"6.2.0"_s);
    add("omada-openapi", "6.2.14", Deployment::Console, newOmada, u"6.2.14"_s);
    add("unifi-classic", "8.0.28", Deployment::SelfHosted, {UnifiClassic}, u"8.0.28"_s);
    add("unifi-integration", "9.1.120", Deployment::Console, both, {});
    add("unifi-classic", "10.0.162", Deployment::Console, both, {});
}

void TestControllerDetection::everyVersionIsFoundFromItsBareAddress()
{
    QFETCH(QString, generation);
    QFETCH(QString, version);
    QFETCH(UnifiIntegrationOptions::Deployment, deployment);
    QFETCH(QList<Generation>, spoken);
    QFETCH(QString, told);
    SimulatorOptions options;
    options.generation = generation;
    options.version = version;
    options.deployment = deployment;
    const auto controller = started(options);
    const auto found = detected(u"127.0.0.1:%1"_s.arg(controller->url().port()));
    QVERIFY2(found.has_value(), found ? "" : qPrintable(found.error().detail));
    QCOMPARE(found->generations, spoken);
    QVERIFY2(told.isEmpty() ? found->version.isEmpty() : found->version.startsWith(told),
        qPrintable(found->version));
    QList<CredentialKind> needs;
    for (const Generation each : spoken)
        needs += credentialKindFor(each);
    QCOMPARE(found->needs, needs);
    QCOMPARE(found->vendorControllerId.size(),
        spoken.contains(Generation::Omada5) ? 32 : found->vendorControllerId.size());
    for (const QJsonObject &request : controller->requests())
        QCOMPARE(request.value(u"method").toString(), u"GET"_s);
}

void TestControllerDetection::whatIsThereIsNamed()
{
    QTcpServer plain;
    QVERIFY(plain.listen(QHostAddress::LocalHost));
    connect(&plain, &QTcpServer::newConnection, this, [&plain] {
        plain.nextPendingConnection()->write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    });
    const QString address = u"127.0.0.1:%1"_s.arg(plain.serverPort());
    QCOMPARE(kindOf(detected(address)), Kind::NotTls);
    plain.close();
    QCOMPARE(kindOf(detected(address)), Kind::Unreachable);
    QCOMPARE(kindOf(detected(u"no-such-host.invalid"_s)), Kind::HostNotFound);
    QCOMPARE(kindOf(detected(u"  "_s)), Kind::InvalidInput);

    const auto page = started({});
    QVERIFY(!page->addFault(u"login-page-200"_s));
    QCOMPARE(kindOf(detected(u"127.0.0.1:%1"_s.arg(page->url().port()))), Kind::NotAController);
}

void TestControllerDetection::aConsoleThatStartsIsBusy()
{
    const auto console = started({});
    QVERIFY(!console->addFault(u"html-502"_s));
    QCOMPARE(kindOf(detected(console->url().toString())), Kind::Busy);
}

void TestControllerDetection::nothingSecretIsSent()
{
    const auto console = started({});
    QVERIFY(detected(console->url().toString()).has_value());
    for (const QJsonObject &request : console->requests())
        QCOMPARE(request.value(u"method").toString(), u"GET"_s);
    QCOMPARE(console->actions(), 0);
}

QTEST_GUILESS_MAIN(TestControllerDetection)
#include "tst_controllerdetection.moc"
