#pragma once

#include <QByteArrayView>

namespace wire::unifi_classic {

/// Whether a message of the event socket tells that a guest came, went, was let in or shut out.
/// Only looks for the names of such events: it serves as a hint, and what is no event but says one
/// costs a poll.
[[nodiscard]] bool tellsOfGuests(QByteArrayView message);

} // namespace wire::unifi_classic
