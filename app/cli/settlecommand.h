#pragma once

#include "cli/command.h"
#include "cli/controllersession.h"

/// history settle: asks one controller after the other about the records that a dead program left
/// open. What cannot be found out, also because a controller is away, is unknown afterwards.
class SettleCommand final : public Command
{
    Q_OBJECT

public:
    using Command::Command;
    void start() override;

private:
    void nextController();
    void settle();
    void giveUp(const Failure &why);
    void finishAll();

    QStringList m_controllers; ///< ids that are still to be asked
    QString m_controller;
    std::unique_ptr<ControllerSession> m_session;
    QList<AuditRecord> m_settled;
};
