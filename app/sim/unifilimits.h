#pragma once

#include "sim/venue.h"

#include <span>

/// One limit of a guest's authorization, as one of UniFi's APIs names it.
struct UnifiLimitField
{
    QLatin1StringView name;
    int least;
    int most;
    std::optional<int> GrantLimits::*slot;
};

/// What Fault::WrongLimits grants: half of each limit, but never less than may be asked.
[[nodiscard]] GrantLimits halved(const GrantLimits &asked, std::span<const UnifiLimitField> fields);

/// "minutes=120, down=5000", for the log; "without limits".
[[nodiscard]] QString said(const GrantLimits &limits, std::span<const UnifiLimitField> fields);
