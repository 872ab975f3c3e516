#pragma once

#include <QObject>
#include <QTimer>

class HistoryWork;

/// Keeps the history's search index and file up with what is recorded, soon after it was, so that
/// the thread that records and searches finds nothing left to do.
class HistoryUpkeep final : public QObject
{
    Q_OBJECT

public:
    /// work must outlive it.
    explicit HistoryUpkeep(HistoryWork &work, QObject *parent = nullptr);

public Q_SLOTS:
    void noteRecord();

private:
    void begin();

    HistoryWork &m_work;
    QTimer m_soon;
    bool m_isUnderWay = false;
    bool m_isBehind = false; ///< since what is under way was begun
};
