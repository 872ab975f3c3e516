#include "inbound/inboundconnection.h"

#include <QTcpSocket>

using namespace std::chrono_literals;

namespace {

constexpr qint64 readAtOnce = 16 * 1024;

/// Who is refused may still be sending. Closing at once would reset the connection, and the answer
/// would be lost with it, so the rest is heard out within bounds.
constexpr auto hearsOut = 1s;
constexpr qint64 mostDiscarded = 8 * 1024 * 1024;

} // namespace

InboundConnection::InboundConnection(QTcpSocket *socket, Answerer answerer,
    const RequestParser::Limits &limits, std::chrono::milliseconds patience, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_answerer(std::move(answerer))
    , m_parser(limits)
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(readAtOnce);
    m_end.setSingleShot(true);
    connect(&m_end, &QTimer::timeout, m_socket, &QAbstractSocket::abort);
    connect(m_socket, &QTcpSocket::readyRead, this, &InboundConnection::read);
    connect(m_socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    m_end.start(patience);
    // What came along with the connection is there already, without a signal of its own.
    QTimer::singleShot(0, this, &InboundConnection::read);
}

InboundConnection::~InboundConnection()
{
    m_socket->disconnect(this);
}

void InboundConnection::read()
{
    if (m_answered)
        return discard();
    m_unread += m_socket->readAll();
    switch (m_parser.feed(m_unread)) {
    case RequestParser::State::NeedsMore:
        return;
    case RequestParser::State::Complete:
        return answerTo(m_parser.takeRequest());
    case RequestParser::State::LineTooLong:
        return refuse(414);
    case RequestParser::State::HeadTooLarge:
        return refuse(431);
    case RequestParser::State::BodyTooLarge:
        return refuse(413);
    case RequestParser::State::Malformed:
        return refuse(400);
    }
}

void InboundConnection::answerTo(const InboundRequest &request)
{
    m_answered = true;
    const InboundReply reply = m_answerer(request);
    m_socket->write(headOf(reply, false) + (request.method == "HEAD" ? QByteArray() : reply.body));
    m_socket->disconnectFromHost();
}

void InboundConnection::refuse(int status)
{
    InboundReply reply;
    reply.status = status;
    m_answered = true;
    m_unread.clear();
    m_socket->write(headOf(reply, false));
    m_end.start(hearsOut);
}

void InboundConnection::discard()
{
    m_discarded += m_socket->readAll().size();
    if (m_discarded > mostDiscarded)
        m_socket->abort();
}
