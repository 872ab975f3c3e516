#include "wire/transcript.h"
#include "wire/unifi_classic/replies.h"

#include <QTest>

using namespace Qt::StringLiterals;
namespace classic = wire::unifi_classic;

namespace {

MacAddress mac(const char *end)
{
    return *MacAddress::parse(QString(u"02:00:5E:10:00:"_s + QLatin1StringView(end)));
}

Transcript read(const QString &name)
{
    return transcript(u"unifi-classic/"_s + name);
}

QDateTime time(int hour, int minute, int second = 0, int day = 2)
{
    return {QDate(2026, 3, day), QTime(hour, minute, second), Qt::UTC};
}

const QDateTime now = time(9, 20);

HttpReply reply(int status, const QByteArray &body, const QList<HttpHeader> &headers = {})
{
    HttpReply reply;
    reply.status = status;
    reply.headers = headers;
    reply.body = body;
    return reply;
}

HttpReply rows(const QByteArray &data)
{
    return reply(200, R"({"meta":{"rc":"ok"},"data":[)" + data + "]}");
}

/// A connected guest from the words of its row, with these authorizations.
WifiClient guest(const QByteArray &words, const QByteArray &authorizations = {})
{
    const auto guests = classic::readGuests(rows(authorizations));
    const auto clients = classic::readConnected(
        rows(R"({"mac":"02:00:5e:10:00:a1","is_guest":true,"latest_assoc_time":1772442000)" + words
            + '}'),
        *guests, now);
    return clients->first();
}

/// A row of the guest list, times in minutes from now.
QByteArray grant(int start, int end, const QByteArray &words = {})
{
    constexpr qint64 epoch = 1772443200;
    return R"({"mac":"02:00:5E:10:00:A1","start":)" + QByteArray::number(epoch + start * 60)
        + R"(,"end":)" + QByteArray::number(epoch + end * 60) + words + '}';
}

} // namespace

class TestUnifiClassicLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void connectedClientsAreRead();
    void knownClientsAreRead();
    void u4StateFollowsTheControllersClock_data();
    void u4StateFollowsTheControllersClock();
    void theNewestLiveRowCounts();
    void absentClientsAreAsTheGuestListSays();
    void u15NumbersAndBooleansMayComeAsText();
    void u25TimesAreUnixSeconds();
    void authorizingIsReadFullAndThin();
    void devicesSystemAndDefaultAreRead();
};

void TestUnifiClassicLists::connectedClientsAreRead()
{
    const auto guests = classic::readGuests(read(u"guests"_s).reply);
    QVERIFY(guests.has_value());
    const auto clients = classic::readConnected(read(u"clients"_s).reply, *guests, now);
    QVERIFY(clients.has_value());
    QCOMPARE(clients->size(), 4);
    const WifiClient waiting = clients->at(0);
    QCOMPARE(waiting.key.mac, mac("a1"));
    QCOMPARE(waiting.name, u"Tablet in 204"_s);
    QCOMPARE(waiting.hostName, u"tablet"_s);
    QCOMPARE(waiting.vendor, u"Example Devices"_s);
    QCOMPARE(waiting.ip, u"10.20.0.31"_s);
    QCOMPARE(waiting.ssid, u"Guest"_s);
    QCOMPARE(waiting.accessPoint, u"00:00:5e:30:00:f1"_s);
    QCOMPARE(waiting.attachment.accessPoint, MacAddress::parse(u"00:00:5e:30:00:f1"_s));
    QCOMPARE(waiting.wireless, true);
    QCOMPARE(waiting.blocked, false);
    QCOMPARE(waiting.signalDbm, -58);
    QCOMPARE(waiting.connectedAt, time(9, 14, 7));
    QCOMPARE(waiting.state, ClientState::Waiting); // an old row of the guest list proves nothing
    QVERIFY(!waiting.authorization);

    const WifiClient wired = clients->at(1);
    QCOMPARE(wired.state, ClientState::NotGuest);
    QCOMPARE(wired.wireless, false);
    QCOMPARE(wired.accessPoint, u"00:00:5e:30:00:f2"_s);
    QVERIFY(!wired.attachment.accessPoint);

    const WifiClient authorized = clients->at(2);
    QCOMPARE(authorized.state, ClientState::Authorized);
    QCOMPARE(authorized.authorization,
        (Authorization{time(9, 0, 0, 2), time(9, 0, 0, 3), 1000, 83886080, 8000, 2000,
            AuthorizationMethod::Voucher, u"65f0d00a1b2c3d4e5f600042"_s}));

    const WifiClient sparse = clients->at(3);
    QCOMPARE(sparse.state, ClientState::Unknown);
}

