#pragma once

#include "core/controllerdriver.h"
#include "core/http.h"
#include "wire/page.h"

namespace wire::unifi_integration {

/// An access point or switch, for its name.
struct Device
{
    QString id;
    QString name;
};

/// What the answer to a request without a key tells about the API.
enum class Presence {
    Serves, ///< it is here and wants a key
    Forbids, ///< it is here and refuses everybody, as a self-hosted server does where no key can be
             ///< made
    None, ///< something else answered
};
[[nodiscard]] Presence readProbe(const HttpReply &reply);

[[nodiscard]] Result<ControllerIdentity> readInfo(const HttpReply &reply);
[[nodiscard]] Result<Page<Site>> readSites(const HttpReply &reply);
[[nodiscard]] Result<Page<Device>> readDevices(const HttpReply &reply);

/// Clients carry their MAC in the key and the id of their access point or switch; controller and
/// site are the caller's to fill in. Rows without a MAC by nature (VPN, Teleport) are skipped. A
/// list tells no authorizations.
[[nodiscard]] Result<Page<WifiClient>> readClients(const HttpReply &reply);

/// One client with its authorization, where it has one. A VPN row has no MAC and reads as NotFound.
[[nodiscard]] Result<WifiClient> readClient(const HttpReply &reply);

/// The answer to authorize and unauthorize.
[[nodiscard]] Result<ActionAnswer> readAction(const HttpReply &reply);

} // namespace wire::unifi_integration
