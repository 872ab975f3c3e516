#pragma once

#include "clients/actionrun.h"

/// Why a request must not be sent, by what the report's look at the client showed; nothing: it may
/// be. Says in the report which offer stands against it. cannotAsk: the controller has no way to
/// tell about this client.
[[nodiscard]] std::optional<Failure> objectionTo(
    const ActionRequest &request, ControllerDriver &driver, bool cannotAsk, ActionReport &report);
