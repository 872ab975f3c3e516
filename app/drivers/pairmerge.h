#pragma once

#include "core/clientsnapshot.h"

/// The rows of the official interface with what a second list knows of the same devices, joined on
/// their MAC addresses.
[[nodiscard]] ClientSnapshot withCues(ClientSnapshot snapshot, const ClientSnapshot &cues);
