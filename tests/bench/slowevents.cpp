#include "bench/slowevents.h"

#include <QMetaEnum>
#include <QThread>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

constexpr double slowFrom = 16; ///< ms: a frame
constexpr size_t mostShown = 20;

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
    m_sinceBegin.start();
    m_sinceTick.start();
    m_tick.start(std::chrono::milliseconds(2));
}

void SlowEvents::tick()
{
    m_longest = std::max(m_longest, double(m_sinceTick.nsecsElapsed()) / 1e6);
    m_sinceTick.start();
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
    if (ms < slowFrom)
        return answer;
    const char *name = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
    m_story = u"%1 of %2%3"_s.arg(QString::fromLatin1(name ? name : "event"),
        QString::fromLatin1(about->className()),
        m_story.isEmpty() ? QString() : u" < "_s + m_story);
    if (m_depth == 0) {
        m_slow.push_back({ms, double(m_sinceBegin.elapsed()) / 1000, m_story});
        m_story.clear();
    }
    return answer;
}

void SlowEvents::printSlowest() const
{
    auto slow = m_slow;
    std::ranges::sort(slow, std::ranges::greater(), &Slow::ms);
    std::printf(
        "%zu events took longer than a frame; the slowest, the outermost first:\n", slow.size());
    for (size_t i = 0; i < std::min(slow.size(), mostShown); ++i)
        std::printf(
            "  %6.1f ms at %6.1f s  %s\n", slow[i].ms, slow[i].at, qPrintable(slow[i].what));
}
