#include "proof/killlane.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <cstdio>
#include <semaphore>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;

// Kills programs by SIGKILL while they act on simulated controllers of every generation, at random
// instants, and compares what is in their histories in the end with the controllers' own logs.

namespace {

constexpr int sideBySide = 2; ///< programs at a time

void print(const QString &text)
{
    std::fputs(qPrintable(text), stdout);
    std::fflush(stdout);
}

/// One lane's share; the answer is what came of it.
KillFigures work(KillLane &lane, int kills, std::counting_semaphore<> &turns)
{
    turns.acquire();
    const QString wrong = lane.begin(kills);
    turns.release();
    if (!wrong.isEmpty()) {
        KillFigures figures;
        figures.complaints += wrong;
        return figures;
    }
    for (int i = 0; i < kills; ++i) {
        turns.acquire();
        lane.killOnce();
        turns.release();
    }
    return lane.end(); // mostly waiting
}

int numberOf(const QCommandLineParser &parser, const QString &option)
{
    return std::max(1, parser.value(option).toInt());
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (!qEnvironmentVariableIsSet("GATEHOUSE_BIN_DIR"))
        qputenv("GATEHOUSE_BIN_DIR",
            QFile::encodeName(QCoreApplication::applicationDirPath() + u"/../bin"_s));
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{u"kills"_s, u"How many programs to kill (default 30)."_s, u"N"_s, u"30"_s},
        {u"seed"_s, u"The same seed chooses the same actions and instants."_s, u"N"_s, u"1"_s}});
    parser.process(application);
    const int kills = numberOf(parser, u"kills"_s);
    const auto seed = unsigned(numberOf(parser, u"seed"_s));

    const QList<KillLane::Way> ways = killWays();
    const int lanes = int(ways.size());
    std::counting_semaphore<> turns(sideBySide);
    std::vector<KillFigures> figures(static_cast<size_t>(lanes));
    std::vector<std::thread> threads;
    threads.reserve(size_t(lanes));
    for (int i = 0; i < lanes; ++i)
        threads.emplace_back([&, i] {
            KillLane lane(ways[i], seed * 100 + unsigned(i));
            figures[size_t(i)] = work(lane, (kills + i) / lanes, turns);
            print(figures[size_t(i)].text(lane.title()));
        });
    for (std::thread &thread : threads)
        thread.join();
    KillFigures all;
    for (const KillFigures &each : figures)
        all.add(each);
    all.complaints.clear(); // were printed
    print(u"\n"_s + all.text(u"All generations, seed %1"_s.arg(seed)));
    const bool clean
        = std::ranges::all_of(figures, [](const KillFigures &each) { return each.isClean(); });
    return clean && all.kills >= kills ? 0 : 1;
}
