#pragma once

#include "core/credential.h"
#include "core/generation.h"
#include "core/limits.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QUrl>

/// A credential as the profile remembers it: which kind, which account. The secret lies in the
/// vault.
struct CredentialNote
{
    CredentialKind kind = CredentialKind::ApiKey;
    QString account;

    friend bool operator==(const CredentialNote &, const CredentialNote &) = default;
};

/// The unit in which an Omada portal takes an authorization's duration. Documents and builds
/// disagree; milliseconds are what most take.
enum class PortalTimeUnit { Milliseconds, Seconds, Microseconds };

/// One controller as the person configured it. Holds no secret.
struct ControllerProfile
{
    QString id; ///< made once, never shown; renaming a controller keeps it, and with it the
                ///< keychain item and history
    QString name; ///< unique within the profile, as the person typed it
    QUrl url; ///< base URL without a trailing slash
    Generation generation = Generation::UnifiIntegration; ///< the one it was added by
    QByteArray
        pinnedSha256; ///< 32 bytes of the pinned certificate, or empty: the system's trust decides
    QString vendorControllerId; ///< Omada's omadacId; empty where the protocol has none
    QString product; ///< as detection named it, such as "UniFi Network"
    QString version; ///< as detection last saw it, such as "10.0.162"
    QList<CredentialNote> credentials;

    /// Sites by name, where the protocol cannot list them (EAP Controller, Omada 3 portals).
    QStringList siteNames = {};

    /// For Omada 4 and newer portals.
    PortalTimeUnit portalTimeUnit = PortalTimeUnit::Milliseconds;

    /// Whether the secrets lie in the vault. False: a person keeps them and gives them for each
    /// session.
    bool secretsInVault = true;

    friend bool operator==(const ControllerProfile &, const ControllerProfile &) = default;
};

/// The protocol that a credential of this kind opens on this controller; nothing where controllers
/// of its family know no such credential.
[[nodiscard]] std::optional<Generation> generationFor(
    const ControllerProfile &profile, CredentialKind kind);

/// What a generation is signed in to with.
[[nodiscard]] CredentialKind credentialKindFor(Generation generation);

/// ms, s, us.
[[nodiscard]] QString toWord(PortalTimeUnit unit);
[[nodiscard]] std::optional<PortalTimeUnit> portalTimeUnitFromWord(QStringView word);

/// A named set of limits that a desk uses. Either a duration, or a clock time at which it ends.
struct Preset
{
    QString name;
    std::optional<int> minutes;
    std::optional<int>
        untilMinuteOfDay; ///< ends at the next local time of day, minutes after midnight (0…1439)
    int extraDays = 0; ///< with untilMinuteOfDay: that many days later still
    std::optional<int> dataMb;
    std::optional<int> downKbps;
    std::optional<int> upKbps;

    friend bool operator==(const Preset &, const Preset &) = default;
};

/// The limits that this preset means when it is used at localNow.
[[nodiscard]] Limits limitsOf(const Preset &preset, const QDateTime &localNow);
