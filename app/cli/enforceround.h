#pragma once

#include "cli/console.h"
#include "cli/controllersession.h"
#include "clients/actionrun.h"
#include "clients/surplus.h"

#include <QHash>

/// One round on one controller: finds which of the devices that are too many it lets in now, and
/// cancels them one after the other. Emits finished() once.
class EnforceRound : public QObject
{
    Q_OBJECT

public:
    /// session must be open, and outlive this.
    EnforceRound(Gatehouse &gatehouse, ControllerSession &session,
        const QList<SurplusSession> &surplus, bool isDryRun, QObject *parent = nullptr);

    void start();

    /// Ends after the action under way.
    void stop() { m_isStopped = true; }

Q_SIGNALS:
    /// Dry run: this one would be cancelled.
    void found(const SurplusSession &surplus, const Site &site);
    void cancelled(const ActionReport &report, const SurplusSession &surplus, const Site &site);
    /// Why the controller could not be asked to the end; nothing: it was.
    void finished(const std::optional<Failure> &failure);

private:
    struct Suspect
    {
        SurplusSession surplus;
        WifiClient client;
    };

    void nextSite();
    void listed(const Result<ClientSnapshot> &snapshot);
    void readNext();
    void actNext();
    void act(const Suspect &suspect);
    void end(const std::optional<Failure> &failure = {}) { Q_EMIT finished(failure); }

    Gatehouse &m_gatehouse;
    ControllerSession &m_session;
    bool m_isDryRun;
    bool m_isStopped = false;
    QList<SurplusSession> m_surplus;
    QList<Site> m_sites; ///< still to be looked at
    Site m_site;
    QList<SurplusSession> m_unread; ///< no list says how the controller stands with these
    QList<Suspect> m_authorized;
};

/// Which sessions are kept with which, as the reason of a cancel in the history.
[[nodiscard]] QString reasonOf(const SurplusSession &surplus);
