#pragma once

#include "sim/exchange.h"

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
        TooLarge,
        Malformed,
    };

    RequestParser();
    ~RequestParser();

    /// Takes what belongs to the present request from the front of input.
    [[nodiscard]] State feed(QByteArray &input);

    /// The request that feed() has completed; the next feed() begins another.
    [[nodiscard]] SimRequest takeRequest();
    [[nodiscard]] bool keepsAlive() const;

private:
    struct Beast;
    void begin();

    std::unique_ptr<Beast> m_beast;
    bool m_keepAlive = true;
};
