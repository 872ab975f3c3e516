#pragma once

#include "sim/venue.h"

#include <chrono>
#include <deque>

/// What happens with every step in a venue that never comes to rest.
struct RushPace
{
    int roaming = 0; ///< clients that move to another access point
    int turnover = 0; ///< guests who come, and guests who leave
};

/// Keeps a venue changing at a steady pace. Those who leave are those who came by it half a minute
/// before: whoever was there at the start stays.
class VenueRush
{
public:
    static constexpr std::chrono::seconds beat{2}; ///< call step() so often

    VenueRush(Venue &venue, RushPace pace, quint32 seed);

    void step(qint64 now);

private:
    Venue &m_venue;
    RushPace m_pace;
    Dice m_dice;
    std::deque<int> m_came;
};
