#pragma once

#include "core/failure.h"

/// What a failure means for the link.
enum class Remedy {
    Person, ///< somebody must change something first
    Patience, ///< the controller is away: ask again after growing pauses
    Wait, ///< the controller named a pause
    ThisSite, ///< one site cannot be read; the others can
};

[[nodiscard]] Remedy remedyFor(Failure::Kind kind);
