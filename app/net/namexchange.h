#pragma once

#include "core/http.h"
#include "net/gzip.h"
#include "net/tlstrust.h"

#include <QElapsedTimer>
#include <QNetworkReply>

#include <functional>

/// What the requests of a channel learn about its server.
struct Peer
{
    TlsTrust trust;
    std::chrono::milliseconds clockOffset{0}; ///< its Date header minus our clock
    bool speaksHttp2 = false;
};

/// One request on its way: judges the certificate, takes the body within its limit, names what went
/// wrong, settles the job and deletes itself.
class NamExchange final : public QObject
{
    Q_OBJECT

public:
    using Send = std::function<QNetworkReply *(const HttpRequest &, bool mayUseHttp2)>;

    /// peer must outlive this. Whoever started the job may drop or cancel it at any time.
    NamExchange(Send send, HttpRequest request, Peer &peer, Job<HttpReply> *job, QObject *parent);
    ~NamExchange() override;
    Q_DISABLE_COPY_MOVE(NamExchange)

    /// Another request found out that the server is not the one that this one is meant for.
    void giveUp(const Failure &refusal);

Q_SIGNALS:
    /// A handshake was complete with a certificate that is not to be trusted.
    void peerRefused(const Failure &refusal);

private:
    void send(bool mayUseHttp2);
    void judgeErrors(const QList<QSslError> &errors);
    void judgeHandshake();
    void judgeHead();
    void refuse(const Failure &failure);
    void gather();
    void setOut();
    void abandon();
    void finish();
    void takeBody();
    void inflate();
    void conclude();
    void note(const HttpReply &reply);
    [[nodiscard]] int status() const;
    [[nodiscard]] bool isAnswered() const;
    [[nodiscard]] bool isGivenUp() const { return !m_job || m_job->isSettled(); }
    [[nodiscard]] bool mayGoAgain() const;
    [[nodiscard]] bool isCutShort() const;
    [[nodiscard]] Result<HttpReply> outcome();
    [[nodiscard]] Failure failure() const;
    void log(const Result<HttpReply> &result) const;

    Send m_send;
    QNetworkReply *m_reply = nullptr;
    HttpRequest m_request;
    Peer &m_peer;
    QPointer<Job<HttpReply>> m_job;
    QByteArray m_body;
    std::shared_ptr<const void> m_bodyOwner;
    std::optional<GzipInflation> m_inflation;
    std::optional<Failure> m_refusal; ///< why we ended it ourselves
    QElapsedTimer m_timer;
    bool m_mayUseHttp2 = false;
    bool m_onItsWay = false; ///< has been sent, as far as Qt tells
    bool m_connecting = false; ///< a connection of its own was begun
    bool m_handshakeDone = false;
    bool m_peerSpokeTls = false;
};
