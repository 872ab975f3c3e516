// bench_fetch integration|latency|classic: how long it takes to fetch all clients of a controller,
// with Gatehouse's own drivers, and with those who are the measure.
#include "bench/fetch/cannedrows.h"
#include "bench/fetch/race.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

constexpr int pageSize = 200;
constexpr int pagesAtOnce = 6;
constexpr double twoFramesMs = 1000.0 / 30;

const QString ours = u"Gatehouse"_s;
const QString curlInTurn = u"curl, one connection"_s;
const QString curlAtOnce = u"curl --parallel 6"_s;
const QString qjson = u"QNAM and QJsonDocument"_s;
const QString nodeFetch = u"node's fetch and JSON.parse"_s;
const QString nodeUnifi = u"node-unifi"_s;

std::unique_ptr<Contender> gatehouse(const QString &api, const QJsonObject &controller, int clients)
{
    return std::make_unique<ResidentContender>(LineProgram::beside(u"gatehousecontestant"_s),
        QStringList{
            api, controller.value("url"_L1).toString(), controller.value("sha256"_L1).toString()},
        clients);
}

std::unique_ptr<Contender> qjsonContestant(const QStringList &arguments, int clients)
{
    return std::make_unique<ResidentContender>(
        LineProgram::beside(u"qjsoncontestant"_s), arguments, clients);
}

QString script(QLatin1StringView name)
{
    return QStringLiteral(BENCH_SCRIPTS) + u'/' + name;
}

std::unique_ptr<Contender> nodeContestant(const QStringList &arguments, int clients)
{
    return std::make_unique<ResidentContender>(
        u"node"_s, QStringList{script("nodecontestant.cjs"_L1)} + arguments, clients);
}

QString clientsUrl(const QString &base)
{
    return base + "/proxy/network/integration/v1/sites/"_L1 + QLatin1String(canned::siteId)
        + "/clients"_L1;
}

std::unique_ptr<Contender> curlPages(const QString &base, int clients, const QStringList &options)
{
    QStringList urls;
    for (int offset = 0; offset < clients; offset += pageSize)
        urls.append(clientsUrl(base) + u"?offset=%1&limit=%2"_s.arg(offset).arg(pageSize));
    return std::make_unique<Curl>(urls, options);
}

QString counted(int clients)
{
    return u"%1 000 clients"_s.arg(clients / 1000);
}

void tellFirst(const QString &goal, const QString &what, const Race &race)
{
    Figures first;
    first.add(race.first(ours).ms);
    first.tell(goal, what + u": first fetch"_s, u"ms"_s);
}

void tellGap(const QString &what, const Race &race)
{
    race.compare(u"P4"_s, what, ours, &Sample::gap, twoFramesMs, u"two frames"_s).tellAtMost(1);
}

/// How the cost grows.
void smallerIntegration(const BenchOptions &options, int clients)
{
    const FastController controller(u"integration"_s, clients);
    Race::Field field;
    field.emplace_back(curlInTurn, curlPages(controller.url(), clients, {}));
    field.emplace_back(ours, gatehouse(u"integration"_s, controller.told(), clients));
    const Race race(field, options.rounds);
    tellFirst(u"P1"_s, counted(clients), race);
    race.compare(u"P1"_s, counted(clients), ours, &Sample::ms, curlInTurn).tell();
}

void integration(const BenchOptions &options)
{
    constexpr int clients = 100'000;
    const FastController controller(u"integration"_s, clients);
    const QString list = clientsUrl(controller.url());
    const QString pages = QString::number(clients / pageSize);
    Race::Field field;
    field.emplace_back(curlInTurn, curlPages(controller.url(), clients, {}));
    field.emplace_back(ours, gatehouse(u"integration"_s, controller.told(), clients));
    field.emplace_back(qjson, qjsonContestant({list, pages}, clients));
    field.emplace_back(nodeFetch, nodeContestant({u"fetch"_s, list, pages}, clients));
    const Race race(field, options.rounds);
    tellFirst(u"P1"_s, counted(clients), race);
    const QString what = counted(clients) + u" in 500 pages"_s;
    race.compare(u"P1"_s, what, ours, &Sample::ms, curlInTurn).tellAtMost(1.25);
    race.compare(u"P1"_s, u"  the processor's time"_s, ours, &Sample::cpu, curlInTurn).tell();
    race.compare(u"P1b"_s, what, ours, &Sample::ms, nodeFetch).tellAtLeast(4);
    race.compare(u"P1b"_s, what, ours, &Sample::ms, qjson).tellAtLeast(3);
    const QString gap = u"main thread's longest gap, 500 pages"_s;
    tellGap(gap, race);
    race.compare(u"P4"_s, gap, ours, &Sample::gap, qjson).tell();
}

