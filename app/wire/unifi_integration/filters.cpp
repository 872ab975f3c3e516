#include "wire/unifi_integration/filters.h"

using namespace Qt::StringLiterals;

namespace wire::unifi_integration {

QString quoted(const QString &text)
{
    QString inside = text;
    inside.replace(u'\'', "''"_L1);
    return u'\'' + inside + u'\'';
}

QString guests()
{
    return u"access.type.eq('GUEST')"_s;
}

QString waitingGuests()
{
    return u"and(access.type.eq('GUEST'),access.authorized.eq(false))"_s;
}

QString device(MacAddress mac)
{
    return u"macAddress.eq(%1)"_s.arg(quoted(mac.toString()));
}

} // namespace wire::unifi_integration
