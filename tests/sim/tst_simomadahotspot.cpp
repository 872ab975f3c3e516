#include "omadadesk.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 hourMs = 3'600'000;

RawRequest openApi(OmadaDesk &desk, const QByteArray &method, const QByteArray &path)
{
    const QJsonObject credentials = desk.simulator().info().credentials;
    const QJsonObject info = ask(desk.simulator().url(), {"GET", "/api/info", {}, {}}).json();
    const QString id = info.value(u"result"_s).toObject().value(u"omadacId"_s).toString();
    const QJsonObject body{{u"omadacId"_s, id}, {u"client_id"_s, credentials.value(u"clientId"_s)},
        {u"client_secret"_s, credentials.value(u"clientSecret"_s)}};
    const RawAnswer token = ask(desk.simulator().url(),
        {"POST", "/openapi/authorize/token?grant_type=client_credentials",
            {{"Content-Type", "application/json"}}, QJsonDocument(body).toJson()});
    const QString access
        = token.json().value(u"result"_s).toObject().value(u"accessToken"_s).toString();
    return {method, "/openapi/v1/" + id.toLatin1() + "/sites/" + desk.siteId().toLatin1() + path,
        {{"Authorization", "AccessToken=" + access.toLatin1()}}, {}};
}

QJsonObject clientRow(OmadaDesk &desk, const QString &mac)
{
    return ask(desk.simulator().url(), openApi(desk, "GET", "/clients/" + mac.toLatin1()))
        .json()
        .value(u"result"_s)
        .toObject();
}

} // namespace

