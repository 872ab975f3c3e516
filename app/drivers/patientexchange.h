#pragma once

#include "core/http.h"

/// Sends a request. A GET that a proxy answers with 502 is asked again after half a second and once
/// more after a second, as controllers need while they restart; nothing else is ever sent twice.
/// Never null; parent owns the job.
[[nodiscard]] Job<HttpReply> *sendPatiently(
    HttpChannel &channel, const HttpRequest &request, QObject *parent);
