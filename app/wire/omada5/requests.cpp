#include "wire/omada5/requests.h"

using namespace Qt::StringLiterals;

namespace wire::omada5 {

QString base(const QString &omadacId)
{
    return u"/%1/api/v2/hotspot"_s.arg(QString::fromLatin1(QUrl::toPercentEncoding(omadacId)));
}

omada_hotspot::Dialect dialect(const QString &omadacId, const Secret &token)
{
    return {base(omadacId), {{"Csrf-Token", token.reveal().toUtf8(), true}}, {}};
}

bool knowsLimits(const QVersionNumber &version)
{
    return version >= QVersionNumber(6, 2, 10);
}

bool hasOpenApi(const QVersionNumber &version)
{
    return version >= QVersionNumber(5, 12);
}

LimitRules limitRules(const QVersionNumber &version)
{
    LimitRules rules;
    rules.minutes = omada_hotspot::durationMinutes;
    rules.minutesWhenUnset = omada_hotspot::defaultMinutes;
    if (!knowsLimits(version))
        return rules;
    // No document names the bounds; these are the ones of a local user's limits.
    constexpr LimitRange upTo10485760{1, 10'485'760};
    rules.dataMb = upTo10485760;
    rules.downKbps = upTo10485760;
    rules.upKbps = upTo10485760;
    return rules;
}

QJsonObject portalFields(const omada_hotspot::PortalGrant &grant, const QVersionNumber &version)
{
    QJsonObject fields = omada_hotspot::portalFields(grant);
    if (!knowsLimits(version))
        return fields;
    fields.insert(u"clientIp"_s, grant.clientIp);
    fields.insert(u"originUrl"_s, grant.destination); // required, may be empty
    constexpr qint64 bytesPerMb = 1024 * 1024;
    if (grant.limits.dataMb)
        fields.insert(u"totalTrafficLimitBytes"_s, *grant.limits.dataMb * bytesPerMb);
    if (grant.limits.downKbps)
        fields.insert(u"downloadRateLimitKbps"_s, *grant.limits.downKbps);
    if (grant.limits.upKbps)
        fields.insert(u"uploadRateLimitKbps"_s, *grant.limits.upKbps);
    return fields;
}

} // namespace wire::omada5
