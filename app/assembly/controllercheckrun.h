#pragma once

#include "assembly/gatehouse.h"

/// Signs in to a candidate, asks who answers and which sites there are, and changes nothing. Goes
/// on with the next alternative when the controller does not speak the protocol that was tried; a
/// refused credential ends it. Settles its job, then deletes itself.
class ControllerCheckRun : public QObject
{
    Q_OBJECT

public:
    /// Child of gatehouse.
    ControllerCheckRun(Gatehouse &gatehouse, NewController candidate, Job<ControllerCheck> *answer);

    void start();

private:
    void identified(const Result<ControllerIdentity> &identity);
    void listed(const Result<QList<Site>> &sites);
    void end(const Result<ControllerCheck> &result);

    Gatehouse &m_gatehouse;
    NewController m_candidate;
    std::unique_ptr<ControllerDriver> m_driver;
    QPointer<Job<ControllerCheck>> m_answer;
    ControllerCheck m_check;
};
