#pragma once

#include "cli/command.h"
#include "cli/controllersession.h"
#include "clients/actionrun.h"

#include <QJsonArray>

/// authorize, extend and cancel: finds the device, runs the action with record and read-back, says
/// what came of it. `cancel --login` does so for every device of a login, one after the other, and
/// prints an array.
class ActionCommand final : public Command
{
    Q_OBJECT

public:
    using Command::Command;
    void start() override;

private:
    /// A device to act on, and the sites on which it may be.
    struct Target
    {
        MacAddress mac;
        QList<Site> sites;
    };

    [[nodiscard]] Result<Done> readTargets();
    [[nodiscard]] Result<Done> fitLimits();
    void opened();
    void nextTarget();
    void look(Target target);
    void act(const WifiClient &client, const Site &site);
    [[nodiscard]] Guest guestBehind(const ClientKey &client) const;
    void show(const ActionReport &report, const Site &site);
    void finishAll();

    AuditAction m_action = AuditAction::Authorize;
    Limits m_limits;
    QStringList m_leftOut; ///< limits that --best-effort gave up, as sentences
    QList<Target> m_targets;
    QHash<ClientKey, Guest> m_guests; ///< as history knows them
    std::unique_ptr<ControllerSession> m_session;
    QJsonArray m_printed;
    ExitCode m_worst = ExitCode::Success;
};

/// The device's MAC address in a portal address that a browser was sent to, in the spellings of the
/// two vendors.
[[nodiscard]] std::optional<MacAddress> macOfRedirect(const QString &address);
