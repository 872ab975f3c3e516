#include "ui/models/sortkeys.h"

#include "ui/models/clienttexts.h"
#include "ui/models/placenames.h"

#include <algorithm>
#include <cctype>
#include <limits>

namespace {

constexpr quint64 notTold = std::numeric_limits<quint64>::max();

bool isSharedText(SortColumn column)
{
    switch (column) {
    case SortColumn::AccessPoint:
    case SortColumn::Ssid:
    case SortColumn::Site:
    case SortColumn::Controller:
        return true;
    case SortColumn::State:
    case SortColumn::Device:
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

/// Behind every IPv4 address, by its first letters.
std::optional<quint64> letterKey(std::string_view ip)
{
    if (ip.empty())
        return std::nullopt;
    quint64 letters = 0;
    for (size_t i = 0; i < 7; ++i)
        letters = letters << 8 | (i < ip.size() ? quint64(std::tolower(quint8(ip[i]))) : 0);
    return quint64(1) << 62 | letters;
}

} // namespace

SortKeys::SortKeys(const ClientDirectory &directory, const PlaceNames &places)
    : m_directory(directory)
    , m_places(places)
    , m_titles([&directory](int slot) { return titleOf(directory, slot); })
{
}

void SortKeys::setSort(SortColumn column, Qt::SortOrder order)
{
    m_column = column;
    m_falling = order == Qt::DescendingOrder;
    if (column == SortColumn::Device)
        m_titles.settle(usedSlots());
    else if (isSharedText(column))
        lookUpMissing();
}

std::vector<int> SortKeys::usedSlots() const
{
    std::vector<int> result;
    result.reserve(size_t(m_directory.slotCount()));
    for (int slot = 0; slot < m_directory.slotCount(); ++slot)
        if (m_directory.isUsed(slot))
            result.push_back(slot);
    return result;
}

/// Fills in what the present column does not know yet. Returns whether ranks moved.
bool SortKeys::lookUpMissing()
{
    TextColumn &texts = m_texts[int(m_column)];
    texts.idOfSlot.resize(size_t(m_directory.slotCount()), -1);
    // A click on a column asks for a hundred thousand, of which a few hundred are different.
    std::vector<int> idOfNumber(m_directory.pool().size(), -1);
    for (const int slot : usedSlots()) {
        m_directory.fetchAhead(slot);
        int &id = texts.idOfSlot[size_t(slot)];
        if (id >= 0)
            continue;
        const auto number = sharedTextOf(slot);
        if (number && idOfNumber[*number] < 0)
            idOfNumber[*number] = texts.ranks.idOf(textOf(slot));
        id = number ? idOfNumber[*number] : texts.ranks.idOf(textOf(slot));
    }
    return texts.ranks.settle();
}

/// The pool's number of the present column's text, where it is in there.
std::optional<quint32> SortKeys::sharedTextOf(int slot) const
{
    if (m_column == SortColumn::AccessPoint)
        return m_directory.packed(slot).accessPoint();
    if (m_column == SortColumn::Ssid)
        return m_directory.packed(slot).ssid();
    return std::nullopt;
}

bool SortKeys::take(const DirectoryChange &change)
{
    for (const auto &slots : {change.added, change.removed})
        m_titles.forget({slots.cbegin(), slots.cend()});
    m_titles.forgetRenamed({change.renamed.cbegin(), change.renamed.cend()});
    for (const auto &slots : {change.added, change.renamed, change.removed}) {
        for (auto &[column, texts] : m_texts) {
            texts.idOfSlot.resize(size_t(m_directory.slotCount()), -1);
            for (const int slot : slots)
                texts.idOfSlot[size_t(slot)] = -1;
        }
    }
    if (m_column == SortColumn::Device) {
        const QList<int> called = change.added + change.renamed;
        return m_titles.settle({called.cbegin(), called.cend()});
    }
    return isSharedText(m_column) && lookUpChanged(change);
}

bool SortKeys::lookUpChanged(const DirectoryChange &change)
{
    TextColumn &texts = m_texts[int(m_column)];
    for (const auto &slots : {change.added, change.renamed})
        for (const int slot : slots)
            texts.idOfSlot[size_t(slot)] = texts.ranks.idOf(textOf(slot));
    // Access points come and go; those that went are forgotten before they are the most.
    if (texts.ranks.size() <= 2 * size_t(m_directory.slotCount()))
        return texts.ranks.settle();
    m_texts.erase(int(m_column));
    lookUpMissing();
    return true;
}

void SortKeys::placesChanged()
{
    m_texts.erase(int(SortColumn::Site));
    m_texts.erase(int(SortColumn::Controller));
    if (isSharedText(m_column))
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
    case SortColumn::AccessPoint:
        return shared(client.accessPoint());
    case SortColumn::Ssid:
        return shared(client.ssid());
    case SortColumn::Site:
        return m_places.site(m_directory.controllerIdOf(slot), m_directory.siteIdOf(slot));
    case SortColumn::Controller:
        return m_places.controller(m_directory.controllerIdOf(slot));
    case SortColumn::State:
    case SortColumn::Device:
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
    return notNegative(*until - m_directory.clockOffsetMs(slot));
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
        const std::optional<quint32> ipv4 = client.ipv4();
        return ipv4 ? std::optional<quint64>(*ipv4) : letterKey(client.ip());
    }
    case SortColumn::Mac:
        return client.mac().bits();
    case SortColumn::Device:
        return m_titles.rankOf(slot);
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
