#pragma once

#include "sim/controllersimulator.h"
#include "sim/world.h"

/// Does to answers what the faults say that any web server may do: cuts, delays, foreign pages,
/// broken bodies. The faults that belong to a protocol are the protocol's own business.
class Saboteur
{
public:
    Saboteur(SimWorld &world, const ControllerSimulator &protocol)
        : m_world(world)
        , m_protocol(protocol)
    {
    }

    /// An answer in place of the controller's, which then never hears of the request.
    [[nodiscard]] std::optional<SimReply> before();
    /// Spoils the controller's answer, after what it did.
    void after(SimReply &reply);
    /// Cuts in the head, which must be complete by then.
    void cutHead(SimReply &reply);

private:
    [[nodiscard]] std::optional<SimReply> rateLimited();

    SimWorld &m_world;
    const ControllerSimulator &m_protocol;
    qint64 m_limitedUntil = 0; ///< ms of the controller's clock; 0: not begun
};
