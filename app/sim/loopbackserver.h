#pragma once

#include "sim/certificate.h"
#include "sim/exchange.h"

#include <QObject>
#include <QUrl>

#include <functional>

class QSslServer;
class QSslSocket;

/// An HTTPS/1.1 server on 127.0.0.1: keep-alive, pipelined requests answered in their order, late
/// answers by timers. Lives on the thread that made it, which needs an event loop.
class LoopbackServer final : public QObject
{
    Q_OBJECT

public:
    /// Answers one request; runs on the server's thread.
    using Answerer = std::function<SimReply(const SimRequest &)>;

    LoopbackServer(SimulatedCertificate certificate, Answerer answerer, QObject *parent = nullptr);
    ~LoopbackServer() override;

    /// Port 0 takes a free one. False when the port cannot be had: errorString() says why.
    [[nodiscard]] bool listen(quint16 port);
    [[nodiscard]] QString errorString() const;
    [[nodiscard]] QUrl url() const; ///< https://127.0.0.1:port, without a trailing slash
    [[nodiscard]] QByteArray certificateSha256() const { return m_certificate.sha256(); }
    [[nodiscard]] int connectionsSoFar() const { return m_connections; }

    /// For connections from now on; those that live are cut.
    void present(const SimulatedCertificate &certificate);

    /// To every connection that carries this feed of events.
    void push(const QByteArray &feed, const QByteArray &text);
    [[nodiscard]] bool hasFeeds() const;

    /// Cuts every connection and frees the port. Not from within an answer.
    void close();

Q_SIGNALS:
    void connected();
    /// What went over the wire, once the answer was handed to the socket or withheld.
    void answered(const SimRequest &request, const SimReply &reply);

private:
    void takeConnections();

    SimulatedCertificate m_certificate;
    Answerer m_answerer;
    QSslServer *m_server = nullptr; ///< there while it listens
    int m_connections = 0;
};
