#include "net/tlstrust.h"

#include <QCryptographicHash>
#include <QStringList>

using namespace Qt::StringLiterals;

TlsTrust::TlsTrust(QByteArray pinnedSha256)
    : m_pinnedSha256(std::move(pinnedSha256))
{
}

QSslConfiguration TlsTrust::configuration() const
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    if (isPinned())
        configuration.setCaCertificates({});
    return configuration;
}

std::optional<Failure> TlsTrust::judge(const QSslCertificate &seen, const QList<QSslError> &errors)
{
    const bool trusted = isPinned()
        ? !seen.isNull() && seen.digest(QCryptographicHash::Sha256) == m_pinnedSha256
        : errors.isEmpty();
    m_latestRefusal = trusted ? std::nullopt : std::optional(refusal(seen, errors));
    m_refusedAt.start();
    return m_latestRefusal;
}

std::optional<Failure> TlsTrust::refusalSince(const QElapsedTimer &begin) const
{
    return m_latestRefusal && begin.msecsTo(m_refusedAt) >= 0 ? m_latestRefusal : std::nullopt;
}

Failure TlsTrust::refusal(const QSslCertificate &seen, const QList<QSslError> &errors) const
{
    QStringList reasons;
    for (const QSslError &error : errors)
        reasons.append(error.errorString());
    Failure failure;
    failure.kind
        = isPinned() ? Failure::Kind::ChangedCertificate : Failure::Kind::UntrustedCertificate;
    failure.detail
        = isPinned() ? u"the certificate is not the pinned one"_s : reasons.join("; "_L1);
    failure.expectedFingerprint = m_pinnedSha256;
    if (!seen.isNull())
        failure.seenFingerprint = seen.digest(QCryptographicHash::Sha256);
    return failure;
}
