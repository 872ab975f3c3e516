#include "drivers/driverfactory.h"

#include "drivers/omadahotspotdriver.h"
#include "drivers/omadaopenapidriver.h"
#include "drivers/pacedchannel.h"
#include "drivers/pairdriver.h"
#include "drivers/portalformdriver.h"
#include "drivers/unificlassicdriver.h"
#include "drivers/unifiintegrationdriver.h"
#include "wire/unifi_integration/requests.h"

using namespace Qt::StringLiterals;

namespace {

using DriverPtr = std::unique_ptr<ControllerDriver>;
using namespace std::chrono_literals;

/// The cloud connector takes 100 calls a minute from one key; the rest is left for actions.
constexpr RequestBudget connectorBudget{20, 900ms};

/// Omada's Open API takes 10 calls a second from one application.
constexpr RequestBudget openApiBudget{3, 160ms};

/// Those that can be used, the official interfaces first.
Credentials usable(const Credentials &credentials)
{
    Credentials result;
    for (const CredentialKind kind :
        {CredentialKind::ApiKey, CredentialKind::OpenApiApplication, CredentialKind::LocalAccount,
            CredentialKind::HotspotOperator, CredentialKind::ControllerAccount}) {
        const std::optional<Credential> credential = credentialOf(credentials, kind);
        if (credential && !credential->secret.reveal().trimmed().isEmpty())
            result.append(*credential);
    }
    return result;
}

DriverPtr makeDriver(Generation generation, const ControllerProfile &profile,
    const Credential &credential, ChannelFactory &channels)
{
    const auto channel = [&] { return channels.open(profile.url, profile.pinnedSha256, nullptr); };
    const auto paced = [&](const RequestBudget &budget) -> HttpChannel * {
        return new PacedChannel(channel(), budget);
    };
    switch (generation) {
    case Generation::UnifiIntegration:
        return std::make_unique<UnifiIntegrationDriver>(profile.id, credential.secret,
            wire::unifi_integration::isConnector(profile.url) ? paced(connectorBudget) : channel());
    case Generation::OmadaOpenApi:
        return std::make_unique<OmadaOpenApiDriver>(profile, credential, paced(openApiBudget));
    case Generation::Omada4:
    case Generation::Omada5:
        return std::make_unique<OmadaHotspotDriver>(profile, credential, channel());
    case Generation::Eap2:
    case Generation::Omada3:
        return std::make_unique<PortalFormDriver>(profile, credential, channel());
    case Generation::UnifiClassic:
        // It lies at the origin, also where the address names the integration API.
        return std::make_unique<UnifiClassicDriver>(profile, credential,
            channels.open(profile.url.adjusted(QUrl::RemovePath), profile.pinnedSha256, nullptr));
    }
    Q_UNREACHABLE();
}

} // namespace

Result<DriverPtr> makeControllerDriver(
    const ControllerProfile &profile, const Credentials &credentials, ChannelFactory &channels)
{
    std::vector<PairHalf> halves;
    for (const Credential &credential : usable(credentials)) {
        const std::optional<Generation> generation = generationFor(profile, credential.kind);
        if (generation)
            halves.push_back({makeDriver(*generation, profile, credential, channels),
                {*generation, credential.kind}});
    }
    if (halves.size() == 2)
        return std::make_unique<PairDriver>(std::move(halves[0]), std::move(halves[1]));
    if (halves.size() == 1)
        return std::move(halves[0].driver);
    return fail(Failure::Kind::CredentialMissing,
        u"no secret of the kind %1 is known"_s.arg(toWord(credentialKindFor(profile.generation))));
}
