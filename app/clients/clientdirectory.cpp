#include "clients/clientdirectory.h"

#include "clients/clientmerge.h"

#include <algorithm>

namespace {

using namespace std::chrono_literals;

/// How long a row outlives its controller's list: long enough to switch Wi-Fi off and on.
constexpr std::chrono::milliseconds lingering = 2min;

/// A guest who left with time on the clock may come back; so long the row stays as a reminder.
constexpr std::chrono::milliseconds lingeringAuthorized = 12h;

} // namespace

ClientDirectory::ClientDirectory(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
}

int ClientDirectory::slotCount() const
{
    return int(m_slots.size());
}

bool ClientDirectory::isUsed(int slot) const
{
    return slot >= 0 && slot < slotCount() && m_slots[size_t(slot)].used;
}

const ClientRow &ClientDirectory::row(int slot) const
{
    Q_ASSERT(isUsed(slot));
    return m_slots[size_t(slot)].row;
}

std::optional<int> ClientDirectory::slotOf(const ClientKey &key) const
{
    const auto place = placeOf(key.controllerId, key.siteId);
    if (!place)
        return std::nullopt;
    const auto &slots = m_places[size_t(*place)].slotByMac;
    const auto found = slots.find(key.mac);
    return found == slots.end() ? std::nullopt : std::optional(*found);
}

const ClientRow *ClientDirectory::find(const ClientKey &key) const
{
    const auto slot = slotOf(key);
    return slot ? &row(*slot) : nullptr;
}

ClientCounts ClientDirectory::counts(const QString &controllerId, const QString &siteId) const
{
    if (!siteId.isEmpty()) {
        const auto place = placeOf(controllerId, siteId);
        return place ? m_places[size_t(*place)].counts : ClientCounts();
    }
    ClientCounts sum;
    for (const Place &place : m_places) {
        if (!controllerId.isEmpty() && place.controllerId != controllerId)
            continue;
        sum.waiting += place.counts.waiting;
        sum.authorized += place.counts.authorized;
        sum.all += place.counts.all;
    }
    return sum;
}

quint64 ClientDirectory::nextTick()
{
    return ++m_tick;
}

void ClientDirectory::pollAnswered(
    const QString &controllerId, quint64 startTick, const ClientSnapshot &snapshot)
{
    const int place = makePlace(controllerId, snapshot.siteId);
    const QHash<MacAddress, int> &slotByMac = m_places[size_t(place)].slotByMac;
    const QDateTime now = m_clock.now();
    DirectoryChange change;
    for (const WifiClient &client : snapshot.clients) {
        const auto known = slotByMac.constFind(client.key.mac);
        const bool isNew = known == slotByMac.constEnd();
        const int number = isNew ? take(place, client.key.mac, now) : *known;
        Slot &slot = m_slots[size_t(number)];
        slot.listedTick = startTick;
        const News news = listed(slot, startTick, client, now);
        if (isNew)
            change.added.append(number);
        else
            note(change, number, news);
    }
    // The list holds each address once: as many rows as clients means that nobody is missing.
    if (snapshot.complete && slotByMac.size() > snapshot.clients.size())
        markGone(m_places[size_t(place)], startTick, now, change);
    tell(change);
}

/// The poll that left at startTick was complete: whom it did not list has left, unless a later
/// answer saw it.
void ClientDirectory::markGone(
    const Place &place, quint64 startTick, const QDateTime &now, DirectoryChange &change)
{
    QList<int> going;
    for (const int number : place.slotByMac) {
        Slot &slot = m_slots[size_t(number)];
        if (slot.listedTick == startTick || slot.settledTick > startTick
            || slot.row.seen != Seen::OnController)
            continue;
        const bool differs = unlisted(slot);
        if (mayGo(slot.row, now))
            going.append(number);
        else if (differs)
            change.updated.append(number);
    }
    for (const int number : going)
        release(number);
    change.removed += going;
}

bool ClientDirectory::mayGo(const ClientRow &row, const QDateTime &now) const
{
    if (m_holds > 0 || row.listedNow || row.action.stage == RowAction::Stage::Asked)
        return false;
    if (row.fromLastSession)
        return true;
    const auto away = std::chrono::milliseconds(row.lastSeen.msecsTo(now));
    return away >= (hasTimeLeft(row) ? lingeringAuthorized : lingering);
}

bool ClientDirectory::hasTimeLeft(const ClientRow &row) const
{
    return row.client.state == ClientState::Authorized && row.client.authorization
        && row.client.authorization->until > controllerNow(row.client.key.controllerId);
}

void ClientDirectory::note(DirectoryChange &change, int slot, News news)
{
    if (news == News::None)
        return;
    change.updated.append(slot);
    if (news == News::Texts)
        change.renamed.append(slot);
}

ClientDirectory::News ClientDirectory::listed(
    Slot &slot, quint64 startTick, const WifiClient &client, const QDateTime &now)
{
    ClientRow &row = slot.row;
    // Who waits in front of us was let in before; a record of that does not deny it.
    const bool isOfBefore = row.seen == Seen::InCapture
        && (client.state == ClientState::Expired || client.state == ClientState::Unknown);
    if (startTick < slot.settledTick || isOfBefore)
        return News::None;
    slot.settledTick = startTick;
    row.lastSeen = now;
    if (row.listedNow && !row.staleSince && !row.fromLastSession && row.seen == Seen::OnController
        && saysTheSame(client, row.client))
        return News::None;
    const News news = textsDiffer(client, row.client) ? News::Texts : News::Values;
    count(slot, -1);
    WifiClient told = client;
    told.key = row.client.key; // shares its ids with the place
    if (!row.fromLastSession && keepsAuthorization(told, row.client))
        told.authorization = row.client.authorization;
    row.client = std::move(told);
    row.listedNow = true;
    row.staleSince.reset();
    row.fromLastSession = false;
    row.seen = Seen::OnController;
    count(slot, 1);
    return news;
}

