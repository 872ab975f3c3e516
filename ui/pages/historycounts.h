#pragma once

#include "core/audit.h"

#include <QMap>
#include <QObject>

/// How many actions began in one stretch of local time.
struct HistoryBar
{
    QDateTime start; ///< local, inclusive
    QDateTime end; ///< local, exclusive
    int count = 0;

    friend bool operator==(const HistoryBar &, const HistoryBar &) = default;
};

/// How long one bar is.
enum class BarLength { Hour, Day, Month };

/// Hours for up to eight days, days for up to about two months, else months.
[[nodiscard]] BarLength barLengthFor(const QDateTime &start, const QDateTime &end);

/// One bar after the other from start to end, with the counts of the hours in it. Hours that a
/// change of the clock skips or repeats are counted once.
[[nodiscard]] QList<HistoryBar> barsOf(
    const QMap<QDateTime, int> &countByHour, const QDateTime &start, const QDateTime &end);

/// Counts the records of a filter by hour. Reads page after page from the event loop, so that a
/// long history never holds the window up. GUI thread.
class HistoryCounts : public QObject
{
    Q_OBJECT

public:
    /// audit must outlive this.
    explicit HistoryCounts(const AuditLog &audit, QObject *parent = nullptr);

    /// Starts anew. The bars reach from the filter's since, or the oldest record, to its until, or
    /// to now.
    void count(const HistoryFilter &filter, const QDateTime &now);

    [[nodiscard]] bool isDone() const { return m_done; }
    [[nodiscard]] QList<HistoryBar> bars() const;

Q_SIGNALS:
    /// After the last page.
    void counted();

private:
    void readPage(int run);

    const AuditLog &m_audit;
    HistoryFilter m_filter;
    QDateTime m_now;
    QMap<QDateTime, int> m_countByHour; ///< local start of the hour
    int m_run = 0;
    bool m_done = true;
};
