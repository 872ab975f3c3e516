#pragma once

#include "core/failure.h"
#include "core/limits.h"

#include <optional>

/// Why these limits cannot be sent under these rules: InvalidInput for a value out of its range,
/// NotSupported for a limit that cannot be set at all. Nothing when they can.
[[nodiscard]] std::optional<Failure> outsideOf(const LimitRules &rules, const Limits &limits);
