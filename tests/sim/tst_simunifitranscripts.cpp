#include "sim/simulator.h"
#include "transcript.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

using Deployment = UnifiIntegrationOptions::Deployment;
using Cast = QList<QPair<QString, QString>>;

const QString folder = u"unifi-integration"_s;
const QByteArray site = "/proxy/network/integration/v1/sites/88f7af54-98f8-306a-a1c7-c9349722b1f6";

/// What has to be so before a transcript can be played.
struct Stage
{
    QString fault;
    QString version;
    Deployment deployment = Deployment::Console;
};

Stage stageOf(const QString &name)
{
    static const QMap<QString, Stage> stages{
        {u"error-html-502"_s, {u"html-502"_s, {}, {}}},
        {u"error-empty-503"_s, {u"empty-503"_s, {}, {}}},
        {u"error-login-page"_s, {u"login-page-200"_s, {}, {}}},
        {u"error-read-only-key"_s, {u"read-only-key"_s, {}, {}}},
        {u"error-flat-without-code"_s, {{}, u"9.1.120"_s, {}}},
        {u"error-connector-unauthorized"_s, {{}, {}, Deployment::Connector}},
        {u"error-connector-forbidden"_s, {{}, {}, Deployment::Connector}},
        {u"error-connector-rate-limit"_s, {u"rate-limit=6"_s, {}, Deployment::Connector}},
    };
    return stages.value(name);
}

std::unique_ptr<Simulator> begin(const Stage &stage)
{
    SimulatorOptions options;
    options.version = stage.version;
    options.deployment = stage.deployment;
    auto simulator = Simulator::start(options);
    if (!simulator)
        qFatal("%s", qPrintable(simulator.error()));
    return std::move(*simulator);
}

RawAnswer get(const Simulator &simulator, const QByteArray &target)
{
    const QByteArray key = simulator.info().credentials.value(u"apiKey"_s).toString().toLatin1();
    return ask(simulator.url(), {"GET", target, {{"X-API-KEY", key}}, {}});
}

QString idWhere(const Simulator &simulator, const QByteArray &filter)
{
    const RawAnswer answer = get(simulator, site + "/clients?limit=200&filter=" + filter);
    return answer.json().value(u"data"_s).toArray().first().toObject().value(u"id"_s).toString();
}

/// The transcripts' people, played by those of a running simulator.
Cast castOf(const Simulator &simulator)
{
    const QString mac = simulator.info().waiting.first();
    const QString key = simulator.info().credentials.value(u"apiKey"_s).toString();
    const auto person = [](const char *suffix) {
        return u"5f0c2d1e-0000-3000-8000-0000000000"_s + QLatin1String(suffix);
    };
    const QString waiting = idWhere(simulator, "macAddress.eq('" + mac.toLatin1() + "')");
    QString gone = waiting;
    gone.replace(gone.size() - 12, 6, u"000000"_s);
    return {
        {u"example-key-0001"_s, key},
        {u"example-key-read-only"_s, key},
        {person("a1"), waiting},
        {person("a3"), idWhere(simulator, "type.eq('WIRED')")},
        {person("a4"), idWhere(simulator, "access.authorized.eq(true)")},
        {person("ee"), gone},
        {u"02%3A00%3A5e%3A10%3A00%3Aa1"_s, QString(mac).replace(u':', u"%3A"_s)},
        {u"02:00:5e:10:00:a1"_s, mac},
    };
}

} // namespace

