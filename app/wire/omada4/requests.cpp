#include "wire/omada4/requests.h"

using namespace Qt::StringLiterals;

namespace wire::omada4 {

QString base()
{
    return u"/api/v2/hotspot"_s;
}

omada_hotspot::Dialect dialect(const Secret &token)
{
    omada_hotspot::Dialect dialect{base(), {}, {}};
    dialect.query.addQueryItem(
        u"token"_s, QString::fromLatin1(QUrl::toPercentEncoding(token.reveal())));
    return dialect;
}

LimitRules limitRules()
{
    LimitRules rules;
    rules.minutes = omada_hotspot::durationMinutes;
    rules.minutesWhenUnset = omada_hotspot::defaultMinutes;
    return rules;
}

} // namespace wire::omada4
