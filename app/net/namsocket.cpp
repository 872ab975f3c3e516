#include "net/namsocket.h"

#include <QNetworkProxy>
#include <QNetworkRequest>
#include <QSslSocket>

using namespace std::chrono_literals;

NamSocket::NamSocket(
    const QNetworkRequest &request, const QByteArray &pinnedSha256, QObject *parent)
    : MessageSocket(parent)
    , m_trust(pinnedSha256)
{
    constexpr quint64 longest = 4 * 1024 * 1024;
    m_socket.setMaxAllowedIncomingFrameSize(longest);
    m_socket.setMaxAllowedIncomingMessageSize(longest);
    m_socket.setProxy(QNetworkProxy::NoProxy);
    m_socket.setSslConfiguration(m_trust.configuration());
    connect(&m_socket, &QWebSocket::disconnected, this, &NamSocket::end);
    // A refused upgrade is an error without a farewell.
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(&m_socket, &QWebSocket::errorOccurred, this, &NamSocket::end);
#else
    connect(&m_socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this,
        &NamSocket::end);
#endif
    connect(&m_socket, &QWebSocket::textMessageReceived, this,
        [this](const QString &message) { Q_EMIT received(message.toUtf8()); });
    // Proxies close what is idle.
    m_ping.setInterval(15s);
    connect(&m_ping, &QTimer::timeout, &m_socket, [this] { m_socket.ping(); });
    connect(&m_socket, &QWebSocket::connected, &m_ping, qOverload<>(&QTimer::start));
    m_socket.open(request);
    // A QWebSocket shows no certificate before the handshake is over: its own socket is asked.
    auto *tls = m_socket.findChild<QSslSocket *>();
    if (!tls) {
        m_socket.abort();
        QTimer::singleShot(0, this, &NamSocket::end);
        return;
    }
    connect(tls, &QSslSocket::sslErrors, this,
        [this, tls](const QList<QSslError> &errors) { judge(*tls, errors); });
    connect(tls, &QSslSocket::encrypted, this, [this, tls] { judge(*tls, {}); });
}

NamSocket::~NamSocket()
{
    m_socket.disconnect(this); // it says goodbye when it goes
}

/// As NamExchange does: errors of the pinned certificate are forgiven, and even without errors
/// nobody else is spoken to.
void NamSocket::judge(QSslSocket &tls, const QList<QSslError> &errors)
{
    if (!m_trust.judge(tls.peerCertificate(), errors))
        tls.ignoreSslErrors(errors);
    else if (errors.isEmpty())
        m_socket.abort();
}

void NamSocket::end()
{
    m_ping.stop();
    if (!std::exchange(m_ended, true))
        Q_EMIT ended();
}
