#include "inbound/httplistener.h"

#include <QTcpServer>
#include <QTcpSocket>

using namespace std::chrono_literals;

namespace {

constexpr int backlog = 128;
constexpr int mostPeers = 4096; ///< remembered at once
constexpr auto untilMoreAreTaken = 20ms;
constexpr auto afterAnError = 1s; ///< such as no file descriptors left

} // namespace

HttpListener::HttpListener(Answerer answerer, const ListenerLimits &limits, QObject *parent)
    : QObject(parent)
    , m_answerer(std::move(answerer))
    , m_limits(limits)
    , m_allowance(limits.perSecond, std::max(1, limits.perSecond / 4))
{
    m_time.start();
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, [this] {
        if (m_server)
            m_server->resumeAccepting();
        takeConnections();
    });
}

HttpListener::~HttpListener()
{
    close();
}

bool HttpListener::listen(const QHostAddress &address, quint16 port)
{
    close();
    m_server = new QTcpServer(this);
    m_server->setListenBacklogSize(backlog);
    // Who is not taken stays in the server's own queue; when that is full it accepts nobody, and
    // the system holds the others off.
    m_server->setMaxPendingConnections(1);
    connect(m_server, &QTcpServer::newConnection, this, &HttpListener::takeConnections);
    connect(m_server, &QTcpServer::acceptError, this, [this] { m_later.start(afterAnError); });
    if (m_server->listen(address, port))
        return true;
    m_error = m_server->serverError();
    m_errorString = m_server->errorString();
    close();
    return false;
}

void HttpListener::close()
{
    m_later.stop();
    const auto connections = findChildren<InboundConnection *>(Qt::FindDirectChildrenOnly);
    qDeleteAll(connections);
    delete std::exchange(m_server, nullptr);
    m_peers.clear();
}

bool HttpListener::isListening() const
{
    return m_server != nullptr;
}

QHostAddress HttpListener::address() const
{
    return m_server ? m_server->serverAddress() : QHostAddress();
}

quint16 HttpListener::port() const
{
    return m_server ? m_server->serverPort() : quint16(0);
}

void HttpListener::takeConnections()
{
    while (m_server && m_server->hasPendingConnections()) {
        if (m_connections >= m_limits.connections || !m_allowance.take(now()))
            return m_later.start(untilMoreAreTaken);
        if (QTcpSocket *socket = m_server->nextPendingConnection())
            take(socket);
    }
}

void HttpListener::take(QTcpSocket *socket)
{
    constexpr int tooManyRequests = 429;
    const QHostAddress address = socket->peerAddress();
    Peer &peer = peerOf(address);
    const bool isWelcome
        = peer.connections < m_limits.connectionsOfPeer && peer.allowance.take(now());
    auto *connection
        = new InboundConnection(socket, m_answerer, m_limits.request, m_limits.patience, this);
    if (!isWelcome)
        return connection->refuse(tooManyRequests);
    ++peer.connections;
    ++m_connections;
    connect(connection, &QObject::destroyed, this, [this, address] { left(address); });
}

HttpListener::Peer &HttpListener::peerOf(const QHostAddress &address)
{
    if (m_peers.size() >= mostPeers && !m_peers.contains(address))
        m_peers.removeIf([this](auto peer) {
            return peer.value().connections == 0 && peer.value().allowance.isFull(now());
        });
    auto known = m_peers.find(address);
    if (known == m_peers.end())
        known = m_peers.insert(
            address, {Allowance(m_limits.perSecondOfPeer, m_limits.perSecondOfPeer), 0});
    return *known;
}

void HttpListener::left(const QHostAddress &address)
{
    --m_connections;
    if (const auto peer = m_peers.find(address); peer != m_peers.end())
        --peer->connections;
}

std::chrono::milliseconds HttpListener::now() const
{
    return std::chrono::milliseconds(m_time.elapsed());
}
