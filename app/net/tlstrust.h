#pragma once

#include "core/failure.h"

#include <QByteArray>
#include <QList>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>

/// Whose certificate a channel believes. Without a pin the system's authorities decide. With a pin
/// no authority counts: the list of them is empty, so that every certificate raises errors, and
/// only the pinned one has them forgiven. A certificate that an authority would vouch for, but
/// which is not the pinned one, is refused like any other.
class TlsTrust
{
public:
    /// pinnedSha256: 32 bytes, or empty for the system's trust.
    explicit TlsTrust(QByteArray pinnedSha256);

    [[nodiscard]] bool isPinned() const { return !m_pinnedSha256.isEmpty(); }

    /// How connections must be set up for this trust to hold.
    [[nodiscard]] QSslConfiguration configuration() const;

    /// Whether the pin names this very certificate; false without a pin.
    [[nodiscard]] bool isThePinned(const QSslCertificate &certificate) const;

    /// Why a connection that presented this certificate was ended: ChangedCertificate or
    /// UntrustedCertificate, with the fingerprints.
    [[nodiscard]] Failure refusal(
        const QSslCertificate &seen, const QList<QSslError> &errors) const;

private:
    QByteArray m_pinnedSha256;
};
