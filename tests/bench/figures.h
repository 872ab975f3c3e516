#pragma once

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

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

/// What every benchmark is asked: `bench_x [--rounds N] [--quick] [ARGUMENT...]`.
struct BenchOptions
{
    int rounds = 9;
    bool quick = false; ///< to try it out: few rounds, smaller sizes where that saves minutes
    QStringList rest;

    static BenchOptions read(int usualRounds)
    {
        BenchOptions options;
        options.rest = QCoreApplication::arguments().mid(1);
        options.quick = options.rest.removeAll(QStringLiteral("--quick")) > 0;
        options.rounds = options.quick ? 3 : usualRounds;
        const qsizetype at = options.rest.indexOf(QStringLiteral("--rounds"));
        if (at >= 0 && at + 1 < options.rest.size()) {
            options.rounds = std::max(1, options.rest.at(at + 1).toInt());
            options.rest.remove(at, 2);
        }
        return options;
    }
};

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

    [[nodiscard]] QJsonArray json() const
    {
        const auto [least, most] = std::ranges::minmax(m_figures);
        return {least, median(), most};
    }

    /// A line of the table without a yardstick. Goal: the one it belongs to, such as "P1".
    void tell(const QString &goal, const QString &what, const QString &unit) const
    {
        tellLine({{QStringLiteral("goal"), goal}, {QStringLiteral("what"), what},
            {QStringLiteral("unit"), unit}, {QStringLiteral("figure"), json()}});
    }

    /// Lines for the runner go to standard output, words for whoever waits to standard error.
    static void tellLine(const QJsonObject &line)
    {
        std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
        std::fflush(stdout);
    }

private:
    std::vector<double> m_figures;
};

/// What something costs us and what it costs the yardstick, round by round of the same run. A line
/// of the table; README.md here says what its fields mean.
class Comparison
{
public:
    Comparison(QString goal, QString what, QString yardstick, QString unit = QStringLiteral("ms"))
        : m_goal(std::move(goal))
        , m_what(std::move(what))
        , m_yardstick(std::move(yardstick))
        , m_unit(std::move(unit))
    {
    }

    void add(double ours, double yardstick)
    {
        m_ours.add(ours);
        m_theirs.add(yardstick);
        m_costRatio.add(ours / yardstick);
        m_gain.add(yardstick / ours);
    }

    /// The target: ours costs at most so many times what the yardstick does. Judged by the median.
    void tellAtMost(double times) const
    {
        tell(m_costRatio,
            {{QStringLiteral("atMost"), times},
                {QStringLiteral("held"), m_costRatio.median() <= times}});
    }
    /// The target: the yardstick costs at least so many times what ours does.
    void tellAtLeast(double times) const
    {
        tell(m_gain,
            {{QStringLiteral("atLeast"), times},
                {QStringLiteral("held"), m_gain.median() >= times}});
    }
    /// No target: to be looked at.
    void tell() const { tell(m_costRatio, {}); }

private:
    void tell(const Figures &ratio, QJsonObject line) const
    {
        line.insert(QStringLiteral("goal"), m_goal);
        line.insert(QStringLiteral("what"), m_what);
        line.insert(QStringLiteral("unit"), m_unit);
        line.insert(QStringLiteral("figure"), m_ours.json());
        line.insert(QStringLiteral("yardstick"), m_yardstick);
        line.insert(QStringLiteral("yardstickFigure"), m_theirs.json());
        line.insert(QStringLiteral("ratio"), ratio.json());
        Figures::tellLine(line);
    }

    QString m_goal;
    QString m_what;
    QString m_yardstick;
    QString m_unit;
    Figures m_ours;
    Figures m_theirs;
    Figures m_costRatio;
    Figures m_gain;
};
