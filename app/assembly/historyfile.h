#pragma once

#include "assembly/historywork.h"
#include "store/sqliteauditlog.h"

class ProfileStore;

/// The history of a profile, opened once more: for what only the file itself can do, and for
/// workers. Fails as SqliteAuditLog::open does.
[[nodiscard]] Result<std::unique_ptr<SqliteAuditLog>> openHistory(const ProfileStore &profiles);

/// Writes the records that the filter means into a file: JSON Lines where its name ends in .json or
/// .jsonl, else CSV; see SqliteAuditLog::exportTo. The value is how many. The file is there whole
/// or not at all; StorageFailed names it.
[[nodiscard]] Result<qint64> writeHistory(const SqliteAuditLog &log, const HistoryFilter &filter,
    const QString &path, const std::function<bool(qint64 written)> &goOn = {});

/// Opens the history in this file.
[[nodiscard]] HistoryOpener openerOf(const QString &path);
