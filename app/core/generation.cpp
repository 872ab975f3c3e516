#include "core/generation.h"

using namespace Qt::StringLiterals;

QString toWord(Generation generation)
{
    switch (generation) {
    case Generation::Eap2:
        return u"eap2"_s;
    case Generation::Omada3:
        return u"omada3"_s;
    case Generation::Omada4:
        return u"omada4"_s;
    case Generation::Omada5:
        return u"omada5"_s;
    case Generation::OmadaOpenApi:
        return u"omada-openapi"_s;
    case Generation::UnifiIntegration:
        return u"unifi-integration"_s;
    case Generation::UnifiClassic:
        return u"unifi-classic"_s;
    }
    Q_UNREACHABLE();
}

std::optional<Generation> generationFromWord(QStringView word)
{
    for (const Generation generation : allGenerations)
        if (toWord(generation) == word)
            return generation;
    return std::nullopt;
}
