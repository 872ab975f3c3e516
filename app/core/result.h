#pragma once

#include "core/failure.h"

#include <tl/expected.hpp>

#include <variant>

/// A value, or the reason why there is none.
template <typename T>
using Result = tl::expected<T, Failure>;

/// The value of a job or call that only succeeds or fails.
using Done = std::monostate;

/// Makes the failing branch of a Result.
[[nodiscard]] inline tl::unexpected<Failure> fail(Failure::Kind kind, const QString &detail)
{
    return tl::unexpected<Failure>(Failure{kind, detail});
}

[[nodiscard]] inline tl::unexpected<Failure> fail(const Failure &failure)
{
    return tl::unexpected<Failure>(failure);
}
