#pragma once

#include "core/wificlient.h"

/// What the list of a protocol leaves out, but a read of the same grant told before, stays known.
[[nodiscard]] bool keepsAuthorization(const WifiClient &told, const WifiClient &before);

/// Whether the answer, with the authorization it keeps, is what was known already.
[[nodiscard]] bool saysTheSame(const WifiClient &told, const WifiClient &before);

/// The client as told now. A single read may tell less of the connection than the list did; what it
/// does not mention is still what the list said.
[[nodiscard]] WifiClient withKnownConnection(WifiClient told, const WifiClient &before);

/// Whether any of the texts that a person searches for differs.
[[nodiscard]] bool textsDiffer(const WifiClient &a, const WifiClient &b);
