#pragma once

#include <algorithm>
#include <chrono>

/// So many a second and no more, with a few saved up for bursts. Time is any steady count.
class Allowance
{
public:
    Allowance(int perSecond, int burst)
        : m_perMillisecond(perSecond / 1000.0)
        , m_burst(burst)
        , m_left(burst)
    {
    }

    [[nodiscard]] bool take(std::chrono::milliseconds now)
    {
        refill(now);
        if (m_left < 1)
            return false;
        m_left -= 1;
        return true;
    }

    /// Nothing was taken for a while: it can be forgotten and made anew.
    [[nodiscard]] bool isFull(std::chrono::milliseconds now)
    {
        refill(now);
        return m_left >= m_burst;
    }

private:
    void refill(std::chrono::milliseconds now)
    {
        m_left = std::min(m_burst, m_left + double((now - m_at).count()) * m_perMillisecond);
        m_at = now;
    }

    double m_perMillisecond;
    double m_burst;
    double m_left;
    std::chrono::milliseconds m_at{0};
};
