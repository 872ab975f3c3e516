#pragma once

#include "core/job.h"
#include "wire/page.h"

#include <QSet>

#include <algorithm>
#include <map>

/// All rows of a list that came in pages.
template <typename Row>
struct WholeList
{
    QList<Row> rows;
    bool complete
        = true; ///< false: the list changed while its pages were read, each time it was tried
};

/// How a list is read.
struct PagedListRules
{
    int pagesInFlight = 6;
    int attempts = 3; ///< whole readings before a list that keeps changing is taken as it is
    qint64 mostPages = 10'000; ///< more than any controller has: the total is wrong
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
    using IdOf = std::function<QString(const Row &)>;

    [[nodiscard]] static Job<WholeList<Row>> *read(
        Fetch fetch, IdOf idOf, QObject *parent, PagedListRules rules = {})
    {
        auto *job = new Job<WholeList<Row>>(parent);
        (new PagedList(std::move(fetch), std::move(idOf), rules, job))->begin();
        return job;
    }

private:
    PagedList(Fetch fetch, IdOf idOf, PagedListRules rules, Job<WholeList<Row>> *job)
        : QObject(job)
        , m_fetch(std::move(fetch))
        , m_idOf(std::move(idOf))
        , m_rules(rules)
        , m_job(job)
    {
    }

    void begin()
    {
        ++m_round;
        m_pages.clear();
        m_torn = false;
        m_total = 0;
        m_pageSize = 0;
        m_pageCount = 1;
        m_nextIndex = 0;
        m_inFlight = 0;
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
        if (index == 0)
            measure(*answer);
        else
            compare(index, *answer);
        m_pages.emplace(index, answer->rows);
        if (m_pageCount > m_rules.mostPages)
            return m_job->settle(fail(
                Failure::Kind::UnreadableReply, QStringLiteral("a list of %1 rows").arg(m_total)));
        if (m_torn && m_round < m_rules.attempts)
            return begin();
        while (m_inFlight < m_rules.pagesInFlight && m_nextIndex < m_pageCount)
            request();
        if (m_inFlight == 0)
            finish();
    }

    /// The first page says how many there are, and how long the controller makes them.
    void measure(const wire::Page<Row> &page)
    {
        m_total = std::max<qint64>(0, page.total);
        m_pageSize = page.count;
        m_torn = page.total < page.count || (page.count == 0 && page.total > 0);
        if (page.count > 0 && page.total > page.count)
            m_pageCount = (page.total + page.count - 1) / page.count;
    }

    void compare(int index, const wire::Page<Row> &page)
    {
        const qint64 expected = std::min(m_pageSize, m_total - index * m_pageSize);
        if (page.total != m_total || page.count != expected)
            m_torn = true;
    }

    void finish()
    {
        WholeList<Row> list;
        QSet<QString> seen;
        for (const auto &[index, rows] : m_pages) {
            for (const Row &row : rows) {
                const QString id = m_idOf(row);
                if (seen.contains(id)) {
                    m_torn = true;
                    continue;
                }
                seen.insert(id);
                list.rows.append(row);
            }
        }
        if (m_torn && m_round < m_rules.attempts)
            return begin();
        list.complete = !m_torn;
        m_job->settle(std::move(list));
    }

    Fetch m_fetch;
    IdOf m_idOf;
    PagedListRules m_rules;
    Job<WholeList<Row>> *m_job;
    std::map<int, QList<Row>> m_pages;
    qint64 m_total = 0;
    qint64 m_pageSize = 0;
    qint64 m_pageCount = 1;
    int m_nextIndex = 0;
    int m_inFlight = 0;
    int m_round = 0;
    bool m_torn = false;
};
