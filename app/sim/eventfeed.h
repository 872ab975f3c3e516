#pragma once

#include "sim/exchange.h"

/// The server's end of a WebSocket (RFC 6455), as far as a feed of events needs it.
namespace eventfeed {

/// The answer to a request for one: 101, after which the connection gets what is pushed to the feed
/// of this name; 400 when the request is no upgrade.
[[nodiscard]] SimReply opened(const SimRequest &request, const QByteArray &feed);

/// What goes out for it: such a head has no length, and keeps the connection in its own way.
[[nodiscard]] QByteArray headOf(const SimReply &opened);

[[nodiscard]] QByteArray textFrame(const QByteArray &text);

/// Takes the whole frames from what a client sent and gives what must be sent back: pongs, and the
/// farewell, after which the connection ends.
struct Response
{
    QByteArray bytes;
    bool ends = false;
};
[[nodiscard]] Response respond(QByteArray &unread);

} // namespace eventfeed
