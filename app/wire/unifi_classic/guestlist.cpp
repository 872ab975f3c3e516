#include "wire/unifi_classic/guestlist.h"

#include <algorithm>

namespace wire::unifi_classic {

namespace {

bool isLive(const GuestRow &row, const QDateTime &now)
{
    return !row.expired && row.authorization.until && *row.authorization.until > now;
}

/// Was let in while connected as it is now, and that is over: the list of connected clients may lag
/// behind the clock.
bool endedHere(const std::optional<GuestRow> &newest, const WifiClient &client)
{
    return newest && newest->authorization.until && client.connectedAt
        && *newest->authorization.until > *client.connectedAt;
}

} // namespace

GuestList::GuestList(const QList<GuestRow> &rows)
{
    for (const GuestRow &row : rows)
        m_rows[row.mac].append(row);
    for (QList<GuestRow> &ofOne : m_rows)
        std::ranges::stable_sort(ofOne, std::ranges::greater(),
            [](const GuestRow &row) { return row.authorization.since.value_or(QDateTime()); });
}

std::optional<Authorization> GuestList::live(MacAddress mac, const QDateTime &now) const
{
    const auto ofOne = m_rows.constFind(mac);
    if (ofOne == m_rows.cend())
        return std::nullopt;
    const auto found
        = std::ranges::find_if(*ofOne, [&now](const GuestRow &row) { return isLive(row, now); });
    return found == ofOne->cend() ? std::nullopt : std::optional(found->authorization);
}

std::optional<GuestRow> GuestList::newest(MacAddress mac) const
{
    const auto ofOne = m_rows.constFind(mac);
    return ofOne == m_rows.cend() ? std::nullopt : std::optional(ofOne->constFirst());
}

WifiClient connectedClient(const Station &station, const GuestList &guests, const QDateTime &now)
{
    WifiClient client = station.client;
    if (!station.isGuest)
        return client;
    if (!*station.isGuest) {
        client.state = ClientState::NotGuest;
        return client;
    }
    const std::optional<Authorization> live = guests.live(client.key.mac, now);
    const std::optional<GuestRow> newest = guests.newest(client.key.mac);
    if (station.authorized == false) {
        client.state = ClientState::Waiting;
    } else if (live) {
        client.state = ClientState::Authorized;
        client.authorization = live;
    } else if (endedHere(newest, client)) {
        client.state = ClientState::Expired;
        client.authorization = newest->authorization;
    } else if (station.authorized == true) {
        client.state = ClientState::Authorized; // a guest network that asks nobody for anything
    }
    return client;
}

std::optional<WifiClient> absentClient(MacAddress mac, const std::optional<Station> &known,
    const GuestList &guests, const QDateTime &now)
{
    const std::optional<Authorization> live = guests.live(mac, now);
    const std::optional<GuestRow> newest = guests.newest(mac);
    if (!known && !newest)
        return std::nullopt;
    WifiClient client;
    if (known)
        client = known->client;
    client.key.mac = mac;
    client.connectedAt.reset();
    client.authorization = live;
    if (live)
        client.state = ClientState::Authorized;
    else
        client.state = newest ? ClientState::Expired : ClientState::Waiting;
    if (!live && newest)
        client.authorization = newest->authorization;
    return client;
}

} // namespace wire::unifi_classic
