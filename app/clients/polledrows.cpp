#include "clients/clientdirectory.h"

#include "clients/clientmerge.h"

#include <algorithm>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

// Rows as their controllers tell them: by lists, and one by one.

namespace {

/// How long a row outlives its controller's list: long enough to switch Wi-Fi off and on.
constexpr std::chrono::milliseconds lingering = 2min;

/// A guest who left with time on the clock may come back; so long the row stays as a reminder.
constexpr std::chrono::milliseconds lingeringAuthorized = 12h;

/// So many reminders a site at most, those who left last: a hundred thousand guests come and go.
constexpr size_t mostReminders = 1000;

/// Whether each number stands at its own place.
bool countUp(const QList<quint32> &numbers)
{
    quint32 expected = 0;
    return std::ranges::all_of(numbers, [&](quint32 number) { return number == expected++; });
}

/// What is worth a glance: another state, or another end than the one that was told before.
bool isNotable(const PackedClient &told, const PackedClient &before)
{
    return told.state() != before.state()
        || (before.untilMs() && told.hasAuthorization() && told.untilMs() != before.untilMs());
}

} // namespace

void ClientDirectory::pollAnswered(
    const QString &controllerId, quint64 startTick, const ClientSnapshot &snapshot)
{
    const int place = makePlace(controllerId, snapshot.siteId);
    const qint64 now = this->now();
    const qsizetype clients = snapshot.clients.size();
    DirectoryChange change = takeList(place, quint32(startTick), snapshot, 0, clients, now);
    change.fills = !std::exchange(m_places[size_t(place)].isListed, true);
    // The list holds each address once: as many rows as clients means that nobody is missing.
    if (snapshot.complete && m_places[size_t(place)].slotByMac.size() > clients)
        markGone(place, quint32(startTick), now, change);
    tidyPool();
    tell(change);
}

void ClientDirectory::pollArrives(const QString &controllerId, quint64 startTick,
    const ClientSnapshot &snapshot, qsizetype from, qsizetype clients)
{
    const int place = makePlace(controllerId, snapshot.siteId);
    DirectoryChange change = takeList(place, quint32(startTick), snapshot, from, clients, now());
    change.fills = true;
    tell(change);
}

DirectoryChange ClientDirectory::takeList(int place, quint32 startTick,
    const ClientSnapshot &snapshot, qsizetype from, qsizetype clients, qint64 now)
{
    const QHash<MacAddress, int> &slotByMac = m_places[size_t(place)].slotByMac;
    const QList<quint32> numbers = m_pool.numbersOf(snapshot.clients.pool());
    const bool hasSameNumbers = countUp(numbers);
    DirectoryChange change;
    makeRoom(place, snapshot.clients.size());
    std::string renumbered;
    int expected = -1; // lists keep their order from poll to poll, and slots were taken in it
    for (qsizetype at = from; at < from + clients; ++at) {
        const quint64 fingerprint = snapshot.clients.fingerprint(at);
        if (seenAgain(expected + 1, place, fingerprint, startTick, now)) {
            ++expected;
            continue;
        }
        PackedClient client = snapshot.clients.packed(at);
        if (!hasSameNumbers) {
            renumbered.assign(client.bytes());
            PackedClient::renumber(renumbered.data(), numbers);
            client = PackedClient(renumbered.data());
        }
        int number
            = isAt(++expected, place, client.mac()) ? expected : slotByMac.value(client.mac(), -1);
        const bool isNew = number < 0;
        if (isNew)
            number = take(place, client.mac(), now);
        expected = number;
        Slot &slot = m_slots[size_t(number)];
        slot.listedTick = startTick;
        const News news = listed(slot, startTick, client, now, fingerprint);
        if (isNew)
            change.added.append(number);
        else
            note(change, number, news);
    }
    return change;
}

/// Whether the client in this slot was told as it was told last: nearly all of a poll are. Found
/// out without a look at the client itself, for 100 000 of those lie all over the memory.
bool ClientDirectory::seenAgain(
    int number, int place, quint64 fingerprint, quint32 startTick, qint64 now)
{
    if (!isUsed(number))
        return false;
    Slot &slot = m_slots[size_t(number)];
    if (slot.fingerprint != fingerprint || fingerprint == 0 || slot.place != place
        || startTick < slot.settledTick || !looksListed(slot))
        return false;
    slot.listedTick = slot.settledTick = startTick;
    slot.lastSeen = now;
    return true;
}

bool ClientDirectory::looksListed(const Slot &slot)
{
    return slot.listedNow && !slot.isStale && !slot.fromLastSession
        && slot.seen == Seen::OnController;
}

bool ClientDirectory::isAt(int number, int place, MacAddress mac) const
{
    return isUsed(number) && m_slots[size_t(number)].place == place && packed(number).mac() == mac;
}

/// The poll that left at startTick was complete: whom it did not list has left, unless a later
/// answer saw it.
void ClientDirectory::markGone(int place, quint32 startTick, qint64 now, DirectoryChange &change)
{
    QList<int> going;
    std::vector<int> reminders;
    for (const int number : slotsOf(place)) {
        Slot &slot = m_slots[size_t(number)];
        if (slot.listedTick == startTick || slot.settledTick > startTick
            || slot.seen != Seen::OnController)
            continue;
        const bool differs = unlisted(slot);
        if (mayGo(number, now))
            going.append(number);
        else if (differs)
            change.updated.append(number);
        else if (m_holds == 0 && now - slot.lastSeen >= lingering.count()
            && !actionIsUnderWay(number))
            reminders.push_back(number);
    }
    if (reminders.size() > mostReminders) {
        const auto kept = reminders.end() - qsizetype(mostReminders);
        std::ranges::nth_element(
            reminders, kept, {}, [this](int number) { return m_slots[size_t(number)].lastSeen; });
        going.append(QList<int>(reminders.begin(), kept));
    }
    for (const int number : going)
        release(number);
    change.removed += going;
}

