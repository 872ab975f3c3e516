#pragma once

#include "core/audit.h"
#include "store/historyquery.h"
#include "store/historysearch.h"

#include <functional>

/// Finds records and opens them: with the search index where a filter asks for what is sealed.
class HistoryReader
{
public:
    using Visitor = std::function<bool(AuditRecord &&)>; ///< false: no more

    /// history must outlive it.
    explicit HistoryReader(const Database &history)
        : m_history(history)
        , m_search(history)
    {
    }

    /// Each record that the filter means, newest first; its limit does not count. Of what is not in
    /// the index yet only the newest few thousand are looked through, so that nobody waits: see
    /// searchBacklog().
    [[nodiscard]] Result<Done> visit(const HistoryFilter &filter, const Visitor &visitor);

    /// The same of what was not erased, above a number, without the index and however long it
    /// takes: for whoever must not miss one.
    [[nodiscard]] Result<Done> visitErasable(
        const HistoryFilter &filter, qint64 above, const Visitor &visitor) const;

    [[nodiscard]] Result<QList<KnownGuest>> knownGuests();

    /// How many records are not in the index yet.
    [[nodiscard]] Result<qint64> searchBacklog();

    /// Takes up some thousands of them. The value is how many are left.
    [[nodiscard]] Result<qint64> shortenBacklog();

    [[nodiscard]] HistorySearch &search() { return m_search; }

private:
    [[nodiscard]] qint64 caughtUp();
    [[nodiscard]] Result<bool> visitRows(
        const HistoryFilter &filter, const HistoryScope &scope, const Visitor &visitor) const;
    [[nodiscard]] Result<Done> visitIndexed(
        const HistoryFilter &filter, const HistoryScope &scope, const Visitor &visitor);

    const Database &m_history;
    HistorySearch m_search;
};
