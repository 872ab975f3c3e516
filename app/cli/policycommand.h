#pragma once

#include "cli/command.h"
#include "cli/controllersession.h"
#include "core/loginpolicy.h"

/// policy show and policy set: how many devices one guest may have, everywhere, on a controller or
/// on one of its sites. Only to find a site by its name is the controller asked.
class PolicyCommand final : public Command
{
    Q_OBJECT

public:
    using Command::Command;
    void start() override;

private:
    void opened();
    void run();
    [[nodiscard]] Result<Done> store();
    void show();
    [[nodiscard]] QString heldBy() const;

    QString m_controllerId; ///< empty: everywhere
    Site m_site; ///< of no id: all of the controller
    std::unique_ptr<ControllerSession> m_session;
};
