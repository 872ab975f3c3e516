#pragma once

#include "core/audit.h"
#include "store/database.h"

#include <functional>
#include <memory>

class AuditEvent;
class QSqlQuery;

/// What makes searching a large history fast: an index of trigrams, and who was last behind each
/// device, in a file of its own beside the history. It is derived: whoever searches brings it up to
/// date, and when it is damaged, gone or of another history, it is made anew. It holds personal
/// text in the open, so an erasure empties it. Nothing here is needed to record an action.
class HistorySearch
{
public:
    /// history must outlive it.
    explicit HistorySearch(const Database &history);
    ~HistorySearch();

    /// <history>-search.db
    [[nodiscard]] static QString pathFor(const QString &history);

    /// Takes up at most so many records, which may be none. The value is the newest record that is
    /// in the index now; 0 for none. Waits for another program that is doing the same.
    [[nodiscard]] Result<qint64> catchUp(int most);

    /// The records below `before` (0: all) that may match, newest first, until visit says no more.
    /// The expression is that of matchExpression().
    [[nodiscard]] Result<Done> visitMatches(
        const QString &expression, qint64 before, const std::function<bool(qint64 record)> &visit);

    /// The latest authorization of each device that named a guest.
    [[nodiscard]] Result<QList<qint64>> knownGuests();

    /// See Database::checkpoint().
    [[nodiscard]] Result<Done> checkpoint();

    /// Removes an index that SQLite finds damaged. True when it did.
    [[nodiscard]] bool discardIfDamaged();

    /// Leaves no trace of what was in it before the latest erasure. The next search begins anew.
    [[nodiscard]] Result<Done> clearAfterErasure();

private:
    [[nodiscard]] Result<Done> open();
    [[nodiscard]] Result<Done> useFile();
    void startAnew();
    [[nodiscard]] Result<Done> emptyTables();
    [[nodiscard]] Result<qint64> indexedUpTo();
    [[nodiscard]] Result<Done> takeUp(int most);
    [[nodiscard]] Result<Done> add(
        const AuditEvent &intent, QSqlQuery &text, QSqlQuery &known) const;

    const Database &m_history;
    std::unique_ptr<Database> m_index; ///< null until it is first needed
};
