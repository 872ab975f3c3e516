#pragma once

#include "sim/faults.h"
#include "sim/venue.h"

#include <QDateTime>

/// What a protocol simulator works on: the venue, what goes wrong in it, and the controller's
/// clock.
struct SimWorld
{
    Venue venue;
    Faults faults;
    qint64 clockAheadMs = 0; ///< of this machine's clock

    [[nodiscard]] qint64 now() const
    {
        return QDateTime::currentMSecsSinceEpoch() + clockAheadMs
            + qint64(faults.argument(Fault::ClockSkew)) * 1000;
    }
    /// Grows with every change but those that time makes.
    [[nodiscard]] quint64 revision() const { return venue.revision() + faults.changes(); }
    [[nodiscard]] qint64 confirmDelayMs() const
    {
        return qint64(faults.argument(Fault::ConfirmDelay)) * 1000;
    }
};
