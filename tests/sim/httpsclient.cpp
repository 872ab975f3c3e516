#include "httpsclient.h"

#include <QCryptographicHash>
#include <QEventLoop>
#include <QJsonDocument>
#include <QTimer>

namespace {

constexpr int patienceMs = 5000;

/// True when the bytes hold a whole answer, which is then moved to it.
bool takeAnswer(QByteArray &bytes, RawAnswer &answer)
{
    const qsizetype headEnd = bytes.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return false;
    const QList<QByteArray> lines = bytes.first(headEnd).split('\n');
    answer.status = lines.first().split(' ').value(1).toInt();
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        QByteArray &value = answer.headers[line.first(colon).trimmed().toLower()];
        value += (value.isEmpty() ? "" : "\n") + line.sliced(colon + 1).trimmed();
    }
    const qsizetype length = answer.headers.value("content-length").toLongLong();
    answer.body = bytes.mid(headEnd + 4, length);
    answer.complete = answer.body.size() == length;
    if (answer.complete)
        bytes.remove(0, headEnd + 4 + length);
    return answer.complete;
}

} // namespace

QJsonObject RawAnswer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QByteArray RawRequest::toWire() const
{
    QByteArray wire = method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
    for (auto header = headers.begin(); header != headers.end(); ++header)
        wire += header.key() + ": " + header.value() + "\r\n";
    if (!body.isEmpty() || method != "GET")
        wire += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return wire + "\r\n" + body;
}

HttpsClient::HttpsClient(const QUrl &server)
{
    m_socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    m_socket.connectToHostEncrypted(server.host(), quint16(server.port()));
    waitUntil([this] { return m_socket.isEncrypted() || !isOpen(); }, patienceMs);
}

void HttpsClient::send(const QByteArray &bytes)
{
    m_socket.write(bytes);
}

RawAnswer HttpsClient::read(int timeoutMs)
{
    RawAnswer answer;
    waitUntil(
        [&] {
            if (m_socket.isOpen())
                m_read += m_socket.readAll();
            answer = {};
            return takeAnswer(m_read, answer) || !isOpen();
        },
        timeoutMs);
    return answer;
}

QByteArray HttpsClient::readUntil(const QByteArray &end, int timeoutMs)
{
    waitUntil(
        [&] {
            if (m_socket.isOpen())
                m_read += m_socket.readAll();
            return m_read.contains(end) || !isOpen();
        },
        timeoutMs);
    const qsizetype at = m_read.indexOf(end);
    const qsizetype length = at < 0 ? m_read.size() : at + end.size();
    QByteArray bytes = m_read.left(length);
    m_read.remove(0, length);
    return bytes;
}

bool HttpsClient::isOpen() const
{
    return m_socket.state() != QAbstractSocket::UnconnectedState || m_socket.bytesAvailable() > 0;
}

void HttpsClient::waitUntil(const std::function<bool()> &done, int timeoutMs)
{
    if (done())
        return;
    QEventLoop loop;
    bool over = false;
    const auto look = [&] {
        over = over || done();
        if (over)
            loop.quit();
    };
    QObject::connect(&m_socket, &QSslSocket::encrypted, &loop, look);
    QObject::connect(&m_socket, &QSslSocket::readyRead, &loop, look);
    QObject::connect(&m_socket, &QSslSocket::disconnected, &loop, look);
    QObject::connect(&m_socket, &QSslSocket::errorOccurred, &loop, look);
    QTimer::singleShot(timeoutMs, &loop, &QEventLoop::quit);
    loop.exec();
}

QByteArray HttpsClient::certificateSha256() const
{
    return m_socket.peerCertificate().digest(QCryptographicHash::Sha256);
}

RawAnswer ask(const QUrl &server, const RawRequest &request)
{
    HttpsClient client(server);
    RawRequest full = request;
    full.target.prepend(server.path().toLatin1());
    client.send(full.toWire());
    return client.read();
}
