#pragma once

#include "core/wificlient.h"

#include <QHash>

namespace wire::unifi_classic {

/// One authorization of the guest list, live or over.
struct GuestRow
{
    MacAddress mac;
    Authorization authorization;
    bool expired = false; ///< the controller has closed it
};

/// One row of the lists of connected and of known clients.
struct Station
{
    WifiClient client; ///< accessPoint holds the MAC address of its access point or switch
    std::optional<bool> isGuest;
    std::optional<bool> authorized;
};

/// All authorizations of a site. It keeps those that are over for about a year, and several for one
/// device: being in it proves nothing.
class GuestList
{
public:
    GuestList() = default;
    explicit GuestList(const QList<GuestRow> &rows);

    /// The newest that the controller has not closed and whose end lies after now.
    [[nodiscard]] std::optional<Authorization> live(MacAddress mac, const QDateTime &now) const;

    /// The newest of all.
    [[nodiscard]] std::optional<GuestRow> newest(MacAddress mac) const;

private:
    QHash<MacAddress, QList<GuestRow>> m_rows; ///< of one device, newest first
};

/// A connected client with its state and authorization. now: UTC, in the controller's clock.
[[nodiscard]] WifiClient connectedClient(
    const Station &station, const GuestList &guests, const QDateTime &now);

/// A client that is not connected: authorized where the guest list says so, otherwise expired, or
/// waiting to be let in for the first time. Whether it was a guest when it was here last says
/// nothing about where it comes next. known: what the site knows of it; nothing where neither list
/// names it.
[[nodiscard]] std::optional<WifiClient> absentClient(MacAddress mac,
    const std::optional<Station> &known, const GuestList &guests, const QDateTime &now);

} // namespace wire::unifi_classic
