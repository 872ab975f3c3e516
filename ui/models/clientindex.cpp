#include "ui/models/clientindex.h"

#include <algorithm>

bool ClientFilter::holdsPlaceOf(const ClientRow &row) const
{
    const ClientKey &key = row.client.key;
    return (controllerId.isEmpty() || key.controllerId == controllerId)
        && (siteId.isEmpty() || key.siteId == siteId);
}

bool ClientFilter::holds(const ClientRow &row) const
{
    if (!holdsPlaceOf(row))
        return false;
    switch (states) {
    case States::Waiting:
        return row.client.state == ClientState::Waiting && row.listedNow;
    case States::Authorized:
        return row.client.state == ClientState::Authorized;
    case States::All:
        return true;
    }
    Q_UNREACHABLE();
}

ClientIndex::ClientIndex(const ClientDirectory &directory, const PlaceNames &places)
    : m_directory(directory)
    , m_keys(directory, places)
{
    grow();
    for (int slot = 0; slot < directory.slotCount(); ++slot)
        if (directory.isUsed(slot))
            m_text.set(slot, directory.row(slot));
    judgeAll();
    sortAll();
    rebuildShown();
}

void ClientIndex::grow()
{
    const auto count = size_t(m_directory.slotCount());
    if (m_passes.size() >= count)
        return;
    m_keyOfSlot.resize(count, 0);
    m_isInFilter.resize(count, 0);
    m_passes.resize(count, 0);
    m_isShown.resize(count, 0);
}

void ClientIndex::apply(const DirectoryChange &change)
{
    grow();
    for (const int slot : change.removed) {
        m_text.remove(slot);
        m_isInFilter[size_t(slot)] = m_passes[size_t(slot)] = 0;
    }
    for (const auto &slots : {change.added, change.renamed})
        for (const int slot : slots)
            m_text.set(slot, m_directory.row(slot));
    for (const auto &slots : {change.added, change.updated})
        for (const int slot : slots)
            judge(slot);
    const bool dealtAnew = m_keys.take(change);
    if (dealtAnew)
        refreshKeys();
    merge(change, dealtAnew);
    if (!m_frozen)
        return rebuildShown();
    dropFromShown(change.removed);
    countNew();
}

void ClientIndex::judge(int slot)
{
    m_isInFilter[size_t(slot)] = char(m_filter.holds(m_directory.row(slot)));
    judgeSearch(slot);
}

void ClientIndex::judgeSearch(int slot)
{
    const auto passes = char(m_isInFilter[size_t(slot)] && m_text.isHit(slot));
    m_shownIsOld |= m_passes[size_t(slot)] != passes;
    m_passes[size_t(slot)] = passes;
}

void ClientIndex::judgeAll()
{
    for (int slot = 0; slot < m_directory.slotCount(); ++slot)
        if (m_directory.isUsed(slot))
            judge(slot);
}

/// Ranks were dealt anew: other numbers, same order but for the rows that changed.
void ClientIndex::refreshKeys()
{
    for (Entry &entry : m_order)
        if (m_directory.isUsed(entry.slot))
            entry.key = m_keyOfSlot[size_t(entry.slot)] = m_keys.keyOf(entry.slot);
}

/// Takes out what went or moved, sorts it, and merges it in again.
void ClientIndex::merge(const DirectoryChange &change, bool dealtAnew)
{
    std::vector<Entry> moving;
    std::vector<char> leaves(m_passes.size(), 0);
    for (const int slot : change.removed)
        leaves[size_t(slot)] = 1;
    for (const int slot : change.added)
        moving.push_back({m_keys.keyOf(slot), slot});
    for (const int slot : change.updated) {
        const quint64 key = m_keys.keyOf(slot);
        if (key == m_keyOfSlot[size_t(slot)] && !dealtAnew)
            continue;
        leaves[size_t(slot)] = 1;
        moving.push_back({key, slot});
    }
    if (moving.empty() && change.removed.isEmpty())
        return;
    m_shownIsOld = true;
    std::ranges::sort(moving);
    for (const Entry &entry : moving)
        m_keyOfSlot[size_t(entry.slot)] = entry.key;
    std::erase_if(m_order, [&leaves](const Entry &entry) { return leaves[size_t(entry.slot)]; });
    const auto middle = qsizetype(m_order.size());
    m_order.insert(m_order.end(), moving.begin(), moving.end());
    std::inplace_merge(m_order.begin(), m_order.begin() + middle, m_order.end());
}

void ClientIndex::sortAll()
{
    m_order.clear();
    for (int slot = 0; slot < m_directory.slotCount(); ++slot)
        if (m_directory.isUsed(slot)) {
            m_keyOfSlot[size_t(slot)] = m_keys.keyOf(slot);
            m_order.push_back({m_keyOfSlot[size_t(slot)], slot});
        }
    std::ranges::sort(m_order);
    m_shownIsOld = true;
}

void ClientIndex::rebuildShown()
{
    if (!m_shownIsOld)
        return;
    m_shownIsOld = false;
    m_newCount = 0;
    m_shown.clear();
    for (const Entry &entry : m_order) {
        const char passes = m_passes[size_t(entry.slot)];
        m_isShown[size_t(entry.slot)] = passes;
        if (passes)
            m_shown.push_back(entry.slot);
    }
}

/// Only what is gone for good leaves a frozen list: its slot may soon be somebody else's.
void ClientIndex::dropFromShown(const QList<int> &slotNumbers)
{
    bool any = false;
    for (const int slot : slotNumbers) {
        any |= m_isShown[size_t(slot)] != 0;
        m_isShown[size_t(slot)] = 0;
    }
    if (any)
        std::erase_if(m_shown, [this](int slot) { return !m_isShown[size_t(slot)]; });
}

void ClientIndex::countNew()
{
    m_newCount = 0;
    for (size_t slot = 0; slot < m_passes.size(); ++slot)
        m_newCount += m_passes[slot] && !m_isShown[slot];
}

void ClientIndex::setFilter(const ClientFilter &filter)
{
    m_filter = filter;
    judgeAll();
    takeNew();
}

void ClientIndex::setSearch(const QString &text)
{
    m_text.search(SearchTerms(text));
    for (const Entry &entry : m_order)
        judgeSearch(entry.slot);
    takeNew();
}

void ClientIndex::sort(SortColumn column, Qt::SortOrder order)
{
    m_keys.setSort(column, order);
    sortAll();
    takeNew();
}

void ClientIndex::placesChanged()
{
    m_keys.placesChanged();
    sortAll();
    if (!m_frozen)
        rebuildShown();
}

void ClientIndex::setFrozen(bool frozen)
{
    m_frozen = frozen;
    if (!frozen)
        takeNew();
}

void ClientIndex::takeNew()
{
    rebuildShown();
}
