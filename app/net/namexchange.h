#pragma once

#include "core/http.h"
#include "net/gzip.h"
#include "net/tlstrust.h"

#include <QElapsedTimer>
#include <QNetworkReply>

/// One request on its way: judges the certificate, takes the body within its limit, names what went
/// wrong, settles the job and deletes itself.
class NamExchange final : public QObject
{
    Q_OBJECT

public:
    /// Takes the reply. Whoever started the job may drop or cancel it at any time.
    NamExchange(QNetworkReply *reply, const HttpRequest &request, const TlsTrust &trust,
        Job<HttpReply> *job, QObject *parent);
    ~NamExchange() override;
    Q_DISABLE_COPY_MOVE(NamExchange)

Q_SIGNALS:
    /// The controller's Date header was read: its clock minus ours.
    void clockSeen(std::chrono::milliseconds offset);

private:
    void judgeErrors(const QList<QSslError> &errors);
    void judgeHandshake();
    void judgeLength();
    void refuse(const Failure &failure);
    void gather();
    void abandon();
    void finish();
    void takeBody();
    void inflate();
    void conclude();
    void noteClock(const HttpReply &reply);
    [[nodiscard]] int status() const;
    [[nodiscard]] bool isAnswered() const;
    [[nodiscard]] Result<HttpReply> outcome();
    [[nodiscard]] Failure failure() const;
    void log(const Result<HttpReply> &result) const;

    QNetworkReply *m_reply;
    HttpRequest m_request;
    TlsTrust m_trust;
    QPointer<Job<HttpReply>> m_job;
    QByteArray m_body;
    std::shared_ptr<const void> m_bodyOwner;
    std::optional<GzipInflation> m_inflation;
    std::optional<Failure> m_refusal; ///< why we ended it ourselves
    QElapsedTimer m_timer;
    bool m_connecting = false; ///< a connection of its own was begun
    bool m_handshakeDone = false;
    bool m_peerSpokeTls = false;
};