/// As they lie in memory where they are a good part of all: a hash leads all over it.
QList<int> ClientDirectory::slotsOf(int place) const
{
    const auto &slotByMac = m_places[size_t(place)].slotByMac;
    constexpr qsizetype goodPart = 8;
    if (slotByMac.size() * goodPart < slotCount())
        return slotByMac.values();
    QList<int> result;
    result.reserve(slotByMac.size());
    for (int slot = 0; slot < slotCount(); ++slot)
        if (m_slots[size_t(slot)].used && m_slots[size_t(slot)].place == place)
            result.append(slot);
    return result;
}

bool ClientDirectory::actionIsUnderWay(int slot) const
{
    const auto action = m_actions.constFind(slot);
    return action != m_actions.cend() && action->stage == RowAction::Stage::Asked;
}

bool ClientDirectory::mayGo(int number, qint64 now) const
{
    const Slot &slot = m_slots[size_t(number)];
    if (m_holds > 0 || slot.listedNow || actionIsUnderWay(number))
        return false;
    if (slot.fromLastSession)
        return true;
    const auto away = std::chrono::milliseconds(now - slot.lastSeen);
    return away >= (hasTimeLeft(number) ? lingeringAuthorized : lingering);
}

bool ClientDirectory::hasTimeLeft(int slot) const
{
    const PackedClient client = packed(slot);
    return client.state() == ClientState::Authorized
        && client.untilMs() > now() + clockOffsetMs(slot);
}

void ClientDirectory::note(DirectoryChange &change, int slot, News news)
{
    if (!news.any)
        return;
    change.updated.append(slot);
    if (news.texts)
        change.renamed.append(slot);
    if (news.isNotable)
        change.notable.append(slot);
}

/// Packed with the directory's pool.
ClientDirectory::News ClientDirectory::listed(
    Slot &slot, quint32 startTick, PackedClient told, qint64 now, quint64 fingerprint)
{
    // Who waits in front of us was let in before; a record of that does not deny it.
    const bool isOfBefore = slot.seen == Seen::InCapture
        && (told.state() == ClientState::Expired || told.state() == ClientState::Unknown);
    if (startTick < slot.settledTick || isOfBefore)
        return {};
    slot.settledTick = startTick;
    slot.lastSeen = now;
    const PackedClient before = clientOf(slot);
    const bool looksTheSame = looksListed(slot);
    if (looksTheSame && saysTheSame(told, before)) {
        slot.fingerprint = fingerprint;
        return {};
    }
    const News news{true, told.textsDifferFrom(before), isNotable(told, before)};
    const bool countsTheSame = looksTheSame && told.state() == before.state();
    if (!countsTheSame)
        count(slot, -1);
    if (!slot.fromLastSession && keepsAuthorization(told, before)) {
        m_packed.clear();
        told.packWithAuthorizationOf(before, m_packed);
        put(slot, m_packed);
    } else {
        put(slot, told.bytes());
    }
    slot.fingerprint = fingerprint;
    slot.listedNow = true;
    slot.isStale = false;
    slot.fromLastSession = false;
    slot.seen = Seen::OnController;
    if (!countsTheSame)
        count(slot, 1);
    return news;
}

ClientDirectory::News ClientDirectory::listed(
    Slot &slot, quint32 startTick, const WifiClient &client, qint64 now)
{
    std::string told;
    PackedClient::pack(client, m_pool, told);
    return listed(slot, startTick, PackedClient(told.data()), now);
}

/// Returns whether the row shows anything new.
bool ClientDirectory::unlisted(Slot &slot)
{
    if (!slot.listedNow && !slot.isStale)
        return false;
    count(slot, -1);
    slot.listedNow = false;
    slot.isStale = false;
    count(slot, 1);
    return true;
}

void ClientDirectory::pollFailed(const QString &controllerId, const QString &siteId)
{
    DirectoryChange change;
    for (const Place &place : m_places)
        if (place.controllerId == controllerId && (siteId.isEmpty() || place.siteId == siteId))
            markStale(place, change);
    tell(change);
}

void ClientDirectory::markStale(const Place &place, DirectoryChange &change)
{
    for (const int number : place.slotByMac) {
        Slot &slot = m_slots[size_t(number)];
        if (slot.isStale || slot.seen != Seen::OnController)
            continue;
        slot.isStale = true;
        change.updated.append(number);
    }
}

void ClientDirectory::clientRead(quint64 startTick, const WifiClient &client)
{
    const auto known = slotOf(client.key);
    const qint64 now = this->now();
    const auto tick = quint32(startTick);
    DirectoryChange change;
    if (known) {
        Slot &slot = m_slots[size_t(*known)];
        const WifiClient before = clientOf(slot).unpacked(m_pool);
        note(change, *known, listed(slot, tick, withKnownConnection(client, before), now));
    } else {
        const int slot
            = take(makePlace(client.key.controllerId, client.key.siteId), client.key.mac, now);
        listed(m_slots[size_t(slot)], tick, client, now);
        change.added.append(slot);
    }
    tell(change);
}

void ClientDirectory::clientGone(quint64 startTick, const ClientKey &key)
{
    const auto known = slotOf(key);
    if (!known)
        return;
    Slot &slot = m_slots[size_t(*known)];
    const auto tick = quint32(startTick);
    if (tick < slot.settledTick)
        return;
    slot.settledTick = tick;
    if (slot.seen == Seen::OnController && unlisted(slot))
        tell(DirectoryChange::of(*known));
}