/// Returns whether the row shows anything new.
bool ClientDirectory::unlisted(Slot &slot)
{
    if (!slot.row.listedNow && !slot.row.staleSince)
        return false;
    count(slot, -1);
    slot.row.listedNow = false;
    slot.row.staleSince.reset();
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
        ClientRow &row = m_slots[size_t(number)].row;
        if (row.staleSince || row.seen != Seen::OnController)
            continue;
        row.staleSince = row.lastSeen;
        change.updated.append(number);
    }
}

void ClientDirectory::clientRead(quint64 startTick, const WifiClient &client)
{
    const auto known = slotOf(client.key);
    const QDateTime now = m_clock.now();
    DirectoryChange change;
    if (known) {
        Slot &slot = m_slots[size_t(*known)];
        note(change, *known,
            listed(slot, startTick, withKnownConnection(client, slot.row.client), now));
    } else {
        const int slot
            = take(makePlace(client.key.controllerId, client.key.siteId), client.key.mac, now);
        listed(m_slots[size_t(slot)], startTick, client, now);
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
    if (startTick < slot.settledTick)
        return;
    slot.settledTick = startTick;
    if (slot.row.seen == Seen::OnController && unlisted(slot))
        tell({{}, {}, {*known}, {}});
}

void ClientDirectory::setAction(const ClientKey &key, const RowAction &action)
{
    const auto slot = slotOf(key);
    if (!slot || m_slots[size_t(*slot)].row.action == action)
        return;
    m_slots[size_t(*slot)].row.action = action;
    tell({{}, {}, {*slot}, {}});
}

void ClientDirectory::removeController(const QString &controllerId)
{
    DirectoryChange change;
    for (Place &place : m_places)
        if (place.controllerId == controllerId)
            clear(place, change);
    m_captures.removeIf([&](const auto &it) { return it.key().controllerId == controllerId; });
    m_clockOffsets.remove(controllerId);
    tell(change);
}

void ClientDirectory::removeSite(const QString &controllerId, const QString &siteId)
{
    const auto place = placeOf(controllerId, siteId);
    if (!place)
        return;
    DirectoryChange change;
    clear(m_places[size_t(*place)], change);
    tell(change);
}

void ClientDirectory::clear(Place &place, DirectoryChange &change)
{
    const QList<int> going = place.slotByMac.values();
    for (const int slot : going)
        release(slot);
    change.removed += going;
}

void ClientDirectory::holdRows()
{
    ++m_holds;
}

void ClientDirectory::releaseRows()
{
    Q_ASSERT(m_holds > 0);
    --m_holds;
}

void ClientDirectory::setClockOffset(const QString &controllerId, std::chrono::milliseconds offset)
{
    m_clockOffsets.insert(controllerId, offset);
}

std::chrono::milliseconds ClientDirectory::clockOffset(const QString &controllerId) const
{
    return m_clockOffsets.value(controllerId, 0ms);
}

QDateTime ClientDirectory::controllerNow(const QString &controllerId) const
{
    return m_clock.now().addMSecs(clockOffset(controllerId).count());
}

std::optional<int> ClientDirectory::placeOf(
    const QString &controllerId, const QString &siteId) const
{
    const auto found = m_placeByIds.find({controllerId, siteId});
    return found == m_placeByIds.end() ? std::nullopt : std::optional(*found);
}

int ClientDirectory::makePlace(const QString &controllerId, const QString &siteId)
{
    if (const auto known = placeOf(controllerId, siteId))
        return *known;
    const int place = int(m_places.size());
    m_places.push_back({controllerId, siteId, {}, {}});
    m_placeByIds.insert({controllerId, siteId}, place);
    return place;
}

int ClientDirectory::take(int place, MacAddress mac, const QDateTime &now)
{
    int number = int(m_slots.size());
    if (m_free.empty()) {
        m_slots.emplace_back();
    } else {
        number = m_free.back();
        m_free.pop_back();
    }
    Place &home = m_places[size_t(place)];
    Slot &slot = m_slots[size_t(number)];
    slot = Slot();
    slot.used = true;
    slot.place = place;
    // The ids are shared with the place, so that a row costs no strings of its own for them.
    slot.row.client.key = {home.controllerId, home.siteId, mac};
    slot.row.guest = m_guests.value(slot.row.client.key);
    slot.row.capture = m_captures.value(slot.row.client.key);
    slot.row.firstSeen = now;
    home.slotByMac.insert(mac, number);
    count(slot, 1);
    return number;
}

void ClientDirectory::release(int slot)
{
    Slot &going = m_slots[size_t(slot)];
    count(going, -1);
    m_places[size_t(going.place)].slotByMac.remove(going.row.client.key.mac);
    going = Slot();
    m_free.push_back(slot);
}

void ClientDirectory::count(const Slot &slot, int by)
{
    ClientCounts &counts = m_places[size_t(slot.place)].counts;
    counts.all += by;
    if (slot.row.client.state == ClientState::Waiting && slot.row.listedNow)
        counts.waiting += by;
    if (slot.row.client.state == ClientState::Authorized)
        counts.authorized += by;
}

void ClientDirectory::tell(const DirectoryChange &change)
{
    if (!change.isEmpty())
        Q_EMIT changed(change);
}
