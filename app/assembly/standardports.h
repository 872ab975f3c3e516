#pragma once

#include "assembly/gatehouse.h"

/// What the real program stands on: the network, the OS keychain, and the files of a profile folder
/// (empty: the standard one). StorageFailed or StorageNewer when the history cannot be opened.
[[nodiscard]] Result<Ports> standardPorts(const QString &profileFolder);
