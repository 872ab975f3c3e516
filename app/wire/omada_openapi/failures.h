#pragma once

#include "core/failure.h"
#include "core/http.h"

#include <optional>

namespace wire {
class JsonCursor;
}

namespace wire::omada_openapi {

/// What a reply that is not a success means: the envelope's error code, which comes with HTTP 200,
/// or the HTTP status where there is no envelope. Nothing for error code 0.
[[nodiscard]] std::optional<Failure> failureOf(const HttpReply &reply);

/// The same of a body that has been parsed already.
[[nodiscard]] std::optional<Failure> failureIn(const JsonCursor &root, const HttpReply &reply);

/// This controller does not serve the client list in the version that was asked: the other one may
/// work. Codes -1 and -1600.
[[nodiscard]] bool refusesThisVersion(const HttpReply &reply);

/// There is no such client to end the authorization of: it is gone, or was not authorized. Code
/// -41006.
[[nodiscard]] bool saysNoSuchClient(const HttpReply &reply);

} // namespace wire::omada_openapi
