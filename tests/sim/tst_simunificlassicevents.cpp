#include "unificlassicdesk.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The pair of RFC 6455, section 1.3.
const QByteArray sampleKey = "dGhlIHNhbXBsZSBub25jZQ==";
const QByteArray sampleAccept = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

RawRequest feedRequest(const UnifiClassicDesk &desk, const QByteArray &site = "default")
{
    RawRequest request = desk.requestFor("GET", desk.prefix() + "/wss/s/" + site + "/events", {});
    request.headers.insert("Upgrade", "websocket");
    request.headers.insert("Connection", "Upgrade");
    request.headers.insert("Sec-WebSocket-Version", "13");
    request.headers.insert("Sec-WebSocket-Key", sampleKey);
    return request;
}

/// The next message of a feed: an unmasked text frame.
QJsonObject nextMessage(HttpsClient &client)
{
    const QByteArray frame = client.readUntil("}]}", 5000);
    return QJsonDocument::fromJson(frame.mid(frame.indexOf('{'))).object();
}

} // namespace

class TestSimUnifiClassicEvents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void whoHasNotSignedInHearsNothing()
    {
        UnifiClassicDesk desk;
        QCOMPARE(desk.send(feedRequest(desk)).status, 401);
    }

    void whatIsNoUpgradeIsRefused()
    {
        UnifiClassicDesk desk;
        (void)desk.signIn();
        QCOMPARE(desk.get(desk.prefix() + "/wss/s/default/events").status, 400);
        QCOMPARE(desk.get(desk.prefix() + "/wss/s/default/other").status, 404);
        QCOMPARE(desk.send(feedRequest(desk, "nobodys")).status, 400);
    }

    void guestsWhoComeAndGoAreTold()
    {
        UnifiClassicDesk desk;
        (void)desk.signIn();
        HttpsClient client(desk.simulator().url());
        client.send(feedRequest(desk).toWire());
        const QByteArray head = client.readUntil("\r\n\r\n");
        QVERIFY2(head.startsWith("HTTP/1.1 101 "), head.constData());
        QVERIFY(head.contains("Sec-WebSocket-Accept: " + sampleAccept + "\r\n"));

        const QString mac = desk.simulator().arrive();
        const QJsonObject came = nextMessage(client);
        QCOMPARE(came.value(u"meta"_s).toObject().value(u"message"_s).toString(), u"events"_s);
        const QJsonObject row = came.value(u"data"_s).toArray().first().toObject();
        QCOMPARE(row.value(u"key"_s).toString(), u"EVT_WG_Connected"_s);
        QCOMPARE(row.value(u"guest"_s).toString(), mac);
        QVERIFY(row.value(u"time"_s).toInteger() > 1'000'000'000'000); // milliseconds

        QVERIFY(desk.simulator().leave(mac));
        const QJsonObject went = nextMessage(client).value(u"data"_s).toArray().first().toObject();
        QCOMPARE(went.value(u"key"_s).toString(), u"EVT_WG_Disconnected"_s);
        QCOMPARE(went.value(u"guest"_s).toString(), mac);
    }

    void aPingIsAnswered()
    {
        UnifiClassicDesk desk;
        (void)desk.signIn();
        HttpsClient client(desk.simulator().url());
        client.send(feedRequest(desk).toWire());
        QVERIFY(client.readUntil("\r\n\r\n").startsWith("HTTP/1.1 101 "));
        client.send(QByteArray::fromHex("8982000000006869")); // "hi", masked by nothing
        QCOMPARE(client.readUntil("hi"), QByteArray::fromHex("8a026869"));
        client.send(QByteArray::fromHex("888000000000")); // farewell
        QCOMPARE(client.readUntil("never", 5000), QByteArray::fromHex("8800"));
        QVERIFY(!client.isOpen());
    }
};

QTEST_GUILESS_MAIN(TestSimUnifiClassicEvents)
#include "tst_simunificlassicevents.moc"
