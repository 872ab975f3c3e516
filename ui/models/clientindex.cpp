#include "ui/models/clientindex.h"

#include "ui/models/keyedslot.h"

#include <algorithm>
#include <array>

bool ClientFilter::holds(const ClientDirectory &directory, int slot) const
{
    if (!controllerId.isEmpty() && directory.controllerIdOf(slot) != controllerId)
        return false;
    if (!siteId.isEmpty() && directory.siteIdOf(slot) != siteId)
        return false;
    if (states == States::All)
        return true;
    const ClientState state = directory.packed(slot).state();
    return states == States::Authorized
        ? state == ClientState::Authorized
        : state == ClientState::Waiting && directory.isListedNow(slot);
}

ClientIndex::ClientIndex(const ClientDirectory &directory, const PlaceNames &places)
    : m_directory(directory)
    , m_keys(directory, places)
{
    grow();
    for (int slot = 0; slot < directory.slotCount(); ++slot)
        if (directory.isUsed(slot))
            takeText(slot);
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
    constexpr qsizetype many = 1000;
    if (change.added.size() > many)
        m_text.reserve(m_passes.size());
    for (const auto &slots : {change.added, change.renamed})
        for (const int slot : slots)
            takeText(slot);
    if (change.added.size() > many)
        m_text.squeeze();
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

/// Everything that a person may look for.
void ClientIndex::takeText(int slot)
{
    const PackedClient client = m_directory.packed(slot);
    const PackedClient::Texts texts = client.texts(m_directory.pool());
    const Guest guest = m_directory.guestOf(slot);
    const std::string name = guest.name.toStdString();
    const std::string room = guest.room.toStdString();
    const std::string login = guest.login.toStdString();
    const auto capture = m_directory.captureOf(slot);
    const std::string code = capture ? capture->code.toStdString() : std::string();
    m_text.set(slot, client.mac(),
        std::array<std::string_view, 9>{name, room, login, texts.name, texts.hostName, texts.ip,
            texts.ssid, texts.accessPoint, code});
}

void ClientIndex::judge(int slot)
{
    m_isInFilter[size_t(slot)] = char(m_filter.holds(m_directory, slot));
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
    for (int slot = 0; slot < m_directory.slotCount(); ++slot) {
        m_directory.fetchAhead(slot);
        if (m_directory.isUsed(slot))
            m_keyOfSlot[size_t(slot)] = m_keys.keyOf(slot);
    }
}

/// Takes out what went or moved, sorts it, and merges it in again.
void ClientIndex::merge(const DirectoryChange &change, bool dealtAnew)
{
    std::vector<KeyedSlot> moving;
    moving.reserve(size_t(change.added.size() + change.updated.size()));
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
    sortKeyedSlots(moving);
    std::vector<int> next;
    next.reserve(size_t(m_directory.slotCount()));
    auto comer = moving.cbegin();
    for (const int slot : m_order) {
        if (leaves[size_t(slot)])
            continue;
        const KeyedSlot here{m_keyOfSlot[size_t(slot)], slot};
        for (; comer != moving.cend() && *comer < here; ++comer)
            next.push_back(comer->slot);
        next.push_back(slot);
    }
    for (; comer != moving.cend(); ++comer)
        next.push_back(comer->slot);
    m_order = std::move(next);
    for (const KeyedSlot &row : moving)
        m_keyOfSlot[size_t(row.slot)] = row.key;
}

void ClientIndex::sortAll()
{
    std::vector<KeyedSlot> rows;
    rows.reserve(size_t(m_directory.slotCount()));
    for (int slot = 0; slot < m_directory.slotCount(); ++slot) {
        m_directory.fetchAhead(slot);
        if (m_directory.isUsed(slot)) {
            m_keyOfSlot[size_t(slot)] = m_keys.keyOf(slot);
            rows.push_back({m_keyOfSlot[size_t(slot)], slot});
        }
    }
    sortKeyedSlots(rows);
    m_order.clear();
    m_order.reserve(rows.size());
    for (const KeyedSlot &row : rows)
        m_order.push_back(row.slot);
    m_shownIsOld = true;
}

void ClientIndex::rebuildShown()
{
    if (!m_shownIsOld)
        return;
    m_shownIsOld = false;
    m_newCount = 0;
    m_shown.clear();
    for (const int slot : m_order) {
        const char passes = m_passes[size_t(slot)];
        m_isShown[size_t(slot)] = passes;
        if (passes)
            m_shown.push_back(slot);
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
    for (const int slot : m_order)
        judgeSearch(slot);
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
