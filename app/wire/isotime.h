#pragma once

#include <QDateTime>

#include <optional>
#include <string_view>

namespace wire {

/// Reads an ISO 8601 date-time with a zone ("2026-03-02T09:20:00.754603972Z", "…+01:00"; a missing
/// zone is UTC) as UTC. Fractions of any length are cut to milliseconds.
[[nodiscard]] std::optional<QDateTime> fromIsoTime(std::string_view text);

} // namespace wire
