#include "ui/models/stringranks.h"

#include <algorithm>
#include <utility>

QCollator textCollator()
{
    QCollator collator;
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    return collator;
}

StringRanks::StringRanks()
    : m_collator(textCollator())
{
}

int StringRanks::idOf(const QString &text)
{
    const auto known = m_ids.find(text);
    if (known != m_ids.end())
        return *known;
    const int id = int(m_texts.size());
    m_ids.insert(text, id);
    m_texts.push_back(text);
    return id;
}

bool StringRanks::settle()
{
    const size_t known = m_sorted.size();
    if (known == m_texts.size())
        return false;
    std::vector<std::pair<QCollatorSortKey, int>> fresh;
    for (size_t id = known; id < m_texts.size(); ++id)
        fresh.emplace_back(m_collator.sortKey(m_texts[id]), int(id));
    std::ranges::sort(fresh, [](const auto &a, const auto &b) {
        const int order = a.first.compare(b.first);
        return order != 0 ? order < 0 : a.second < b.second;
    });

    std::vector<int> merged;
    merged.reserve(m_texts.size());
    auto from = m_sorted.cbegin();
    for (const auto &[key, id] : fresh) {
        const auto to = std::upper_bound(from, m_sorted.cend(), id, [this](int a, int b) {
            return m_collator.compare(m_texts[size_t(a)], m_texts[size_t(b)]) < 0;
        });
        merged.insert(merged.end(), from, to);
        merged.push_back(id);
        from = to;
    }
    merged.insert(merged.end(), from, m_sorted.cend());
    m_sorted = std::move(merged);
    m_rankOfId.resize(m_texts.size());
    for (size_t rank = 0; rank < m_sorted.size(); ++rank)
        m_rankOfId[size_t(m_sorted[rank])] = rank;
    return true;
}
