#pragma once

#include "clients/clientdirectory.h"

#include <QTimer>

#include <functional>

/// Brings lists into the directory. One with thousands of newcomers comes in parts, between which
/// the window gets its turn: a hundred thousand at once would hold it up for a good tenth of a
/// second. GUI thread.
class ListIntake
{
public:
    explicit ListIntake(ClientDirectory &directory);

    /// What a poll that left at startTick told; done is called when all of it is in the directory,
    /// before this returns where the list has few newcomers. One list at a time.
    void take(const QString &controllerId, quint64 startTick, const ClientSnapshot &snapshot,
        std::function<void()> done);

    /// What has not come in yet does not, and nobody is told.
    void drop();

private:
    void takePart();

    ClientDirectory &m_directory;
    QTimer m_next;
    QString m_controllerId;
    quint64 m_startTick = 0;
    ClientSnapshot m_snapshot;
    qsizetype m_taken = 0; ///< rows
    std::function<void()> m_done;
};
