#include "unificlassicdesk.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr const char *authorizeWord = "authorize-guest";
constexpr const char *unauthorizeWord = "unauthorize-guest";
const QByteArray anHour = R"(,"minutes":60)";
const QString stranger = u"02:00:5e:10:00:ee"_s;

/// The rows that are good now, as the notes tell a client to find them.
QList<QJsonObject> current(UnifiClassicDesk &desk, const QString &mac)
{
    QList<QJsonObject> found;
    const qint64 now = desk.simulator().now().toSecsSinceEpoch();
    for (const QJsonObject &row : desk.guestRows(mac))
        if (!row.value(u"expired"_s).toBool() && row.value(u"end"_s).toInteger() > now)
            found += row;
    return found;
}

} // namespace

class TestSimUnifiClassic : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aSiteIsKnownByItsShortNameOnly_data()
    {
        QTest::addColumn<QByteArray>("site");
        QTest::newRow("label") << QByteArray("Default");
        QTest::newRow("nobody's") << QByteArray("k3v9x2mq");
        QTest::newRow("UUID") << QByteArray("88f7af54-98f8-306a-a1c7-c9349722b1f6");
    }
    void aSiteIsKnownByItsShortNameOnly()
    {
        QFETCH(QByteArray, site);
        UnifiClassicDesk desk;
        (void)desk.signIn();
        const RawAnswer answer = desk.get(desk.prefix() + "/api/s/" + site + "/stat/sta");
        QCOMPARE(answer.status, 400);
        QCOMPARE(messageOf(answer), u"api.err.NoSiteContext"_s);
    }

    void whatIsNotThereIsNotFound_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("no such list") << QByteArray("GET") << QByteArray("/api/s/default/stat/x");
        QTest::newRow("no site") << QByteArray("GET") << QByteArray("/api/stat/sta");
        QTest::newRow("read by POST") << QByteArray("POST") << QByteArray("/api/self/sites");
        QTest::newRow("command by GET")
            << QByteArray("GET") << QByteArray("/api/s/default/cmd/stamgr");
    }
    void whatIsNotThereIsNotFound()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        UnifiClassicDesk desk;
        (void)desk.signIn();
        const RawAnswer answer = desk.send(desk.requestFor(method, desk.prefix() + path, "{}"));
        QCOMPARE(answer.status, 404);
        QCOMPARE(messageOf(answer), u"api.err.NotFound"_s);
    }

    void oneClientIsFoundByItsPlainAddressUpToTenFive()
    {
        const auto ask = [](const QString &version, bool escaped) {
            UnifiClassicDesk desk(classicOptions(version));
            (void)desk.signIn();
            QByteArray mac = desk.firstWaiting().toLatin1();
            if (escaped)
                mac.replace(":", "%3A");
            return desk.get(desk.prefix() + "/api/s/default/stat/sta/" + mac);
        };
        QCOMPARE(ask(u"10.0.162"_s, false).status, 200);
        QCOMPARE(messageOf(ask(u"10.0.162"_s, true)), u"api.err.UnknownStation"_s);
        QCOMPARE(ask(u"10.6.106"_s, false).status, 400);
    }

    void aGuestGoesThroughItsStates()
    {
        UnifiClassicDesk desk;
        (void)desk.signIn();
        const QString mac = desk.firstWaiting();
        QCOMPARE(desk.client(mac).value(u"authorized"_s).toBool(true), false);
        QCOMPARE(desk.command(authorizeWord, mac, R"(,"minutes":60,"bytes":10)").status, 200);
        QCOMPARE(desk.client(mac).value(u"authorized"_s).toBool(), true);
        QVERIFY(!current(desk, mac).first().contains(u"bytes"_s)); // nothing used
        QVERIFY(desk.simulator().useData(mac, 4'000'000));
        QCOMPARE(current(desk, mac).first().value(u"bytes"_s).toInt(), 4'000'000);

        // Another authorization replaces the first and counts from zero.
        QCOMPARE(desk.command(authorizeWord, mac, R"(,"minutes":30,"bytes":1)").status, 200);
        QCOMPARE(current(desk, mac).size(), 1);
        QVERIFY(!current(desk, mac).first().contains(u"bytes"_s));
        QVERIFY(desk.guestRows(mac).size() >= 2);
        QVERIFY(desk.simulator().useData(mac, 1024 * 1024));
        QVERIFY(current(desk, mac).isEmpty()); // its quota is used up

        QCOMPARE(desk.command(authorizeWord, mac, R"(,"minutes":30)").status, 200);
        desk.simulator().advance(31min);
        QVERIFY(current(desk, mac).isEmpty());
        QCOMPARE(desk.client(mac).value(u"authorized"_s).toBool(true), false);
    }

    void aRowOutOfTimeSaysSoALittleLate()
    {
        UnifiClassicDesk desk;
        (void)desk.signIn();
        const QString mac = desk.firstWaiting();
        (void)desk.command(authorizeWord, mac, anHour);
        const auto saysExpired
            = [&] { return desk.newestGuestRow(mac).value(u"expired"_s).toBool(); };
        desk.simulator().advance(60min + 5s);
        QVERIFY(!saysExpired());
        desk.simulator().advance(60s);
        QVERIFY(saysExpired());
    }

    void nobodySayingHowLongMeansTheControllersOwn_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<QByteArray>("minutes");
        QTest::addColumn<int>("granted");
        QTest::newRow("server, none") << u"8.6.9"_s << QByteArray() << 240;
        QTest::newRow("server, zero") << u"8.6.9"_s << QByteArray(R"(,"minutes":0)") << 240;
        QTest::newRow("console, none") << u"10.0.162"_s << QByteArray() << 480;
        QTest::newRow("console, zero") << u"10.0.162"_s << QByteArray(R"(,"minutes":0)") << 480;
    }
    void nobodySayingHowLongMeansTheControllersOwn()
    {
        QFETCH(QString, version);
        QFETCH(QByteArray, minutes);
        QFETCH(int, granted);
        UnifiClassicDesk desk(classicOptions(version));
        (void)desk.signIn();
        (void)desk.command(authorizeWord, desk.firstWaiting(), minutes);
        const QJsonObject row = current(desk, desk.firstWaiting()).first();
        QCOMPARE(row.value(u"end"_s).toInteger() - row.value(u"start"_s).toInteger(), granted * 60);
    }

    void unauthorizingDisconnectsAndTheGuestComesBackWaiting()
    {
        UnifiClassicDesk desk;
        (void)desk.signIn();
        const QString mac = desk.firstWaiting();
        (void)desk.command(authorizeWord, mac, anHour);
        const RawAnswer answer = desk.command(unauthorizeWord, mac);
        QCOMPARE(answer.json().value(u"data"_s).toArray(), QJsonArray());
        QVERIFY(desk.client(mac).isEmpty());
        desk.simulator().advance(5s);
        QCOMPARE(desk.client(mac).value(u"authorized"_s).toBool(true), false);
        const QJsonObject row = desk.newestGuestRow(mac);
        QVERIFY(row.value(u"expired"_s).toBool());
        QVERIFY(row.value(u"end"_s).toInteger() > desk.simulator().now().toSecsSinceEpoch());
        QCOMPARE(desk.command(unauthorizeWord, mac).status, 200); // nothing left to take back
        QCOMPARE(desk.simulator().actions(), 2);
    }

    void whoHasLeftCanBeCancelledAndStaysAway()
    {
        UnifiClassicDesk desk;
        (void)desk.signIn();
        const QString mac = desk.firstWaiting();
        (void)desk.command(authorizeWord, mac, anHour);
        QVERIFY(desk.simulator().leave(mac));
        QCOMPARE(desk.command(unauthorizeWord, mac).status, 200);
        QVERIFY(!desk.simulator().isAuthorized(mac));
        desk.simulator().advance(10s);
        QVERIFY(desk.client(mac).isEmpty());
    }

    void aDeviceThatNobodyHasSeenIsAuthorizedWhenItComes()
    {
        UnifiClassicDesk desk;
        (void)desk.signIn();
        QCOMPARE(desk.command(authorizeWord, stranger, anHour).status, 200);
        QVERIFY(desk.client(stranger).isEmpty());
        QCOMPARE(current(desk, stranger).size(), 1);
        QVERIFY(desk.simulator().comeBack(stranger));
        QCOMPARE(desk.client(stranger).value(u"authorized"_s).toBool(), true);
    }

    void anotherSiteAcceptsAndTheGuestGoesOnWaiting()
    {
        UnifiClassicDesk desk;
        (void)desk.signIn();
        const QByteArray other
            = desk.simulator().info().sites.at(1).toObject().value(u"id"_s).toString().toLatin1();
        const QString mac = desk.firstWaiting();
        QCOMPARE(
            desk.post(desk.prefix() + "/api/s/" + other + "/cmd/stamgr",
                    R"({"cmd":"authorize-guest","minutes":60,"mac":")" + mac.toLatin1() + R"("})")
                .status,
            200);
        QVERIFY(current(desk, mac).isEmpty());
        QCOMPARE(desk.client(mac).value(u"authorized"_s).toBool(true), false);
    }

    void aKickedClientIsBackSoonWithWhatItHad()
    {
        UnifiClassicDesk desk;
        (void)desk.signIn();
        const QString mac = desk.firstWaiting();
        (void)desk.command(authorizeWord, mac, anHour);
        QCOMPARE(desk.command("kick-sta", mac).status, 200);
        QVERIFY(desk.client(mac).isEmpty());
        desk.simulator().advance(5s);
        QCOMPARE(desk.client(mac).value(u"authorized"_s).toBool(), true);
        QCOMPARE(messageOf(desk.command("kick-sta", stranger)), u"api.err.UnknownStation"_s);
    }

    void aBlockedClientCannotAssociateUntilItMayAgain()
    {
        UnifiClassicDesk desk;
        (void)desk.signIn();
        const QString mac = desk.firstWaiting();
        const auto isBlocked = [&] {
            for (const QJsonValue row : desk.rows("rest/user"))
                if (row.toObject().value(u"mac"_s) == mac)
                    return row.toObject().value(u"blocked"_s).toBool();
            return false;
        };
        QVERIFY(!isBlocked());
        QCOMPARE(desk.command("block-sta", mac).status, 200);
        QVERIFY(isBlocked());
        QVERIFY(desk.simulator().comeBack(mac));
        QVERIFY(desk.client(mac).isEmpty());
        QCOMPARE(desk.command("unblock-sta", mac).status, 200);
        QVERIFY(!isBlocked());
        QVERIFY(desk.client(mac).isEmpty());
        desk.simulator().advance(5s);
        QVERIFY(!desk.client(mac).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSimUnifiClassic)
#include "tst_simunificlassic.moc"
