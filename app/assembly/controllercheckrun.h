#pragma once

#include "assembly/gatehouse.h"

/// Signs in with a driver, asks who answers and which sites there are, and changes nothing. Settles
/// its job, then deletes itself and the driver.
class ControllerCheckRun : public QObject
{
    Q_OBJECT

public:
    ControllerCheckRun(std::unique_ptr<ControllerDriver> driver, Job<ControllerCheck> *answer,
        QObject *parent = nullptr);

    void start();

private:
    void identified(const Result<ControllerIdentity> &identity);
    void listed(const Result<QList<Site>> &sites);
    void end(const Result<ControllerCheck> &result);

    std::unique_ptr<ControllerDriver> m_driver;
    QPointer<Job<ControllerCheck>> m_answer;
    ControllerCheck m_check;
};
