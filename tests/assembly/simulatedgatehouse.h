#pragma once

#include "assembly/gatehouse.h"
#include "sim/simulatorthread.h"

#include <QTemporaryDir>

/// A whole Gatehouse, without a face, over simulated controllers: secrets in memory, profile and
/// history in a folder that goes with it.
class SimulatedGatehouse
{
public:
    enum class Keys {
        All, ///< every credential that a controller has
        ApiOnly, ///< no account where there is an API key or an Open API application
        AccountOnly, ///< no API key and no Open API application
    };

    /// One controller for each, called Controller 1, 2, …; none: a fresh profile.
    explicit SimulatedGatehouse(const QList<SimulatorOptions> &controllers, Keys keys = Keys::All);
    /// Over simulators that run already, each in a process of its own.
    explicit SimulatedGatehouse(const QList<SimulatorInfo> &running, Keys keys = Keys::All);

    [[nodiscard]] Gatehouse &gatehouse() { return *m_gatehouse; }
    void close() { m_gatehouse.reset(); } ///< the session ends; the folder stays
    [[nodiscard]] SimulatorThread &simulators() { return m_simulators; }
    [[nodiscard]] const QList<SimulatorInfo> &running() const { return m_running; }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

    /// The address of the first guest who waits at this controller.
    [[nodiscard]] MacAddress waitingGuest(int controller = 0) const;

    /// The row of a device, of any controller or of this one; a null key when there is none.
    [[nodiscard]] ClientKey keyOf(const MacAddress &mac);
    [[nodiscard]] ClientKey keyOf(const MacAddress &mac, int controller);
    [[nodiscard]] QString controllerId(int controller) const { return m_ids.at(controller); }

private:
    void open(Keys keys);

    QTemporaryDir m_folder;
    SimulatorThread m_simulators;
    QList<SimulatorInfo> m_running;
    QStringList m_ids;
    std::unique_ptr<Gatehouse> m_gatehouse;
};

/// A short life of simulated controllers that answers at once and stands still.
[[nodiscard]] SimulatorOptions simulated(
    const QString &generation, int clients = 12, int waiting = 4);
