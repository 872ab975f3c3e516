#include "sim/simulator.h"
#include "transcript.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

using Cast = QList<QPair<QString, QString>>;

const QString folder = u"omada-openapi"_s;

std::unique_ptr<Simulator> begin(const QString &version = {})
{
    SimulatorOptions options;
    options.generation = u"omada-openapi"_s;
    options.version = version;
    auto simulator = Simulator::start(options);
    if (!simulator)
        qFatal("%s", qPrintable(simulator.error()));
    return std::move(*simulator);
}

QString controllerId(const Simulator &simulator)
{
    const QJsonObject info = ask(simulator.url(), {"GET", "/api/info", {}, {}}).json();
    return info.value(u"result"_s).toObject().value(u"omadacId"_s).toString();
}

QJsonObject credentialsBody(const Simulator &simulator)
{
    const QJsonObject credentials = simulator.info().credentials;
    return {{u"omadacId"_s, controllerId(simulator)},
        {u"client_id"_s, credentials.value(u"clientId"_s)},
        {u"client_secret"_s, credentials.value(u"clientSecret"_s)}};
}

QByteArray tokenOf(const Simulator &simulator)
{
    const RawAnswer answer = ask(simulator.url(),
        {"POST", "/openapi/authorize/token?grant_type=client_credentials",
            {{"Content-Type", "application/json"}},
            QJsonDocument(credentialsBody(simulator)).toJson()});
    return answer.json()
        .value(u"result"_s)
        .toObject()
        .value(u"accessToken"_s)
        .toString()
        .toLatin1();
}

QString siteId(const Simulator &simulator)
{
    return simulator.info().sites.first().toObject().value(u"id"_s).toString();
}

QByteArray siteBase(const Simulator &simulator, const char *apiVersion = "v1")
{
    return "/openapi/" + QByteArray(apiVersion) + '/' + controllerId(simulator).toLatin1()
        + "/sites/" + siteId(simulator).toLatin1();
}

RawRequest with(const QByteArray &token, const QByteArray &method, const QByteArray &target,
    const QByteArray &body = {})
{
    RawRequest request{method, target, {{"Authorization", "AccessToken=" + token}}, body};
    if (!body.isEmpty())
        request.headers.insert("Content-Type", "application/json");
    return request;
}

QJsonArray rowsOf(const Simulator &simulator, const RawRequest &request)
{
    const RawAnswer answer = ask(simulator.url(), request);
    return answer.json().value(u"result"_s).toObject().value(u"data"_s).toArray();
}

QJsonArray clientsOf(const Simulator &simulator, const QByteArray &token)
{
    return rowsOf(simulator,
        with(token, "POST", siteBase(simulator, "v2") + "/clients",
            R"({"page":1,"pageSize":1000})"));
}

RawRequest searchRecords(const Simulator &simulator, const QByteArray &token, const QString &mac)
{
    return with(token, "GET",
        siteBase(simulator)
            + "/hotspot/authed-records?page=1&pageSize=10&searchKey=" + mac.toLatin1());
}

/// A client in this state that shows as much of itself as those of the transcripts do.
QString clientWith(const QJsonArray &rows, int authStatus)
{
    for (const QJsonValue value : rows) {
        const QJsonObject row = value.toObject();
        const bool limited = row.value(u"rateLimit"_s).toObject().value(u"enable"_s).toBool();
        if (row.value(u"authStatus"_s).toInt() == authStatus && row.contains(u"vendor"_s)
            && row.contains(u"hostName"_s) && (authStatus == 1 || limited))
            return row.value(u"mac"_s).toString();
    }
    qFatal("nobody plays this part");
}

