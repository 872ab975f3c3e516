#pragma once

#include "core/failure.h"
#include "core/http.h"

#include <optional>

namespace wire {
class JsonCursor;
}

namespace wire::omada_hotspot {

/// What a reply that is not a success means. A redirect or a page in place of JSON is the sign-in
/// page of a session that has ended; such a request did nothing. An empty or broken body proves
/// nothing of the kind.
[[nodiscard]] std::optional<Failure> failureOf(const HttpReply &reply);

/// The same of a body that has been parsed already.
[[nodiscard]] std::optional<Failure> failureIn(const JsonCursor &root, const HttpReply &reply);

/// The same for a sign-in, which has codes of its own: a wrong name or password, no site to enter,
/// locked for two hours.
[[nodiscard]] std::optional<Failure> signInFailureOf(const HttpReply &reply);

} // namespace wire::omada_hotspot
