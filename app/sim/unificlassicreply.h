#pragma once

#include "sim/exchange.h"
#include "sim/venue.h"

#include <QJsonArray>

/// The classic API's envelope: meta.rc "ok" around rows.
[[nodiscard]] SimReply classicRows(const QJsonArray &rows, const QString &did);
/// The same around a refusal: meta.rc "error" and its word, such as api.err.InvalidPayload.
[[nodiscard]] SimReply classicRefusal(int status, const QString &word, QJsonObject meta = {});
[[nodiscard]] bool isClassicRefusal(const SimReply &reply);
/// The limits of an authorization; none is there that was not set.
void insertClassicLimits(QJsonObject &row, const GrantLimits &limits);
/// Writes every number within the rows as a string.
void spellNumbers(SimReply &reply);
