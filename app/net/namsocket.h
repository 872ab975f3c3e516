#pragma once

#include "core/messagesocket.h"
#include "net/tlstrust.h"

#include <QTimer>
#include <QWebSocket>

class QNetworkRequest;
class QSslSocket;

/// A WebSocket over TLS with a channel's trust: nothing, and no cookie, goes to a certificate that
/// the channel would refuse. Messages longer than a few megabytes end it.
class NamSocket final : public MessageSocket
{
    Q_OBJECT

public:
    /// request: wss, with its cookies among the headers.
    NamSocket(const QNetworkRequest &request, const QByteArray &pinnedSha256, QObject *parent);
    ~NamSocket() override;
    Q_DISABLE_COPY_MOVE(NamSocket)

private:
    void judge(QSslSocket &tls, const QList<QSslError> &errors);
    void end();

    TlsTrust m_trust;
    QWebSocket m_socket;
    QTimer m_ping;
    bool m_ended = false;
};
