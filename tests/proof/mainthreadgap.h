#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <algorithm>
#include <chrono>

/// Measures how long the event loop of the main thread was not reached, which is how long a window
/// would have stood still.
class MainThreadGap : public QObject
{
public:
    MainThreadGap()
    {
        m_tick.setTimerType(Qt::PreciseTimer);
        connect(&m_tick, &QTimer::timeout, this, [this] {
            m_longest = std::max(m_longest, m_sinceTick.elapsed());
            m_sinceTick.start();
        });
    }

    void start()
    {
        m_longest = 0;
        m_sinceTick.start();
        m_tick.start(std::chrono::milliseconds(2));
    }
    /// What came since the last tick was the test's own doing.
    void forgive() { m_sinceTick.start(); }
    void stop()
    {
        m_longest = std::max(m_longest, m_sinceTick.elapsed());
        m_tick.stop();
    }

    [[nodiscard]] std::chrono::milliseconds longest() const
    {
        return std::chrono::milliseconds(m_longest);
    }

private:
    QTimer m_tick;
    QElapsedTimer m_sinceTick;
    qint64 m_longest = 0;
};
