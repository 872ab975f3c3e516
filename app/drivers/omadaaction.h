#pragma once

#include "core/controllerdriver.h"
#include "drivers/omadasession.h"

/// Lets a client in, then sets its rates where any were asked. Rates that cannot be set are told as
/// incomplete.
[[nodiscard]] Job<ActionAnswer> *authorizeOnOmada(
    OmadaSession &session, const AuthorizeOrder &order, QObject *parent);

/// Moves the end of a client's live authorization; looks the record up where the order does not
/// know it.
[[nodiscard]] Job<ActionAnswer> *extendOnOmada(
    OmadaSession &session, const ExtendOrder &order, QObject *parent);
