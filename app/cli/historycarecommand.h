#pragma once

#include "cli/command.h"
#include "store/sqliteauditlog.h"

/// history verify, history head, history import, history erase and history seen.
class HistoryCareCommand final : public Command
{
    Q_OBJECT

public:
    using Command::Command;
    void start() override;

private:
    void verify();
    void head();
    void signWith(const QString &seedInBase64);
    void importFile();
    void erase();
    void showErased(const Result<qint64> &count, bool isDryRun);
    void markSeen();
    [[nodiscard]] Result<HistoryFilter> eraseFilter() const;

    std::unique_ptr<SqliteAuditLog> m_log;
};
