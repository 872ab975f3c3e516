#include "core/controllerprofile.h"

using namespace Qt::StringLiterals;

QString toWord(PortalTimeUnit unit)
{
    switch (unit) {
    case PortalTimeUnit::Milliseconds:
        return u"ms"_s;
    case PortalTimeUnit::Seconds:
        return u"s"_s;
    case PortalTimeUnit::Microseconds:
        return u"us"_s;
    }
    Q_UNREACHABLE();
}

std::optional<PortalTimeUnit> portalTimeUnitFromWord(QStringView word)
{
    for (const PortalTimeUnit unit : {PortalTimeUnit::Milliseconds, PortalTimeUnit::Seconds,
             PortalTimeUnit::Microseconds})
        if (toWord(unit) == word)
            return unit;
    return std::nullopt;
}

Limits limitsOf(const Preset &preset, const QDateTime &localNow)
{
    Limits limits{preset.minutes, preset.dataMb, preset.downKbps, preset.upKbps};
    if (preset.untilMinuteOfDay) {
        const QTime endTime = QTime(0, 0).addSecs(*preset.untilMinuteOfDay * 60);
        QDateTime end(localNow.date(), endTime);
        if (end <= localNow)
            end = QDateTime(localNow.date().addDays(1), endTime);
        end = end.addDays(preset.extraDays);
        limits.minutes = std::max<int>(1, int((localNow.secsTo(end) + 59) / 60));
    }
    return limits;
}
