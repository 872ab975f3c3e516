#pragma once

#include "core/http.h"

/// As HTTP spells it.
[[nodiscard]] QByteArray methodOf(HttpRequest::Verb verb);

/// Method, path and the names in the query, whose values may be secrets: for the log.
[[nodiscard]] QString redactedLine(const HttpRequest &request);