/// The transcripts' people, played by those of a running simulator. The first has been here before,
/// and where the transcript is about a record, has one.
Cast castOf(Simulator &simulator, const QString &name)
{
    const QByteArray token = tokenOf(simulator);
    const QJsonArray clients = clientsOf(simulator, token);
    const QString waiting = clientWith(clients, 1);
    (void)simulator.authorizeByOthers(waiting, 1);
    simulator.advance(std::chrono::minutes(2));
    Cast cast{
        {u"0f1e2d3c4b5a69788796a5b4c3d2e1f0"_s, controllerId(simulator)},
        {u"65f0c2d1e4b0a1b2c3d4e5f6"_s, siteId(simulator)},
        {u"AT-example0000000000000000000001"_s, QString::fromLatin1(token)},
        {u"AT-example0000000000000000000000"_s, QString::fromLatin1(token)},
        {u"example-client-id"_s, simulator.info().credentials.value(u"clientId"_s).toString()},
        {u"example-client-secret"_s,
            simulator.info().credentials.value(u"clientSecret"_s).toString()},
        {u"02-00-5E-10-00-A1"_s, waiting},
        {u"02-00-5E-10-00-A4"_s, clientWith(clients, 2)},
    };
    if (name == "authed-records"_L1 || name.startsWith("period"_L1)
        || name.startsWith("record"_L1)) {
        const Transcript admit = readTranscript(folder, u"auth"_s, cast);
        (void)ask(simulator.url(), admit.request);
        const QJsonArray records = rowsOf(simulator, searchRecords(simulator, token, waiting));
        cast += {
            u"65f0d00a1b2c3d4e5f600001"_s, records.first().toObject().value(u"id"_s).toString()};
    }
    return cast;
}

} // namespace

