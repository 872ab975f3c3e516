#include "sim/venuerush.h"

namespace {
constexpr size_t beatsOfAStay = 15;
}

VenueRush::VenueRush(Venue &venue, RushPace pace, quint32 seed)
    : m_venue(venue)
    , m_pace(pace)
    , m_dice(seed ^ 0x40a4)
{
}

void VenueRush::step(qint64 now)
{
    const int clients = int(m_venue.clients().size());
    for (int i = 0; i < m_pace.roaming && clients > 0; ++i)
        m_venue.roam(m_dice.below(clients));
    for (int i = 0; i < m_pace.turnover; ++i) {
        m_came.push_back(m_venue.arrive(now));
        if (m_came.size() > size_t(m_pace.turnover) * beatsOfAStay) {
            m_venue.leave(m_came.front(), now);
            m_came.pop_front();
        }
    }
}
