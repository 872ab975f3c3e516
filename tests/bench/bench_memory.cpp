// bench_memory: the heap of the clients table with its search text and index against rows of
// texts, and the memory of the whole window against its own without clients. Goal P9.
// bench_memory --window N: a window over N clients; prints its memory in MB.
#include "bench/controllerprocess.h"
#include "bench/figures.h"
#include "bench/livetable.h"
#include "bench/memory.h"
#include "bench/rivals.h"

#include "assembly/simulatedgatehouse.h"
#include "ui/look/theme.h"
#include "ui/mainwindow.h"
#include "ui/pages/clientspage.h"
#include "ui/warmmemory.h"

#include <QApplication>
#include <QHeaderView>
#include <QProcess>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr double mostBytesARow = 220;
constexpr int patience = 120'000; ///< ms

void settle()
{
    for (int i = 0; i < 3; ++i)
        QCoreApplication::processEvents();
}

/// Heap bytes that a table takes more for each row than the same table without rows: what its
/// window and its fonts take is not the rows'.
template <typename Table>
double heapOf(int rows)
{
    Table table;
    settle();
    const double before = heapBytes();
    table.fill(Crowd(rows));
    settle();
    return (heapBytes() - before) / rows;
}

struct OurTable
{
    void fill(const Crowd &crowd)
    {
        table.poll(crowd.snapshot());
        table.view().sortByColumn(ClientTableModel::DeviceColumn, Qt::AscendingOrder);
        table.model().setSearch(u"guest"_s);
        table.model().setSearch({});
    }

    LiveTable table;
};

struct TextTable
{
    TextTable()
    {
        proxy.setFilterKeyColumn(-1);
        view.setModel(&proxy);
        view.verticalHeader()->hide();
        view.resize(1200, 900);
        view.show();
    }

    void fill(const Crowd &crowd)
    {
        rows = std::make_unique<TextRows>(crowd.clients());
        proxy.setSourceModel(rows.get());
        proxy.sort(1);
    }

    std::unique_ptr<TextRows> rows;
    QSortFilterProxyModel proxy;
    QTableView view;
};

void heaps(int rows, int rounds)
{
    const QString what = u"heap a row, %1 rows"_s.arg(rows);
    Comparison toTexts(u"P9"_s, what, u"rows of QStringList, filtered and sorted"_s, u"B"_s);
    Comparison toBound(u"P9"_s, what, u"a fixed bound"_s, u"B"_s);
    for (int round = 0; round < rounds; ++round) {
        const double ours = heapOf<OurTable>(rows);
        toTexts.add(ours, heapOf<TextTable>(rows));
        toBound.add(ours, mostBytesARow);
    }
    toTexts.tellAtMost(1.0 / 5);
    toBound.tellAtMost(1);
}

/// The memory of a window of its own process.
double windowMb(int clients)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(
        QCoreApplication::applicationFilePath(), {u"--window"_s, QString::number(clients)});
    if (!process.waitForFinished(2 * patience) || process.exitCode() != 0)
        qFatal("the window did not come up");
    return process.readAllStandardOutput().toDouble();
}

void windows(int clients, int rounds)
{
    Comparison memory(u"P9"_s, u"memory of the window, %1 clients"_s.arg(clients),
        u"the same window without clients"_s, u"MB"_s);
    for (int round = 0; round < rounds; ++round)
        memory.add(windowMb(clients), windowMb(0));
    memory.tellAtMost(3);
}

int showWindow(QApplication &application, int clients)
{
    Theme theme;
    theme.setChoice(SchemeChoice::Light);
    theme.applyTo(application);
    std::unique_ptr<ControllerProcess> controller;
    QList<SimulatorInfo> running;
    if (clients > 0) {
        controller = std::make_unique<ControllerProcess>(u"unifi-integration"_s, clients,
            QStringList{u"--roaming"_s, QString::number(clients / 100)});
        running += controller->info();
    }
    SimulatedGatehouse premises(running, SimulatedGatehouse::Keys::ApiOnly);
    Preferences preferences({});
    MainWindow window(premises.gatehouse(), preferences, false);
    window.resize(1400, 900);
    window.show();
    premises.gatehouse().connectAll();
    // Some clients of a simulated site have no address and are no rows.
    const ClientDirectory &directory = premises.gatehouse().directory();
    int polls = 0;
    QObject::connect(&directory, &ClientDirectory::changed, &window, [&polls] { ++polls; });
    constexpr int fewPolls = 3;
    const bool came = QTest::qWaitFor(
        [&] {
            return directory.counts().all >= clients * 9 / 10
                && (clients == 0 || polls >= fewPolls);
        },
        patience);
    QTest::qWait(1000);
    std::printf("%.1f\n", residentMb());
    return came ? 0 : 1;
}

} // namespace

int main(int argc, char *argv[])
{
    keepWarmMemory();
    QApplication application(argc, argv);
    const BenchOptions options = BenchOptions::read(3);
    if (options.rest.value(0) == u"--window"_s)
        return showWindow(application, options.rest.value(1).toInt());
    if (heapBytes() == 0) {
        std::fputs("bench_memory: this system does not tell how much memory is used\n", stderr);
        return 1;
    }
    for (const int rows : options.quick ? QList{10'000} : QList{100'000, 10'000}) {
        heaps(rows, options.rounds);
        windows(rows, options.rounds);
    }
    return 0;
}
