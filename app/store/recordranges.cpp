#include "store/recordranges.h"

#include <QStringList>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

std::optional<RecordRanges> RecordRanges::fromText(const QString &text)
{
    RecordRanges result;
    qint64 previous = 0;
    for (const QString &part : text.split(u',')) {
        const QStringList ends = part.split(u'-');
        bool firstOk = false;
        bool lastOk = false;
        const Range range(ends.first().toLongLong(&firstOk), ends.last().toLongLong(&lastOk));
        if (!firstOk || !lastOk || ends.size() > 2 || range.first <= previous
            || range.second < range.first)
            return std::nullopt;
        result.m_ranges.push_back(range);
        previous = range.second;
    }
    return result;
}

QString RecordRanges::toText() const
{
    QStringList parts;
    for (const auto &[first, last] : m_ranges)
        parts += first == last ? QString::number(first) : u"%1-%2"_s.arg(first).arg(last);
    return parts.join(u',');
}

void RecordRanges::append(qint64 record)
{
    if (!m_ranges.empty() && m_ranges.back().second + 1 == record)
        m_ranges.back().second = record;
    else
        m_ranges.emplace_back(record, record);
}

void RecordRanges::unite(const RecordRanges &other)
{
    std::vector<Range> all;
    std::ranges::merge(m_ranges, other.m_ranges, std::back_inserter(all));
    m_ranges.clear();
    for (const Range &range : all) {
        if (!m_ranges.empty() && m_ranges.back().second + 1 >= range.first)
            m_ranges.back().second = std::max(m_ranges.back().second, range.second);
        else
            m_ranges.push_back(range);
    }
}

bool RecordRanges::contains(qint64 record) const
{
    const auto next = std::ranges::upper_bound(m_ranges, record, {}, &Range::first);
    return next != m_ranges.begin() && std::prev(next)->second >= record;
}

qint64 RecordRanges::count() const
{
    qint64 count = 0;
    for (const auto &[first, last] : m_ranges)
        count += last - first + 1;
    return count;
}
