#include "sim/unifilimits.h"

using namespace Qt::StringLiterals;

GrantLimits halved(const GrantLimits &asked, std::span<const UnifiLimitField> fields)
{
    GrantLimits half;
    for (const UnifiLimitField &field : fields)
        if (asked.*field.slot)
            half.*field.slot = std::max({field.least, *(asked.*field.slot) / 2, 1});
    return half;
}

QString said(const GrantLimits &limits, std::span<const UnifiLimitField> fields)
{
    QStringList parts;
    for (const UnifiLimitField &field : fields)
        if (limits.*field.slot)
            parts += u"%1=%2"_s.arg(QString(field.name)).arg(*(limits.*field.slot));
    return parts.isEmpty() ? u"without limits"_s : parts.join(u", "_s);
}
