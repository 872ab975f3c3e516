#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

/// How long the history was at a time, and its newest hash, signed (Ed25519 of libsodium). Kept
/// elsewhere, it shows later that the history was cut or written anew, which its own chain cannot.
struct SignedHead
{
    qint64 seq = 0; ///< entries of the chain
    qint64 records = 0;
    QString hash; ///< hex SHA-256 of entry `seq`, empty for an empty history
    QDateTime time; ///< UTC
    QByteArray publicKey; ///< 32 bytes
    QByteArray signature; ///< 64 bytes

    /// JSON, for people to keep.
    [[nodiscard]] QByteArray toJson() const;

    /// InvalidInput where it is none of ours, or its signature does not fit.
    [[nodiscard]] static Result<SignedHead> fromJson(const QByteArray &json);

    /// Signs with the key that the seed stands for.
    void sign(const QByteArray &seed);

    friend bool operator==(const SignedHead &, const SignedHead &) = default;

private:
    [[nodiscard]] QByteArray signedForm() const;
};

inline constexpr int signingSeedSize = 32;

/// A secret from which a signing key is made.
[[nodiscard]] QByteArray newSigningSeed();
