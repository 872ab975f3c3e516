#pragma once

#include "core/packedclient.h"

/// What the list of a protocol leaves out, but a read of the same grant told before, stays known.
[[nodiscard]] bool keepsAuthorization(const PackedClient &told, const PackedClient &before);

/// Whether the answer, with the authorization it keeps, is what was known already. Both packed with
/// the same pool.
[[nodiscard]] bool saysTheSame(const PackedClient &told, const PackedClient &before);

/// The client as told now. A single read may tell less of the connection than the list did; what it
/// does not mention is still what the list said.
[[nodiscard]] WifiClient withKnownConnection(WifiClient told, const WifiClient &before);
