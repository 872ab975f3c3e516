#pragma once

#include "core/limits.h"
#include "core/wificlient.h"

/// What authorizing anew must ask for so that the guest keeps what is left and has addMinutes more,
/// where the protocol knows no extending. now: UTC, in the controller's clock.
[[nodiscard]] Limits extendedLimits(
    const Authorization &present, int addMinutes, const QDateTime &now);
