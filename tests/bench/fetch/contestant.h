#pragma once

#include "bench/heartbeat.h"

#include <QElapsedTimer>
#include <QSocketNotifier>

#include <functional>

/// A program that fetches all clients each time it is told to by a line on standard input, and
/// answers with a line of JSON: how long it took (ms), the processor's time of all threads (cpu),
/// the main thread's longest gap (gap), the most memory the process has had so far (peak, in MB),
/// and how many rows there are now (rows). Ends with its standard input.
class Contestant final : public QObject
{
    Q_OBJECT

public:
    /// Begins a fetch. finished() is due when every client is a typed row.
    using Fetch = std::function<void()>;

    explicit Contestant(Fetch fetch);

    void finished(qsizetype rows);

private:
    void hear();

    Fetch m_fetch;
    QSocketNotifier m_orders;
    QElapsedTimer m_timer;
    Heartbeat m_heartbeat;
    double m_cpuBefore = 0;
};
