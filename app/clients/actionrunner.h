#pragma once

#include "clients/actionrun.h"
#include "clients/admissionrun.h"

#include "clients/clientdirectory.h"

#include <QHash>
#include <QObject>
#include <QPointer>

class ControllerLink;

/// Starts action runs for the live picture: marks the row as asked, runs, marks the result,
/// refreshes. Several rows run side by side, a few at a time per controller; one row has at most
/// one run, and one guest's devices are let in one after the other where a policy counts them.
class ActionRunner : public QObject
{
    Q_OBJECT

public:
    /// sentence makes the audit's message of a report, line the short text of its row. directory,
    /// audit and clock must outlive the runner.
    ActionRunner(ClientDirectory &directory, AuditLog &audit, const Clock &clock,
        ReportWording sentence, ReportWording line, ReadBackPatience patience = {},
        QObject *parent = nullptr);
    ~ActionRunner() override;

    /// Makes the reason in the record of a cancel that makes room for another device.
    void setCancelReason(std::function<QString(const ActionRequest &newcomer)> reason);

    /// Queues an action on link's controller. Returns false when this client already has one under
    /// way.
    bool run(const ActionRequest &request, ControllerLink &link);

    /// The same for an authorization under a policy, or one that takes another's place. The other
    /// devices that it cancels are told as actions of their own rows.
    bool admit(const ActionRequest &request, const Admission &admission, ControllerLink &link);

    [[nodiscard]] bool isUnderWay(const ClientKey &key) const;
    [[nodiscard]] int underWay() const;

    /// Ends what has not been sent yet; what was sent is read back to its end.
    void cancelQueued();

Q_SIGNALS:
    void started(const ActionRequest &request);
    void stageChanged(const ClientKey &key, ActionRun::Stage stage);
    void finished(const ActionReport &report);

    /// A person must say which of its guest's devices stay; run goes on when it has been told.
    /// Where nobody listens, the new device is not let in.
    void admissionAsked(AdmissionRun *run);

private:
    struct Waiting
    {
        ActionRequest request;
        QPointer<ControllerLink> link;
        std::optional<Admission> admission;

        /// Whose devices are counted; empty: nobody's.
        [[nodiscard]] Guest counted() const;
    };

    bool queue(const Waiting &waiting);
    void startNext(const QString &controllerId);
    [[nodiscard]] std::optional<Waiting> takeNext(const QString &controllerId);
    [[nodiscard]] bool mustWait(const Waiting &waiting) const;
    void makeWay(const ClientKey &key);
    void startAdmission(const Waiting &next);
    void ask(AdmissionRun *run);
    void ended(const Waiting &waiting, const ActionReport &report);
    void markAsked(const ActionRequest &request);
    void hold(const QString &controllerId, const ActionReport &report);
    void start(const Waiting &next);
    void endUnsent(const Waiting &waiting, const Failure &failure);
    void takeUp(const ActionRequest &request, const ActionReport &report);

    ClientDirectory &m_directory;
    AuditLog &m_audit;
    const Clock &m_clock;
    ReportWording m_sentence;
    ReportWording m_line;
    ReadBackPatience m_patience;
    QHash<QString, QList<Waiting>> m_queues; ///< by controller
    QHash<QString, int> m_running; ///< by controller; without those that are read back
    QHash<QString, QSet<ClientKey>> m_unproven; ///< by controller: being read back
    QHash<QString, int> m_holds; ///< pauses that a controller asked for and that are not over
    QHash<ClientKey, QPointer<ActionRun>> m_runs; ///< null: still in the queue, or an admission
    QHash<ClientKey, QPointer<AdmissionRun>> m_admissions;
    QHash<ClientKey, Guest> m_counted; ///< whose devices are being counted, by the new device
    std::function<QString(const ActionRequest &)> m_cancelReason;
};