void TestUnifiClassicLists::knownClientsAreRead()
{
    const HttpReply known = read(u"known-clients"_s).reply;
    const std::optional<WifiClient> laptop = *classic::readKnown(known, mac("a6"));
    QCOMPARE(laptop->hostName, u"laptop"_s);
    QCOMPARE(laptop->blocked, false);
    const std::optional<WifiClient> blocked = *classic::readKnown(known, mac("a7"));
    QCOMPARE(blocked->blocked, true);
    const auto unknown = classic::readKnown(known, mac("ee"));
    QVERIFY(unknown && !*unknown);
}

void TestUnifiClassicLists::u4StateFollowsTheControllersClock_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QByteArray>("grants");
    QTest::addColumn<ClientState>("state");
    const QByteArray yes = R"(,"authorized":true)";
    const QByteArray no = R"(,"authorized":false)";
    const QByteArray closed = R"(,"expired":true)";
    using enum ClientState;
    QTest::newRow("let in") << yes << grant(-10, 50) << Authorized;
    QTest::newRow("not let in") << no << QByteArray() << Waiting;
    QTest::newRow("not let in, once was") << no << grant(-9000, -8000) << Waiting;
    QTest::newRow("granted, not yet let in") << no << grant(0, 60) << Waiting;
    QTest::newRow("its time is over, the list lags") << yes << grant(-10, 0) << Expired;
    QTest::newRow("ended early") << yes << grant(-10, 50, closed) << Expired;
    QTest::newRow("no portal, an old row") << yes << grant(-9000, -8000) << Authorized;
    QTest::newRow("no portal, no row") << yes << QByteArray() << Authorized;
    QTest::newRow("not told, live") << QByteArray() << grant(-10, 50) << Authorized;
    QTest::newRow("not told, over") << QByteArray() << grant(-10, -5) << Expired;
    QTest::newRow("not told, an old row") << QByteArray() << grant(-9000, -8000) << Unknown;
    QTest::newRow("not told") << QByteArray() << QByteArray() << Unknown;
    QTest::newRow("a row without an end")
        << QByteArray() << QByteArray(R"({"mac":"02:00:5e:10:00:a1"})") << Unknown;
}

void TestUnifiClassicLists::u4StateFollowsTheControllersClock()
{
    QFETCH(QByteArray, row);
    QFETCH(QByteArray, grants);
    QFETCH(ClientState, state);
    QCOMPARE(guest(row, grants).state, state);
}

void TestUnifiClassicLists::theNewestLiveRowCounts()
{
    const QByteArray rows = grant(-300, 900, R"(,"_id":"older")") + ','
        + grant(-100, 20, R"(,"_id":"live")") + ',' + grant(-50, -10, R"(,"_id":"over")") + ','
        + grant(-20, 700, R"(,"_id":"closed","expired":true)");
    const WifiClient client = guest(R"(,"authorized":true)", rows);
    QCOMPARE(client.state, ClientState::Authorized);
    QCOMPARE(client.authorization->recordId, u"live"_s);
    const WifiClient other = guest(R"(,"authorized":true,"is_guest":false)", rows);
    QVERIFY(other.state == ClientState::NotGuest);
    QVERIFY(!other.authorization);
}

void TestUnifiClassicLists::absentClientsAreAsTheGuestListSays()
{
    const auto guests = classic::readGuests(read(u"guests"_s).reply);
    const HttpReply known = read(u"known-clients"_s).reply;
    QVERIFY(guests.has_value());
    const auto left
        = classic::absentClient(mac("a6"), *classic::readKnown(known, mac("a6")), *guests, now);
    QCOMPARE(left->state, ClientState::Authorized);
    QCOMPARE(left->hostName, u"laptop"_s);
    QCOMPARE(left->authorization->until, time(7, 20, 0, 3));
    QVERIFY(!left->authorization->usedBytes);
    const auto unknown = classic::absentClient(mac("a6"), {}, *guests, now);
    QCOMPARE(unknown->state, ClientState::Authorized);
    const auto over = classic::absentClient(mac("a1"), {}, *guests, now);
    QCOMPARE(over->state, ClientState::Expired);
    const auto blocked
        = classic::absentClient(mac("a7"), *classic::readKnown(known, mac("a7")), *guests, now);
    QCOMPARE(blocked->state, ClientState::Waiting);
    QCOMPARE(blocked->blocked, true);
    QVERIFY(!classic::absentClient(mac("ee"), {}, *guests, now));
}

