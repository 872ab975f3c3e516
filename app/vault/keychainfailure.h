#pragma once

#include "core/failure.h"

#if __has_include(<qt6keychain/keychain.h>)
#include <qt6keychain/keychain.h>
#else
#include <keychain.h>
#endif

/// What the end of an unsuccessful QtKeychain job means to us. `isExpected`: we know that we wrote
/// this item, so "no such entry" can only mean locked or gone: a locked ring answers exactly as an
/// empty one (measured with QtKeychain 0.13.2 on gnome-keyring 42).
[[nodiscard]] Failure keychainFailure(
    QKeychain::Error error, const QString &errorString, bool isExpected);
