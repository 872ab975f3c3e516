#pragma once

#include "sim/simulator.h"

#include <QProcess>

/// A simulated controller in a process of its own, so that its work and memory are not ours. Ends
/// with the object.
class ControllerProcess
{
public:
    /// More options as gatehouse-simulator takes them.
    ControllerProcess(const QString &generation, int clients, const QStringList &options = {});
    ~ControllerProcess();

    [[nodiscard]] const SimulatorInfo &info() const { return m_info; }

private:
    QProcess m_process;
    SimulatorInfo m_info;
};
