#pragma once

#include "core/capability.h"
#include "core/limits.h"

#include <QList>

/// What may be asked of several clients at once: a limit only where every one of their controllers
/// can set it, within the narrowest range.
struct SharedRules
{
    LimitRules rules;

    /// Which credential would unlock a limit that is missing; empty where none would, or where
    /// controllers differ.
    Capabilities capabilities;
};

/// The rules that both keep to.
[[nodiscard]] LimitRules strictest(const LimitRules &first, const LimitRules &second);

/// One controller's part in SharedRules.
struct ControllerRules
{
    LimitRules rules;
    Capabilities capabilities;

    friend bool operator==(const ControllerRules &, const ControllerRules &) = default;
};

/// An empty list gives rules that allow nothing.
[[nodiscard]] SharedRules shared(const QList<ControllerRules> &controllers);

/// The capability that stands for setting a limit while authorizing.
[[nodiscard]] Capability capabilityFor(Limit limit);
