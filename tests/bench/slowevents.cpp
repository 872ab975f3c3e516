#include "bench/slowevents.h"

#include <QMetaEnum>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <ranges>

using namespace Qt::StringLiterals;

namespace {

constexpr double slowFrom = 16; ///< ms: a frame
constexpr size_t mostShown = 20;
constexpr size_t mostShares = 4; ///< of one gap

QString nameOf(QEvent::Type type, const QMetaObject *about)
{
    const char *name = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
    return u"%1 of %2"_s.arg(
        QString::fromLatin1(name ? name : "event"), QString::fromLatin1(about->className()));
}

} // namespace

SlowEvents::SlowEvents(int &argc, char **argv)
    : QApplication(argc, argv)
{
    m_tick.setTimerType(Qt::PreciseTimer);
    connect(&m_tick, &QTimer::timeout, this, &SlowEvents::tick);
}

void SlowEvents::begin()
{
    m_longest = 0;
    m_slow.clear();
    m_gaps.clear();
    m_sinceLastTick.clear();
    m_sinceBegin.start();
    m_sinceTick.start();
    m_tick.start(std::chrono::milliseconds(2));
}

void SlowEvents::tick()
{
    const double gap = double(m_sinceTick.nsecsElapsed()) / 1e6;
    m_longest = std::max(m_longest, gap);
    if (gap >= slowFrom)
        m_gaps.push_back({gap, double(m_sinceBegin.elapsed()) / 1000, shares()});
    m_sinceLastTick.clear();
    m_sinceTick.start();
}

void SlowEvents::count(QEvent::Type type, const QMetaObject *about, double ms)
{
    const auto known = std::ranges::find_if(m_sinceLastTick,
        [&](const Share &share) { return share.type == type && share.about == about; });
    if (known == m_sinceLastTick.end()) {
        m_sinceLastTick.push_back({type, about, 1, ms});
        return;
    }
    ++known->events;
    known->ms += ms;
}

QString SlowEvents::shares() const
{
    auto sorted = m_sinceLastTick;
    std::ranges::sort(sorted, std::ranges::greater(), &Share::ms);
    QStringList said;
    for (const Share &share : sorted | std::views::take(mostShares))
        said += u"%1 × %2 %3 ms"_s.arg(share.events)
                    .arg(nameOf(share.type, share.about))
                    .arg(share.ms, 0, 'f', 1);
    return said.join(u", "_s);
}

bool SlowEvents::notify(QObject *receiver, QEvent *event)
{
    // Other threads' events come through here as well.
    if (QThread::currentThread() != thread() || !m_tick.isActive())
        return QApplication::notify(receiver, event);
    // Named before, for the receiver may be gone after.
    const QEvent::Type type = event->type();
    const QMetaObject *const about = receiver->metaObject();
    QElapsedTimer timer;
    timer.start();
    ++m_depth;
    const bool answer = QApplication::notify(receiver, event);
    --m_depth;
    const double ms = double(timer.nsecsElapsed()) / 1e6;
    if (m_depth == 0)
        count(type, about, ms);
    if (ms < slowFrom)
        return answer;
    m_story = nameOf(type, about) + (m_story.isEmpty() ? QString() : u" < "_s + m_story);
    if (m_depth == 0) {
        m_slow.push_back({ms, double(m_sinceBegin.elapsed()) / 1000, m_story});
        m_story.clear();
    }
    return answer;
}

void SlowEvents::printSlowest() const
{
    const auto print = [](std::vector<Slow> slow) {
        std::ranges::sort(slow, std::ranges::greater(), &Slow::ms);
        for (const Slow &one : slow | std::views::take(mostShown))
            std::printf("  %6.1f ms at %6.1f s  %s\n", one.ms, one.at, qPrintable(one.what));
    };
    std::printf(
        "%zu events took longer than a frame; the slowest, the outermost first:\n", m_slow.size());
    print(m_slow);
    std::printf("%zu gaps were longer than a frame; the longest, and what came meanwhile:\n",
        m_gaps.size());
    print(m_gaps);
}
