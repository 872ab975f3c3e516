#include "drivers/limitcheck.h"

using namespace Qt::StringLiterals;

namespace {

QString wordOf(Limit limit)
{
    switch (limit) {
    case Limit::Duration:
        return u"duration"_s;
    case Limit::Data:
        return u"data"_s;
    case Limit::Download:
        return u"download"_s;
    case Limit::Upload:
        return u"upload"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

std::optional<Failure> outsideOf(const LimitRules &rules, const Limits &limits)
{
    for (const Limit limit : allLimits) {
        const std::optional<int> value = valueOf(limits, limit);
        const std::optional<LimitRange> range = rangeOf(rules, limit);
        if (value && !range)
            return Failure{Failure::Kind::NotSupported,
                u"this controller cannot limit the %1 while authorizing"_s.arg(wordOf(limit))};
        if (value && !range->holds(*value))
            return Failure{Failure::Kind::InvalidInput,
                u"%1 %2 is not between %3 and %4"_s.arg(wordOf(limit))
                    .arg(*value)
                    .arg(range->least)
                    .arg(range->most)};
    }
    return std::nullopt;
}