class TestSimOmadaTranscripts : public QObject
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
        static const QMap<QString, QString> faults{
            {u"error-operation-forbidden"_s, u"read-only-key"_s},
            {u"error-site-busy"_s, u"site-busy"_s},
            {u"error-rate-limit"_s, u"rate-limit=1"_s},
            {u"error-html-login"_s, u"login-page-200"_s},
        };
        QFETCH(QString, name);
        const auto simulator
            = begin(name == "clients-v1-general-error"_L1 ? u"6.2.0"_s : QString());
        const Transcript transcript = readTranscript(folder, name, castOf(*simulator, name));
        if (faults.contains(name))
            QVERIFY(!simulator->addFault(faults.value(name)));
        if (name == "error-token-expired"_L1)
            simulator->advance(std::chrono::hours(3));
        const RawAnswer answer = ask(simulator->url(), transcript.request);

        QCOMPARE(answer.status, transcript.response.status);
        QVERIFY(answer.headers.contains("date"));
        QCOMPARE(answer.headers.contains("retry-after"),
            transcript.response.headers.contains("retry-after"));
        QCOMPARE(shapeDifference(transcript.response.json(), answer.json()), QString());
    }

    void everyRequiredFieldIsRequired_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("path");
        QTest::newRow("token, controller") << u"token"_s << QStringList{u"omadacId"_s};
        QTest::newRow("token, client") << u"token"_s << QStringList{u"client_id"_s};
        QTest::newRow("token, secret") << u"token"_s << QStringList{u"client_secret"_s};
        QTest::newRow("list, page") << u"clients-v2"_s << QStringList{u"page"_s};
        QTest::newRow("list, size") << u"clients-v2"_s << QStringList{u"pageSize"_s};
        QTest::newRow("period") << u"period"_s << QStringList{u"period"_s};
        QTest::newRow("rate, mode") << u"ratelimit"_s << QStringList{u"mode"_s};
        QTest::newRow("rate, limit") << u"ratelimit"_s << QStringList{u"customRateLimit"_s};
        for (const char *field :
            {"upEnable", "upUnit", "upLimit", "downEnable", "downUnit", "downLimit"})
            QTest::newRow(field) << u"ratelimit"_s
                                 << QStringList{u"customRateLimit"_s, QString::fromLatin1(field)};
    }
    void everyRequiredFieldIsRequired()
    {
        QFETCH(QString, name);
        QFETCH(QStringList, path);
        const auto simulator = begin();
        const Cast cast = castOf(*simulator, name);
        Transcript transcript = readTranscript(folder, name, cast);
        const QJsonObject body = QJsonDocument::fromJson(transcript.request.body).object();
        const int before = simulator->actions();
        for (const bool renamed : {false, true}) {
            QJsonObject inner = path.size() == 1 ? body : body.value(path.first()).toObject();
            const QJsonValue value = inner.take(path.last());
            if (renamed)
                inner.insert(path.last() + u'X', value);
            QJsonObject mutant = body;
            if (path.size() == 1)
                mutant = inner;
            else
                mutant.insert(path.first(), inner);
            transcript.request.body = QJsonDocument(mutant).toJson();
            const RawAnswer answer = ask(simulator->url(), transcript.request);
            QVERIFY(answer.json().value(u"errorCode"_s).toInt() < 0);
            QVERIFY(!answer.json().contains(u"result"_s));
        }
        QCOMPARE(simulator->actions(), before);
    }

    void aBodyWithSomethingUnknownIsRefused_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"token", "clients-v2", "period", "ratelimit", "auth", "unauth"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void aBodyWithSomethingUnknownIsRefused()
    {
        QFETCH(QString, name);
        const auto simulator = begin();
        Transcript transcript = readTranscript(folder, name, castOf(*simulator, name));
        QJsonObject body = QJsonDocument::fromJson(transcript.request.body).object();
        body.insert(u"note"_s, u"room 204"_s);
        transcript.request.body = QJsonDocument(body).toJson();
        QCOMPARE(
            ask(simulator->url(), transcript.request).json().value(u"errorCode"_s).toInt(), -1001);
    }

    void aPageOutsideTheBoundsIsRefused_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::newRow("no page") << QByteArray("pageSize=10");
        QTest::newRow("no size") << QByteArray("page=1");
        QTest::newRow("page 0") << QByteArray("page=0&pageSize=10");
        QTest::newRow("size 0") << QByteArray("page=1&pageSize=0");
        QTest::newRow("size 1001") << QByteArray("page=1&pageSize=1001");
        QTest::newRow("no number") << QByteArray("page=one&pageSize=10");
    }
    void aPageOutsideTheBoundsIsRefused()
    {
        QFETCH(QByteArray, query);
        const auto simulator = begin();
        const QByteArray token = tokenOf(*simulator);
        for (const QByteArray list : {"/clients?", "/hotspot/authed-records?"}) {
            const RawAnswer answer
                = ask(simulator->url(), with(token, "GET", siteBase(*simulator) + list + query));
            QCOMPARE(answer.json().value(u"errorCode"_s).toInt(), -1001);
        }
    }

    void pagesTogetherHoldEveryClientOnce()
    {
        const auto simulator = begin();
        const QByteArray token = tokenOf(*simulator);
        QStringList macs;
        for (int page = 1; page <= 10; ++page)
            for (const QJsonValue row : rowsOf(*simulator,
                     with(token, "GET",
                         siteBase(*simulator)
                             + "/clients?pageSize=7&page=" + QByteArray::number(page))))
                macs += row.toObject().value(u"mac"_s).toString();
        QCOMPARE(macs.size(), clientsOf(*simulator, token).size());
        QCOMPARE(QSet<QString>(macs.begin(), macs.end()).size(), macs.size());
    }

    void aGuestIsLetInForTheControllersOwnTimeAndStaysAssociatedWhenCancelled()
    {
        const auto simulator = begin();
        const QByteArray token = tokenOf(*simulator);
        const QString mac = simulator->info().waiting.first();
        const QByteArray client = siteBase(*simulator) + "/clients/" + mac.toLatin1();
        const QByteArray action = siteBase(*simulator) + "/hotspot/clients/" + mac.toLatin1();
        const auto authStatus = [&] {
            return ask(simulator->url(), with(token, "GET", client))
                .json()
                .value(u"result"_s)
                .toObject()
                .value(u"authStatus"_s)
                .toInt();
        };
        QCOMPARE(authStatus(), 1);
        QCOMPARE(ask(simulator->url(), with(token, "POST", action + "/auth"))
                     .json()
                     .value(u"errorCode"_s)
                     .toInt(),
            0);
        QCOMPARE(authStatus(), 2);
        const QJsonObject record
            = rowsOf(*simulator, searchRecords(*simulator, token, mac)).first().toObject();
        QCOMPARE(record.value(u"authType"_s).toInt(), 10);
        QVERIFY(record.value(u"valid"_s).toBool());
        QCOMPARE(record.value(u"end"_s).toInteger() - record.value(u"start"_s).toInteger(),
            qint64(8) * 3600 * 1000);
        QCOMPARE(ask(simulator->url(), with(token, "POST", action + "/unauth"))
                     .json()
                     .value(u"errorCode"_s)
                     .toInt(),
            0);
        QCOMPARE(authStatus(), 1);
        const QJsonObject ended
            = rowsOf(*simulator, searchRecords(*simulator, token, mac)).first().toObject();
        QVERIFY(!ended.value(u"valid"_s).toBool());
        QCOMPARE(simulator->actions(), 2);
    }

    void aPeriodIsAddedToTheEndOfARecord()
    {
        const auto simulator = begin();
        const QByteArray token = tokenOf(*simulator);
        const QString mac = simulator->info().waiting.first();
        QVERIFY(simulator->authorizeByOthers(mac, 30));
        const QJsonObject before
            = rowsOf(*simulator, searchRecords(*simulator, token, mac)).first().toObject();
        const QByteArray id = before.value(u"id"_s).toString().toLatin1();
        const RawAnswer answer = ask(simulator->url(),
            with(token, "POST", siteBase(*simulator) + "/hotspot/authed-records/" + id + "/period",
                R"({"period":60000})"));
        QCOMPARE(answer.json().value(u"errorCode"_s).toInt(), 0);
        const QJsonObject after
            = rowsOf(*simulator, searchRecords(*simulator, token, mac)).first().toObject();
        QCOMPARE(after.value(u"end"_s).toInteger(), before.value(u"end"_s).toInteger() + 60'000);
        simulator->advance(std::chrono::minutes(31));
        QVERIFY(!simulator->isAuthorized(mac));
    }

    void aRefreshTokenIsGoodOnce()
    {
        const auto simulator = begin();
        const QByteArray json = "application/json";
        const QJsonObject body = credentialsBody(*simulator);
        const RawAnswer first = ask(simulator->url(),
            {"POST", "/openapi/authorize/token?grant_type=client_credentials",
                {{"Content-Type", json}}, QJsonDocument(body).toJson()});
        const QByteArray refresh = first.json()
                                       .value(u"result"_s)
                                       .toObject()
                                       .value(u"refreshToken"_s)
                                       .toString()
                                       .toLatin1();
        const RawRequest again{"POST",
            "/openapi/authorize/token?grant_type=refresh_token&refresh_token=" + refresh,
            {{"Content-Type", json}}, QJsonDocument(body).toJson()};
        QCOMPARE(ask(simulator->url(), again).json().value(u"errorCode"_s).toInt(), 0);
        QCOMPARE(ask(simulator->url(), again).json().value(u"errorCode"_s).toInt(), -44114);
        for (const QJsonObject &entry : simulator->requests())
            QVERIFY(!entry.value(u"query"_s).toString().contains(QString::fromLatin1(refresh)));
    }

    void aUrlWithoutTheControllersIdEndsAtTheWebServer()
    {
        const auto simulator = begin();
        QCOMPARE(
            ask(simulator->url(), {"GET", "/openapi/v1/sites?page=1&pageSize=10", {}, {}}).status,
            404);
        QCOMPARE(
            ask(simulator->url(), {"GET", "/proxy/network/integration/v1/info", {}, {}}).status,
            404);
        QCOMPARE(ask(simulator->url(), {"GET", "/", {}, {}}).status, 302);
    }

    void aLowerCaseAddressNamesNobody()
    {
        const auto simulator = begin();
        const QByteArray mac = simulator->info().waiting.first().toLower().toLatin1();
        const RawAnswer answer = ask(simulator->url(),
            with(tokenOf(*simulator), "POST",
                siteBase(*simulator) + "/hotspot/clients/" + mac + "/auth"));
        QCOMPARE(answer.json().value(u"errorCode"_s).toInt(), -41010);
    }
};

QTEST_GUILESS_MAIN(TestSimOmadaTranscripts)
#include "tst_simomadatranscripts.moc"
