#include "assembly/historywriter.h"

#include "store/sqliteauditlog.h"

HistoryWriter::HistoryWriter(HistoryOpener open)
    : m_history(std::move(open))
{
}

HistoryWriter::~HistoryWriter()
{
    m_thread.runUnasked([this] { m_history.close(); });
}

Job<qint64> *HistoryWriter::begin(const AuditIntent &intent)
{
    return m_thread.run<qint64>([this, intent] {
        return m_history.log().and_then([&](SqliteAuditLog *log) { return log->begin(intent); });
    });
}

Job<Done> *HistoryWriter::finish(qint64 record, const AuditOutcome &outcome)
{
    return m_thread.run<Done>([this, record, outcome] {
        return m_history.log().and_then(
            [&](SqliteAuditLog *log) { return log->finish(record, outcome); });
    });
}
