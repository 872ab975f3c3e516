#pragma once

#include "bench/fetch/contenders.h"
#include "bench/figures.h"

#include <map>
#include <memory>
#include <vector>

/// Several who fetch the same, round by round, in turn: first all of them once, with whatever has
/// to be connected, signed in and learned, then the rounds that count.
class Race
{
public:
    /// In the order of their turns. What a contender is called goes into the table.
    using Field = std::vector<std::pair<QString, std::unique_ptr<Contender>>>;
    using Figure = double Sample::*;

    Race(const Field &field, int rounds)
        : m_first(round(field))
    {
        for (int i = 1; i <= rounds; ++i) {
            std::fprintf(stderr, "  round %d of %d\n", i, rounds);
            m_rounds.push_back(round(field));
        }
    }

    [[nodiscard]] Sample first(const QString &name) const { return m_first.at(name); }

    /// One figure of one contender by the same of another.
    [[nodiscard]] Comparison compare(const QString &goal, const QString &what, const QString &name,
        Figure figure, const QString &other, const QString &unit = QStringLiteral("ms")) const
    {
        Comparison line(goal, what, other, unit);
        for (const Round &each : m_rounds)
            line.add(each.at(name).*figure, each.at(other).*figure);
        return line;
    }

    /// One figure of one contender by a fixed one.
    [[nodiscard]] Comparison compare(const QString &goal, const QString &what, const QString &name,
        Figure figure, double fixed, const QString &fixedName,
        const QString &unit = QStringLiteral("ms")) const
    {
        Comparison line(goal, what, fixedName, unit);
        for (const Round &each : m_rounds)
            line.add(each.at(name).*figure, fixed);
        return line;
    }

private:
    using Round = std::map<QString, Sample>;

    [[nodiscard]] static Round round(const Field &field)
    {
        Round round;
        for (const auto &[name, contender] : field)
            round[name] = contender->fetch();
        return round;
    }

    Round m_first;
    std::vector<Round> m_rounds;
};
