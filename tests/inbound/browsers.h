#pragma once

#include <QByteArray>
#include <QThread>

#include <atomic>

/// A browser's connection, driven from the test's own event loop.
struct RawAnswer
{
    int status = 0; ///< 0: the connection ended without an answer
    QByteArray head;
    QByteArray body;
};

/// Sends the bytes, and reads until the server closes or nothing has come for ten seconds.
[[nodiscard]] RawAnswer answerTo(quint16 port, const QByteArray &bytes);

[[nodiscard]] QByteArray get(const QByteArray &target, const QByteArray &method = "GET");

/// A port of the loopback at which nobody listened a moment ago.
[[nodiscard]] quint16 freePort();

/// Browsers on a thread of their own that ask as fast as they are answered, so many times.
class Crowd final : public QThread
{
public:
    Crowd(quint16 port, int requests)
        : m_port(port)
        , m_requests(requests)
    {
    }

    std::atomic<int> answered = 0; ///< with 200
    std::atomic<int> turnedAway = 0; ///< with 429, or cut

protected:
    void run() override;

private:
    quint16 m_port;
    int m_requests;
};
