#pragma once

#include "clients/offers.h"
#include "core/audit.h"
#include "core/failure.h"

#include <optional>

// What offers and failures mean for an action run.

[[nodiscard]] ClientAction offeredAs(AuditAction action);

/// Why an action must not be sent; empty for Ready. Not for offers that depend on what is under
/// way.
[[nodiscard]] std::optional<Failure> objectionTo(Offer offer);

/// The outcome when sending ended like this and nobody looks any further.
[[nodiscard]] Outcome outcomeOf(Failure::Kind kind);

/// Whether a read that failed like this may succeed a moment later.
[[nodiscard]] bool mayReadLater(Failure::Kind kind);
