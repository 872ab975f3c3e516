#pragma once

#include "assembly/gatehouse.h"
#include "sim/demovenues.h"

#include <QTemporaryDir>

/// What `gatehouse --demo` stands on: simulated controllers on loopback, a vault in memory, and a
/// profile and a history in a temporary folder that goes with this object. Nothing of the real
/// profile, keychain or history is touched. Must outlive the Gatehouse that stands on its ports.
class Demo
{
public:
    /// Starts the simulators and lays the profile; about a tenth of a second.
    [[nodiscard]] static Result<std::unique_ptr<Demo>> start();

    /// The ports, once.
    [[nodiscard]] Ports takePorts() { return std::move(m_ports); }

    [[nodiscard]] QString folder() const { return m_folder.path(); }

private:
    Demo() = default;

    [[nodiscard]] Result<Done> layProfile(const QList<DemoController> &controllers);

    QTemporaryDir m_folder;
    DemoVenues m_venues;
    Ports m_ports;
};
