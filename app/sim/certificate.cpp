#include "sim/certificate.h"

#include <QCryptographicHash>

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

namespace {

struct Freed
{
    void operator()(BIO *bio) const { BIO_free(bio); }
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
    void operator()(X509 *certificate) const { X509_free(certificate); }
    void operator()(X509_EXTENSION *extension) const { X509_EXTENSION_free(extension); }
};
using Bio = std::unique_ptr<BIO, Freed>;
using Key = std::unique_ptr<EVP_PKEY, Freed>;
using Certificate = std::unique_ptr<X509, Freed>;
using Extension = std::unique_ptr<X509_EXTENSION, Freed>;

QByteArray contents(BIO *bio)
{
    char *start = nullptr;
    const long size = BIO_get_mem_data(bio, &start);
    return QByteArray(start, qsizetype(size));
}

void setRandomSerial(X509 *certificate)
{
    unsigned char bytes[8] = {};
    RAND_bytes(bytes, sizeof bytes);
    quint64 serial = 0;
    for (const unsigned char byte : bytes)
        serial = serial << 8 | byte;
    ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate), serial >> 1);
}

void setName(X509 *certificate, const QByteArray &commonName)
{
    X509_NAME *name = X509_get_subject_name(certificate);
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8,
        reinterpret_cast<const unsigned char *>(commonName.constData()), -1, -1, 0);
    X509_set_issuer_name(certificate, name);
    const QByteArray alternative = "DNS:" + commonName;
    const Extension extension(
        X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, alternative.constData()));
    if (extension)
        X509_add_ext(certificate, extension.get(), -1);
}

Certificate signedCertificate(EVP_PKEY *key, const QByteArray &commonName)
{
    constexpr long day = 24 * 60 * 60;
    Certificate certificate(X509_new());
    X509_set_version(certificate.get(), X509_VERSION_3);
    setRandomSerial(certificate.get());
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -day);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3650 * day);
    X509_set_pubkey(certificate.get(), key);
    setName(certificate.get(), commonName);
    X509_sign(certificate.get(), key, EVP_sha256());
    return certificate;
}

} // namespace

QByteArray SimulatedCertificate::sha256() const
{
    return certificate.isNull() ? QByteArray() : certificate.digest(QCryptographicHash::Sha256);
}

SimulatedCertificate makeSelfSigned(const QString &commonName)
{
    const Key key(EVP_EC_gen("P-256"));
    if (!key)
        return SimulatedCertificate();
    const Certificate certificate = signedCertificate(key.get(), commonName.toUtf8());
    const Bio certificatePem(BIO_new(BIO_s_mem()));
    const Bio keyPem(BIO_new(BIO_s_mem()));
    if (!PEM_write_bio_X509(certificatePem.get(), certificate.get())
        || !PEM_write_bio_PrivateKey(
            keyPem.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr))
        return SimulatedCertificate();
    return {QSslCertificate(contents(certificatePem.get()), QSsl::Pem),
        QSslKey(contents(keyPem.get()), QSsl::Ec, QSsl::Pem)};
}
