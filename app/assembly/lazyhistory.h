#pragma once

#include "assembly/historywork.h"

/// A history that is opened when it is first needed; where that fails, the next time. Use it on one
/// thread, and close it there.
class LazyHistory
{
public:
    explicit LazyHistory(HistoryOpener open);
    ~LazyHistory();

    [[nodiscard]] Result<SqliteAuditLog *> log();
    void close();

private:
    HistoryOpener m_open;
    std::unique_ptr<SqliteAuditLog> m_log;
};
