#pragma once

#include "store/database.h"

#include <QJsonObject>

class AuditEvent;
class QIODevice;

/// The events of records as they lie in the file, with their keys, for exports that another
/// Gatehouse can take in: {"key": base64, "events": [{column: value, …}, …]} for each of them. The
/// sealed part is base64; what is null, and a destroyed key, is left out.
[[nodiscard]] Result<QHash<qint64, QJsonObject>> chainsBetween(
    const Database &database, qint64 first, qint64 last);

/// One of these events. Nothing where a column is not of the kind that it must be.
[[nodiscard]] std::optional<AuditEvent> eventFromJson(const QJsonObject &object);

/// What a whole export ends with: a line for each record that is no action, such as an erasure:
/// {"record", "event": its kind, "time", "chain"}, newest first; and a last one that says how long
/// the chain is: {"entries", "head"}.
[[nodiscard]] Result<Done> writeRestOfChain(const Database &database, QIODevice &out);
