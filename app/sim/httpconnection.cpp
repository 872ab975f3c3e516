#include "sim/httpconnection.h"

#include "inbound/requestparser.h"
#include "sim/eventfeed.h"

#include <QSslSocket>
#include <QTimer>

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
    if (!m_feed.isEmpty())
        readFeed();
    else if (!m_busy)
        answerNext();
}

void HttpConnection::readFeed()
{
    const eventfeed::Response response = eventfeed::respond(m_unread);
    m_socket->write(response.bytes);
    if (response.ends)
        m_socket->disconnectFromHost();
}

void HttpConnection::push(const QByteArray &text)
{
    m_socket->write(eventfeed::textFrame(text));
}

void HttpConnection::answerNext()
{
    while (!m_busy) {
        switch (m_parser->feed(m_unread)) {
        case RequestParser::State::NeedsMore:
            return;
        case RequestParser::State::LineTooLong:
        case RequestParser::State::HeadTooLarge:
        case RequestParser::State::BodyTooLarge:
            return refuse(413, "request too large");
        case RequestParser::State::Malformed:
            return refuse(400, "not an HTTP request");
        case RequestParser::State::Complete:
            break;
        }
        const SimRequest request = m_parser->takeRequest();
        const SimReply reply = m_answerer(request);
        // Before the delay: who asked may be gone by then, and what was done is done.
        Q_EMIT answered(request, reply);
        m_busy = true;
        if (reply.delay.count() == 0)
            finish(reply);
        else
            QTimer::singleShot(reply.delay, this, [this, reply] { finish(reply); });
    }
}

void HttpConnection::finish(const SimReply &reply)
{
    switch (reply.fate) {
    case SimReply::Fate::Dropped:
        m_socket->abort();
        return;
    case SimReply::Fate::Never:
        return;
    case SimReply::Fate::CutShort:
    case SimReply::Fate::CutInHead:
        write(reply, true);
        m_socket->flush();
        m_socket->disconnectFromHost();
        return;
    case SimReply::Fate::Sent:
        break;
    }
    if (!reply.feed.isEmpty()) {
        m_feed = reply.feed;
        m_socket->write(eventfeed::headOf(reply));
        return;
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
    QByteArray head = headOf(reply, keepAlive);
    // One write: in two, the second would wait for the client's acknowledgement of the first.
    switch (reply.fate) {
    case SimReply::Fate::CutInHead:
        head.truncate(reply.headBytes);
        m_socket->write(head);
        return;
    case SimReply::Fate::CutShort:
        m_socket->write(head + reply.body.first(reply.body.size() / 2));
        return;
    case SimReply::Fate::Sent:
    case SimReply::Fate::Dropped:
    case SimReply::Fate::Never:
        m_socket->write(head + reply.body);
    }
}
