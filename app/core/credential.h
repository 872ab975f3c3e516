#pragma once

#include "core/secret.h"

#include <QList>
#include <QString>

#include <optional>

/// What a controller can be signed in with. They are never interchangeable.
enum class CredentialKind {
    ApiKey, ///< UniFi: a key made in Network → Control Plane → Integrations, or a Site Manager key
    LocalAccount, ///< UniFi: a local admin's user name and password
    OpenApiApplication, ///< Omada: client ID and client secret of an Open API application
    HotspotOperator, ///< Omada 4 and newer: a hotspot operator's name and password
    ControllerAccount, ///< EAP Controller and Omada to 3.x: the controller's own user
};

struct Credential
{
    CredentialKind kind = CredentialKind::ApiKey;
    QString account; ///< user name or client ID; empty for an API key
    Secret secret;

    friend bool operator==(const Credential &, const Credential &) = default;
};

/// All credentials of one controller: at most one of a kind.
using Credentials = QList<Credential>;

[[nodiscard]] std::optional<Credential> credentialOf(
    const Credentials &credentials, CredentialKind kind);

/// Adds it, or replaces the one of the same kind.
void putCredential(Credentials &credentials, const Credential &credential);

/// The stable word of files and of `controller detect`'s needs: apiKey, localAccount,
/// openApiApplication, hotspotOperator, controllerAccount.
[[nodiscard]] QString toWord(CredentialKind kind);
[[nodiscard]] std::optional<CredentialKind> credentialKindFromWord(QStringView word);
