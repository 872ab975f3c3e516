#pragma once

#include "inbound/allowance.h"
#include "inbound/inboundconnection.h"

#include <QAbstractSocket>
#include <QElapsedTimer>
#include <QHash>
#include <QHostAddress>
#include <QObject>
#include <QTimer>

class QTcpServer;

/// What a listener bears before it makes peers wait or turns them away.
struct ListenerLimits
{
    int connections = 256; ///< at once
    int connectionsOfPeer = 48; ///< at once; a whole guest network may stand behind one address
    int perSecond = 200; ///< requests of all peers; more wait in the system's queue
    int perSecondOfPeer = 60; ///< more get 429
    std::chrono::milliseconds patience{10'000}; ///< with one connection, whatever it does
    RequestParser::Limits request{8 * 1024, 16 * 1024};
};

/// A plain HTTP/1.1 server for browsers that nobody knows: one request a connection, every measure
/// bounded, so that a flood costs the thread it lives on a few percent of its time and some
/// megabytes. Parsing and answering happen on that thread, from its event loop.
class HttpListener final : public QObject
{
    Q_OBJECT

public:
    using Answerer = InboundConnection::Answerer;

    explicit HttpListener(
        Answerer answerer, const ListenerLimits &limits = {}, QObject *parent = nullptr);
    ~HttpListener() override;

    /// Port 0 takes a free one. False when the address or the port cannot be had: see error().
    [[nodiscard]] bool listen(const QHostAddress &address, quint16 port);
    void close(); ///< cuts every connection

    [[nodiscard]] bool isListening() const;
    [[nodiscard]] QHostAddress address() const;
    [[nodiscard]] quint16 port() const;
    [[nodiscard]] QAbstractSocket::SocketError error() const { return m_error; }
    [[nodiscard]] QString errorString() const { return m_errorString; } ///< English, for the log
    [[nodiscard]] int connections() const { return m_connections; }

private:
    struct Peer
    {
        Allowance allowance;
        int connections = 0;
    };

    void takeConnections();
    void take(QTcpSocket *socket);
    Peer &peerOf(const QHostAddress &address);
    void left(const QHostAddress &address);
    [[nodiscard]] std::chrono::milliseconds now() const;

    Answerer m_answerer;
    ListenerLimits m_limits;
    QTcpServer *m_server = nullptr; ///< there while it listens
    Allowance m_allowance;
    QHash<QHostAddress, Peer> m_peers;
    QElapsedTimer m_time;
    QTimer m_later; ///< the rest of those who wait to be taken
    QAbstractSocket::SocketError m_error = QAbstractSocket::UnknownSocketError;
    QString m_errorString;
    int m_connections = 0;
};
