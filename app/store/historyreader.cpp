#include "store/historyreader.h"

#include "store/database.h"
#include "store/recordreader.h"
#include "store/searchtext.h"
#include "store/writerlock.h"

#include <QSqlError>
#include <QSqlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int mostAtOnce = 2000; ///< records that a search takes up, or looks through, besides
constexpr int chunk = 5000; ///< records of one step of a worker
constexpr int firstBatch = 50;
constexpr int laterBatch = 500;

HistoryScope scopeOf(const HistoryFilter &filter, const Database &history)
{
    HistoryScope scope;
    if (filter.need == HistoryFilter::Need::Settling)
        scope.livingWriters = WriterLock::living(history.path());
    return scope;
}

} // namespace

Result<Done> HistoryReader::visit(const HistoryFilter &filter, const Visitor &visitor)
{
    HistoryScope scope = scopeOf(filter, m_history);
    if (matchExpression(filter).isEmpty() || filter.record) {
        scope.mostRows = std::max(1, filter.limit);
        return visitRows(filter, scope, visitor).map([](bool) { return Done{}; });
    }
    const qint64 upTo = caughtUp();
    scope.above = upTo;
    scope.mostRows = mostAtOnce;
    const auto goOn = visitRows(filter, scope, visitor);
    if (!goOn)
        return fail(goOn.error());
    if (!*goOn || upTo == 0)
        return Done{};
    HistoryFilter indexed = filter;
    indexed.beforeRecord
        = filter.beforeRecord > 0 ? std::min(filter.beforeRecord, upTo + 1) : upTo + 1;
    scope.above = 0;
    scope.mostRows = 0;
    return visitIndexed(indexed, scope, visitor);
}

Result<Done> HistoryReader::visitErasable(
    const HistoryFilter &filter, qint64 above, const Visitor &visitor) const
{
    HistoryScope scope = scopeOf(filter, m_history);
    scope.above = above;
    scope.onlyWithKey = true;
    return visitRows(filter, scope, visitor).map([](bool) { return Done{}; });
}

/// An index that cannot be used is as good as an empty one.
qint64 HistoryReader::caughtUp()
{
    auto upTo = m_search.catchUp(mostAtOnce);
    const bool isBusy = !upTo && upTo.error().retryAfter;
    if (!upTo && !isBusy && m_search.discardIfDamaged())
        upTo = m_search.catchUp(mostAtOnce);
    if (!upTo)
        upTo = m_search.catchUp(0); // as it is
    return upTo.value_or(0);
}

/// Whether the visitor wants more.
Result<bool> HistoryReader::visitRows(
    const HistoryFilter &filter, const HistoryScope &scope, const Visitor &visitor) const
{
    const HistoryQuery asked = historyQuery(filter, scope);
    auto query = m_history.run(asked.sql, asked.values);
    if (!query)
        return fail(query.error());
    const PersonalMatch isMeant(filter);
    RecordReader reader(m_history);
    while (query->next()) {
        auto record = reader.read(*query);
        if (!record)
            return fail(record.error());
        if (isMeant(record->intent) && !visitor(std::move(*record)))
            return false;
    }
    if (query->lastError().isValid())
        return fail(m_history.failureOf(*query));
    return true;
}

Result<Done> HistoryReader::visitIndexed(
    const HistoryFilter &filter, const HistoryScope &scope, const Visitor &visitor)
{
    HistoryScope batch = scope;
    batch.among.emplace();
    qsizetype batchSize = firstBatch;
    Result<bool> goOn = true;
    const auto flush = [&] {
        goOn = visitRows(filter, batch, visitor);
        batch.among->clear();
        batchSize = laterBatch;
        return goOn && *goOn;
    };
    auto searched
        = m_search.visitMatches(matchExpression(filter), filter.beforeRecord, [&](qint64 record) {
              batch.among->append(record);
              return batch.among->size() < batchSize || flush();
          });
    if (!searched) {
        // The rest comes when it has been made anew.
        std::ignore = m_search.discardIfDamaged();
        return searched;
    }
    if (goOn && *goOn && !batch.among->isEmpty())
        flush();
    return goOn ? Result<Done>() : fail(goOn.error());
}

Result<QList<KnownGuest>> HistoryReader::knownGuests()
{
    HistoryFilter filter;
    filter.action = AuditAction::Authorize;
    QSet<ClientKey> known;
    QList<KnownGuest> guests;
    const auto add = [&](AuditRecord &&record) {
        const AuditIntent &intent = record.intent;
        if (!record.erased && !intent.guest.isEmpty() && !known.contains(intent.client)) {
            known.insert(intent.client);
            guests += {intent.client, intent.guest, intent.time};
        }
        return true;
    };
    HistoryScope scope;
    scope.above = caughtUp();
    scope.mostRows = mostAtOnce;
    if (const auto read = visitRows(filter, scope, add); !read)
        return fail(read.error());
    const auto records = m_search.knownGuests();
    if (!records)
        return guests; // as many as can be told without the index
    scope = {};
    for (qsizetype from = 0; from < records->size(); from += laterBatch) {
        scope.among = records->mid(from, laterBatch);
        if (const auto read = visitRows(filter, scope, add); !read)
            return fail(read.error());
    }
    return guests;
}

Result<qint64> HistoryReader::searchBacklog()
{
    return m_search.catchUp(0).and_then([this](qint64 upTo) {
        return m_history.number(
            u"SELECT count(*) FROM event WHERE kind = 'intent' AND record > ?"_s, {upTo});
    });
}

Result<qint64> HistoryReader::shortenBacklog()
{
    const auto done = m_search.catchUp(chunk);
    return done ? searchBacklog() : fail(done.error());
}