void TestUnifiClassicLists::u15NumbersAndBooleansMayComeAsText()
{
    const HttpReply connected = rows(R"({"mac":"02:00:5e:10:00:a1","is_guest":"true",
        "authorized":"true","is_wired":"false","signal":"-61","uptime":"60","last_seen":"1772443200",
        "blocked":"true","name":null,"hostname":7,"radio":"future"})");
    const auto guests = classic::readGuests(rows(R"({"mac":"02:00:5e:10:00:a1","start":"1772442000",
        "end":"1772528400","expired":"false","bytes":"1024","qos_rate_max_down":"8000",
        "qos_rate_max_up":-1,"qos_usage_quota":"0","authorized_by":"someone new"})"));
    QVERIFY(guests.has_value());
    const WifiClient client = classic::readConnected(connected, *guests, now)->first();
    QCOMPARE(client.state, ClientState::Authorized);
    QCOMPARE(client.signalDbm, -61);
    QCOMPARE(client.connectedAt, time(9, 19));
    QCOMPARE(client.blocked, true);
    QVERIFY(client.name.isEmpty() && client.hostName.isEmpty());
    QCOMPARE(client.authorization->usedBytes, 1024);
    QCOMPARE(client.authorization->downKbps, 8000);
    QVERIFY(!client.authorization->upKbps && !client.authorization->dataLimitMb);
    QCOMPARE(client.authorization->method, AuthorizationMethod::Other);
    QVERIFY(classic::readSystem(reply(200, R"({"meta":{"rc":"ok"},"data":{"version":"9.1"}})")));
}

void TestUnifiClassicLists::u25TimesAreUnixSeconds()
{
    const auto guests = classic::readGuests(
        rows(R"({"mac":"02:00:5e:10:00:a1","start":1772443200,"end":1772446800})"));
    const auto live = guests->live(mac("a1"), now);
    QCOMPARE(live->since, now);
    QCOMPARE(live->until, now.addSecs(3600));
    for (const char *wrong : {"-5", "0", "1772443200000000", "\"soon\"", "null"}) {
        const auto odd = classic::readGuests(
            rows(R"({"mac":"02:00:5e:10:00:a1","end":)" + QByteArray(wrong) + '}'));
        QVERIFY(odd.has_value());
        QVERIFY(!odd->newest(mac("a1"))->authorization.until);
    }
}

void TestUnifiClassicLists::authorizingIsReadFullAndThin()
{
    const auto full = classic::readAuthorized(read(u"authorize-all-limits"_s).reply);
    QVERIFY(full && full->granted);
    QCOMPARE(full->granted->since, now);
    QCOMPARE(full->granted->until, now.addSecs(7200));
    QCOMPARE(full->granted->dataLimitMb, 500);
    QCOMPARE(full->granted->downKbps, 4000);
    QCOMPARE(full->granted->upKbps, 1000);
    const auto thin = classic::readAuthorized(read(u"authorize-thin-reply"_s).reply);
    QVERIFY(thin && thin->granted);
    QVERIFY(!thin->granted->until);
    QVERIFY(classic::readDone(read(u"unauthorize"_s).reply));
    QVERIFY(classic::readDone(read(u"unauthorize-not-authorized"_s).reply));
    QVERIFY(classic::readDone(read(u"block"_s).reply));
}

void TestUnifiClassicLists::devicesSystemAndDefaultAreRead()
{
    const auto names = classic::readDeviceNames(read(u"devices"_s).reply);
    QVERIFY(names.has_value());
    QCOMPARE(names->value(u"00:00:5e:30:00:f1"_s), u"Lobby east"_s);
    const auto identity = classic::readSystem(read(u"sysinfo"_s).reply);
    QCOMPARE(identity->product, u"UniFi Network"_s);
    QCOMPARE(identity->version, u"10.0.162"_s);
    QCOMPARE(classic::readSystem(read(u"sysinfo-self-hosted"_s).reply)->version, u"8.6.9"_s);
    QCOMPARE(*classic::readDefaultMinutes(read(u"guest-access-setting"_s).reply), 480);
    const auto custom = [](const QByteArray &words) {
        return classic::readDefaultMinutes(rows('{' + words + '}'));
    };
    QCOMPARE(*custom(R"("expire":"custom","expire_number":3,"expire_unit":1440)"), 4320);
    QCOMPARE(*custom(R"("expire":"custom","expire_number":"999999","expire_unit":1440)"), 1000000);
    for (const char *words : {"", R"("expire":"custom")", R"("expire":0)", R"("expire":-1)",
             R"("expire":"2000000")", R"("expire_number":9999999999,"expire_unit":9999999999)"})
        QVERIFY(!custom(words));
    QVERIFY(!classic::readDefaultMinutes(rows({})));
}

QTEST_GUILESS_MAIN(TestUnifiClassicLists)
#include "tst_unifi_classic_lists.moc"
