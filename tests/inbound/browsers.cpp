#include "browsers.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

namespace {

constexpr int longEnough = 10'000;

RawAnswer read(const QByteArray &bytes)
{
    RawAnswer answer;
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return answer;
    answer.head = bytes.first(end);
    answer.body = bytes.sliced(end + 4);
    answer.status = answer.head.split(' ').value(1).toInt();
    return answer;
}

} // namespace

RawAnswer answerTo(quint16 port, const QByteArray &bytes)
{
    QTcpSocket socket;
    QByteArray got;
    QObject::connect(&socket, &QTcpSocket::readyRead, [&] { got += socket.readAll(); });
    socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    socket.write(bytes);
    [[maybe_unused]] const bool ended = QTest::qWaitFor(
        [&] {
            const RawAnswer answer = read(got);
            return socket.state() == QAbstractSocket::UnconnectedState || answer.status >= 400;
        },
        longEnough);
    return read(got);
}

QByteArray get(const QByteArray &target, const QByteArray &method)
{
    return method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
}

void Crowd::run()
{
    for (int i = 0; i < m_requests; ++i) {
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), m_port);
        QByteArray got;
        if (socket.waitForConnected(longEnough)) {
            socket.write(get("/" + QByteArray::number(i)));
            while (socket.waitForReadyRead(longEnough))
                got += socket.readAll();
        }
        got += socket.readAll();
        ++(read(got).status == 200 ? answered : turnedAway);
    }
}

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(0);
}
