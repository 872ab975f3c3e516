#pragma once

#include "drivers/omadasession.h"

/// Reads the newest part of the history of authorizations on a site, of one device or of all, and
/// keeps those that are live by the controller's clock. Reads at most a few pages: the history
/// grows for ever, and its newest lines come first. An account that may not see it gets an empty
/// answer, not a failure. Never null; parent owns the job.
[[nodiscard]] Job<QHash<MacAddress, Authorization>> *readLiveAuthorizations(
    OmadaSession &session, const QString &siteId, std::optional<MacAddress> mac, QObject *parent);
