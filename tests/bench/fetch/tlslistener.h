#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>

/// One HTTP request as the listener hands it on.
struct HeardRequest
{
    std::string method;
    std::string target; ///< path and query, as sent
    std::string body;
};

/// A whole HTTP/1.1 message, head and body, that may be sent many times at once.
using Canned = std::shared_ptr<const std::string>;

/// HTTPS on loopback for benchmarks: TLS 1.3 with an EC certificate of its own, a thread a
/// connection, keep-alive. Does nothing but hand out finished messages, so that it is never what is
/// measured. Lives as long as the program; what cannot be set up ends it.
class TlsListener
{
public:
    /// Called from many threads.
    using Handler = std::function<Canned(const HeardRequest &)>;

    TlsListener();

    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] std::string certificatePem() const { return m_certificatePem; }
    [[nodiscard]] std::string keyPem() const { return m_keyPem; }
    [[nodiscard]] std::string certificateSha256() const { return m_sha256; } ///< in hex

    /// Serves in threads of its own; each request is handed over after so much waiting.
    void serve(Handler handler, std::chrono::milliseconds latency);

private:
    void listen();

    struct TlsContext;
    std::shared_ptr<TlsContext> m_context;
    int m_socket = -1;
    int m_port = 0;
    std::string m_certificatePem;
    std::string m_keyPem;
    std::string m_sha256;
};
