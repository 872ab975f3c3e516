#pragma once

#include <QByteArray>
#include <QSslCertificate>
#include <QSslKey>
#include <QString>

/// The certificate of a simulated controller: self-signed, as they come out of the box.
struct SimulatedCertificate
{
    QSslCertificate certificate;
    QSslKey key;

    [[nodiscard]] QByteArray sha256() const; ///< 32 bytes; empty when making it failed
};

/// Makes a new P-256 key and a certificate of ten years for this name. Never the same twice.
[[nodiscard]] SimulatedCertificate makeSelfSigned(const QString &commonName);
