#pragma once

#include "core/http.h"
#include "net/namexchange.h"

#include <QNetworkAccessManager>

/// HTTPS to one controller over a QNetworkAccessManager of its own, so that cookies, connections
/// and the pin are shared with nobody. Never follows a redirect (Qt would hand the key to the other
/// host), never uses a proxy, and inflates bodies itself. What changes nothing may go by HTTP/2;
/// actions go by HTTP/1.1, over connections of their own, and once. Logs verb, path, status and
/// time as debug lines of the category "gatehouse.net".
class NamChannel final : public HttpChannel
{
    Q_OBJECT

public:
    /// baseUrl: https, without a trailing slash. pinnedSha256: 32 bytes, or empty for the system's
    /// trust.
    NamChannel(QUrl baseUrl, const QByteArray &pinnedSha256, QObject *parent = nullptr);

    /// Ends what is under way; its jobs settle as Cancelled.
    ~NamChannel() override;
    Q_DISABLE_COPY_MOVE(NamChannel)

    [[nodiscard]] Job<HttpReply> *send(const HttpRequest &request) override;
    [[nodiscard]] QUrl baseUrl() const override { return m_baseUrl; }
    [[nodiscard]] std::chrono::milliseconds clockOffset() const override
    {
        return m_peer.clockOffset;
    }
    [[nodiscard]] int requestsAtOnce() const override;
    void warmUp(int connections) override;
    [[nodiscard]] MessageSocket *openSocket(const QString &path, QObject *parent) override;
    void forgetCookies() override;

private:
    [[nodiscard]] bool leadsSomewhere() const;
    void judgeWarmUp(QNetworkReply *reply, const QList<QSslError> &errors);
    void giveUpOn(const Failure &refusal);
    [[nodiscard]] QUrl urlOf(const QString &path) const;
    [[nodiscard]] QNetworkRequest prepared(const HttpRequest &request) const;
    [[nodiscard]] QNetworkReply *start(const HttpRequest &request, bool mayUseHttp2);

    QUrl m_baseUrl;
    Peer m_peer;
    QNetworkAccessManager m_network;
};
