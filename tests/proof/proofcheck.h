#pragma once

#include "proof/proofbench.h"
#include "proof/trouble.h"

/// What one undisturbed run of an action sends to a controller.
struct UsualRequests
{
    QStringList shapes; ///< of the requests that changed something
    qsizetype sent = 0; ///< requests of these shapes
    qsizetype acted = 0;
};

[[nodiscard]] UsualRequests usualRequestsOf(const Trial &undisturbed);

/// Whether this controller can do the action at all, by an undisturbed run.
[[nodiscard]] bool isPossible(const Trial &undisturbed);

/// Everything that must hold whatever goes wrong, and does not; a sentence each.
[[nodiscard]] QStringList violations(
    const Trial &trial, const Trouble &trouble, const UsualRequests &usual);
