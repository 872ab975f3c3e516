#pragma once

#include "core/audit.h"
#include "core/failure.h"

/// What the program ends with; scripts rely on these numbers.
enum class ExitCode {
    Success = 0, ///< done and confirmed
    Refused = 1, ///< the controller refused
    Usage = 2,
    Unreachable = 3, ///< cannot reach, or TLS not trusted
    CredentialsRefused = 4, ///< missing or refused
    NotFound = 5, ///< controller, site or client
    NotConfirmed = 6, ///< sent but not confirmed, or differs
    NotSupported = 7, ///< this controller cannot do that
    LocalStore = 8, ///< keychain or history failed
};

[[nodiscard]] ExitCode exitCodeOf(const Failure &failure);

/// The failure explains a Failed outcome: why nothing was sent.
[[nodiscard]] ExitCode exitCodeOf(Outcome outcome, const std::optional<Failure> &failure);

/// The stable word of a failure in JSON errors, such as "hostNotFound".
[[nodiscard]] QString toWord(Failure::Kind kind);
