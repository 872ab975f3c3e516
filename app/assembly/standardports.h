#pragma once

#include "assembly/gatehouse.h"

/// What the real program stands on: the network, the OS keychain, and the files of a profile folder
/// (empty: the standard one). Nothing of them is touched before it is needed.
[[nodiscard]] Ports standardPorts(const QString &profileFolder);

/// Where the window keeps geometry, columns and language, of the same profile folder.
[[nodiscard]] QString settingsFile(const QString &profileFolder);
