#include "ui/dialogs/sharedrules.h"

#include <algorithm>

namespace {

std::optional<LimitRange> narrowest(
    const std::optional<LimitRange> &first, const std::optional<LimitRange> &second)
{
    if (!first || !second)
        return std::nullopt;
    const LimitRange both{
        std::max(first->least, second->least), std::min(first->most, second->most)};
    return both.least <= both.most ? std::optional(both) : std::nullopt;
}

/// 0 means that any rate can be set, so it is the mildest of all.
int sternerRounding(int first, int second)
{
    if (first == 0 || second == 0)
        return std::max(first, second);
    return std::min(first, second);
}

} // namespace

LimitRules strictest(const LimitRules &first, const LimitRules &second)
{
    LimitRules both;
    both.minutes = narrowest(first.minutes, second.minutes);
    both.dataMb = narrowest(first.dataMb, second.dataMb);
    both.downKbps = narrowest(first.downKbps, second.downKbps);
    both.upKbps = narrowest(first.upKbps, second.upKbps);
    // minutesWhenUnset stays absent: each controller is asked by its own rules in the end.
    both.wholeMbitAboveKbps = sternerRounding(first.wholeMbitAboveKbps, second.wholeMbitAboveKbps);
    return both;
}

SharedRules shared(const QList<ControllerRules> &controllers)
{
    if (controllers.isEmpty())
        return {};
    SharedRules result{controllers.first().rules, controllers.first().capabilities};
    for (const ControllerRules &next : controllers.sliced(1)) {
        result.rules = strictest(result.rules, next.rules);
        result.capabilities.has &= next.capabilities.has;
        result.capabilities.cues &= next.capabilities.cues;
        std::erase_if(result.capabilities.unlockedBy, [&](const auto &entry) {
            return next.capabilities.unlocking(entry.first) != entry.second;
        });
    }
    return result;
}

Capability capabilityFor(Limit limit)
{
    switch (limit) {
    case Limit::Duration:
        return Capability::LimitDuration;
    case Limit::Data:
        return Capability::LimitData;
    case Limit::Download:
        return Capability::LimitDownload;
    case Limit::Upload:
        return Capability::LimitUpload;
    }
    Q_UNREACHABLE();
}
