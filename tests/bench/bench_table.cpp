// bench_table: what the main thread pays for a poll, a keystroke in the search and a click on a
// column, with 100 000, 10 000 and 1 000 rows. Goals P5, P6 and P7.
#include "bench/figures.h"
#include "bench/livetable.h"
#include "bench/rivals.h"

#include <QApplication>
#include <QHeaderView>
#include <QTableView>

#include <cstring>
#include <random>

using namespace Qt::StringLiterals;

namespace {

using Announcing = TypedRows::Announcing;
using Column = ClientTableModel::Column;

/// The proxy takes seconds for what takes us milliseconds: its figures need no more rounds.
constexpr int proxyRounds = 3;
constexpr int leastJudged = 10'000;

const QString sortYardstick = u"std::sort of as many 64-bit keys"_s;
const QString proxyYardstick = u"QSortFilterProxyModel over typed rows"_s;

void settle()
{
    QCoreApplication::processEvents();
}

/// The table that one would have with QSortFilterProxyModel, each time at its best.
class ProxyTable
{
public:
    explicit ProxyTable(const Crowd &crowd)
        : m_rows(crowd.clients())
    {
        m_proxy.setSortRole(TypedRows::SortRole);
        m_proxy.setFilterKeyColumn(-1);
        m_proxy.setSourceModel(&m_rows);
        m_view.setModel(&m_proxy);
        m_view.verticalHeader()->hide();
        m_view.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
        m_view.resize(1200, 900);
        m_view.show();
    }

    double sort(TypedRows::Column column)
    {
        return timed([&] { m_proxy.sort(column); });
    }

    double poll(const Crowd &crowd, const std::vector<int> &changed, Announcing announcing)
    {
        return timed([&] { m_rows.take(crowd.clients(), changed, announcing); });
    }

    double search(const QString &text)
    {
        return timed([&] { m_proxy.setFilterFixedString(text); });
    }

private:
    TypedRows m_rows;
    QSortFilterProxyModel m_proxy;
    QTableView m_view;
};

class TableBench
{
public:
    TableBench(int rows, const BenchOptions &options)
        : m_rows(rows)
        , m_rounds(options.rounds)
        , m_crowd(rows)
        , m_proxy(m_crowd)
        , m_text(m_crowd.searchableText())
    {
        m_keys.resize(size_t(rows));
        std::mt19937_64 dice(2);
        std::ranges::generate(m_keys, dice);
        m_table.poll(m_crowd.snapshot());
        settle();
    }

    void polls(int percent);
    void keystrokes();
    void clicks();

private:
    [[nodiscard]] QString of(const QString &what) const
    {
        return u"%1, %2 rows"_s.arg(what).arg(m_rows);
    }
    [[nodiscard]] double sortKeys() const
    {
        auto keys = m_keys;
        return timed([&] { std::ranges::sort(keys); });
    }
    [[nodiscard]] double scan(const QString &text) const;
    [[nodiscard]] Announcing bestAnnouncing(int percent);

    void judge(const Comparison &comparison, double atMost) const
    {
        m_rows >= leastJudged ? comparison.tellAtMost(atMost) : comparison.tell();
    }

