#pragma once

#include "core/http.h"
#include "core/result.h"
#include "core/secret.h"
#include "wire/omadarecords.h"

namespace wire::omada_hotspot {

/// The token of a sign-in.
[[nodiscard]] Result<Secret> readToken(const HttpReply &reply);

/// The operator's own sites: a key, which is the id on 5.x, and a name.
[[nodiscard]] Result<QList<Site>> readSites(const HttpReply &reply);

/// page: the number that was asked for, from 1.
[[nodiscard]] Result<Page<AuthedRecord>> readRecords(const HttpReply &reply, int page);

/// An action was taken.
[[nodiscard]] Result<Done> readDone(const HttpReply &reply);

/// The same for ending a record, where "does not exist" and "already being disconnected" are what
/// was wanted. A path that the controller does not know never counts as done.
[[nodiscard]] Result<Done> readEnded(const HttpReply &reply);

} // namespace wire::omada_hotspot
