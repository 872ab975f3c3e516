#include "ui/models/sortkeys.h"

#include "ui/models/clienttexts.h"
#include "ui/models/placenames.h"

#include <algorithm>
#include <limits>

namespace {

constexpr quint64 notTold = std::numeric_limits<quint64>::max();

bool isText(SortColumn column)
{
    switch (column) {
    case SortColumn::Device:
    case SortColumn::AccessPoint:
    case SortColumn::Ssid:
    case SortColumn::Site:
    case SortColumn::Controller:
        return true;
    case SortColumn::State:
    case SortColumn::Signal:
    case SortColumn::Since:
    case SortColumn::TimeLeft:
    case SortColumn::Usage:
    case SortColumn::Ip:
    case SortColumn::Mac:
        return false;
    }
    Q_UNREACHABLE();
}

quint64 milliseconds(const QDateTime &time)
{
    return quint64(std::max<qint64>(0, time.toMSecsSinceEpoch()));
}

/// Newest first.
quint64 ageOf(const ClientRow &row)
{
    return (quint64(1) << 48) - milliseconds(row.client.connectedAt.value_or(row.firstSeen));
}

/// IPv4 as a number, anything else behind it by its first letters.
quint64 addressKey(const QString &ip)
{
    quint64 number = 0;
    const auto parts = QStringView(ip).split(u'.');
    for (const QStringView part : parts) {
        bool ok = false;
        number = number << 8 | (part.toUInt(&ok) & 0xff);
        if (!ok || parts.size() != 4)
            break;
    }
    if (parts.size() == 4)
        return number;
    quint64 letters = 0;
    for (qsizetype i = 0; i < 7; ++i)
        letters = letters << 8 | (i < ip.size() ? ip[i].toLower().unicode() & 0xff : 0);
    return quint64(1) << 62 | letters;
}

/// Whom somebody can help first: the newest waiting one, then who must be looked at, then those
/// whose time ends soonest.
quint64 stateKey(const ClientRow &row, std::optional<quint64> end)
{
    constexpr int groupShift = 56;
    constexpr quint64 late = (quint64(1) << groupShift) - 1;
    switch (row.client.state) {
    case ClientState::Waiting:
        return (row.listedNow ? quint64(0) : quint64(1)) << groupShift | ageOf(row);
    case ClientState::Unknown:
        return quint64(2) << groupShift | ageOf(row);
    case ClientState::Authorized:
        return quint64(3) << groupShift | end.value_or(late);
    case ClientState::Expired:
        return quint64(4) << groupShift | ageOf(row);
    case ClientState::NotGuest:
        return quint64(5) << groupShift | ageOf(row);
    }
    Q_UNREACHABLE();
}

} // namespace

StringRanks::StringRanks()
{
    m_collator.setNumericMode(true);
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
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

SortKeys::SortKeys(const ClientDirectory &directory, const PlaceNames &places)
    : m_directory(directory)
    , m_places(places)
{
}

void SortKeys::setSort(SortColumn column, Qt::SortOrder order)
{
    m_column = column;
    m_falling = order == Qt::DescendingOrder;
    if (isText(column))
        lookUpMissing();
}

/// Fills in what the present column does not know yet. Returns whether ranks moved.
bool SortKeys::lookUpMissing()
{
    TextColumn &texts = m_texts[int(m_column)];
    texts.idOfSlot.resize(size_t(m_directory.slotCount()), -1);
    for (int slot = 0; slot < m_directory.slotCount(); ++slot)
        if (texts.idOfSlot[size_t(slot)] < 0 && m_directory.isUsed(slot))
            lookUp(texts, slot);
    return texts.ranks.settle();
}

void SortKeys::lookUp(TextColumn &texts, int slot)
{
    texts.idOfSlot[size_t(slot)] = texts.ranks.idOf(textOf(m_directory.row(slot)));
}

bool SortKeys::take(const DirectoryChange &change)
{
    for (auto &[column, texts] : m_texts) {
        texts.idOfSlot.resize(size_t(m_directory.slotCount()), -1);
        for (const auto &slots : {change.added, change.renamed, change.removed})
            for (const int slot : slots)
                texts.idOfSlot[size_t(slot)] = -1;
    }
    if (!isText(m_column))
        return false;
    TextColumn &texts = m_texts[int(m_column)];
    for (const auto &slots : {change.added, change.renamed})
        for (const int slot : slots)
            lookUp(texts, slot);
    return texts.ranks.settle();
}

void SortKeys::placesChanged()
{
    m_texts.erase(int(SortColumn::Site));
    m_texts.erase(int(SortColumn::Controller));
    if (isText(m_column))
        lookUpMissing();
}

QString SortKeys::textOf(const ClientRow &row) const
{
    const ClientKey &key = row.client.key;
    switch (m_column) {
    case SortColumn::Device:
        return titleOf(row);
    case SortColumn::AccessPoint:
        return row.client.accessPoint;
    case SortColumn::Ssid:
        return row.client.ssid;
    case SortColumn::Site:
        return m_places.site(key.controllerId, key.siteId);
    case SortColumn::Controller:
        return m_places.controller(key.controllerId);
    case SortColumn::State:
    case SortColumn::Signal:
    case SortColumn::Since:
    case SortColumn::TimeLeft:
    case SortColumn::Usage:
    case SortColumn::Ip:
    case SortColumn::Mac:
        break;
    }
    Q_UNREACHABLE();
}

/// When the authorization ends by our clock, so that controllers compare.
std::optional<quint64> SortKeys::endOf(const ClientRow &row) const
{
    const WifiClient &client = row.client;
    if (client.state != ClientState::Authorized || !client.authorization
        || !client.authorization->until)
        return std::nullopt;
    const auto offset = m_directory.clockOffset(client.key.controllerId);
    return milliseconds(client.authorization->until->addMSecs(-offset.count()));
}

std::optional<quint64> SortKeys::rising(int slot) const
{
    const ClientRow &row = m_directory.row(slot);
    const WifiClient &client = row.client;
    switch (m_column) {
    case SortColumn::State:
        return stateKey(row, endOf(row));
    case SortColumn::Signal:
        return client.signalDbm ? std::optional(quint64(*client.signalDbm + 1000)) : std::nullopt;
    case SortColumn::Since:
        return ageOf(row);
    case SortColumn::TimeLeft:
        return endOf(row);
    case SortColumn::Usage:
        return client.authorization && client.authorization->usedBytes
            ? std::optional(quint64(*client.authorization->usedBytes))
            : std::nullopt;
    case SortColumn::Ip:
        return client.ip.isEmpty() ? std::nullopt : std::optional(addressKey(client.ip));
    case SortColumn::Mac:
        return client.key.mac.bits();
    case SortColumn::Device:
    case SortColumn::AccessPoint:
    case SortColumn::Ssid:
    case SortColumn::Site:
    case SortColumn::Controller: {
        const TextColumn &texts = m_texts.at(int(m_column));
        return texts.ranks.rankOf(texts.idOfSlot[size_t(slot)]);
    }
    }
    Q_UNREACHABLE();
}

quint64 SortKeys::keyOf(int slot) const
{
    const auto key = rising(slot);
    if (!key)
        return notTold;
    return m_falling ? notTold - 1 - *key : *key;
}
