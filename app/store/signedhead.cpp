#include "store/signedhead.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <sodium.h>

using namespace Qt::StringLiterals;

namespace {

static_assert(signingSeedSize == crypto_sign_SEEDBYTES);

unsigned char *bytesOf(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

const unsigned char *bytesOf(const QByteArray &array)
{
    return reinterpret_cast<const unsigned char *>(array.constData());
}

} // namespace

QByteArray newSigningSeed()
{
    QByteArray seed(signingSeedSize, Qt::Uninitialized);
    randombytes_buf(bytesOf(seed), size_t(seed.size()));
    return seed;
}

QByteArray SignedHead::signedForm() const
{
    return u"gatehouse-head-1\nseq:%1\nrecords:%2\nhash:%3\ntime:%4\n"_s.arg(seq)
        .arg(records)
        .arg(hash, time.toUTC().toString(Qt::ISODateWithMs))
        .toUtf8();
}

void SignedHead::sign(const QByteArray &seed)
{
    Q_ASSERT(seed.size() == signingSeedSize);
    QByteArray secretKey(crypto_sign_SECRETKEYBYTES, Qt::Uninitialized);
    publicKey.resize(crypto_sign_PUBLICKEYBYTES);
    signature.resize(crypto_sign_BYTES);
    crypto_sign_seed_keypair(bytesOf(publicKey), bytesOf(secretKey), bytesOf(seed));
    const QByteArray form = signedForm();
    crypto_sign_detached(
        bytesOf(signature), nullptr, bytesOf(form), size_t(form.size()), bytesOf(secretKey));
    sodium_memzero(secretKey.data(), size_t(secretKey.size()));
}

QByteArray SignedHead::toJson() const
{
    const QJsonObject object{{u"format"_s, u"gatehouse-head-1"_s}, {u"seq"_s, seq},
        {u"records"_s, records}, {u"hash"_s, hash},
        {u"time"_s, time.toUTC().toString(Qt::ISODateWithMs)},
        {u"publicKey"_s, QString::fromLatin1(publicKey.toBase64())},
        {u"signature"_s, QString::fromLatin1(signature.toBase64())}};
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

Result<SignedHead> SignedHead::fromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    SignedHead head;
    head.seq = object.value(u"seq"_s).toInteger(-1);
    head.records = object.value(u"records"_s).toInteger(-1);
    head.hash = object.value(u"hash"_s).toString();
    head.time = QDateTime::fromString(object.value(u"time"_s).toString(), Qt::ISODateWithMs);
    head.publicKey = QByteArray::fromBase64(object.value(u"publicKey"_s).toString().toLatin1());
    head.signature = QByteArray::fromBase64(object.value(u"signature"_s).toString().toLatin1());
    if (object.value(u"format"_s).toString() != u"gatehouse-head-1" || head.seq < 0
        || head.records < 0 || !head.time.isValid()
        || head.publicKey.size() != qsizetype(crypto_sign_PUBLICKEYBYTES)
        || head.signature.size() != qsizetype(crypto_sign_BYTES))
        return fail(Failure::Kind::InvalidInput, u"this is no signed head of a history"_s);
    const QByteArray form = head.signedForm();
    if (crypto_sign_verify_detached(
            bytesOf(head.signature), bytesOf(form), size_t(form.size()), bytesOf(head.publicKey))
        != 0)
        return fail(Failure::Kind::InvalidInput,
            u"the signature does not fit: the head was changed after it was signed"_s);
    return head;
}
