#pragma once

#include "net/testcertificate.h"

#include <QHash>
#include <QList>
#include <QSslServer>
#include <QUrl>

#include <chrono>
#include <functional>
#include <map>
#include <memory>

class H2Session;
class QSslSocket;

/// A TLS server on 127.0.0.1 that reads whole requests and lets the test say what goes back, byte
/// by byte as HTTP/1.1 has it; over HTTP/2 the same as frames.
class TlsLoopback : public QObject
{
    Q_OBJECT

public:
    struct Seen
    {
        QByteArray head; ///< request line and headers
        QByteArray body;
    };

    /// What to do with one request: bytes to send (may be empty), whether to hang up afterwards,
    /// and what else to send, one part after each pause.
    struct Answer
    {
        QByteArray bytes;
        bool hangUp = false;
        QByteArrayList later = {};
        std::chrono::milliseconds pause{50};
    };
    using Script = std::function<Answer(const Seen &)>;

    explicit TlsLoopback(const TestCertificate &certificate, quint16 port = 0);
    ~TlsLoopback() override;
    Q_DISABLE_COPY_MOVE(TlsLoopback)

    /// Offers HTTP/2 on connections to come, of which each takes so many requests; 0: any number.
    void offerHttp2(int requestsEach = 0);

    [[nodiscard]] QUrl url(const QString &host = QStringLiteral("127.0.0.1")) const;
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    void answerWith(Script script) { m_script = std::move(script); }
    void close();

    /// Every request that arrived complete, in order.
    [[nodiscard]] const QList<Seen> &seen() const { return m_seen; }
    /// Bytes of any kind that came over finished handshakes.
    [[nodiscard]] qint64 bytesRead() const { return m_bytesRead; }
    [[nodiscard]] int handshakes() const { return m_handshakes; }
    [[nodiscard]] qsizetype connections() const { return m_pending.size(); } ///< alive

    [[nodiscard]] static Answer ok(const QByteArray &body, const QByteArray &headers = {});
    [[nodiscard]] static Answer status(
        const QByteArray &line, const QByteArray &body, const QByteArray &headers = {});

private:
    void greet();
    void read(QSslSocket *socket);
    void sendLater(QSslSocket *socket, Answer answer);

    QSslServer m_server;
    Script m_script;
    QList<Seen> m_seen;
    QHash<QSslSocket *, QByteArray> m_pending;
    std::map<QSslSocket *, std::unique_ptr<H2Session>> m_sessions;
    int m_requestsEach = 0;
    qint64 m_bytesRead = 0;
    int m_handshakes = 0;
};
