#pragma once

#include "core/failure.h"
#include "core/http.h"

#include <optional>

namespace wire {

class JsonCursor;

/// The error code of an Omada controller's envelope, which comes with HTTP 200, as a number or as
/// text; nothing where there is no envelope. Errors are negative, on some builds positive.
[[nodiscard]] std::optional<qint64> omadaErrorCode(const HttpReply &reply);

/// What a code means that is the same in all of its protocols, Refused for all others.
[[nodiscard]] Failure::Kind kindOfOmadaCode(qint64 code);

/// What a reply that is not a success means: kindOf its code, or its HTTP status where there is no
/// envelope. Nothing for error code 0.
[[nodiscard]] std::optional<Failure> omadaFailureOf(
    const HttpReply &reply, Failure::Kind (*kindOf)(qint64 code));

/// The same of a body that has been parsed already: lists can be long.
[[nodiscard]] std::optional<Failure> omadaFailureIn(
    const JsonCursor &root, const HttpReply &reply, Failure::Kind (*kindOf)(qint64 code));

} // namespace wire