class TestSimUnifiTranscripts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void everyRequestIsAnsweredInTheShapeOfItsTranscript_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : transcriptNames(folder))
            QTest::newRow(qPrintable(name)) << name;
    }
    void everyRequestIsAnsweredInTheShapeOfItsTranscript()
    {
        QFETCH(QString, name);
        const Stage stage = stageOf(name);
        const auto simulator = begin(stage);
        const bool remote = stage.deployment == Deployment::Connector;
        const Cast cast = remote ? Cast{{u"example-key-0001"_s,
                              simulator->info().credentials.value(u"apiKey"_s).toString()}}
                                 : castOf(*simulator);

        // The authorized guest of the cast has every limit.
        Transcript again = readTranscript(folder, u"authorize-again"_s, cast);
        if (!remote)
            QCOMPARE(ask(simulator->url(), again.request).status, 200);
        if (!stage.fault.isEmpty())
            QVERIFY(!simulator->addFault(stage.fault));

        Transcript transcript = readTranscript(folder, name, cast);
        QUrl server = simulator->url();
        if (remote && name != "error-connector-forbidden"_L1)
            transcript.request.target.replace(
                0, transcript.request.target.indexOf("/proxy"), server.path().toLatin1());
        server.setPath({});
        const RawAnswer answer = ask(server, transcript.request);

        QCOMPARE(answer.status, transcript.response.status);
        QCOMPARE(answer.headers.value("content-type"),
            transcript.response.headers.value("content-type"));
        QVERIFY(answer.headers.contains("date"));
        QCOMPARE(answer.headers.contains("retry-after"),
            transcript.response.headers.contains("retry-after"));
        QCOMPARE(shapeDifference(transcript.response.json(), answer.json()), QString());
    }

    void theBodyIsRefusedWhenOneFieldIsRenamed_data()
    {
        QTest::addColumn<QString>("field");
        for (const char *field : {"action", "timeLimitMinutes", "dataUsageLimitMBytes",
                 "rxRateLimitKbps", "txRateLimitKbps"})
            QTest::newRow(field) << QString::fromLatin1(field);
    }
    void theBodyIsRefusedWhenOneFieldIsRenamed()
    {
        QFETCH(QString, field);
        const auto simulator = begin({});
        Transcript transcript
            = readTranscript(folder, u"authorize-all-limits"_s, castOf(*simulator));
        QJsonObject body = QJsonDocument::fromJson(transcript.request.body).object();
        body.insert(field + u"X"_s, body.take(field));
        transcript.request.body = QJsonDocument(body).toJson();
        QCOMPARE(ask(simulator->url(), transcript.request).status, 400);
        QVERIFY(!simulator->isAuthorized(simulator->info().waiting.first()));
    }

    void aLimitThatIsLeftOutIsAbsentFromTheGrant_data()
    {
        QTest::addColumn<QString>("field");
        for (const char *field : {"dataUsageLimitMBytes", "rxRateLimitKbps", "txRateLimitKbps"})
            QTest::newRow(field) << QString::fromLatin1(field);
    }
    void aLimitThatIsLeftOutIsAbsentFromTheGrant()
    {
        QFETCH(QString, field);
        const auto simulator = begin({});
        Transcript transcript
            = readTranscript(folder, u"authorize-all-limits"_s, castOf(*simulator));
        QJsonObject body = QJsonDocument::fromJson(transcript.request.body).object();
        body.remove(field);
        transcript.request.body = QJsonDocument(body).toJson();
        const QJsonObject grant = ask(simulator->url(), transcript.request)
                                      .json()
                                      .value(u"grantedAuthorization"_s)
                                      .toObject();
        QVERIFY(!grant.isEmpty());
        QVERIFY(!grant.contains(field));
    }

    void aFieldWithAWrongValueIsRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        const auto limits = [](const char *text) {
            return R"({"action":"AUTHORIZE_GUEST_ACCESS",)" + QByteArray(text) + '}';
        };
        const QString content = u"api.validation.invalid-request"_s;
        QTest::newRow("null") << limits(R"("timeLimitMinutes":null)") << content;
        QTest::newRow("a string") << limits(R"("timeLimitMinutes":"60")") << content;
        QTest::newRow("a fraction") << limits(R"("timeLimitMinutes":1.5)") << content;
        QTest::newRow("no minutes") << limits(R"("timeLimitMinutes":0)") << content;
        QTest::newRow("too many minutes") << limits(R"("timeLimitMinutes":1000001)") << content;
        QTest::newRow("too much data") << limits(R"("dataUsageLimitMBytes":1048577)") << content;
        QTest::newRow("too slow") << limits(R"("rxRateLimitKbps":1)") << content;
        QTest::newRow("too fast") << limits(R"("txRateLimitKbps":100001)") << content;
        QTest::newRow("no action")
            << QByteArray(R"({"timeLimitMinutes":60})") << u"api.request.unknown-type-id"_s;
        QTest::newRow("limits to cancel with")
            << QByteArray(R"({"action":"UNAUTHORIZE_GUEST_ACCESS","timeLimitMinutes":60})")
            << u"api.request.unknown-property"_s;
        QTest::newRow("not JSON") << QByteArray("action=AUTHORIZE")
                                  << u"api.request.malformed-body"_s;
    }
    void aFieldWithAWrongValueIsRefused()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, code);
        const auto simulator = begin({});
        Transcript transcript
            = readTranscript(folder, u"authorize-all-limits"_s, castOf(*simulator));
        transcript.request.body = body;
        const RawAnswer answer = ask(simulator->url(), transcript.request);
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.json().value(u"code"_s).toString(), code);
        QCOMPARE(simulator->actions(), 0);
    }

    void aFormIsNotTakenForJson()
    {
        const auto simulator = begin({});
        Transcript transcript
            = readTranscript(folder, u"authorize-all-limits"_s, castOf(*simulator));
        transcript.request.headers.insert("content-type", "application/x-www-form-urlencoded");
        QCOMPARE(ask(simulator->url(), transcript.request).status, 415);
    }
};

QTEST_GUILESS_MAIN(TestSimUnifiTranscripts)
#include "tst_simunifitranscripts.moc"
