#pragma once

#include "core/audit.h"
#include "store/recordranges.h"

#include <vector>

class Database;
class QSqlQuery;

/// Makes records out of the rows of a HistoryQuery.
class RecordReader
{
public:
    explicit RecordReader(const Database &database)
        : m_database(database)
    {
    }

    /// StorageFailed, with the record's number, when it is not as we write them.
    [[nodiscard]] Result<AuditRecord> read(const QSqlQuery &row);

private:
    struct KnownErasure
    {
        RecordRanges records;
        Erasure erasure;
    };

    [[nodiscard]] Result<std::optional<Erasure>> erasureOf(qint64 record);
    [[nodiscard]] Result<Done> readErasures();

    const Database &m_database;
    std::optional<std::vector<KnownErasure>> m_erasures; ///< newest first, read when needed
};
