#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QMap>
#include <QSslSocket>
#include <QUrl>

#include <functional>

/// What came back over a raw connection.
struct RawAnswer
{
    int status = 0; ///< 0: nothing that looks like an answer
    QMap<QByteArray, QByteArray> headers; ///< names in lower case; those that repeat, a line each
    QByteArray body;
    bool complete = false; ///< as long as Content-Length promised

    [[nodiscard]] QJsonObject json() const;
};

struct RawRequest
{
    QByteArray method = "GET";
    QByteArray target;
    QMap<QByteArray, QByteArray> headers;
    QByteArray body;

    [[nodiscard]] QByteArray toWire() const;
};

/// An HTTPS client written for these tests alone, byte by byte, so that no code of ours judges
/// itself. It takes any certificate and runs the event loop while it waits.
class HttpsClient
{
public:
    explicit HttpsClient(const QUrl &server);

    void send(const QByteArray &bytes);
    /// The next answer on this connection, or what there is of it when the connection ends or time
    /// is up.
    [[nodiscard]] RawAnswer read(int timeoutMs = 5000);
    /// What comes up to these bytes and with them, whatever it is; less when time is up.
    [[nodiscard]] QByteArray readUntil(const QByteArray &end, int timeoutMs = 5000);
    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] QByteArray certificateSha256() const;

private:
    void waitUntil(const std::function<bool()> &done, int timeoutMs);

    QSslSocket m_socket;
    QByteArray m_read;
};

/// One request on a connection of its own; the server's base path is put before the target.
[[nodiscard]] RawAnswer ask(const QUrl &server, const RawRequest &request);
