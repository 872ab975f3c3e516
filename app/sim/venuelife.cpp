#include "sim/venue.h"

#include <algorithm>

namespace {

constexpr qint64 second = 1000;
constexpr int mostComings = 12; ///< beyond those who waited at the start

} // namespace

VenueLife::VenueLife(Venue &venue, quint32 seed, qint64 now)
    : m_venue(venue)
    , m_dice(seed ^ 0x5eed)
    , m_crowd(size_t(venue.waiting(now).size()) + mostComings)
    , m_nextArrival(now + m_dice.between(3, 8) * second)
    , m_nextStir(now + m_dice.between(4, 9) * second)
{
}

void VenueLife::step(qint64 now)
{
    if (now >= m_nextArrival) {
        arrive(now);
        m_nextArrival = now + m_dice.between(8, 15) * second;
    }
    if (now >= m_nextStir) {
        stir(now);
        m_nextStir = now + m_dice.between(6, 14) * second;
    }
    const auto firstRipe = std::partition(
        m_due.begin(), m_due.end(), [now](const Due &due) { return due.at > now; });
    const std::vector<Due> ripe(firstRipe, m_due.end());
    m_due.erase(firstRipe, m_due.end());
    for (const Due &due : ripe)
        follow(due, now);
}

void VenueLife::arrive(qint64 now)
{
    const int client = m_venue.arrive(now);
    if (m_dice.percent(40))
        m_due.push_back({now + m_dice.between(15, 90) * second, client, Plan::LetIn});
    else
        m_due.push_back({now + m_dice.between(120, 420) * second, client, Plan::Leave});

    const QList<quint64> waiting = m_venue.waiting(now);
    if (size_t(waiting.size()) <= m_crowd)
        return;
    if (const auto leaver = m_venue.clientByMac(m_dice.oneOf(waiting)))
        m_venue.leave(*leaver, now);
}

void VenueLife::follow(const Due &due, qint64 now)
{
    const SimClient &client = m_venue.clients()[size_t(due.client)];
    if (!m_venue.isWaiting(client, now))
        return;
    if (due.plan == Plan::Leave)
        return m_venue.leave(due.client, now);
    constexpr GrantLimits tariffs[] = {
        {120, 500, 5000, 1000}, {1440, {}, 10000, 2000}, {480, 1000, {}, {}}, {4320, {}, {}, {}}};
    m_venue.authorize(due.client, m_dice.oneOf(tariffs), Grant::Method::Voucher, now);
}

void VenueLife::stir(qint64 now)
{
    const int index = m_dice.below(int(m_venue.clients().size()));
    const SimClient &client = m_venue.clients()[size_t(index)];
    if (!client.guest || client.link != SimClient::Link::Wireless)
        return;
    if (!m_venue.isPresent(client, now))
        return m_venue.comeBack(index, now);
    if (m_venue.isAuthorized(client, now) && m_dice.percent(25))
        return m_venue.leave(index, now);
    m_venue.roam(index);
}
