#pragma once

#include "net/tlsloopback.h"

#include <memory>

/// The server's end of one HTTP/2 connection of a TlsLoopback: hands its requests over as HTTP/1.1
/// would spell them, and sends as frames what is answered in that spelling.
class H2Session
{
public:
    using Answerer = std::function<TlsLoopback::Answer(const TlsLoopback::Seen &)>;

    /// lastingFor: after so many requests it says that it takes no more; 0: it lasts.
    H2Session(QSslSocket *socket, Answerer answerer, int lastingFor);
    ~H2Session();
    Q_DISABLE_COPY_MOVE(H2Session)

    /// Bytes that came over the connection.
    void feed(const QByteArray &bytes);

    /// How a connection of this kind begins.
    [[nodiscard]] static bool begins(const QByteArray &bytes);

private:
    class Private;
    std::unique_ptr<Private> m_d;
};
