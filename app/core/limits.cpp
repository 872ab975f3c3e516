#include "core/limits.h"

#include <QtGlobal>

namespace {

std::optional<int> &slotOf(Limits &limits, Limit limit)
{
    switch (limit) {
    case Limit::Duration:
        return limits.minutes;
    case Limit::Data:
        return limits.dataMb;
    case Limit::Download:
        return limits.downKbps;
    case Limit::Upload:
        return limits.upKbps;
    }
    Q_UNREACHABLE();
}

int rounded(int kbps, int wholeMbitAboveKbps)
{
    constexpr int mbit = 1000;
    if (wholeMbitAboveKbps == 0 || kbps <= wholeMbitAboveKbps)
        return kbps;
    return (kbps + mbit - 1) / mbit * mbit;
}

} // namespace

std::optional<int> valueOf(const Limits &limits, Limit limit)
{
    Limits copy = limits;
    return slotOf(copy, limit);
}

void setValue(Limits &limits, Limit limit, std::optional<int> value)
{
    slotOf(limits, limit) = value;
}

std::optional<LimitRange> rangeOf(const LimitRules &rules, Limit limit)
{
    switch (limit) {
    case Limit::Duration:
        return rules.minutes;
    case Limit::Data:
        return rules.dataMb;
    case Limit::Download:
        return rules.downKbps;
    case Limit::Upload:
        return rules.upKbps;
    }
    Q_UNREACHABLE();
}

Limits settable(const Limits &asked, const LimitRules &rules)
{
    Limits result;
    for (const Limit limit : allLimits)
        if (rangeOf(rules, limit))
            setValue(result, limit, valueOf(asked, limit));
    if (!result.minutes)
        result.minutes = rules.minutesWhenUnset;
    if (result.downKbps)
        result.downKbps = rounded(*result.downKbps, rules.wholeMbitAboveKbps);
    if (result.upKbps)
        result.upKbps = rounded(*result.upKbps, rules.wholeMbitAboveKbps);
    return result;
}
