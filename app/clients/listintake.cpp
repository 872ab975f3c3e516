#include "clients/listintake.h"

#include <algorithm>
#include <utility>

namespace {

constexpr qsizetype partSize = 5000; ///< rows: with the table's share, some 10 ms
constexpr qsizetype manyNewcomers = 2 * partSize;

} // namespace

ListIntake::ListIntake(ClientDirectory &directory)
    : m_directory(directory)
{
    m_next.setSingleShot(true);
    QObject::connect(&m_next, &QTimer::timeout, &m_next, [this] { takePart(); });
}

void ListIntake::take(const QString &controllerId, quint64 startTick,
    const ClientSnapshot &snapshot, std::function<void()> done)
{
    Q_ASSERT(!m_done);
    const int known = m_directory.counts(controllerId, snapshot.siteId).all;
    if (snapshot.clients.size() - known <= manyNewcomers) {
        m_directory.pollAnswered(controllerId, startTick, snapshot);
        return done();
    }
    m_controllerId = controllerId;
    m_startTick = startTick;
    m_snapshot = snapshot;
    m_taken = 0;
    m_done = std::move(done);
    takePart();
}

/// Whoever hears of a part may drop the rest.
void ListIntake::takePart()
{
    const qsizetype rows = std::min(partSize, m_snapshot.clients.size() - m_taken);
    if (rows > 0) {
        m_directory.pollArrives(m_controllerId, m_startTick, m_snapshot, m_taken, rows);
        m_taken += rows;
        if (m_done)
            m_next.start(0);
        return;
    }
    // All are known by now, and who was not listed is gone.
    const ClientSnapshot snapshot = std::exchange(m_snapshot, {});
    m_directory.pollAnswered(m_controllerId, m_startTick, snapshot);
    if (const auto done = std::exchange(m_done, nullptr))
        done();
}

void ListIntake::drop()
{
    m_next.stop();
    m_snapshot = {};
    m_done = nullptr;
}
