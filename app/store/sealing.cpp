#include "store/sealing.h"

#include <sodium.h>

namespace {

constexpr size_t paddingBlock = 64;
constexpr qsizetype nonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype tagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(sealing::keySize == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

unsigned char *bytesOf(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

const unsigned char *bytesOf(const QByteArray &array)
{
    return reinterpret_cast<const unsigned char *>(array.constData());
}

QByteArray padded(QByteArray plain)
{
    const auto size = size_t(plain.size());
    plain.resize(plain.size() + qsizetype(paddingBlock));
    size_t paddedSize = 0;
    sodium_pad(&paddedSize, bytesOf(plain), size, paddingBlock, size_t(plain.size()));
    plain.truncate(qsizetype(paddedSize));
    return plain;
}

} // namespace

bool sealing::isReady()
{
    static const bool ready = sodium_init() >= 0;
    return ready;
}

QByteArray sealing::newKey()
{
    QByteArray key(keySize, Qt::Uninitialized);
    crypto_aead_xchacha20poly1305_ietf_keygen(bytesOf(key));
    return key;
}

QByteArray sealing::seal(const QByteArray &plain, const QByteArray &key, const QByteArray &context)
{
    Q_ASSERT(key.size() == keySize);
    const QByteArray message = padded(plain);
    QByteArray sealed(nonceSize + message.size() + tagSize, Qt::Uninitialized);
    unsigned char *nonce = bytesOf(sealed);
    randombytes_buf(nonce, size_t(nonceSize));
    crypto_aead_xchacha20poly1305_ietf_encrypt(nonce + nonceSize, nullptr, bytesOf(message),
        size_t(message.size()), bytesOf(context), size_t(context.size()), nullptr, nonce,
        bytesOf(key));
    return sealed;
}

std::optional<QByteArray> sealing::open(
    const QByteArray &sealed, const QByteArray &key, const QByteArray &context)
{
    if (key.size() != keySize || sealed.size() < nonceSize + tagSize + qsizetype(paddingBlock))
        return std::nullopt;
    QByteArray plain(sealed.size() - nonceSize - tagSize, Qt::Uninitialized);
    const unsigned char *nonce = bytesOf(sealed);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(bytesOf(plain), nullptr, nullptr,
            nonce + nonceSize, size_t(sealed.size() - nonceSize), bytesOf(context),
            size_t(context.size()), nonce, bytesOf(key))
        != 0)
        return std::nullopt;
    size_t size = 0;
    if (sodium_unpad(&size, bytesOf(plain), size_t(plain.size()), paddingBlock) != 0)
        return std::nullopt;
    plain.truncate(qsizetype(size));
    return plain;
}
