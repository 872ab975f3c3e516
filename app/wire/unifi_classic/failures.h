#pragma once

#include "core/failure.h"
#include "core/http.h"

#include <optional>

namespace wire {
class JsonCursor;
}

namespace wire::unifi_classic {

/// What the answer to a request of a session means when it is not a success. meta.rc decides,
/// whatever the HTTP status is; a server error leaves open what an action did and reads as
/// UnreadableReply. SessionExpired: sign in again.
[[nodiscard]] std::optional<Failure> failureOf(const HttpReply &reply);

/// The same of a body that has been parsed already: lists can be long.
[[nodiscard]] std::optional<Failure> failureIn(const JsonCursor &root, const HttpReply &reply);

/// The same for the answer to a sign-in, where 401 and 403 mean the password.
[[nodiscard]] std::optional<Failure> signInFailureOf(const HttpReply &reply);

/// A 403 that does not name the account's role: the CSRF token may have been an old one.
[[nodiscard]] bool mayRefuseToken(const HttpReply &reply);

} // namespace wire::unifi_classic
