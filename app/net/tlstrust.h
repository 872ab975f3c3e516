#pragma once

#include "core/failure.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QList>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>

#include <optional>

/// Whose certificate a channel believes. Without a pin the system's authorities decide. With a pin
/// no authority counts: the list of them is empty, so that every certificate raises errors, and
/// only the pinned one has them forgiven. A certificate that an authority would vouch for, but
/// which is not the pinned one, is refused like any other.
class TlsTrust
{
    Q_DISABLE_COPY_MOVE(TlsTrust)

public:
    /// pinnedSha256: 32 bytes, or empty for the system's trust.
    explicit TlsTrust(QByteArray pinnedSha256);

    [[nodiscard]] const QByteArray &pinnedSha256() const { return m_pinnedSha256; }
    [[nodiscard]] bool isPinned() const { return !m_pinnedSha256.isEmpty(); }

    /// How connections must be set up for this trust to hold.
    [[nodiscard]] QSslConfiguration configuration() const;

    /// Why a connection that showed this certificate with these errors must be ended before
    /// anything is sent over it: ChangedCertificate or UntrustedCertificate, with the fingerprints.
    /// Nothing: it may go on, and the errors be ignored.
    [[nodiscard]] std::optional<Failure> judge(
        const QSslCertificate &seen, const QList<QSslError> &errors);

    /// What a handshake was refused for after begin, for requests that waited for the same one.
    [[nodiscard]] std::optional<Failure> refusalSince(const QElapsedTimer &begin) const;

private:
    [[nodiscard]] Failure refusal(
        const QSslCertificate &seen, const QList<QSslError> &errors) const;

    QByteArray m_pinnedSha256;
    std::optional<Failure> m_latestRefusal;
    QElapsedTimer m_refusedAt;
};
