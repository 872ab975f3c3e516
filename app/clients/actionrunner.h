#pragma once

#include "clients/actionrun.h"

#include "clients/clientdirectory.h"

#include <QHash>
#include <QObject>
#include <QPointer>

class ControllerLink;

/// Starts action runs for the live picture: marks the row as asked, runs, marks the result,
/// refreshes. Several rows run side by side, a few at a time per controller; one row has at most
/// one run.
class ActionRunner : public QObject
{
    Q_OBJECT

public:
    /// sentence makes the audit's message of a report, line the short text of its row. directory,
    /// audit and clock must outlive the runner.
    ActionRunner(ClientDirectory &directory, AuditLog &audit, const Clock &clock,
        ReportWording sentence, ReportWording line, ReadBackPatience patience = {},
        QObject *parent = nullptr);

    /// Queues an action on link's controller. Returns false when this client already has one under
    /// way.
    bool run(const ActionRequest &request, ControllerLink &link);

    [[nodiscard]] bool isUnderWay(const ClientKey &key) const;
    [[nodiscard]] int underWay() const;

    /// Ends what has not been sent yet; what was sent is read back to its end.
    void cancelQueued();

Q_SIGNALS:
    void started(const ActionRequest &request);
    void stageChanged(const ClientKey &key, ActionRun::Stage stage);
    void finished(const ActionReport &report);

private:
    struct Waiting
    {
        ActionRequest request;
        QPointer<ControllerLink> link;
    };

    void startNext(const QString &controllerId);
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
    QHash<QString, int> m_running; ///< by controller
    QHash<QString, int> m_holds; ///< pauses that a controller asked for and that are not over
    QHash<ClientKey, QPointer<ActionRun>> m_runs; ///< null: still in the queue
};
