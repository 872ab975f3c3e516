#include "assembly/historywriter.h"

#include "store/sqliteauditlog.h"

HistoryWriter::HistoryWriter(HistoryOpener open)
    : m_open(std::move(open))
{
}

HistoryWriter::~HistoryWriter()
{
    m_thread.runUnasked([this] { m_log.reset(); }); // closed on the thread that opened it
}

Result<SqliteAuditLog *> HistoryWriter::log()
{
    if (!m_log) {
        auto opened = m_open();
        if (!opened)
            return fail(opened.error());
        m_log = std::move(*opened);
    }
    return m_log.get();
}

Job<qint64> *HistoryWriter::begin(const AuditIntent &intent)
{
    return m_thread.run<qint64>([this, intent] {
        return log().and_then([&](SqliteAuditLog *log) { return log->begin(intent); });
    });
}

Job<Done> *HistoryWriter::finish(qint64 record, const AuditOutcome &outcome)
{
    return m_thread.run<Done>([this, record, outcome] {
        return log().and_then([&](SqliteAuditLog *log) { return log->finish(record, outcome); });
    });
}
