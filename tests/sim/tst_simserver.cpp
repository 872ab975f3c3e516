#include "httpsclient.h"
#include "sim/loopbackserver.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Answers with what it was asked; the first path part is a delay in milliseconds.
SimReply echo(const SimRequest &request)
{
    SimReply reply;
    reply.contentType = "text/plain";
    reply.body = request.method + ' ' + request.path + ' ' + request.queryValue(u"q"_s).toUtf8()
        + ' ' + request.body;
    reply.delay = std::chrono::milliseconds(request.pathParts().value(0).toInt());
    return reply;
}

} // namespace

class TestSimServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_server = std::make_unique<LoopbackServer>(makeSelfSigned(u"unifi.local"_s), echo);
        QVERIFY(m_server->listen(0));
    }

    void oneConnectionServesManyRequests()
    {
        HttpsClient client(m_server->url());
        for (int i = 0; i < 20; ++i) {
            client.send(RawRequest{"POST", "/0/a%20b?q=x%26y", {}, QByteArray::number(i)}.toWire());
            QCOMPARE(client.read().body, "POST /0/a%20b x&y " + QByteArray::number(i));
        }
        QCOMPARE(m_server->connectionsSoFar(), 1);
    }

    void requestsThatArriveTogetherAreAnsweredInTheirOrder()
    {
        HttpsClient client(m_server->url());
        client.send(RawRequest{"GET", "/60/slow", {}, {}}.toWire()
            + RawRequest{"POST", "/0/quick", {}, "body"}.toWire()
            + RawRequest{"GET", "/5/last", {}, {}}.toWire());
        QVERIFY(client.read().body.startsWith("GET /60/slow"));
        QCOMPARE(client.read().body, QByteArray("POST /0/quick  body"));
        QVERIFY(client.read().body.startsWith("GET /5/last"));
    }

    void aRequestMayComeInPieces()
    {
        HttpsClient client(m_server->url());
        const QByteArray whole = RawRequest{"POST", "/0/pieces", {}, "0123456789"}.toWire();
        for (const char byte : whole) {
            client.send(QByteArray(1, byte));
            QCoreApplication::processEvents();
        }
        QCOMPARE(client.read().body, QByteArray("POST /0/pieces  0123456789"));
    }

    void aConnectionEndsWhenTheClientWantsItTo()
    {
        HttpsClient client(m_server->url());
        client.send(RawRequest{"GET", "/0/", {{"Connection", "close"}}, {}}.toWire());
        QCOMPARE(client.read().headers.value("connection"), QByteArray("close"));
        QTRY_VERIFY(!client.isOpen());
    }

    void whatIsNotHttpIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        QTest::newRow("prose") << QByteArray("good morning\r\n\r\n") << 400;
        QTest::newRow("endless header") << "GET / HTTP/1.1\r\nX-Long: " + QByteArray(40'000, 'x')
                + "\r\n\r\n" << 413;
        QTest::newRow("endless body")
            << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2000000\r\n\r\n") << 413;
    }
    void whatIsNotHttpIsRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        HttpsClient client(m_server->url());
        client.send(bytes);
        QCOMPARE(client.read().status, status);
        QTRY_VERIFY(!client.isOpen());
    }

    void plainHttpGetsNoAnswer()
    {
        QTcpSocket socket;
        socket.connectToHost(m_server->url().host(), quint16(m_server->url().port()));
        QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
        socket.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
        QVERIFY(!socket.readAll().contains("HTTP/1.1 "));
    }

    void theCertificateIsSelfSignedAndNeverTheSame()
    {
        const SimulatedCertificate one = makeSelfSigned(u"unifi.local"_s);
        const SimulatedCertificate other = makeSelfSigned(u"unifi.local"_s);
        QCOMPARE(one.sha256().size(), 32);
        QVERIFY(one.sha256() != other.sha256());
        QVERIFY(one.certificate.isSelfSigned());
        QCOMPARE(one.certificate.subjectInfo(QSslCertificate::CommonName),
            QStringList{u"unifi.local"_s});
        const HttpsClient client(m_server->url());
        QCOMPARE(client.certificateSha256(), m_server->certificateSha256());
    }

private:
    std::unique_ptr<LoopbackServer> m_server;
};

QTEST_GUILESS_MAIN(TestSimServer)
#include "tst_simserver.moc"
