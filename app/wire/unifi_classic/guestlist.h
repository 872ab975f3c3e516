#pragma once

#include "core/packedclient.h"

#include <QList>

#include <span>

namespace wire::unifi_classic {

/// One authorization of the guest list, live or over.
struct GuestRow
{
    MacAddress mac;
    Authorization authorization;
    bool expired = false; ///< the controller has closed it
};

/// All authorizations of a site. It keeps those that are over for about a year, and several for one
/// device: being in it proves nothing. What it points to lives as long as the list.
class GuestList
{
public:
    GuestList() = default;
    explicit GuestList(QList<GuestRow> rows);

    /// The newest that the controller has not closed and whose end lies after now.
    [[nodiscard]] const Authorization *live(MacAddress mac, const QDateTime &now) const;

    /// The newest of all.
    [[nodiscard]] const GuestRow *newest(MacAddress mac) const;

private:
    using Rows = std::span<const GuestRow>;

    [[nodiscard]] Rows of(MacAddress mac) const;

    QList<GuestRow> m_rows; ///< by device, of one device newest first
};

/// What the list of connected clients says of a device beside its fields.
struct Admission
{
    std::optional<bool> isGuest;
    std::optional<bool> authorized;
};

/// Sets state and authorization of a connected client, which point into guests. now: UTC, in the
/// controller's clock.
void judgeConnected(
    ClientFields &client, const Admission &told, const GuestList &guests, const QDateTime &now);

/// A client that is not connected: authorized where the guest list says so, otherwise expired, or
/// waiting to be let in for the first time. Whether it was a guest when it was here last says
/// nothing about where it comes next. known: what the site knows of it; nothing where neither list
/// names it.
[[nodiscard]] std::optional<WifiClient> absentClient(MacAddress mac,
    const std::optional<WifiClient> &known, const GuestList &guests, const QDateTime &now);

} // namespace wire::unifi_classic
