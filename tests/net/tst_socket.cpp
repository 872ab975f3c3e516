#include "core/messagesocket.h"
#include "net/jobwait.h"
#include "net/namchannel.h"
#include "net/tlsloopback.h"

#include <QCryptographicHash>
#include <QLoggingCategory>
#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// The upgrade that RFC 6455 wants, then these bytes.
TlsLoopback::Answer upgraded(const TlsLoopback::Seen &seen, const QByteArrayList &later = {})
{
    QByteArray key;
    for (const QByteArray &line : seen.head.split('\n'))
        if (line.toLower().startsWith("sec-websocket-key:"))
            key = line.mid(18).trimmed();
    const QByteArray accept = QCryptographicHash::hash(
        key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11", QCryptographicHash::Sha1);
    return {"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            "Sec-WebSocket-Accept: "
            + accept.toBase64() + "\r\n\r\n",
        false, later};
}

QByteArray shortTextFrame(const QByteArray &text)
{
    return QByteArray("\x81") + char(text.size()) + text;
}

QStringList loggedLines;

void keepLine(QtMsgType, const QMessageLogContext &, const QString &line)
{
    loggedLines.append(line);
}

} // namespace

/// WebSockets of a channel: the same trust, the same cookies.
class TestSocket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void messagesArriveAsTheyWereSent();
    void theSessionsCookieComesAlongAndIsNotLogged();
    void nothingGoesToAnotherCertificateThanThePinnedOne();
    void aSocketThatIsRefusedEnds();
    void aSocketEndsWithItsServer();
    void plainHttpHasNone();

private:
    TestCertificate m_certificate = selfSigned();
    std::unique_ptr<TlsLoopback> m_server;
    std::unique_ptr<NamChannel> m_channel;
};

void TestSocket::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_channel.reset();
    m_server = std::make_unique<TlsLoopback>(m_certificate);
    m_channel = std::make_unique<NamChannel>(m_server->url(), m_certificate.sha256());
}

void TestSocket::messagesArriveAsTheyWereSent()
{
    m_server->answerWith([](const TlsLoopback::Seen &seen) {
        return upgraded(seen, {shortTextFrame("first"), shortTextFrame("sec\xc3\xb6nd")});
    });
    QObject parent;
    MessageSocket *socket = m_channel->openSocket(u"/wss/s/default/events"_s, &parent);
    QVERIFY(socket);
    QSignalSpy received(socket, &MessageSocket::received);
    QTRY_COMPARE(received.size(), 2);
    QCOMPARE(received.at(0).at(0).toByteArray(), QByteArray("first"));
    QCOMPARE(received.at(1).at(0).toByteArray(), QByteArray("sec\xc3\xb6nd"));
    QVERIFY(m_server->seen().first().head.startsWith("GET /wss/s/default/events HTTP/1.1\r\n"));
}

void TestSocket::theSessionsCookieComesAlongAndIsNotLogged()
{
    m_server->answerWith([](const TlsLoopback::Seen &seen) {
        return seen.head.contains("/wss/")
            ? upgraded(seen, {shortTextFrame("hello")})
            : TlsLoopback::ok("{}", "Set-Cookie: TOKEN=marker-a; Path=/; HttpOnly; Secure\r\n");
    });
    loggedLines.clear();
    QLoggingCategory::setFilterRules(u"gatehouse.*=true\nqt.network.*=true\nqt.websockets*=true"_s);
    const QtMessageHandler before = qInstallMessageHandler(keepLine);
    HttpRequest signIn;
    signIn.path = u"/"_s;
    const bool signedIn = answerOf(m_channel->send(signIn)).has_value();
    QObject parent;
    MessageSocket *socket = m_channel->openSocket(u"/wss/s/default/events"_s, &parent);
    QSignalSpy received(socket, &MessageSocket::received);
    const bool heard = received.wait();
    qInstallMessageHandler(before);
    QLoggingCategory::setFilterRules({});
    QVERIFY(signedIn);
    QVERIFY(heard);
    QVERIFY(m_server->seen().last().head.contains("Cookie: TOKEN=marker-a\r\n"));
    QVERIFY(!loggedLines.join(u'\n').contains(u"marker"_s));
}

void TestSocket::nothingGoesToAnotherCertificateThanThePinnedOne()
{
    NamChannel channel(m_server->url(), selfSigned().sha256());
    QObject parent;
    MessageSocket *socket = channel.openSocket(u"/wss/s/default/events"_s, &parent);
    QSignalSpy ended(socket, &MessageSocket::ended);
    QVERIFY(ended.wait());
    QTRY_COMPARE(m_server->connections(), 0);
    QCOMPARE(m_server->bytesRead(), 0);
    QCOMPARE(ended.size(), 1);
}

void TestSocket::aSocketThatIsRefusedEnds()
{
    m_server->answerWith(
        [](const TlsLoopback::Seen &) { return TlsLoopback::status("400 Bad Request", "no"); });
    QObject parent;
    QSignalSpy ended(
        m_channel->openSocket(u"/wss/s/default/events"_s, &parent), &MessageSocket::ended);
    QVERIFY(ended.wait());
    QCOMPARE(ended.size(), 1);
}

void TestSocket::aSocketEndsWithItsServer()
{
    m_server->answerWith(
        [](const TlsLoopback::Seen &seen) { return upgraded(seen, {shortTextFrame("hello")}); });
    QObject parent;
    MessageSocket *socket = m_channel->openSocket(u"/wss/s/default/events"_s, &parent);
    QSignalSpy received(socket, &MessageSocket::received);
    QSignalSpy ended(socket, &MessageSocket::ended);
    QVERIFY(received.wait());
    m_server->close();
    QTRY_COMPARE(ended.size(), 1);
}

void TestSocket::plainHttpHasNone()
{
    NamChannel plain(QUrl(u"http://127.0.0.1"_s), {});
    QObject parent;
    QVERIFY(!plain.openSocket(u"/wss/s/default/events"_s, &parent));
}

QTEST_GUILESS_MAIN(TestSocket)
#include "tst_socket.moc"
