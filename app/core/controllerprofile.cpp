#include "core/controllerprofile.h"

using namespace Qt::StringLiterals;

std::optional<Generation> generationFor(const ControllerProfile &profile, CredentialKind kind)
{
    const Generation spoken = profile.generation;
    const bool isUnifi
        = spoken == Generation::UnifiIntegration || spoken == Generation::UnifiClassic;
    const bool isOmada5 = spoken == Generation::Omada5 || spoken == Generation::OmadaOpenApi;
    if (kind == credentialKindFor(spoken))
        return spoken;
    if (isUnifi && kind == CredentialKind::ApiKey)
        return Generation::UnifiIntegration;
    if (isUnifi && kind == CredentialKind::LocalAccount)
        return Generation::UnifiClassic;
    if (isOmada5 && kind == CredentialKind::OpenApiApplication)
        return Generation::OmadaOpenApi;
    if (isOmada5 && kind == CredentialKind::HotspotOperator)
        return Generation::Omada5;
    return std::nullopt;
}

CredentialKind credentialKindFor(Generation generation)
{
    switch (generation) {
    case Generation::Eap2:
    case Generation::Omada3:
        return CredentialKind::ControllerAccount;
    case Generation::Omada4:
    case Generation::Omada5:
        return CredentialKind::HotspotOperator;
    case Generation::OmadaOpenApi:
        return CredentialKind::OpenApiApplication;
    case Generation::UnifiIntegration:
        return CredentialKind::ApiKey;
    case Generation::UnifiClassic:
        return CredentialKind::LocalAccount;
    }
    Q_UNREACHABLE();
}

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
    for (const PortalTimeUnit unit :
        {PortalTimeUnit::Milliseconds, PortalTimeUnit::Seconds, PortalTimeUnit::Microseconds})
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
