#pragma once

#include <QByteArray>

#include <optional>

/// Sealing with a key of its own for each record, so that what is sealed can be forgotten by
/// destroying the key. It does not hide anything from whoever has the key, which lies in the same
/// file. XChaCha20-Poly1305 of libsodium: a random nonce stands in front of the sealed bytes, and
/// padding to 64 bytes keeps the length of a name to itself.
namespace sealing {

inline constexpr int keySize = 32;

/// False where the library cannot start; nothing else here may be called then.
[[nodiscard]] bool isReady();

[[nodiscard]] QByteArray newKey();

/// The context is not sealed, but only opens together with what was sealed in it.
[[nodiscard]] QByteArray seal(
    const QByteArray &plain, const QByteArray &key, const QByteArray &context);

/// Nothing when one bit of the sealed bytes, the key or the context is another.
[[nodiscard]] std::optional<QByteArray> open(
    const QByteArray &sealed, const QByteArray &key, const QByteArray &context);

} // namespace sealing