/// What a real controller looks like: it takes its time.
void latency(const BenchOptions &options)
{
    constexpr int clients = 10'000;
    constexpr int latencyMs = 20;
    constexpr int pages = clients / pageSize;
    constexpr int roundTrips = (pages + pagesAtOnce - 1) / pagesAtOnce;
    constexpr double floorMs = roundTrips * latencyMs;
    const QString overHttp2 = u"Gatehouse over HTTP/2"_s;
    FastController controller(u"integration"_s, clients, latencyMs);
    LineProgram mirror(u"node"_s, {script("h2mirror.cjs"_L1), QString::number(latencyMs)});
    const QJsonObject mirrored
        = mirror.ask(QJsonDocument(controller.told()).toJson(QJsonDocument::Compact));
    Race::Field field;
    field.emplace_back(curlAtOnce,
        curlPages(controller.url(), clients,
            {u"--parallel"_s, u"--parallel-max"_s, QString::number(pagesAtOnce)}));
    field.emplace_back(ours, gatehouse(u"integration"_s, controller.told(), clients));
    field.emplace_back(overHttp2, gatehouse(u"integration"_s, mirrored, clients));
    const Race race(field, options.rounds);
    const QString what = counted(clients) + u", 20 ms an answer"_s;
    tellFirst(u"P2"_s, what, race);
    race.compare(u"P2"_s, what, ours, &Sample::ms, curlAtOnce).tellAtMost(1.05);
    race.compare(u"P2"_s, what, ours, &Sample::ms, floorMs, u"50 pages by 6, 20 ms each"_s)
        .tellAtMost(1.2);
    race.compare(u"P2"_s, what + u", over HTTP/2"_s, overHttp2, &Sample::ms, ours).tellAtMost(0.5);
}

std::unique_ptr<Contender> curlClassic(const QString &base)
{
    const QString site = base + "/proxy/network/api/s/default/stat"_L1;
    return std::make_unique<Curl>(QStringList{site + "/sta"_L1, site + "/guest"_L1}, QStringList());
}

void smallerClassic(const BenchOptions &options, int clients)
{
    const FastController controller(u"classic"_s, clients);
    Race::Field field;
    field.emplace_back(curlInTurn, curlClassic(controller.url()));
    field.emplace_back(ours, gatehouse(u"classic"_s, controller.told(), clients));
    const Race race(field, options.rounds);
    tellFirst(u"P3"_s, counted(clients), race);
    race.compare(u"P3"_s, counted(clients), ours, &Sample::ms, curlInTurn).tell();
}

void classic(const BenchOptions &options)
{
    constexpr int clients = 100'000;
    const FastController controller(u"classic"_s, clients);
    const double bodyMb = controller.told().value("listBytes"_L1).toDouble() / 1e6;
    const QString list = controller.url() + "/proxy/network/api/s/default/stat/sta"_L1;
    Race::Field field;
    field.emplace_back(curlInTurn, curlClassic(controller.url()));
    field.emplace_back(ours, gatehouse(u"classic"_s, controller.told(), clients));
    field.emplace_back(qjson, qjsonContestant({list}, clients));
    field.emplace_back(nodeUnifi, nodeContestant({u"node-unifi"_s, controller.url()}, clients));
    const Race race(field, options.rounds);
    const QString what = counted(clients) + u" in one answer"_s;
    tellFirst(u"P3"_s, counted(clients), race);
    race.compare(u"P3"_s, what, ours, &Sample::ms, curlInTurn).tellAtMost(3);
    race.compare(u"P3"_s, u"  the processor's time"_s, ours, &Sample::cpu, curlInTurn).tell();
    race.compare(u"P3"_s, what, ours, &Sample::ms, nodeUnifi).tellAtLeast(2.5);
    const QString peak = u"most memory, one answer"_s;
    race.compare(u"P3"_s, peak, ours, &Sample::peak, bodyMb, u"the answer itself"_s, u"MB"_s)
        .tellAtMost(1.3);
    race.compare(u"P3"_s, peak, ours, &Sample::peak, nodeUnifi, u"MB"_s).tellAtLeast(4);
    const QString gap = u"main thread's longest gap, one answer"_s;
    tellGap(gap, race);
    race.compare(u"P4"_s, gap, ours, &Sample::gap, qjson).tellAtLeast(100);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const BenchOptions options = BenchOptions::read(9);
    const QString what = options.rest.value(0);
    if (what == "latency"_L1) {
        latency(options);
        return 0;
    }
    const bool isClassic = what == "classic"_L1;
    if (!isClassic && what != "integration"_L1) {
        std::fputs("Usage: bench_fetch integration|latency|classic\n", stderr);
        return 2;
    }
    if (!options.quick)
        for (const int clients : {1'000, 10'000})
            isClassic ? smallerClassic(options, clients) : smallerIntegration(options, clients);
    isClassic ? classic(options) : integration(options);
    return 0;
}
