#include "bench/fetch/tlslistener.h"

#include <arpa/inet.h>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <optional>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

struct TlsListener::TlsContext
{
    SSL_CTX *tls = SSL_CTX_new(TLS_server_method());
};

namespace {

void need(bool done, const char *what)
{
    if (done)
        return;
    std::perror(what);
    std::exit(1);
}

std::string pemOf(const std::function<int(BIO *)> &write)
{
    BIO *memory = BIO_new(BIO_s_mem());
    write(memory);
    char *start = nullptr;
    const long size = BIO_get_mem_data(memory, &start);
    std::string pem(start, size_t(size));
    BIO_free(memory);
    return pem;
}

X509 *selfSigned(EVP_PKEY *key)
{
    constexpr long day = 24 * 60 * 60;
    X509 *certificate = X509_new();
    X509_set_version(certificate, X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate), -day);
    X509_gmtime_adj(X509_getm_notAfter(certificate), day);
    X509_set_pubkey(certificate, key);
    X509_NAME *name = X509_get_subject_name(certificate);
    const unsigned char host[] = "localhost";
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, host, -1, -1, 0);
    X509_set_issuer_name(certificate, name);
    X509_sign(certificate, key, EVP_sha256());
    return certificate;
}

std::string sha256Of(const X509 *certificate)
{
    unsigned char digest[EVP_MAX_MD_SIZE] = {};
    unsigned int size = 0;
    X509_digest(certificate, EVP_sha256(), digest, &size);
    std::string hex;
    char two[3] = {};
    for (unsigned int i = 0; i < size; ++i) {
        std::snprintf(two, sizeof two, "%02x", digest[i]);
        hex += two;
    }
    return hex;
}

size_t contentLength(std::string head)
{
    for (char &letter : head)
        letter = char(std::tolower(static_cast<unsigned char>(letter)));
    const size_t at = head.find("\r\ncontent-length:");
    return at == std::string::npos ? 0 : std::strtoul(head.c_str() + at + 17, nullptr, 10);
}

/// Reads request after request from one connection.
class Connection
{
public:
    explicit Connection(SSL *tls)
        : m_tls(tls)
    {
    }

    /// Nothing once the peer has gone.
    std::optional<HeardRequest> next()
    {
        const size_t headSize = fillUntil([this] { return m_heard.find("\r\n\r\n"); });
        if (headSize == std::string::npos)
            return std::nullopt;
        const std::string head = m_heard.substr(0, headSize + 2);
        const size_t bodyAt = headSize + 4;
        const size_t whole = bodyAt + contentLength(head);
        const size_t end = fillUntil(
            [this, whole] { return m_heard.size() < whole ? std::string::npos : whole; });
        if (end == std::string::npos)
            return std::nullopt;
        const size_t space = head.find(' ');
        const size_t second = head.find(' ', space + 1);
        HeardRequest request{head.substr(0, space), head.substr(space + 1, second - space - 1),
            m_heard.substr(bodyAt, whole - bodyAt)};
        m_heard.erase(0, whole);
        return request;
    }

    bool send(const std::string &message)
    {
        size_t sent = 0;
        return SSL_write_ex(m_tls, message.data(), message.size(), &sent) == 1;
    }

private:
    size_t fillUntil(const std::function<size_t()> &found)
    {
        char buffer[16 * 1024];
        size_t at = found();
        while (at == std::string::npos) {
            size_t count = 0;
            if (SSL_read_ex(m_tls, buffer, sizeof buffer, &count) != 1)
                return at;
            m_heard.append(buffer, count);
            at = found();
        }
        return at;
    }

    SSL *m_tls;
    std::string m_heard;
};

void converse(SSL *tls, const TlsListener::Handler &handler, std::chrono::milliseconds latency)
{
    if (SSL_accept(tls) == 1) {
        Connection connection(tls);
        while (const std::optional<HeardRequest> request = connection.next()) {
            std::this_thread::sleep_for(latency);
            if (!connection.send(*handler(*request)))
                break;
        }
    }
    close(SSL_get_fd(tls));
    SSL_free(tls);
}

} // namespace

TlsListener::TlsListener()
    : m_context(std::make_shared<TlsContext>())
{
    std::signal(SIGPIPE, SIG_IGN);
    EVP_PKEY *key = EVP_EC_gen("P-256");
    need(key != nullptr, "making a key");
    X509 *certificate = selfSigned(key);
    SSL_CTX_set_min_proto_version(m_context->tls, TLS1_3_VERSION);
    need(SSL_CTX_use_certificate(m_context->tls, certificate) == 1
            && SSL_CTX_use_PrivateKey(m_context->tls, key) == 1,
        "using the certificate");
    m_certificatePem = pemOf([&](BIO *to) { return PEM_write_bio_X509(to, certificate); });
    m_keyPem = pemOf([&](BIO *to) {
        return PEM_write_bio_PrivateKey(to, key, nullptr, nullptr, 0, nullptr, nullptr);
    });
    m_sha256 = sha256Of(certificate);
    X509_free(certificate);
    EVP_PKEY_free(key);
    listen();
}

void TlsListener::listen()
{
    m_socket = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    need(bind(m_socket, generic, size) == 0 && ::listen(m_socket, 64) == 0
            && getsockname(m_socket, generic, &size) == 0,
        "listening");
    m_port = ntohs(address.sin_port);
}

void TlsListener::serve(Handler handler, std::chrono::milliseconds latency)
{
    std::thread([context = m_context, listening = m_socket, handler = std::move(handler), latency] {
        for (;;) {
            const int accepted = accept(listening, nullptr, nullptr);
            need(accepted >= 0, "accepting a connection");
            const int yes = 1;
            setsockopt(accepted, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
            SSL *tls = SSL_new(context->tls);
            SSL_set_fd(tls, accepted);
            std::thread(converse, tls, handler, latency).detach();
        }
    }).detach();
}
