#pragma once

#include "core/controllerprofile.h"
#include "core/http.h"

/// What answers at an address that a person typed.
struct DetectedController
{
    QList<Generation> generations; ///< what it can be spoken to in, best first
    QString product; ///< such as "UniFi Network"
    QString version; ///< empty where it is told only after signing in
    QUrl url; ///< base URL without a trailing slash
    TlsPeer peer; ///< the certificate that was seen
    QString vendorControllerId; ///< Omada's omadacId; empty elsewhere
    QList<CredentialKind> needs; ///< what to ask the person for, best first
};

/// Finds out what answers at a host name, address or URL, without sending a secret: tries the ports
/// that controllers use, looks at the certificate, and asks over connections that are pinned to the
/// certificate just seen. channels and certificates must outlive it and its jobs.
class ControllerDetection
{
public:
    ControllerDetection(ChannelFactory &channels, CertificateReader &certificates)
        : m_channels(channels)
        , m_certificates(certificates)
    {
    }

    /// A cloud connector URL is taken as it is. Failures: InvalidInput, HostNotFound, Unreachable,
    /// NotTls, Busy, or NotAController.
    [[nodiscard]] Job<DetectedController> *detect(const QString &address);

private:
    ChannelFactory &m_channels;
    CertificateReader &m_certificates;
};
