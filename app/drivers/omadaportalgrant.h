#pragma once

#include "core/controllerdriver.h"
#include "drivers/omadahotspotsession.h"

/// Lets a client in as an external portal does. What the redirect names goes before what the list
/// told of the client. RedirectNeeded, before anything is sent, where neither says where the client
/// hangs. NotWaiting: the controller refused. Never null; parent owns the job.
[[nodiscard]] Job<ActionAnswer> *authorizeThroughPortal(OmadaHotspotSession &session,
    const AuthorizeOrder &order, PortalTimeUnit timeUnit, QObject *parent);
