#include "core/credential.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr CredentialKind allKinds[] = {
    CredentialKind::ApiKey,
    CredentialKind::LocalAccount,
    CredentialKind::OpenApiApplication,
    CredentialKind::HotspotOperator,
    CredentialKind::ControllerAccount,
};

} // namespace

std::optional<Credential> credentialOf(const Credentials &credentials, CredentialKind kind)
{
    const auto found = std::ranges::find(credentials, kind, &Credential::kind);
    return found == credentials.end() ? std::nullopt : std::optional(*found);
}

void putCredential(Credentials &credentials, const Credential &credential)
{
    const auto found = std::ranges::find(credentials, credential.kind, &Credential::kind);
    if (found == credentials.end())
        credentials.append(credential);
    else
        *found = credential;
}

QString toWord(CredentialKind kind)
{
    switch (kind) {
    case CredentialKind::ApiKey:
        return u"apiKey"_s;
    case CredentialKind::LocalAccount:
        return u"localAccount"_s;
    case CredentialKind::OpenApiApplication:
        return u"openApiApplication"_s;
    case CredentialKind::HotspotOperator:
        return u"hotspotOperator"_s;
    case CredentialKind::ControllerAccount:
        return u"controllerAccount"_s;
    }
    Q_UNREACHABLE();
}

std::optional<CredentialKind> credentialKindFromWord(QStringView word)
{
    for (const CredentialKind kind : allKinds)
        if (toWord(kind) == word)
            return kind;
    return std::nullopt;
}