class TestSimOmadaHotspot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aPeriodIsAddedEvenToARecordThatIsOver_data() { addOmadaVersions(); }
    void aPeriodIsAddedEvenToARecordThatIsOver()
    {
        OmadaDesk desk = deskOfThisRow();
        const QString mac = macOf(desk.form());
        QCOMPARE(errorCodeOf(desk.authorize(desk.form())), 0);
        desk.simulator().advance(std::chrono::minutes(61));
        (void)desk.signIn();
        const QJsonObject over = desk.records(mac).first().toObject();
        QVERIFY(!over.value(u"valid"_s).toBool());
        const QString id = over.value(u"id"_s).toString();
        QCOMPARE(errorCodeOf(desk.actOnRecord(id, "extend", {{u"period"_s, 60'000}})), -1001);
        QCOMPARE(errorCodeOf(desk.actOnRecord(id, "extend", {{u"period"_s, u"9000000"_s}})), -1001);
        QCOMPARE(errorCodeOf(desk.actOnRecord(id, "extend", {})), -1001);
        QCOMPARE(errorCodeOf(desk.actOnRecord(id, "extend", {{u"period"_s, 2 * hourMs}})), 0);
        QCOMPARE(lengthOf(desk.records(mac).first().toObject()), 3 * hourMs);
        QVERIFY(desk.simulator().isAuthorized(mac));
    }

    void endingOneRecordLeavesTheOthersAlive_data() { addOmadaVersions(); }
    void endingOneRecordLeavesTheOthersAlive()
    {
        OmadaDesk desk = deskOfThisRow();
        const QString mac = macOf(desk.form());
        QVERIFY(desk.simulator().authorizeByOthers(mac, 30));
        QVERIFY(desk.simulator().authorizeByOthers(mac, 90));
        QCOMPARE(desk.records(mac).size(), 2);
        for (const QJsonValue record : desk.records(mac)) {
            QVERIFY(record.toObject().value(u"valid"_s).toBool());
            QVERIFY(desk.simulator().isAuthorized(mac));
            const QString id = record.toObject().value(u"id"_s).toString();
            QCOMPARE(errorCodeOf(desk.actOnRecord(id, "disconnect")), 0);
            QCOMPARE(errorCodeOf(desk.actOnRecord(id, "disconnect")), 0);
        }
        QVERIFY(!desk.simulator().isAuthorized(mac));
        for (const QJsonValue record : desk.records(mac)) {
            QVERIFY(!record.toObject().value(u"valid"_s).toBool());
            QVERIFY(lengthOf(record.toObject()) < hourMs / 2);
        }
        QCOMPARE(errorCodeOf(desk.actOnRecord(mac, "disconnect")), -1001);
        QCOMPARE(errorCodeOf(desk.actOnRecord(mac, "unauthorize")), -1600);
    }

    void recordsComeInPagesOfTheirOwnWords_data() { addOmadaVersions(); }
    void recordsComeInPagesOfTheirOwnWords()
    {
        OmadaDesk desk = deskOfThisRow();
        const QByteArray list = "/sites/" + desk.siteId().toLatin1() + "/clients?";
        const auto page = [&](const QByteArray &query) {
            return desk.get(list + query).json().value(u"result"_s).toObject();
        };
        const QJsonObject all = page("currentPage=1&currentPageSize=100&sorts.end=desc");
        const QJsonArray rows = all.value(u"data"_s).toArray();
        QVERIFY(rows.size() > 10);
        QCOMPARE(all.value(u"totalRows"_s).toInt(), rows.size());
        for (qsizetype i = 1; i < rows.size(); ++i)
            QVERIFY(rows[i - 1].toObject().value(u"end"_s).toInteger()
                >= rows[i].toObject().value(u"end"_s).toInteger());
        QCOMPARE(page("page=2&pageSize=100").value(u"data"_s).toArray().size(), 10);
        const QJsonObject second = page("currentPage=2&currentPageSize=7&sorts.end=desc");
        QCOMPARE(second.value(u"data"_s).toArray().first().toObject().value(u"id"_s),
            rows[7].toObject().value(u"id"_s));
        for (const char *wrong : {"currentPage=0", "currentPageSize=1001", "currentPage=two",
                 "sorts.end=down", "currentPages=1"})
            QCOMPARE(errorCodeOf(desk.get(list + wrong)), -1001);
    }

    void aSessionIsItsCookieAndItsToken_data() { addOmadaVersions(); }
    void aSessionIsItsCookieAndItsToken()
    {
        OmadaDesk desk = deskOfThisRow();
        QFETCH(QString, version);
        const bool renamed = version != "4.4.6"_L1 && version != "5.4.6"_L1;
        QVERIFY(desk.cookie().startsWith(renamed ? "TPOMADA_SESSIONID=" : "TPEAP_SESSIONID="));
        QCOMPARE(errorCodeOf(desk.get("/loginStatus")), 0);

        RawRequest withoutCookie = desk.request("GET", "/current");
        withoutCookie.headers.remove("Cookie");
        QCOMPARE(errorCodeOf(ask(desk.simulator().url(), withoutCookie)), -1200);
        RawRequest elsewhere = desk.request("GET", "/current");
        elsewhere.target = elsewhere.target.split('?').first();
        elsewhere.headers.remove("Csrf-Token");
        if (desk.isOld())
            elsewhere.headers.insert("Csrf-Token", desk.token());
        else
            elsewhere.target += "?token=" + desk.token();
        QCOMPARE(errorCodeOf(ask(desk.simulator().url(), elsewhere)), -1200);

        QCOMPARE(errorCodeOf(desk.get("/current")), 0);
        QCOMPARE(errorCodeOf(desk.post("/logout")), 0);
        QCOMPARE(errorCodeOf(desk.get("/current")), -1200);
    }

    void aSessionEndsByTimeAndByCount()
    {
        OmadaDesk desk(optionsOf(u"omada5"_s));
        desk.simulator().advance(std::chrono::minutes(29));
        QCOMPARE(errorCodeOf(desk.get("/current")), 0);
        desk.simulator().advance(std::chrono::minutes(31));
        QCOMPARE(errorCodeOf(desk.get("/current")), -1200);
        QVERIFY(!desk.simulator().addFault(u"session-expiry=1"_s));
        QCOMPARE(errorCodeOf(desk.signIn()), 0);
        QCOMPARE(errorCodeOf(desk.get("/current")), 0);
        QCOMPARE(errorCodeOf(desk.get("/current")), -1200);
    }

    void aLostSessionMayBeAPage()
    {
        OmadaDesk desk(optionsOf(u"omada5"_s));
        desk.simulator().advance(std::chrono::hours(1));
        QVERIFY(!desk.simulator().addFault(u"lost-session-html"_s));
        const RawAnswer page = desk.get("/current");
        QCOMPARE(page.status, 200);
        QVERIFY(page.body.contains("<title>Omada Controller</title>"));
        QVERIFY(!desk.simulator().addFault(u"lost-session-302"_s));
        const RawAnswer moved = desk.get("/current");
        QCOMPARE(moved.status, 302);
        QVERIFY(moved.headers.value("location").endsWith("/hotspot/login"));
    }

    void wrongPasswordsLockTheSignInForTwoHours()
    {
        OmadaDesk desk(optionsOf(u"omada5"_s));
        const QString user = desk.simulator().info().credentials.value(u"user"_s).toString();
        QCOMPARE(errorCodeOf(desk.signInWith(u"nobody"_s, u"wrong"_s)), -30104);
        for (int left = 4; left > 0; --left) {
            const RawAnswer answer = desk.signInWith(user, u"wrong"_s);
            QCOMPARE(errorCodeOf(answer), -30125);
            QVERIFY(answer.body.contains(QByteArray::number(left) + " attempt(s) left"));
        }
        QCOMPARE(errorCodeOf(desk.signInWith(user, u"wrong"_s)), -30126);
        QCOMPARE(errorCodeOf(desk.signIn()), -30119);
        desk.simulator().advance(std::chrono::minutes(119));
        QCOMPARE(errorCodeOf(desk.signIn()), -30119);
        desk.simulator().advance(std::chrono::minutes(2));
        QCOMPARE(errorCodeOf(desk.signIn()), 0);
        for (const QJsonObject &entry : desk.simulator().requests())
            QVERIFY(!QJsonDocument(entry).toJson().contains("wrong"));
    }

    void anOperatorStaysInItsSites()
    {
        OmadaDesk desk(optionsOf(u"omada5"_s));
        QVERIFY(!desk.simulator().addFault(u"operator-first-site"_s));
        const QJsonObject current = desk.get("/current").json().value(u"result"_s).toObject();
        QCOMPARE(current.value(u"sites"_s).toArray().size(), 1);
        QVERIFY(current.contains(u"password"_s));
        QCOMPARE(errorCodeOf(desk.get("/sites/" + desk.siteId(0).toLatin1() + "/clients")), 0);
        QCOMPARE(errorCodeOf(desk.get("/sites/" + desk.siteId(1).toLatin1() + "/clients")), -1005);
        QJsonObject form = desk.form();
        form.insert(u"site"_s, u"Boathouse"_s);
        QCOMPARE(errorCodeOf(desk.authorize(form)), -1005);
    }

    void aViewerLooksAndChangesNothing()
    {
        OmadaDesk desk(optionsOf(u"omada5"_s));
        QVERIFY(!desk.simulator().addFault(u"read-only-key"_s));
        QCOMPARE(errorCodeOf(desk.authorize(desk.form())), -1005);
        QCOMPARE(errorCodeOf(desk.actOnRecord(u"any"_s, "disconnect")), -1005);
        QCOMPARE(errorCodeOf(desk.get("/current")), 0);
        QCOMPARE(desk.simulator().actions(), 0);
    }

    void anOldControllerMayHaveNoRecords()
    {
        OmadaDesk desk(optionsOf(u"omada4"_s));
        QCOMPARE(desk.siteId(), u"Default"_s);
        QVERIFY(!desk.simulator().addFault(u"no-hotspot-records"_s));
        QCOMPARE(errorCodeOf(desk.get("/sites/Default/clients")), -1600);
        QCOMPARE(errorCodeOf(desk.authorize(desk.form())), 0);
    }

    void bothApisShowOneWorld_data()
    {
        QTest::addColumn<QString>("generation");
        QTest::newRow("asked for the portal") << u"omada5"_s;
        QTest::newRow("asked for the Open API") << u"omada-openapi"_s;
    }
    void bothApisShowOneWorld()
    {
        QFETCH(QString, generation);
        OmadaDesk desk(optionsOf(generation));
        const QJsonObject form = desk.form(true);
        const QByteArray mac = macOf(form).toLatin1();
        const QJsonObject waiting = clientRow(desk, macOf(form));
        QCOMPARE(waiting.value(u"authStatus"_s).toInt(), 1);
        QCOMPARE(waiting.value(u"gatewayMac"_s), form.value(u"gatewayMac"_s));
        QCOMPARE(waiting.value(u"vid"_s), form.value(u"vid"_s));
        QCOMPARE(errorCodeOf(desk.authorize(form)), 0);
        QCOMPARE(clientRow(desk, macOf(form)).value(u"authStatus"_s).toInt(), 2);
        const RawAnswer theirs = ask(desk.simulator().url(),
            openApi(desk, "GET", "/hotspot/authed-records?page=1&pageSize=10&searchKey=" + mac));
        const QJsonObject record = desk.records(macOf(form)).first().toObject();
        QVERIFY(theirs.body.contains(record.value(u"id"_s).toString().toLatin1()));
        const RawAnswer cancelled = ask(
            desk.simulator().url(), openApi(desk, "POST", "/hotspot/clients/" + mac + "/unauth"));
        QCOMPARE(errorCodeOf(cancelled), 0);
        QVERIFY(!desk.records(macOf(form)).first().toObject().value(u"valid"_s).toBool());
    }

    void aBlockedClientIsOffTheNetworkUntilUnblocked()
    {
        OmadaDesk desk(optionsOf(u"omada-openapi"_s));
        const QString mac = macOf(desk.form());
        const QByteArray client = "/clients/" + mac.toLatin1();
        const auto post = [&](const QByteArray &what) {
            return errorCodeOf(ask(desk.simulator().url(), openApi(desk, "POST", client + what)));
        };
        QCOMPARE(post("/unblock"), -41004);
        QCOMPARE(post("/block"), 0);
        QVERIFY(clientRow(desk, mac).value(u"blocked"_s).toBool());
        QVERIFY(!clientRow(desk, mac).value(u"active"_s).toBool());
        QVERIFY(!desk.simulator().info().waiting.contains(mac));
        QCOMPARE(post("/unblock"), 0);
        QVERIFY(desk.simulator().info().waiting.contains(mac));
        QCOMPARE(desk.simulator().actions(), 2);
    }

    void theOpenApiCanBeSwitchedOff()
    {
        OmadaDesk desk(optionsOf(u"omada5"_s));
        QVERIFY(!desk.simulator().addFault(u"open-api-off"_s));
        QCOMPARE(
            errorCodeOf(ask(desk.simulator().url(), openApi(desk, "GET", "/clients/x"))), -44113);
        QCOMPARE(errorCodeOf(desk.authorize(desk.form())), 0);
    }

    void beforeFiveTwelveThereIsNoOpenApi()
    {
        OmadaDesk desk(optionsOf(u"omada5"_s, u"5.4.6"_s));
        QVERIFY(!desk.simulator().info().credentials.contains(u"clientId"_s));
        QCOMPARE(ask(desk.simulator().url(),
                     {"POST", "/openapi/authorize/token?grant_type=client_credentials", {}, {}})
                     .status,
            404);
    }
};

QTEST_GUILESS_MAIN(TestSimOmadaHotspot)
#include "tst_simomadahotspot.moc"
