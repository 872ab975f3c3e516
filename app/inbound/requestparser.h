#pragma once

#include "inbound/message.h"

#include <QByteArray>

#include <memory>

/// Boost.Beast's HTTP parser, fed piece by piece. Kept behind this wall because its headers take
/// long to compile.
class RequestParser
{
public:
    enum class State {
        NeedsMore,
        Complete, ///< request() holds it; what follows stays in the input
        LineTooLong, ///< no end of the request line within the limit
        HeadTooLarge,
        BodyTooLarge,
        Malformed,
    };

    /// What one request may have, in bytes.
    struct Limits
    {
        quint32 head = 32 * 1024; ///< request line and headers
        quint64 body = 1024 * 1024;
    };

    RequestParser();
    explicit RequestParser(const Limits &limits);
    ~RequestParser();

    /// Takes what belongs to the present request from the front of input.
    [[nodiscard]] State feed(QByteArray &input);

    /// The request that feed() has completed; the next feed() begins another.
    [[nodiscard]] InboundRequest takeRequest();
    [[nodiscard]] bool keepsAlive() const;

private:
    struct Beast;
    void begin();

    Limits m_limits;
    std::unique_ptr<Beast> m_beast;
    bool m_keepAlive = true;
};
