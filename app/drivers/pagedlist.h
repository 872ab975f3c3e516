#pragma once

#include "core/job.h"
#include "drivers/idset.h"
#include "wire/page.h"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

/// How long a list and its pages were, in rows.
struct PagedListShape
{
    qint64 pageSize = 0; ///< 0: not known
    qint64 total = 0;
};

/// All rows of a list that came in pages.
template <typename Row>
struct WholeList
{
    wire::ListOf<Row> rows;
    bool complete
        = true; ///< false: the list changed while its pages were read, each time it was tried
};

/// How a list is read.
struct PagedListRules
{
    int pagesInFlight = 6;
    int attempts = 3; ///< whole readings before a list that keeps changing is taken as it is
    qint64 mostPages = 10'000; ///< more than any controller has: the total is wrong
    /// Kept from one reading to the next, so that the pages are asked for without waiting for the
    /// first one to tell how many there are; null: nothing is expected.
    std::shared_ptr<PagedListShape> lastShape = {};
};

/// Reads page after page, several at a time, by the page size that came back. A page that does not
/// fit the first one (another total, too few rows, a row seen before) means that the list changed
/// meanwhile: it is read anew. Child of the job it settles.
template <typename Row>
class PagedList final : public QObject
{
public:
    /// index: of the page, from 0; offset: of its first row.
    using Fetch = std::function<Job<wire::Page<Row>> *(int index, qint64 offset)>;
    /// A number for the row's own id, the same for the same id.
    using IdOf = std::function<size_t(const wire::ListOf<Row> &rows, qsizetype at)>;

    [[nodiscard]] static Job<WholeList<Row>> *read(
        Fetch fetch, IdOf idOf, QObject *parent, PagedListRules rules = {})
    {
        auto *job = new Job<WholeList<Row>>(parent);
        (new PagedList(std::move(fetch), std::move(idOf), std::move(rules), job))->begin();
        return job;
    }

private:
    PagedList(Fetch fetch, IdOf idOf, PagedListRules rules, Job<WholeList<Row>> *job)
        : QObject(job)
        , m_fetch(std::move(fetch))
        , m_idOf(std::move(idOf))
        , m_rules(std::move(rules))
        , m_job(job)
    {
    }

    void begin()
    {
        ++m_round;
        m_list = {};
        m_seen.clear();
        m_early.clear();
        m_mergedPages = 0;
        m_torn = false;
        m_total = 0;
        m_pageSize = 0;
        m_pageCount = 1;
        m_nextIndex = 0;
        m_inFlight = 0;
        if (m_rules.lastShape)
            expect(std::exchange(*m_rules.lastShape, {}));
        requestMore();
    }

    /// All but the last page, which may not be there any more.
    void expect(const PagedListShape &shape)
    {
        if (shape.pageSize == 0)
            return;
        m_pageSize = shape.pageSize;
        m_pageCount = std::max<qint64>(1, (shape.total - 1) / shape.pageSize);
        const qint64 rows = shape.total + shape.total / 16; // some more than last time
        m_list.reserve(rows);
        m_seen.reserve(size_t(rows));
    }

    void requestMore()
    {
        while (m_inFlight < m_rules.pagesInFlight && m_nextIndex < m_pageCount)
            request();
    }

    /// Asks for the next page.
    void request()
    {
        const int index = m_nextIndex++;
        ++m_inFlight;
        Job<wire::Page<Row>> *page = m_fetch(index, index * m_pageSize);
        page->then(this, [this, round = m_round, index](const Result<wire::Page<Row>> &answer) {
            if (round == m_round && !m_job->isSettled())
                arrived(index, answer);
        });
        connect(m_job, &JobBase::cancelled, page, &JobBase::cancel);
    }

    void arrived(int index, const Result<wire::Page<Row>> &answer)
    {
        --m_inFlight;
        if (!answer)
            return m_job->settle(fail(answer.error()));
        m_early.emplace(index, *answer);
        merge();
        if (m_pageCount > m_rules.mostPages)
            return m_job->settle(fail(
                Failure::Kind::UnreadableReply, QStringLiteral("a list of %1 rows").arg(m_total)));
        if (m_torn && m_round < m_rules.attempts)
            return begin(); // answers of this round are nobody's any more
        requestMore();
        if (m_inFlight == 0)
            finish();
    }

    /// The first page says how many there are, and how long the controller makes them.
    void measure(const wire::Page<Row> &page)
    {
        const bool isOtherThanExpected = m_nextIndex > 1 && page.count != m_pageSize;
        m_total = std::max<qint64>(0, page.total);
        m_pageSize = page.count;
        m_torn
            = page.total < page.count || (page.count == 0 && page.total > 0) || isOtherThanExpected;
        m_pageCount = 1;
        if (page.count > 0 && page.total > page.count)
            m_pageCount = (page.total + page.count - 1) / page.count;
    }

    void compare(int index, const wire::Page<Row> &page)
    {
        const qint64 expected = std::clamp<qint64>(m_total - index * m_pageSize, 0, m_pageSize);
        if (page.total != m_total || page.count != expected)
            m_torn = true;
    }

    /// Pages are put together in their order as they come, so that little is left to do after the
    /// last one.
    void merge()
    {
        for (auto page = m_early.begin(); page != m_early.end() && page->first == m_mergedPages;
             page = m_early.erase(page), ++m_mergedPages) {
            if (page->first == 0)
                measure(page->second);
            else
                compare(page->first, page->second);
            append(page->second.rows);
        }
    }

    void append(const wire::ListOf<Row> &rows)
    {
        const auto isNew = [this, &rows](qsizetype at) {
            const bool isFirst = m_seen.insert(m_idOf(rows, at));
            m_torn |= !isFirst;
            return isFirst;
        };
        if constexpr (std::is_same_v<Row, WifiClient>) {
            m_list.append(rows, isNew);
        } else {
            for (qsizetype at = 0; at < rows.size(); ++at)
                if (isNew(at))
                    m_list.append(rows[at]);
        }
    }

    void finish()
    {
        if (m_rules.lastShape && !m_torn)
            *m_rules.lastShape = {m_pageSize, m_total};
        m_job->settle(WholeList<Row>{std::move(m_list), !m_torn});
    }

    Fetch m_fetch;
    IdOf m_idOf;
    PagedListRules m_rules;
    Job<WholeList<Row>> *m_job;
    wire::ListOf<Row> m_list; ///< of the pages before m_mergedPages
    std::map<int, wire::Page<Row>> m_early; ///< that came before one in front of them
    IdSet m_seen; ///< ids in m_list
    int m_mergedPages = 0;
    qint64 m_total = 0;
    qint64 m_pageSize = 0;
    qint64 m_pageCount = 1;
    int m_nextIndex = 0;
    int m_inFlight = 0;
    int m_round = 0;
    bool m_torn = false;
};
