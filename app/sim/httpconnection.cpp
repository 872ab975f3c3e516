#include "sim/httpconnection.h"

#include "sim/requestparser.h"

#include <QSslSocket>
#include <QTimer>

namespace {

QByteArray reasonOf(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 302:
        return "Found";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 413:
        return "Payload Too Large";
    case 415:
        return "Unsupported Media Type";
    case 422:
        return "Unprocessable Entity";
    case 429:
        return "Too Many Requests";
    case 502:
        return "Bad Gateway";
    case 503:
        return "Service Unavailable";
    default:
        return "Status";
    }
}

} // namespace

HttpConnection::HttpConnection(QSslSocket *socket, Answerer answerer, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_answerer(std::move(answerer))
    , m_parser(std::make_unique<RequestParser>())
{
    m_socket->setParent(this);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(m_socket, &QSslSocket::readyRead, this, &HttpConnection::read);
    connect(m_socket, &QSslSocket::disconnected, this, &QObject::deleteLater);
    // What the client sent along with its handshake is there already, without a signal of its own.
    QTimer::singleShot(0, this, &HttpConnection::read);
}

HttpConnection::~HttpConnection()
{
    m_socket->disconnect(this);
}

void HttpConnection::read()
{
    if (!m_socket->isOpen())
        return;
    m_unread += m_socket->readAll();
    if (!m_busy)
        answerNext();
}

void HttpConnection::answerNext()
{
    while (!m_busy) {
        switch (m_parser->feed(m_unread)) {
        case RequestParser::State::NeedsMore:
            return;
        case RequestParser::State::TooLarge:
            return refuse(413, "request too large");
        case RequestParser::State::Malformed:
            return refuse(400, "not an HTTP request");
        case RequestParser::State::Complete:
            break;
        }
        const SimRequest request = m_parser->takeRequest();
        const SimReply reply = m_answerer(request);
        m_busy = true;
        if (reply.delay.count() == 0)
            finish(request, reply);
        else
            QTimer::singleShot(
                reply.delay, this, [this, request, reply] { finish(request, reply); });
    }
}

void HttpConnection::finish(const SimRequest &request, const SimReply &reply)
{
    Q_EMIT answered(request, reply);
    switch (reply.fate) {
    case SimReply::Fate::Dropped:
        m_socket->abort();
        return;
    case SimReply::Fate::Never:
        return;
    case SimReply::Fate::CutShort:
        write(reply, true);
        m_socket->flush();
        m_socket->disconnectFromHost();
        return;
    case SimReply::Fate::Sent:
        break;
    }
    write(reply, m_parser->keepsAlive());
    if (!m_parser->keepsAlive())
        return m_socket->disconnectFromHost();
    m_busy = false;
    if (!m_unread.isEmpty())
        QTimer::singleShot(0, this, &HttpConnection::read);
}

void HttpConnection::refuse(int status, const QByteArray &reason)
{
    m_busy = true;
    SimReply reply;
    reply.status = status;
    reply.contentType = "text/plain";
    reply.body = reason;
    write(reply, false);
    m_socket->disconnectFromHost();
}

void HttpConnection::write(const SimReply &reply, bool keepAlive)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(reply.status) + ' ' + reasonOf(reply.status)
        + "\r\nContent-Length: " + QByteArray::number(reply.body.size()) + "\r\n";
    if (!reply.contentType.isEmpty())
        head += "Content-Type: " + reply.contentType + "\r\n";
    for (const auto &[name, value] : reply.headers)
        head += name + ": " + value + "\r\n";
    head += keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    // One write: in two, the second would wait for the client's acknowledgement of the first.
    m_socket->write(head
        + (reply.fate == SimReply::Fate::CutShort ? reply.body.first(reply.body.size() / 2)
                                                  : reply.body));
}
