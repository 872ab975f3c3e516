#pragma once

#include "cli/command.h"

/// history list, history export and history verify.
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
    void verify();
};
