#include "net/tlspeerreader.h"

#include <QCryptographicHash>
#include <QNetworkProxy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace {

TlsPeer describe(const QSslCertificate &certificate, bool trusted)
{
    TlsPeer peer;
    peer.sha256 = certificate.digest(QCryptographicHash::Sha256);
    peer.subject = certificate.subjectInfo(QSslCertificate::CommonName).value(0);
    peer.issuer = certificate.issuerInfo(QSslCertificate::CommonName).value(0);
    peer.validUntil = certificate.expiryDate().toUTC();
    peer.trusted = trusted;
    return peer;
}

Failure failureOf(QAbstractSocket::SocketError error, const QString &words)
{
    switch (error) {
    case QAbstractSocket::HostNotFoundError:
        return {Failure::Kind::HostNotFound, words};
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        return {Failure::Kind::NotTls, words};
    default:
        return {Failure::Kind::Unreachable, words};
    }
}

/// One handshake. Settles with the first thing that is known for certain, then goes away with its
/// socket.
class Handshake final : public QObject
{
public:
    Handshake(const QUrl &url, std::chrono::milliseconds limit, Job<TlsPeer> *job, QObject *parent)
        : QObject(parent)
        , m_job(job)
    {
        m_socket.setProxy(QNetworkProxy::NoProxy);
        connect(&m_socket, &QSslSocket::sslErrors, this, [this] { settleWithPeer(false); });
        connect(&m_socket, &QSslSocket::encrypted, this, [this] { settleWithPeer(true); });
        connect(&m_socket, &QSslSocket::errorOccurred, this,
            [this](QAbstractSocket::SocketError error) {
                settle(fail(failureOf(error, m_socket.errorString())));
            });
        connect(job, &JobBase::cancelled, this, &QObject::deleteLater);
        connect(job, &QObject::destroyed, this, &QObject::deleteLater);
        QTimer::singleShot(limit, this, [this, limit] {
            settle(fail(
                Failure::Kind::Unreachable, u"no TLS handshake within %1 ms"_s.arg(limit.count())));
        });
        constexpr int httpsPort = 443;
        m_socket.connectToHostEncrypted(url.host(), quint16(url.port(httpsPort)));
    }

private:
    void settleWithPeer(bool trusted)
    {
        const QSslCertificate certificate = m_socket.peerCertificate();
        if (certificate.isNull())
            settle(fail(Failure::Kind::NotTls, u"the server showed no certificate"_s));
        else
            settle(describe(certificate, trusted));
    }

    void settle(Result<TlsPeer> answer)
    {
        m_socket.disconnect(this);
        if (m_job)
            m_job->settle(std::move(answer));
        deleteLater();
    }

    QPointer<Job<TlsPeer>> m_job;
    QSslSocket m_socket;
};

} // namespace

Job<TlsPeer> *TlsPeerReader::read(const QUrl &url)
{
    if (url.host().isEmpty())
        return Job<TlsPeer>::settled(
            fail(Failure::Kind::InvalidInput, u"the address names no host"_s), this);
    auto *job = new Job<TlsPeer>(this);
    new Handshake(url, m_limit, job, this);
    return job;
}
