#include "ui/models/titlepreparation.h"

#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <memory>

using namespace std::chrono_literals;

namespace {

/// As many are settled by a click in a few milliseconds.
constexpr int fewTitles = 1000;

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
    if (m_runs) {
        for (const auto &slotNumbers : {change.added, change.renamed, change.removed})
            m_changed.insert(m_changed.end(), slotNumbers.cbegin(), slotNumbers.cend());
    } else if ((change.fills || !m_next.isActive()) && isWorthIt()) {
        m_next.start(change.added.size() > fewTitles ? pauseAfterMany : pauseAfterFew);
    }
}

bool TitlePreparation::isWorthIt() const
{
    int unsettled = 0;
    for (int slot = 0; slot < m_directory.slotCount() && unsettled <= fewTitles; ++slot)
        unsettled += int(m_directory.isUsed(slot) && !m_ranks.isSettled(slot));
    return unsettled > fewTitles;
}

void TitlePreparation::begin()
{
    if (!isWorthIt())
        return;
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
    const std::vector<int> changed = std::exchange(m_changed, {});
    const bool isAdopted = isWorthIt();
    if (isAdopted) {
        m_ranks.adopt(made);
        m_ranks.forget(changed);
    }
    Q_EMIT ended(isAdopted);
}
