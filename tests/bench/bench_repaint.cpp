// bench_repaint: what a repaint of the whole clients table costs, and how long the main thread is
// not reached when a poll comes in. Goal P8.
#include "bench/figures.h"
#include "bench/livetable.h"
#include "ui/look/theme.h"

#include <QApplication>
#include <QStyledItemDelegate>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace {

constexpr int paintsARound = 10;

/// The longest time for which the event loop was not reached while this lives.
class Gap
{
public:
    Gap()
    {
        QObject::connect(&m_tick, &QTimer::timeout, &m_tick, [this] { note(); });
        m_tick.start(0);
        m_since.start();
    }
    double longest()
    {
        note();
        return m_longest;
    }

private:
    void note()
    {
        m_longest = std::max(m_longest, double(m_since.nsecsElapsed()) / 1e6);
        m_since.start();
    }

    QTimer m_tick;
    QElapsedTimer m_since;
    double m_longest = 0;
};

void settle()
{
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents();
}

double repaint(ClientTable &view)
{
    return timed([&] {
        for (int i = 0; i < paintsARound; ++i)
            view.viewport()->repaint();
    }) / paintsARound;
}

/// What a poll costs until the table shows it, and what it may: the call and one repaint and a
/// half.
void polls(Crowd &crowd, LiveTable &table, int percent, const BenchOptions &options)
{
    Comparison gap(u"P8"_s,
        u"longest gap, poll %1 % changed, %2 rows"_s.arg(percent).arg(crowd.clients().size()),
        u"the call and 1.5 repaints"_s);
    for (int round = 0; round < options.rounds; ++round) {
        crowd.stir(percent);
        const ClientSnapshot snapshot = crowd.snapshot();
        settle();
        const double painting = repaint(table.view());
        double call = 0;
        Gap watch;
        QTimer::singleShot(0, [&] { call = timed([&] { table.poll(snapshot); }); });
        settle();
        gap.add(watch.longest(), call + 1.5 * painting);
    }
    gap.tellAtMost(1);
}

void paints(int rows, const BenchOptions &options)
{
    Crowd crowd(rows);
    LiveTable table;
    table.poll(crowd.snapshot());
    ClientTable &view = table.view();
    view.sortByColumn(ClientTableModel::SignalColumn, Qt::AscendingOrder);
    settle();
    QAbstractItemDelegate *const own = view.itemDelegate();
    QStyledItemDelegate stock;
    Comparison painting(
        u"P8"_s, u"repaint of the table, %1 rows"_s.arg(rows), u"QStyledItemDelegate"_s);
    for (int round = 0; round < options.rounds; ++round) {
        view.setItemDelegate(own);
        settle();
        const double ours = repaint(view);
        view.setItemDelegate(&stock);
        settle();
        painting.add(ours, repaint(view));
    }
    painting.tellAtMost(0.5);
    view.setItemDelegate(own);
    for (const int percent : {1, 10, 100})
        polls(crowd, table, percent, options);
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    Theme theme;
    theme.setChoice(SchemeChoice::Light);
    theme.applyTo(application);
    const BenchOptions options = BenchOptions::read(15);
    for (const int rows : options.quick ? QList{10'000} : QList{100'000, 10'000})
        paints(rows, options);
    return 0;
}
