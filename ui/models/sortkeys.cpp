#include "ui/models/sortkeys.h"

#include "ui/models/clienttexts.h"
#include "ui/models/placenames.h"

#include <algorithm>
#include <cctype>
#include <charconv>
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

quint64 notNegative(qint64 number)
{
    return quint64(std::max<qint64>(0, number));
}

/// IPv4 as a number, anything else behind it by its first letters.
quint64 addressKey(std::string_view ip)
{
    quint64 number = 0;
    const char *at = ip.data();
    const char *end = at + ip.size();
    int parts = 0;
    while (at < end) {
        quint8 part = 0;
        const auto [next, error] = std::from_chars(at, end, part);
        if (error != std::errc() || (next != end && *next != '.'))
            break;
        number = number << 8 | part;
        ++parts;
        at = next + 1;
    }
    if (parts == 4 && at > end)
        return number;
    quint64 letters = 0;
    for (size_t i = 0; i < 7; ++i)
        letters = letters << 8 | (i < ip.size() ? quint64(std::tolower(quint8(ip[i]))) : 0);
    return quint64(1) << 62 | letters;
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
    texts.idOfSlot[size_t(slot)] = texts.ranks.idOf(textOf(slot));
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

QString SortKeys::textOf(int slot) const
{
    const PackedClient client = m_directory.packed(slot);
    const auto shared = [this](quint32 number) {
        const std::string_view text = m_directory.pool().at(number);
        return QString::fromUtf8(text.data(), qsizetype(text.size()));
    };
    switch (m_column) {
    case SortColumn::Device:
        return titleOf(m_directory.row(slot));
    case SortColumn::AccessPoint:
        return shared(client.accessPoint());
    case SortColumn::Ssid:
        return shared(client.ssid());
    case SortColumn::Site:
        return m_places.site(m_directory.controllerIdOf(slot), m_directory.siteIdOf(slot));
    case SortColumn::Controller:
        return m_places.controller(m_directory.controllerIdOf(slot));
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
std::optional<quint64> SortKeys::endOf(int slot) const
{
    const PackedClient client = m_directory.packed(slot);
    const std::optional<qint64> until = client.untilMs();
    if (client.state() != ClientState::Authorized || !until)
        return std::nullopt;
    const auto offset = m_directory.clockOffset(m_directory.controllerIdOf(slot));
    return notNegative(*until - offset.count());
}

/// Newest first.
quint64 SortKeys::ageOf(int slot) const
{
    const qint64 since
        = m_directory.packed(slot).connectedAtMs().value_or(m_directory.firstSeenMs(slot));
    return (quint64(1) << 48) - notNegative(since);
}

/// Whom somebody can help first: the newest waiting one, then who must be looked at, then those
/// whose time ends soonest.
quint64 SortKeys::stateKey(int slot) const
{
    constexpr int groupShift = 56;
    constexpr quint64 late = (quint64(1) << groupShift) - 1;
    switch (m_directory.packed(slot).state()) {
    case ClientState::Waiting:
        return (m_directory.isListedNow(slot) ? quint64(0) : quint64(1)) << groupShift
            | ageOf(slot);
    case ClientState::Unknown:
        return quint64(2) << groupShift | ageOf(slot);
    case ClientState::Authorized:
        return quint64(3) << groupShift | endOf(slot).value_or(late);
    case ClientState::Expired:
        return quint64(4) << groupShift | ageOf(slot);
    case ClientState::NotGuest:
        return quint64(5) << groupShift | ageOf(slot);
    }
    Q_UNREACHABLE();
}

std::optional<quint64> SortKeys::rising(int slot) const
{
    const PackedClient client = m_directory.packed(slot);
    switch (m_column) {
    case SortColumn::State:
        return stateKey(slot);
    case SortColumn::Signal: {
        const std::optional<int> signal = client.signalDbm();
        constexpr int aboveZero = 100'000;
        return signal ? std::optional(quint64(*signal + aboveZero)) : std::nullopt;
    }
    case SortColumn::Since:
        return ageOf(slot);
    case SortColumn::TimeLeft:
        return endOf(slot);
    case SortColumn::Usage: {
        const std::optional<qint64> used = client.usedBytes();
        return used ? std::optional(quint64(*used)) : std::nullopt;
    }
    case SortColumn::Ip: {
        const std::string ip = client.ip();
        return ip.empty() ? std::nullopt : std::optional(addressKey(ip));
    }
    case SortColumn::Mac:
        return client.mac().bits();
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
