#pragma once

#include "core/macaddress.h"

#include <QString>

/// Filter expressions of the integration API, as they read before percent-encoding.
namespace wire::unifi_integration {

/// Everybody on a guest network.
[[nodiscard]] QString guests();

/// Guests who are not let in.
[[nodiscard]] QString waitingGuests();

/// One device, spelled in lower case: the comparison is case-sensitive, and so are the answers.
[[nodiscard]] QString device(MacAddress mac);

/// A text literal: in single quotes, those inside it doubled.
[[nodiscard]] QString quoted(const QString &text);

} // namespace wire::unifi_integration
