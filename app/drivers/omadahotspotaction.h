#pragma once

#include "core/controllerdriver.h"
#include "drivers/omadahotspotsession.h"

/// Moves the end of a client's live authorization; looks the record up where the order does not
/// know it. Never null; parent owns the job.
[[nodiscard]] Job<ActionAnswer> *extendOnHotspot(
    OmadaHotspotSession &session, const ExtendOrder &order, QObject *parent);

/// Ends every live authorization that a client has, one after the other: each time it was let in
/// has added one. Nothing live is done already. Never null; parent owns the job.
[[nodiscard]] Job<ActionAnswer> *cancelOnHotspot(
    OmadaHotspotSession &session, const WifiClient &client, QObject *parent);
