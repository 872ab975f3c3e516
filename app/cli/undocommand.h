#pragma once

#include "cli/command.h"
#include "cli/controllersession.h"
#include "clients/undo.h"

/// undo RECORD: puts back what a record did, by an action of its own.
class UndoCommand final : public Command
{
    Q_OBJECT

public:
    using Command::Command;
    void start() override;

private:
    void look();
    [[nodiscard]] WifiClient asRecorded() const;
    void plan(const WifiClient &client, bool isListed);
    void act(const WifiClient &client, const UndoPlan &plan);
    void show(const ActionReport &report);

    AuditRecord m_record;
    std::unique_ptr<ControllerSession> m_session;
};
