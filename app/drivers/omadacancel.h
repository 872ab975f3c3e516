#pragma once

#include "core/controllerdriver.h"
#include "drivers/omadasession.h"

/// Ends a client's authorization, then removes the rates it had: they would outlive it. A client
/// that is not connected has its live records ended instead, where the controller knows how. Never
/// null; parent owns the job.
[[nodiscard]] Job<ActionAnswer> *cancelOnOmada(
    OmadaSession &session, const WifiClient &client, QObject *parent);
