#pragma once

#include <QSslCertificate>
#include <QSslKey>

/// A certificate with its key, made on the spot.
struct TestCertificate
{
    QSslCertificate certificate;
    QSslKey key;

    [[nodiscard]] QByteArray sha256() const
    {
        return certificate.digest(QCryptographicHash::Sha256);
    }
};

/// Self-signed, without a subject alternative name, as consoles come out of their box.
[[nodiscard]] TestCertificate selfSigned(const char *commonName = "unifi.local");

/// An authority of one's own.
[[nodiscard]] TestCertificate authority();

/// Signed by that authority for localhost and 127.0.0.1.
[[nodiscard]] TestCertificate signedBy(const TestCertificate &issuer);
