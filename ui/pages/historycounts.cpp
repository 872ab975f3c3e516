#include "ui/pages/historycounts.h"

#include <QTimer>

namespace {

constexpr int pageSize = 1000;
constexpr int mostHourDays = 8;
constexpr int mostDayDays = 62;

QDateTime startOf(BarLength length, const QDateTime &local)
{
    const QDate date = local.date();
    switch (length) {
    case BarLength::Hour:
        return {date, QTime(local.time().hour(), 0)};
    case BarLength::Day:
        return date.startOfDay();
    case BarLength::Month:
        return QDate(date.year(), date.month(), 1).startOfDay();
    }
    Q_UNREACHABLE();
}

QDateTime after(BarLength length, const QDateTime &start)
{
    switch (length) {
    case BarLength::Hour:
        return start.addSecs(60 * 60);
    case BarLength::Day:
        return start.date().addDays(1).startOfDay();
    case BarLength::Month:
        return start.date().addMonths(1).startOfDay();
    }
    Q_UNREACHABLE();
}

} // namespace

BarLength barLengthFor(const QDateTime &start, const QDateTime &end)
{
    const qint64 days = start.daysTo(end);
    return days <= mostHourDays ? BarLength::Hour
        : days <= mostDayDays   ? BarLength::Day
                                : BarLength::Month;
}

QList<HistoryBar> barsOf(
    const QMap<QDateTime, int> &countByHour, const QDateTime &start, const QDateTime &end)
{
    QList<HistoryBar> bars;
    const BarLength length = barLengthFor(start, end);
    auto hour = countByHour.lowerBound(startOf(length, start));
    for (QDateTime at = startOf(length, start); at < end; at = after(length, at)) {
        HistoryBar bar{at, after(length, at), 0};
        for (; hour != countByHour.end() && hour.key() < bar.end; ++hour)
            bar.count += hour.value();
        bars << bar;
    }
    return bars;
}

HistoryCounts::HistoryCounts(const AuditLog &audit, QObject *parent)
    : QObject(parent)
    , m_audit(audit)
{
}

void HistoryCounts::count(const HistoryFilter &filter, const QDateTime &now)
{
    m_filter = filter;
    m_filter.beforeRecord = 0;
    m_filter.limit = pageSize;
    m_now = now.toLocalTime();
    m_countByHour.clear();
    m_done = false;
    const int run = ++m_run;
    QTimer::singleShot(0, this, [this, run] { readPage(run); });
}

void HistoryCounts::readPage(int run)
{
    if (run != m_run)
        return;
    const auto page = m_audit.list(m_filter);
    const QList<AuditRecord> records = page ? *page : QList<AuditRecord>();
    for (const AuditRecord &record : records)
        ++m_countByHour[startOf(BarLength::Hour, record.intent.time.toLocalTime())];
    if (records.size() < pageSize) {
        m_done = true;
        Q_EMIT counted();
        return;
    }
    m_filter.beforeRecord = records.last().id;
    QTimer::singleShot(0, this, [this, run] { readPage(run); });
}

QList<HistoryBar> HistoryCounts::bars() const
{
    if (m_countByHour.isEmpty() && !m_filter.since)
        return {};
    const QDateTime start
        = m_filter.since ? m_filter.since->toLocalTime() : m_countByHour.firstKey();
    return barsOf(m_countByHour, start, m_filter.until ? m_filter.until->toLocalTime() : m_now);
}
