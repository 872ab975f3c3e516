#pragma once

#include "core/http.h"

/// Reads a server's certificate by a TLS handshake, says nothing over it, and hangs up.
class TlsPeerReader final : public CertificateReader
{
    Q_OBJECT

public:
    using CertificateReader::CertificateReader;

    /// Port 443 unless the URL names one. HostNotFound, Unreachable or NotTls when there is no
    /// certificate to read; at most limit() later.
    [[nodiscard]] Job<TlsPeer> *read(const QUrl &url) override;

    [[nodiscard]] std::chrono::milliseconds limit() const { return m_limit; }
    void setLimit(std::chrono::milliseconds limit) { m_limit = limit; }

private:
    std::chrono::milliseconds m_limit{10'000};
};
