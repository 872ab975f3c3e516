#pragma once

#include "wire/omada_hotspot/requests.h"

namespace wire::omada4 {

/// No controller id in its paths.
[[nodiscard]] QString base();

/// The token stands in the query.
[[nodiscard]] omada_hotspot::Dialect dialect(const Secret &token);

/// What can be set while authorizing: the duration.
[[nodiscard]] LimitRules limitRules();

} // namespace wire::omada4
