#include "net/testcertificate.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

#include <memory>

namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;

template <typename Write>
QByteArray pem(Write write)
{
    BIO *bio = BIO_new(BIO_s_mem());
    write(bio);
    char *bytes = nullptr;
    const long length = BIO_get_mem_data(bio, &bytes);
    QByteArray result(bytes, length);
    BIO_free(bio);
    return result;
}

void extend(X509 *certificate, int nid, const char *value)
{
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, nullptr, nid, value);
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

Certificate blank(EVP_PKEY *key, const char *commonName)
{
    static long serial = 1000;
    Certificate certificate(X509_new(), &X509_free);
    X509_set_version(certificate.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), ++serial);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -3600);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 24L * 3600);
    X509_set_pubkey(certificate.get(), key);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_ASC,
        reinterpret_cast<const unsigned char *>(commonName), -1, -1, 0);
    return certificate;
}

TestCertificate finished(X509 *certificate, EVP_PKEY *key, X509_NAME *issuer, EVP_PKEY *signer)
{
    X509_set_issuer_name(certificate, issuer);
    X509_sign(certificate, signer, EVP_sha256());
    TestCertificate result;
    result.certificate
        = QSslCertificate(pem([&](BIO *bio) { PEM_write_bio_X509(bio, certificate); }));
    result.key = QSslKey(pem([&](BIO *bio) {
        PEM_write_bio_PrivateKey(bio, key, nullptr, nullptr, 0, nullptr, nullptr);
    }),
        QSsl::Ec);
    return result;
}

Key newKey()
{
    return {EVP_EC_gen("P-256"), &EVP_PKEY_free};
}

} // namespace

TestCertificate selfSigned(const char *commonName)
{
    const Key key = newKey();
    const Certificate certificate = blank(key.get(), commonName);
    return finished(
        certificate.get(), key.get(), X509_get_subject_name(certificate.get()), key.get());
}

TestCertificate authority()
{
    const Key key = newKey();
    const Certificate certificate = blank(key.get(), "Test Authority");
    extend(certificate.get(), NID_basic_constraints, "critical,CA:TRUE");
    extend(certificate.get(), NID_key_usage, "critical,keyCertSign");
    return finished(
        certificate.get(), key.get(), X509_get_subject_name(certificate.get()), key.get());
}

TestCertificate signedBy(const TestCertificate &issuer)
{
    const QByteArray issuerKeyPem = issuer.key.toPem();
    BIO *keyBio = BIO_new_mem_buf(issuerKeyPem.constData(), int(issuerKeyPem.size()));
    const Key issuerKey(PEM_read_bio_PrivateKey(keyBio, nullptr, nullptr, nullptr), &EVP_PKEY_free);
    BIO_free(keyBio);
    const QByteArray issuerPem = issuer.certificate.toPem();
    BIO *bio = BIO_new_mem_buf(issuerPem.constData(), int(issuerPem.size()));
    const Certificate issuerCertificate(
        PEM_read_bio_X509(bio, nullptr, nullptr, nullptr), &X509_free);
    BIO_free(bio);
    const Key key = newKey();
    const Certificate certificate = blank(key.get(), "localhost");
    extend(certificate.get(), NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1");
    return finished(certificate.get(), key.get(), X509_get_subject_name(issuerCertificate.get()),
        issuerKey.get());
}
