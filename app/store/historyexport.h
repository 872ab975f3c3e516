#pragma once

#include "core/audit.h"

#include <QHash>
#include <QJsonObject>

#include <functional>

class QIODevice;

enum class HistoryFormat {
    Csv, ///< for spreadsheets
    JsonLines, ///< for programs: one record a line, as toJson() says
};

/// One record with the keys of `gatehouse-cli history list`: record, time, action, operator,
/// controller, site, mac, guest, room, login, reason, asked {minutes, dataMb, downKbps, upKbps},
/// outcome, message, and further systemUser, device, before {…}, undoes, completes, undoneBy, seen,
/// erased {time, operator}, outcomeTime, got {…}, state, since, until, settledLater and putOff.
/// What is not known, or no longer, is left out, and so is what is false. Times are ISO 8601 UTC; a
/// site without a known name is named by its id.
[[nodiscard]] QJsonObject toJson(const AuditRecord &record);

/// The keys of Limits in all our JSON: minutes, dataMb, downKbps, upKbps.
[[nodiscard]] QJsonObject toJson(const Limits &limits);

/// Writes every record that the filter means, newest first, page by page; the filter's own limit
/// does not count. The value is how many were written. A device that takes no more is
/// StorageFailed.
///
/// CSV is RFC 4180 in UTF-8 with a byte order mark, without which Excel reads a guest's name in the
/// machine's old code page. Host names and the like are foreign text, so a cell that a spreadsheet
/// would take for a formula gets a leading apostrophe. Who needs the exact text takes JSON Lines.
struct ExportOptions
{
    /// Hears now and then how many records were written; false ends the export as Cancelled.
    std::function<bool(qint64 written)> goOn = {};

    /// JSON Lines: what each record between two numbers gets as its "chain".
    std::function<Result<QHash<qint64, QJsonObject>>(qint64 first, qint64 last)> chains = {};
};
[[nodiscard]] Result<qint64> exportHistory(const AuditLog &log, HistoryFilter filter,
    HistoryFormat format, QIODevice &out, const ExportOptions &options = {});
