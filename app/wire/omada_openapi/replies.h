#pragma once

#include "core/http.h"
#include "core/result.h"
#include "core/secret.h"
#include "core/wificlient.h"
#include "wire/omadainfo.h"
#include "wire/omadarecords.h"

namespace wire::omada_openapi {

using ApiInfo = OmadaInfo; ///< with its omadacId

struct Token
{
    Secret accessToken;
    std::chrono::seconds lifetime{0};
};

[[nodiscard]] Result<ApiInfo> readApiInfo(const HttpReply &reply);
[[nodiscard]] Result<Token> readToken(const HttpReply &reply);

/// page: the number that was asked for, from 1; the controller's own "currentSize" is not to be
/// relied on.
[[nodiscard]] Result<Page<Site>> readSites(const HttpReply &reply, int page);

/// Clients carry their MAC in the key; controller and site are the caller's to fill in. An
/// authorized one has an authorization with its rates and method; times and usage stand in the
/// records.
[[nodiscard]] Result<Page<WifiClient>> readClients(const HttpReply &reply, int page);
[[nodiscard]] Result<WifiClient> readClient(const HttpReply &reply);

[[nodiscard]] Result<Page<AuthedRecord>> readAuthedRecords(const HttpReply &reply, int page);

/// An action was taken.
[[nodiscard]] Result<Done> readDone(const HttpReply &reply);

/// The same for unauthorizing, where "no such client" and "already being disconnected" are what was
/// wanted. A path that the controller does not know never counts as done.
[[nodiscard]] Result<Done> readUnauthorized(const HttpReply &reply);

/// The same for ending a record, where one that does not exist is what was wanted.
[[nodiscard]] Result<Done> readEnded(const HttpReply &reply);

/// The authorizations that are live at now, by device: marked valid, their end still ahead; of
/// several the newest.
[[nodiscard]] QHash<MacAddress, Authorization> liveAuthorizations(
    const QList<AuthedRecord> &records, const QDateTime &now);

/// What the client's row and its record tell together.
[[nodiscard]] Authorization merged(
    const std::optional<Authorization> &fromRow, const Authorization &fromRecord);

} // namespace wire::omada_openapi
