#include "sim/loopbackserver.h"

#include "sim/httpconnection.h"

#include <QSslConfiguration>
#include <QSslServer>
#include <QSslSocket>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QSslConfiguration configurationOf(const SimulatedCertificate &certificate)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(certificate.certificate);
    configuration.setPrivateKey(certificate.key);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    return configuration;
}

} // namespace

LoopbackServer::LoopbackServer(SimulatedCertificate certificate, Answerer answerer, QObject *parent)
    : QObject(parent)
    , m_certificate(std::move(certificate))
    , m_answerer(std::move(answerer))
{
}

LoopbackServer::~LoopbackServer()
{
    close();
}

bool LoopbackServer::listen(quint16 port)
{
    close();
    m_server = new QSslServer(this);
    m_server->setSslConfiguration(configurationOf(m_certificate));
    m_server->setListenBacklogSize(200);
    connect(
        m_server, &QSslServer::pendingConnectionAvailable, this, &LoopbackServer::takeConnections);
    return m_server->listen(QHostAddress::LocalHost, port);
}

QString LoopbackServer::errorString() const
{
    return m_server ? m_server->errorString() : QString();
}

QUrl LoopbackServer::url() const
{
    QUrl url;
    url.setScheme(u"https"_s);
    url.setHost(u"127.0.0.1"_s);
    url.setPort(m_server ? m_server->serverPort() : -1);
    return url;
}

void LoopbackServer::present(const SimulatedCertificate &certificate)
{
    m_certificate = certificate;
    if (m_server)
        m_server->setSslConfiguration(configurationOf(m_certificate));
    qDeleteAll(findChildren<HttpConnection *>(Qt::FindDirectChildrenOnly));
}

void LoopbackServer::push(const QByteArray &feed, const QByteArray &text)
{
    for (HttpConnection *connection : findChildren<HttpConnection *>(Qt::FindDirectChildrenOnly))
        if (connection->feed() == feed)
            connection->push(text);
}

bool LoopbackServer::hasFeeds() const
{
    return std::ranges::any_of(findChildren<HttpConnection *>(Qt::FindDirectChildrenOnly),
        [](const HttpConnection *connection) { return !connection->feed().isEmpty(); });
}

void LoopbackServer::close()
{
    // With the server go the connections that are still shaking hands; closing it alone would leave
    // them.
    delete std::exchange(m_server, nullptr);
    qDeleteAll(findChildren<HttpConnection *>(Qt::FindDirectChildrenOnly));
}

void LoopbackServer::takeConnections()
{
    while (m_server->hasPendingConnections()) {
        auto *socket = qobject_cast<QSslSocket *>(m_server->nextPendingConnection());
        if (!socket)
            continue;
        ++m_connections;
        auto *connection = new HttpConnection(socket, m_answerer, this);
        connect(connection, &HttpConnection::answered, this, &LoopbackServer::answered);
        Q_EMIT connected();
    }
}
