#include "drivers/extendedlimits.h"

#include <algorithm>
#include <limits>

Limits extendedLimits(const Authorization &present, int addMinutes, const QDateTime &now)
{
    constexpr qint64 bytesPerMb = 1024 * 1024;
    constexpr qint64 secondsPerMinute = 60;
    Limits limits;
    const qint64 left = present.until ? std::max<qint64>(0, now.secsTo(*present.until)) : 0;
    const qint64 minutes = (left + secondsPerMinute - 1) / secondsPerMinute + addMinutes;
    limits.minutes = int(std::min<qint64>(minutes, std::numeric_limits<int>::max()));
    if (present.dataLimitMb) {
        const qint64 used = present.usedBytes.value_or(0) / bytesPerMb;
        limits.dataMb = int(std::max<qint64>(1, *present.dataLimitMb - used));
    }
    limits.downKbps = present.downKbps;
    limits.upKbps = present.upKbps;
    return limits;
}
