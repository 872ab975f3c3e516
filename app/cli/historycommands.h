#pragma once

#include "cli/command.h"

/// history list and history export.
class HistoryCommand final : public Command
{
    Q_OBJECT

public:
    using Command::Command;
    void start() override;

private:
    [[nodiscard]] Result<HistoryFilter> filter() const;
    void list(const HistoryFilter &filter);
    void exportTo(const HistoryFilter &filter);
};
