#pragma once

#include "core/clientlist.h"
#include "core/controllerdriver.h"
#include "core/http.h"
#include "core/secret.h"
#include "wire/unifi_classic/guestlist.h"
#include "wire/unifi_classic/requests.h"

namespace wire::unifi_classic {

/// The kind of controller by what its root answers. NotFound: neither of the two, which is most
/// often another port than that of UniFi.
[[nodiscard]] Result<Style> readStyle(const HttpReply &reply);

[[nodiscard]] Result<Done> readSignIn(const HttpReply &reply);

/// The CSRF token that an answer brings: by its headers, or inside the session's cookie. Nothing
/// where it brings none; the one before stays good.
[[nodiscard]] std::optional<Secret> csrfTokenIn(const HttpReply &reply);

/// Those that the account may see. Id: the short name, name: what people call it.
[[nodiscard]] Result<QList<Site>> readSites(const HttpReply &reply);
[[nodiscard]] Result<ControllerIdentity> readSystem(const HttpReply &reply);

[[nodiscard]] Result<GuestList> readGuests(const HttpReply &reply);

/// Connected clients with their state and authorization; accessPoint holds the MAC address of their
/// access point or switch. Controller and site are the caller's to fill in. now: UTC, in the
/// controller's clock.
[[nodiscard]] Result<ClientList> readConnected(
    const HttpReply &reply, const GuestList &guests, const QDateTime &now);

/// The same of one device in the list of known clients, without a state; nothing where it is not
/// in.
[[nodiscard]] Result<std::optional<WifiClient>> readKnown(const HttpReply &reply, MacAddress mac);

/// Names of access points and switches by their MAC address.
[[nodiscard]] Result<QHash<QString, QString>> readDeviceNames(const HttpReply &reply);

/// The minutes for which a guest is let in where nobody says how long.
[[nodiscard]] Result<int> readDefaultMinutes(const HttpReply &reply);

/// The answer to authorize. From version 10.6 on it tells no more than that it was heard.
[[nodiscard]] Result<ActionAnswer> readAuthorized(const HttpReply &reply);

/// The answer to every other command.
[[nodiscard]] Result<Done> readDone(const HttpReply &reply);

} // namespace wire::unifi_classic
