#include "ui/models/titlepreparation.h"

#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <algorithm>
#include <iterator>
#include <memory>
#include <span>

using namespace std::chrono_literals;

namespace {

/// As many are settled by a click in a few milliseconds.
constexpr int fewTitles = 1000;

/// To find so many their places among 100 000 others takes some 2 ms.
constexpr int comersAtOnce = 100;

constexpr int titlesAtOnce = 2000; // some 1 ms
constexpr auto pauseBetween = 1ms;
/// A list that fills is soon clicked on; but where some come with every poll, not after each.
constexpr auto pauseAfterMany = 50ms;
constexpr auto pauseAfterFew = 3s;

} // namespace

TitlePreparation::TitlePreparation(const ClientDirectory &directory, TitleRanks &ranks,
    std::function<QString(int)> titleOf, QObject *parent)
    : QObject(parent)
    , m_directory(directory)
    , m_ranks(ranks)
    , m_titleOf(std::move(titleOf))
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, [this] { m_runs ? gather() : begin(); });
}

void TitlePreparation::follow(const DirectoryChange &change)
{
    m_mostUnsettled += change.added.size() + change.renamed.size();
    if (m_runs) {
        // Those further on are gathered as they are by then: a table may still be filling.
        const auto isGathered = [this](int slot) { return slot < m_gathered; };
        for (const auto &slotNumbers : {change.added, change.renamed, change.removed})
            std::ranges::copy_if(slotNumbers, std::back_inserter(m_changed), isGathered);
    } else if (!m_next.isActive() && (isWorthIt() || areFewComers())) {
        m_next.start(change.added.size() > fewTitles ? pauseAfterMany : pauseAfterFew);
    }
}

const std::vector<int> &TitlePreparation::unsettled()
{
    m_unsettled.clear();
    for (int slot = 0; slot < m_directory.slotCount(); ++slot)
        if (m_directory.isUsed(slot) && !m_ranks.isSettled(slot))
            m_unsettled.push_back(slot);
    m_mostUnsettled = qsizetype(m_unsettled.size());
    return m_unsettled;
}

/// Whether all are to be put in order anew. Counts only when there may be so many without a place.
bool TitlePreparation::isWorthIt()
{
    return m_mostUnsettled > fewTitles && unsettled().size() > fewTitles;
}

/// Whether nearly all have their places, and some who came since have none.
bool TitlePreparation::areFewComers()
{
    constexpr size_t nearlyAll = 8;
    return m_mostUnsettled > comersAtOnce && unsettled().size() > comersAtOnce
        && m_unsettled.size() * nearlyAll < size_t(m_directory.slotCount());
}

void TitlePreparation::settleSome()
{
    m_ranks.settle(std::span(m_unsettled).first(comersAtOnce));
    m_mostUnsettled -= comersAtOnce;
    if (areFewComers())
        m_next.start(pauseBetween);
}

void TitlePreparation::begin()
{
    if (!isWorthIt()) {
        if (areFewComers())
            settleSome();
        return;
    }
    m_runs = true;
    m_gathered = 0;
    m_titles.reserve(size_t(m_directory.slotCount()));
    gather();
}

void TitlePreparation::gather()
{
    const int end = std::min(m_gathered + titlesAtOnce, m_directory.slotCount());
    for (; m_gathered < end; ++m_gathered)
        if (m_directory.isUsed(m_gathered))
            m_titles.emplace_back(m_gathered, m_titleOf(m_gathered));
    if (m_gathered < m_directory.slotCount())
        m_next.start(pauseBetween);
    else
        sortAside();
}

void TitlePreparation::sortAside()
{
    auto promise = std::make_shared<QPromise<TitleOrder>>();
    promise->start();
    promise->future().then(this, [this](const TitleOrder &made) { adopt(made); });
    QThreadPool::globalInstance()->start([promise, titles = std::move(m_titles)] {
        promise->addResult(TitleOrder::of(titles));
        promise->finish();
    });
    m_titles = {};
}

void TitlePreparation::adopt(const TitleOrder &made)
{
    m_runs = false;
    std::vector<int> changed = std::exchange(m_changed, {});
    const bool isAdopted = isWorthIt();
    if (isAdopted) {
        m_ranks.adopt(made);
        // Most have only roamed, and are called as before.
        const auto gone = std::partition(
            changed.begin(), changed.end(), [this](int slot) { return m_directory.isUsed(slot); });
        m_ranks.forget({gone, changed.end()});
        m_ranks.forgetRenamed({changed.begin(), gone});
    }
    Q_EMIT ended(isAdopted);
}
