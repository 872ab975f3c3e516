#include "drivers/driverfactory.h"

#include "drivers/omadaopenapidriver.h"
#include "drivers/unifiintegrationdriver.h"

using namespace Qt::StringLiterals;

namespace {

/// The credential of this kind, when it holds something.
Result<Credential> needed(const Credentials &credentials, CredentialKind kind)
{
    const std::optional<Credential> credential = credentialOf(credentials, kind);
    if (!credential || credential->secret.reveal().trimmed().isEmpty())
        return fail(Failure::Kind::CredentialMissing,
            u"no secret of the kind %1 is known"_s.arg(toWord(kind)));
    return *credential;
}

} // namespace

Result<std::unique_ptr<ControllerDriver>> makeControllerDriver(
    const ControllerProfile &profile, const Credentials &credentials, HttpChannel *channel)
{
    switch (profile.generation) {
    case Generation::UnifiIntegration: {
        const Result<Credential> key = needed(credentials, CredentialKind::ApiKey);
        if (!key)
            return fail(key.error());
        return std::make_unique<UnifiIntegrationDriver>(profile.id, key->secret, channel);
    }
    case Generation::OmadaOpenApi: {
        const Result<Credential> application
            = needed(credentials, CredentialKind::OpenApiApplication);
        if (!application)
            return fail(application.error());
        return std::make_unique<OmadaOpenApiDriver>(profile, *application, channel);
    }
    case Generation::Eap2:
    case Generation::Omada3:
    case Generation::Omada4:
    case Generation::Omada5:
    case Generation::UnifiClassic:
        break;
    }
    return fail(Failure::Kind::NotSupported,
        u"this version of Gatehouse has no driver for %1"_s.arg(toWord(profile.generation)));
}