    int m_rows;
    int m_rounds;
    Crowd m_crowd;
    LiveTable m_table;
    ProxyTable m_proxy;
    std::string m_text;
    std::vector<quint64> m_keys;
};

Announcing TableBench::bestAnnouncing(int percent)
{
    Announcing best = Announcing::Ranges;
    double least = std::numeric_limits<double>::max();
    for (const Announcing each : {Announcing::Reset, Announcing::OneRange, Announcing::Ranges}) {
        const std::vector<int> changed = m_crowd.stir(percent);
        const double cost = m_proxy.poll(m_crowd, changed, each);
        settle();
        if (cost < least)
            best = each;
        least = std::min(least, cost);
    }
    return best;
}

void TableBench::polls(int percent)
{
    const QString what = of(u"poll, %1 % changed"_s.arg(percent));
    Comparison toSort(u"P5"_s, what, sortYardstick);
    Comparison toProxy(u"P5"_s, what, proxyYardstick);
    m_table.view().sortByColumn(Column::SignalColumn, Qt::AscendingOrder);
    m_proxy.sort(TypedRows::Signal);
    settle();
    const Announcing announcing = bestAnnouncing(percent);
    for (int round = 0; round < m_rounds; ++round) {
        const std::vector<int> changed = m_crowd.stir(percent);
        const ClientSnapshot snapshot = m_crowd.snapshot();
        const double ours = timed([&] { m_table.poll(snapshot); });
        toSort.add(ours, sortKeys());
        if (round < proxyRounds)
            toProxy.add(ours, m_proxy.poll(m_crowd, changed, announcing));
        settle();
    }
    judge(toSort, 3);
    judge(toProxy, 1.0 / 15);
}

/// One look for every line in which the text occurs.
double TableBench::scan(const QString &text) const
{
    const std::string needle = text.toLower().toStdString();
    size_t lines = 0;
    const double cost = timed([&] {
        const char *const end = m_text.data() + m_text.size();
        for (const char *at = m_text.data(); at < end;) {
            const void *hit = memmem(at, size_t(end - at), needle.data(), needle.size());
            if (!hit)
                return;
            ++lines;
            const auto *rest = static_cast<const char *>(hit);
            at = static_cast<const char *>(memchr(rest, '\n', size_t(end - rest))) + 1;
        }
    });
    return lines <= size_t(m_rows) ? cost : 0;
}

void TableBench::keystrokes()
{
    const QStringList guest{u"g"_s, u"gu"_s, u"gue"_s, u"gues"_s};
    const QStringList typed = guest
        + QStringList{QString(), u"a"_s, u"a1"_s, u"a1:"_s, u"a1:b"_s, QString(), u"1"_s, u"10"_s,
            u"10."_s, QString(), u"anna 7"_s, QString(), u"nobody"_s, QString()};
    const QString what = of(u"worst keystroke"_s);
    Comparison toScan(u"P6"_s, what, u"worst memmem over the searchable text"_s);
    Comparison toProxy(u"P6"_s, what, proxyYardstick);
    for (int round = 0; round < m_rounds; ++round) {
        double ours = 0;
        double scanned = 0;
        for (const QString &text : typed) {
            ours = std::max(ours, timed([&] { m_table.model().setSearch(text); }));
            settle();
            if (!text.isEmpty())
                scanned = std::max(scanned, scan(text));
        }
        toScan.add(ours, scanned);
        if (round >= proxyRounds)
            continue;
        double theirs = 0;
        for (const QString &text : guest)
            theirs = std::max(theirs, m_proxy.search(text));
        toProxy.add(ours, theirs);
        m_proxy.search({});
        settle();
    }
    judge(toScan, 2);
    judge(toProxy, 1.0 / 200);
}

void TableBench::clicks()
{
    const QList<std::pair<Column, TypedRows::Column>> columns{
        {Column::SignalColumn, TypedRows::Signal}, {Column::MacColumn, TypedRows::Mac},
        {Column::DeviceColumn, TypedRows::Name},
        {Column::AccessPointColumn, TypedRows::AccessPoint},
        {Column::SinceColumn, TypedRows::Since}, {Column::TimeLeftColumn, TypedRows::Until},
        {Column::UsageColumn, TypedRows::Used}, {Column::IpColumn, TypedRows::Ip},
        {Column::StateColumn, TypedRows::State}};
    const auto click = [this](Column column) {
        const double cost = timed([&] { m_table.view().sortByColumn(column, Qt::AscendingOrder); });
        settle();
        return cost;
    };
    Figures first;
    for (const auto &[ours, theirs] : columns)
        first.add(click(ours));
    first.tell(u"P7"_s, of(u"first click on a column"_s), u"ms"_s);
    Comparison toSort(u"P7"_s, of(u"worst click on a column"_s), sortYardstick);
    Comparison toProxy(u"P7"_s, of(u"worst click on a column"_s), proxyYardstick);
    for (int round = 0; round < m_rounds; ++round) {
        double ours = 0;
        double theirs = 0;
        for (const auto &[column, rival] : columns) {
            ours = std::max(ours, click(column));
            if (round < proxyRounds)
                theirs = std::max(theirs, m_proxy.sort(rival));
            settle();
        }
        toSort.add(ours, sortKeys());
        if (round < proxyRounds)
            toProxy.add(ours, theirs);
    }
    judge(toSort, 2.5);
    judge(toProxy, 1.0 / 20);
}

} // namespace

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    const BenchOptions options = BenchOptions::read(9);
    for (const int rows : options.quick ? QList{10'000} : QList{100'000, 10'000, 1'000}) {
        TableBench bench(rows, options);
        for (const int percent : {1, 10, 100})
            bench.polls(percent);
        bench.keystrokes();
        bench.clicks();
    }
    return 0;
}
