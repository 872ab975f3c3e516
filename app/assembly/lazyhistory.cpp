#include "assembly/lazyhistory.h"

#include "store/sqliteauditlog.h"

LazyHistory::LazyHistory(HistoryOpener open)
    : m_open(std::move(open))
{
}

LazyHistory::~LazyHistory() = default;

Result<SqliteAuditLog *> LazyHistory::log()
{
    if (!m_log) {
        auto opened = m_open();
        if (!opened)
            return fail(opened.error());
        m_log = std::move(*opened);
    }
    return m_log.get();
}

void LazyHistory::close()
{
    m_log.reset();
}
