// bench_soak [--minutes N] [--clients N] [--generation G]: the real window on a controller that
// never comes to rest, used all the time. Every two seconds one client in a hundred roams, 50 come
// and 50 leave; searches are typed and cleared, columns clicked, guests let in, the keyboard goes
// into the list and out again. Prints the longest time for which the main thread was not reached
// and what it did then, and how the memory grew. Exit code 1 when a figure is not what it should
// be.
#include "bench/controllerprocess.h"
#include "bench/memory.h"
#include "bench/slowevents.h"
#include "bench/soakuser.h"

#include "ui/look/theme.h"
#include "ui/warmmemory.h"

#include <QCommandLineParser>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int joinsAndLeaves = 50;
constexpr int twoFrames = 33; ///< ms
constexpr double mostGrowth = 0.02;
constexpr auto settled = 5min; ///< memory is compared with this minute

struct Wish
{
    int minutes = 30;
    int clients = 100'000;
    QString generation;
};

Wish wishOf(const QCoreApplication &application)
{
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{u"minutes"_s, u"How long (default 30)."_s, u"N"_s, u"30"_s},
        {u"clients"_s, u"How many (default 100000)."_s, u"N"_s, u"100000"_s},
        {u"generation"_s, u"Of the controller (default unifi-integration)."_s, u"G"_s,
            u"unifi-integration"_s}});
    parser.process(application);
    return {std::max(1, parser.value(u"minutes"_s).toInt()),
        std::max(100, parser.value(u"clients"_s).toInt()), parser.value(u"generation"_s)};
}

/// The median of a minute's resident MB, by seconds: a list that is being read takes ten for a
/// moment.
double useForAMinute(SoakUser &user)
{
    constexpr int seconds = 60;
    std::vector<double> resident;
    for (int second = 0; second < seconds; ++second) {
        user.goOnFor(1s);
        resident.push_back(residentMb());
    }
    const auto middle = resident.begin() + seconds / 2;
    std::ranges::nth_element(resident, middle);
    return *middle;
}

} // namespace

int main(int argc, char *argv[])
{
    keepWarmMemory();
    SlowEvents application(argc, argv);
    const Wish wish = wishOf(application);
    Theme theme;
    theme.setChoice(SchemeChoice::Light);
    theme.applyTo(application);

    const ControllerProcess controller(wish.generation, wish.clients,
        {u"--waiting"_s, QString::number(wish.clients / 50), u"--roaming"_s,
            QString::number(wish.clients / 100), u"--turnover"_s, QString::number(joinsAndLeaves)});
    SimulatedGatehouse premises(QList{controller.info()}, SimulatedGatehouse::Keys::ApiOnly);
    SoakUser user(premises);
    std::printf("%.0f MB with an empty window\n", residentMb());
    if (!user.waitForRows(wish.clients * 9 / 10))
        qFatal("the clients did not come");
    std::printf("%.0f MB with %d clients\n", residentMb(), user.rows());

    application.begin();
    user.begin();
    double atStart = 0;
    double latest = 0;
    for (int minute = 1; minute <= wish.minutes; ++minute) {
        latest = useForAMinute(user);
        if (minute <= settled.count())
            atStart = latest;
        std::printf("minute %2d: %d rows, %s, longest gap %.0f ms, %.1f MB, %.1f of them in use\n",
            minute, user.rows(), qPrintable(user.figures()), application.longest(), latest,
            heapBytes() / 1024 / 1024);
        std::fflush(stdout);
    }
    user.stop();
    application.printSlowest();
    const double growth = latest / atStart - 1;
    std::printf("longest gap of the main thread %.0f ms, at most %d wanted\n",
        application.longest(), twoFrames);
    std::printf("the machine woke it up to %.0f ms late when it had nothing to do\n",
        application.longestLateness());
    std::printf("memory grew by %.2f %% since minute %lld, at most %.0f %% wanted\n", growth * 100,
        static_cast<long long>(settled.count()), mostGrowth * 100);
    return application.longest() <= twoFrames && growth <= mostGrowth && user.isContent() ? 0 : 1;
}
