#pragma once

#include "cli/invocation.h"
#include "core/loginpolicy.h"

#include <QJsonObject>

// How a call says how many devices one guest may have: --devices, --per, --at-limit,
// --go-on-unconfirmed.

/// Whether the call says anything about it.
[[nodiscard]] bool namesPolicy(const Invocation &call);

/// The standing policy, changed by what the call says; without a standing one, the default changed
/// so. InvalidInput carries the sentence.
[[nodiscard]] Result<LoginPolicy> policyOf(
    const Invocation &call, const std::optional<LoginPolicy> &standing);

[[nodiscard]] QJsonObject toJson(const LoginPolicy &policy);

/// As one sentence.
[[nodiscard]] QString sentenceOf(const LoginPolicy &policy);
