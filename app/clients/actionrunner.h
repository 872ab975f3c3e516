#pragma once

#include "clients/actionrun.h"

#include <QHash>
#include <QObject>

class ClientDirectory;
class ControllerLink;

/// Starts action runs for the live picture: marks the row as asked, runs, marks the result,
/// refreshes. Several rows run side by side, a few at a time per controller; one row has at most
/// one run.
class ActionRunner : public QObject
{
    Q_OBJECT

public:
    ActionRunner(ClientDirectory &directory, AuditLog &audit, const Clock &clock,
        ReadBackPatience patience = {}, QObject *parent = nullptr);

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
    void finish(const ActionReport &report, ControllerLink *link);

    ClientDirectory &m_directory;
    AuditLog &m_audit;
    const Clock &m_clock;
    ReadBackPatience m_patience;
    QHash<QString, QList<Waiting>> m_queues; ///< by controller
    QHash<QString, int> m_running; ///< by controller
    QHash<ClientKey, QPointer<ActionRun>> m_runs;
};
