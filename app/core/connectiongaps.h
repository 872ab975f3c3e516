#pragma once

#include "core/wificlient.h"

/// Takes from the other answer what this one does not tell of the connection: names, addresses,
/// places, signal and blocking. State and authorization stay as told.
void fillConnectionGaps(WifiClient &told, const WifiClient &also);
