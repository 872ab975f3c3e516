#pragma once

#include <QString>

#include <array>
#include <optional>

/// One wire protocol spoken by controllers of a range of versions.
enum class Generation {
    Eap2, ///< TP-Link EAP Controller up to 2.5.4
    Omada3, ///< Omada 2.6.0 to 3.2.17
    Omada4, ///< Omada 4.1.5 to 4.4.6
    Omada5, ///< Omada 5.0.15 to 6.x, portal and hotspot operator
    OmadaOpenApi, ///< Omada 5.12 and newer, northbound Open API
    UnifiIntegration, ///< UniFi Network 9.1.105 and newer, official integration API v1
    UnifiClassic, ///< older UniFi, and what v1 lacks
};

inline constexpr std::array allGenerations{
    Generation::Eap2,
    Generation::Omada3,
    Generation::Omada4,
    Generation::Omada5,
    Generation::OmadaOpenApi,
    Generation::UnifiIntegration,
    Generation::UnifiClassic,
};

/// The stable word of files, the CLI and the simulator, such as "unifi-integration".
[[nodiscard]] QString toWord(Generation generation);
[[nodiscard]] std::optional<Generation> generationFromWord(QStringView word);
