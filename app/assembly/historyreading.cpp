#include "assembly/historyreading.h"

HistoryReading::HistoryReading(HistoryOpener open, const AuditLog &log)
    : m_log(log)
{
    if (open)
        m_history.emplace(std::move(open));
}

HistoryReading::~HistoryReading()
{
    if (m_history)
        m_thread.runUnasked([this] { m_history->close(); });
}

Job<QList<AuditRecord>> *HistoryReading::list(const HistoryFilter &filter)
{
    return ask<QList<AuditRecord>>([filter](const AuditLog &log) { return log.list(filter); });
}
