#include "net/tlsloopback.h"

#include "net/h2session.h"

#include <QSslConfiguration>
#include <QSslSocket>
#include <QTimer>

using namespace Qt::StringLiterals;

TlsLoopback::TlsLoopback(const TestCertificate &certificate, quint16 port)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(certificate.certificate);
    configuration.setPrivateKey(certificate.key);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    m_server.setSslConfiguration(configuration);
    m_script = [](const Seen &) { return ok("{}"); };
    connect(&m_server, &QTcpServer::pendingConnectionAvailable, this, &TlsLoopback::greet);
    if (!m_server.listen(QHostAddress::LocalHost, port))
        qFatal("cannot listen on loopback");
}

TlsLoopback::~TlsLoopback()
{
    close();
}

void TlsLoopback::offerHttp2(int requestsEach)
{
    m_requestsEach = requestsEach;
    QSslConfiguration configuration = m_server.sslConfiguration();
    configuration.setAllowedNextProtocols(
        {QSslConfiguration::ALPNProtocolHTTP2, QSslConfiguration::NextProtocolHttp1_1});
    m_server.setSslConfiguration(configuration);
}

QUrl TlsLoopback::url(const QString &host) const
{
    QUrl url;
    url.setScheme(u"https"_s);
    url.setHost(host);
    url.setPort(m_server.serverPort());
    return url;
}

void TlsLoopback::close()
{
    m_server.close();
    const QList<QSslSocket *> sockets = m_pending.keys();
    for (QSslSocket *socket : sockets)
        socket->abort();
}

TlsLoopback::Answer TlsLoopback::ok(const QByteArray &body, const QByteArray &headers)
{
    return status("200 OK", body, headers);
}

TlsLoopback::Answer TlsLoopback::status(
    const QByteArray &line, const QByteArray &body, const QByteArray &headers)
{
    return {"HTTP/1.1 " + line + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n"
            + headers + "\r\n" + body,
        false};
}

void TlsLoopback::greet()
{
    while (auto *socket = qobject_cast<QSslSocket *>(m_server.nextPendingConnection())) {
        ++m_handshakes;
        m_pending.insert(socket, {});
        connect(socket, &QSslSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QSslSocket::disconnected, this, [this, socket] {
            m_pending.remove(socket);
            m_sessions.erase(socket);
            socket->deleteLater();
        });
        if (socket->bytesAvailable() > 0)
            read(socket);
    }
}

void TlsLoopback::read(QSslSocket *socket)
{
    const QByteArray bytes = socket->readAll();
    m_bytesRead += bytes.size();
    if (H2Session::begins(bytes))
        m_sessions[socket] = std::make_unique<H2Session>(
            socket,
            [this](const Seen &request) {
                m_seen.append(request);
                return m_script(request);
            },
            m_requestsEach);
    if (const auto session = m_sessions.find(socket); session != m_sessions.end())
        return session->second->feed(bytes);
    QByteArray &pending = m_pending[socket];
    pending += bytes;
    while (true) {
        const qsizetype headEnd = pending.indexOf("\r\n\r\n");
        if (headEnd < 0)
            return;
        Seen request;
        request.head = pending.left(headEnd + 2);
        const QByteArray lower = request.head.toLower();
        const qsizetype field = lower.indexOf("content-length:");
        const qsizetype length = field < 0
            ? 0
            : lower.mid(field + 15, lower.indexOf("\r\n", field) - field - 15).trimmed().toInt();
        if (pending.size() < headEnd + 4 + length)
            return;
        request.body = pending.mid(headEnd + 4, length);
        pending.remove(0, headEnd + 4 + length);
        m_seen.append(request);
        const Answer answer = m_script(request);
        if (!answer.bytes.isEmpty())
            socket->write(answer.bytes);
        if (!answer.later.isEmpty())
            sendLater(socket, answer);
        if (answer.hangUp) {
            socket->flush();
            socket->disconnectFromHost();
            return;
        }
    }
}

void TlsLoopback::sendLater(QSslSocket *socket, Answer answer)
{
    QTimer::singleShot(answer.pause, socket, [this, socket, answer]() mutable {
        socket->write(answer.later.takeFirst());
        if (!answer.later.isEmpty())
            sendLater(socket, answer);
    });
}
