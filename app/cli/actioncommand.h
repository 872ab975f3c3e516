#pragma once

#include "cli/command.h"
#include "cli/controllersession.h"
#include "clients/admissionrun.h"

#include <QJsonArray>

/// authorize, extend and cancel: finds the device, runs the action with record and read-back, says
/// what came of it. Where a policy counts the guest's devices, authorize follows it. `cancel
/// --login` ends every device that history says a login holds, one after the other, and prints an
/// array.
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
        QList<Site> others; ///< where it was not found
        std::optional<HeldDevice> held; ///< of a login
    };

    [[nodiscard]] Result<Done> readTargets();
    [[nodiscard]] Result<Done> readRedirect(const QList<Site> &sites);
    [[nodiscard]] Result<Done> readLogin(const QList<Site> &sites);
    [[nodiscard]] Result<Done> fitAbilities() const;
    [[nodiscard]] Result<Done> fitLimits();
    void opened();
    void settleFirst();
    void nextTarget();
    void look(Target target);
    void notListed(const Target &target);
    void act(const WifiClient &client, const Site &site, const std::optional<HeldDevice> &held);
    void send(const ActionRequest &request, const Site &site);
    void admit(const ActionRequest &request, const LoginPolicy &policy, const Site &site);
    [[nodiscard]] Result<std::optional<LoginPolicy>> policyAt(const Site &site);
    [[nodiscard]] Guest guestBehind(const ClientKey &client) const;
    [[nodiscard]] QJsonObject told(const ActionReport &report, const Site &site) const;
    [[nodiscard]] QString messageOf(const ActionReport &report) const;
    void sayWords(const ActionReport &report);
    void show(const ActionReport &report, const Site &site);
    void finishAll();

    AuditAction m_action = AuditAction::Authorize;
    Limits m_limits;
    QStringList m_leftOut; ///< limits that --best-effort gave up, as sentences
    QList<Target> m_targets;
    std::optional<CapturedRedirect> m_redirect;
    QHash<ClientKey, Guest> m_guests; ///< as history knows them
    std::unique_ptr<ControllerSession> m_session;
    QJsonArray m_printed;
    QJsonArray m_madeRoom; ///< cancels of other devices, before this one was let in
    ExitCode m_worst = ExitCode::Success;
};
