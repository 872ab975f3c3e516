#include "bench/slowevents.h"

#include <QMetaEnum>
#include <QThread>

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>

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
    m_schedule.setFileName(u"/proc/thread-self/schedstat"_s);
    std::ignore = m_schedule.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    m_tick.setTimerType(Qt::PreciseTimer);
    connect(&m_tick, &QTimer::timeout, this, &SlowEvents::tick);
}

void SlowEvents::begin()
{
    m_longest = m_longestLateness = 0;
    m_turnsAtTick = turns();
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
    const Turns now = turns();
    const double ran = now.ran - m_turnsAtTick.ran;
    const double waited = now.waited - m_turnsAtTick.waited;
    double inEvents = 0;
    for (const Share &share : m_sinceLastTick)
        inEvents += share.ms;
    const double busy = now.ran > 0 ? std::min(gap, std::max(ran, inEvents) + waited) : gap;
    m_longest = std::max(m_longest, busy);
    m_longestLateness = std::max(m_longestLateness, gap - busy);
    if (gap >= slowFrom)
        m_gaps.push_back({gap, double(m_sinceBegin.elapsed()) / 1000,
            u"ran %1, waited for a processor %2: %3"_s.arg(ran, 0, 'f', 1)
                .arg(waited, 0, 'f', 1)
                .arg(shares())});
    m_turnsAtTick = now;
    m_sinceLastTick.clear();
    m_sinceTick.start();
}

SlowEvents::Turns SlowEvents::turns()
{
    std::array<char, 64> told{};
    if (!m_schedule.isOpen() || pread(m_schedule.handle(), told.data(), told.size() - 1, 0) <= 0)
        return {};
    char *rest = nullptr;
    const double ran = std::strtod(told.data(), &rest);
    return {ran / 1e6, std::strtod(rest, nullptr) / 1e6};
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
    sorted.resize(std::min(sorted.size(), mostShares));
    for (const Share &share : sorted)
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
        slow.resize(std::min(slow.size(), mostShown));
        for (const Slow &one : slow)
            std::printf("  %6.1f ms at %6.1f s  %s\n", one.ms, one.at, qPrintable(one.what));
    };
    std::printf(
        "%zu events took longer than a frame; the slowest, the outermost first:\n", m_slow.size());
    print(m_slow);
    std::printf("%zu gaps were longer than a frame; the longest, and what came meanwhile:\n",
        m_gaps.size());
    print(m_gaps);
}
