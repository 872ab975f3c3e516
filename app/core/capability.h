#pragma once

#include "core/credential.h"
#include "core/failure.h"
#include "core/generation.h"

#include <bitset>
#include <map>
#include <optional>

/// What a controller can do with the credentials it has. The UI asks these, never the generation.
enum class Capability {
    ListSites,
    ListClients,
    ReadAuthorization, ///< since, until, limits and usage of one client
    AuthorizeListedClient,
    AuthorizeCapturedRedirect,
    AuthorizeUnlistedMac,
    LimitDuration, ///< set while authorizing
    LimitData,
    LimitDownload,
    LimitUpload,
    Extend,
    CancelOnline,
    CancelOffline,
    Block,
    Vouchers,
    PushEvents,
};
inline constexpr int capabilityCount = int(Capability::PushEvents) + 1;

/// What a controller tells about a client.
enum class Cue { Ssid, Signal, AccessPoint, HostName, Vendor };
inline constexpr int cueCount = int(Cue::Vendor) + 1;

/// By which protocol and credential a capability is served.
struct Path
{
    Generation generation = Generation::UnifiIntegration;
    CredentialKind credential = CredentialKind::ApiKey;

    friend bool operator==(const Path &, const Path &) = default;
};

/// The capabilities and cues of one controller.
struct Capabilities
{
    std::bitset<capabilityCount> has;
    std::bitset<cueCount> cues;

    /// Which further credential would unlock a capability that is missing now. No entry: no
    /// credential would.
    std::map<Capability, CredentialKind> unlockedBy;

    /// What serves each capability that it has.
    std::map<Capability, Path> servedBy;

    /// Credentials that do not work now, and why, while another one of the controller does. What
    /// only they serve is missing, and unlockedBy names them.
    std::map<CredentialKind, Failure> failing = {};

    [[nodiscard]] bool can(Capability capability) const { return has.test(size_t(capability)); }
    [[nodiscard]] bool gives(Cue cue) const { return cues.test(size_t(cue)); }
    [[nodiscard]] std::optional<CredentialKind> unlocking(Capability capability) const
    {
        const auto found = unlockedBy.find(capability);
        return found == unlockedBy.end() ? std::nullopt : std::optional(found->second);
    }

    [[nodiscard]] std::optional<Path> path(Capability capability) const
    {
        const auto found = servedBy.find(capability);
        return found == servedBy.end() ? std::nullopt : std::optional(found->second);
    }

    friend bool operator==(const Capabilities &, const Capabilities &) = default;
};

[[nodiscard]] Capabilities capabilitiesOf(std::initializer_list<Capability> can,
    std::initializer_list<Cue> cues, std::map<Capability, CredentialKind> unlockedBy = {});

/// All of them by one path.
[[nodiscard]] Capabilities servedBy(const Path &path, Capabilities capabilities);

/// The stable word of the CLI, such as "limitDuration".
[[nodiscard]] QString toWord(Capability capability);
[[nodiscard]] QString toWord(Cue cue);
