#include "ui/models/titleranks.h"

#include "ui/models/stringranks.h"

#include <algorithm>

namespace {

using SlotKey = std::pair<QCollatorSortKey, int>;

quint32 hashOf(const QString &title)
{
    return quint32(qHash(title));
}

void sortByTitle(std::vector<SlotKey> &keys)
{
    std::ranges::sort(keys, [](const auto &a, const auto &b) {
        const int order = a.first.compare(b.first);
        return order != 0 ? order < 0 : a.second < b.second;
    });
}

} // namespace

TitleOrder TitleOrder::of(const std::vector<SlotTitle> &titles)
{
    TitleOrder made;
    const QCollator collator = textCollator();
    std::vector<SlotKey> keys;
    keys.reserve(titles.size());
    std::vector<quint32> hashOfSlot;
    for (const auto &[slot, title] : titles) {
        if (title.isEmpty()) {
            made.untitled.push_back(slot);
            continue;
        }
        keys.emplace_back(collator.sortKey(title), slot);
        hashOfSlot.resize(std::max(hashOfSlot.size(), size_t(slot) + 1));
        hashOfSlot[size_t(slot)] = hashOf(title);
    }
    sortByTitle(keys);
    made.order.reserve(keys.size());
    made.isAsBefore.reserve(keys.size());
    for (size_t i = 0; i < keys.size(); ++i) {
        made.order.push_back(keys[i].second);
        made.hashes.push_back(hashOfSlot[size_t(keys[i].second)]);
        made.isAsBefore.push_back(char(i > 0 && keys[i - 1].first.compare(keys[i].first) == 0));
    }
    return made;
}

TitleRanks::TitleRanks(std::function<QString(int)> titleOf)
    : m_titleOf(std::move(titleOf))
    , m_collator(textCollator())
{
}

void TitleRanks::forget(std::span<const int> slotNumbers)
{
    for (const int slot : slotNumbers) {
        if (size_t(slot) >= m_rankOfSlot.size())
            continue;
        m_rankOfSlot[size_t(slot)] = unsettled;
        m_holdsForgotten = true;
    }
}

void TitleRanks::forgetRenamed(std::span<const int> slotNumbers)
{
    for (const int slot : slotNumbers)
        if (isSettled(slot) && m_hashOfSlot[size_t(slot)] != hashOf(m_titleOf(slot)))
            forget({&slot, 1});
}

bool TitleRanks::settle(std::span<const int> slotNumbers)
{
    dropForgotten();
    const std::vector<int> comers = sorted(slotNumbers);
    if (comers.empty())
        return false;
    merge(comers);
    return true;
}

/// A slot that has been forgotten may be somebody else's soon.
void TitleRanks::dropForgotten()
{
    if (!m_holdsForgotten)
        return;
    bool firstHasGone = false; // of those with one title
    std::erase_if(m_order, [&](int slot) {
        char &isAsBefore = m_isAsBefore[size_t(slot)];
        firstHasGone &= isAsBefore != 0;
        const bool goes = m_rankOfSlot[size_t(slot)] == unsettled;
        if (goes) {
            firstHasGone |= isAsBefore == 0;
        } else if (firstHasGone) {
            isAsBefore = 0;
            firstHasGone = false;
        }
        return goes;
    });
    m_holdsForgotten = false;
}

void TitleRanks::makeRoom(int slot)
{
    const size_t slots = size_t(slot) + 1;
    if (slots <= m_rankOfSlot.size())
        return;
    m_rankOfSlot.resize(slots, unsettled);
    m_isAsBefore.resize(slots, 0);
    m_hashOfSlot.resize(slots, 0);
}

/// Those without a place that have a title.
std::vector<int> TitleRanks::sorted(std::span<const int> slotNumbers)
{
    std::vector<SlotKey> keys;
    for (const int slot : slotNumbers) {
        makeRoom(slot);
        quint32 &rank = m_rankOfSlot[size_t(slot)];
        if (rank != unsettled)
            continue;
        rank = untitled;
        const QString title = m_titleOf(slot);
        m_hashOfSlot[size_t(slot)] = hashOf(title);
        if (!title.isEmpty())
            keys.emplace_back(m_collator.sortKey(title), slot);
    }
    sortByTitle(keys);
    std::vector<int> result;
    result.reserve(keys.size());
    for (const auto &[key, slot] : keys)
        result.push_back(slot);
    return result;
}

/// Each comer is looked for in ever longer steps from the place of the one before: comparing texts
/// is dear.
void TitleRanks::merge(const std::vector<int> &comers)
{
    std::vector<int> merged;
    merged.reserve(m_order.size() + comers.size());
    auto from = m_order.cbegin();
    for (const int comer : comers) {
        const QString title = m_titleOf(comer);
        const auto isBehind
            = [&](int slot) { return m_collator.compare(title, m_titleOf(slot)) < 0; };
        auto low = from;
        auto high = from;
        for (qsizetype step = 1; high != m_order.cend() && !isBehind(*high); step *= 2) {
            low = std::next(high);
            high = std::next(high, std::min<qsizetype>(step, m_order.cend() - high));
        }
        const auto to = std::partition_point(low, high, [&](int slot) { return !isBehind(slot); });
        merged.insert(merged.end(), from, to);
        m_isAsBefore[size_t(comer)]
            = char(!merged.empty() && m_collator.compare(title, m_titleOf(merged.back())) == 0);
        merged.push_back(comer);
        from = to;
    }
    merged.insert(merged.end(), from, m_order.cend());
    m_order = std::move(merged);
    rank();
}

void TitleRanks::adopt(const TitleOrder &made)
{
    std::ranges::fill(m_rankOfSlot, unsettled);
    for (const auto &known : {made.order, made.untitled})
        if (!known.empty())
            makeRoom(std::ranges::max(known));
    m_order = made.order;
    for (size_t i = 0; i < m_order.size(); ++i) {
        m_isAsBefore[size_t(m_order[i])] = made.isAsBefore[i];
        m_hashOfSlot[size_t(m_order[i])] = made.hashes[i];
    }
    for (const int slot : made.untitled) {
        m_rankOfSlot[size_t(slot)] = untitled;
        m_hashOfSlot[size_t(slot)] = hashOf({});
    }
    m_holdsForgotten = false;
    rank();
}

void TitleRanks::rank()
{
    quint32 rank = 0;
    for (const int slot : m_order) {
        rank += quint32(m_isAsBefore[size_t(slot)] == 0);
        m_rankOfSlot[size_t(slot)] = rank;
    }
}
