#pragma once

#include "core/failure.h"
#include "core/http.h"

#include <optional>

namespace wire::unifi_integration {

/// What a reply that is not a success means, in whichever of the four shapes it came: the
/// application's own, the console proxy's, the connector's, or no JSON at all. Resolved by code,
/// then by status name, then by HTTP status. Nothing for 200 and 201.
[[nodiscard]] std::optional<Failure> failureOf(const HttpReply &reply);

} // namespace wire::unifi_integration
