#pragma once

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <vector>

/// Milliseconds that the work takes.
inline double timed(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

/// One figure of each round; told as least, median and most.
class Figures
{
public:
    void add(double figure) { m_figures.push_back(figure); }

    [[nodiscard]] double median() const
    {
        auto sorted = m_figures;
        std::ranges::sort(sorted);
        return sorted[sorted.size() / 2];
    }

    void print(const char *what, const char *unit) const
    {
        const auto [least, most] = std::ranges::minmax(m_figures);
        std::printf("%-58s %10.3f / %10.3f / %10.3f %s\n", what, least, median(), most, unit);
    }

    /// A ratio with its target, judged by the median.
    void printAtMost(const char *what, double target) const
    {
        print(what, median() <= target ? "held" : "NOT HELD");
        std::printf("%-58s at most %g\n", "", target);
    }
    void printAtLeast(const char *what, double target) const
    {
        print(what, median() >= target ? "held" : "NOT HELD");
        std::printf("%-58s at least %g\n", "", target);
    }

private:
    std::vector<double> m_figures;
};
