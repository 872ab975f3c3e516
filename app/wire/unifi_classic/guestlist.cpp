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
bool endedHere(const GuestRow *newest, const ClientFields &client)
{
    return newest && newest->authorization.until && client.connectedAtMs
        && newest->authorization.until->toMSecsSinceEpoch() > *client.connectedAtMs;
}

bool comesBefore(const GuestRow &a, const GuestRow &b)
{
    if (a.mac != b.mac)
        return a.mac < b.mac;
    return a.authorization.since.value_or(QDateTime())
        > b.authorization.since.value_or(QDateTime());
}

} // namespace

GuestList::GuestList(QList<GuestRow> rows)
    : m_rows(std::move(rows))
{
    std::ranges::stable_sort(m_rows, comesBefore);
}

GuestList::Rows GuestList::of(MacAddress mac) const
{
    // Two bounds, for clang 14 cannot compile std::ranges::equal_range with this library.
    return {std::ranges::lower_bound(m_rows, mac, {}, &GuestRow::mac),
        std::ranges::upper_bound(m_rows, mac, {}, &GuestRow::mac)};
}

const Authorization *GuestList::live(MacAddress mac, const QDateTime &now) const
{
    const Rows rows = of(mac);
    const auto found
        = std::ranges::find_if(rows, [&now](const GuestRow &row) { return isLive(row, now); });
    return found == rows.end() ? nullptr : &found->authorization;
}

const GuestRow *GuestList::newest(MacAddress mac) const
{
    const Rows rows = of(mac);
    return rows.empty() ? nullptr : &rows.front();
}

void judgeConnected(
    ClientFields &client, const Admission &told, const GuestList &guests, const QDateTime &now)
{
    if (!told.isGuest)
        return;
    if (!*told.isGuest) {
        client.state = ClientState::NotGuest;
        return;
    }
    const Authorization *const live = guests.live(client.mac, now);
    const GuestRow *const newest = guests.newest(client.mac);
    if (told.authorized == false) {
        client.state = ClientState::Waiting;
    } else if (live) {
        client.state = ClientState::Authorized;
        client.authorization = live;
    } else if (endedHere(newest, client)) {
        client.state = ClientState::Expired;
        client.authorization = &newest->authorization;
    } else if (told.authorized == true) {
        client.state = ClientState::Authorized; // a guest network that asks nobody for anything
    }
}

std::optional<WifiClient> absentClient(MacAddress mac, const std::optional<WifiClient> &known,
    const GuestList &guests, const QDateTime &now)
{
    const Authorization *const live = guests.live(mac, now);
    const GuestRow *const newest = guests.newest(mac);
    if (!known && !newest)
        return std::nullopt;
    WifiClient client = known.value_or(WifiClient());
    client.key.mac = mac;
    client.connectedAt.reset();
    client.state = live ? ClientState::Authorized
        : newest        ? ClientState::Expired
                        : ClientState::Waiting;
    client.authorization.reset();
    if (live)
        client.authorization = *live;
    else if (newest)
        client.authorization = newest->authorization;
    return client;
}

} // namespace wire::unifi_classic
