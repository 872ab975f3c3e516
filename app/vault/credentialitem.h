#pragma once

#include "core/credential.h"
#include "core/result.h"

/// What one keychain item may hold, in bytes: Windows takes 2560, and other stores are asked for no
/// more.
inline constexpr qsizetype maxItemBytes = 2499;

/// The text of a keychain item: JSON with all credentials of one controller, secrets in the clear.
/// Give it to nobody but the keychain. InvalidInput when it is too large.
[[nodiscard]] Result<QString> itemOf(const Credentials &credentials);

/// KeychainRefused when the text is not what itemOf() makes; the detail never quotes it.
[[nodiscard]] Result<Credentials> credentialsOf(const QString &item);
