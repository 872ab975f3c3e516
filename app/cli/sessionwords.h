#pragma once

#include "clients/surplus.h"
#include "core/failure.h"
#include "store/sessiontable.h"

#include <QJsonObject>

// What an operator's session table comes to, in words and in JSON.

/// With the sentence and its next step in `said`.
[[nodiscard]] Failure failureOf(const SessionFault &fault);

[[nodiscard]] QString sentenceOf(const BadSessionRow &row);

/// login, mac, since; newest, the address of the device that stays; tied where it began when that
/// one did.
[[nodiscard]] QJsonObject toJson(const SurplusSession &surplus);

/// sessions, badRows and how many sessions are too many.
[[nodiscard]] QJsonObject toldOf(const SessionTable &table, const QList<SurplusSession> &surplus);
