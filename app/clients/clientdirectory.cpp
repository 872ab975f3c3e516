#include "clients/clientdirectory.h"

#include <algorithm>

using namespace std::chrono_literals;

ClientDirectory::ClientDirectory(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
}

ClientRow ClientDirectory::row(int number) const
{
    Q_ASSERT(isUsed(number));
    const Slot &slot = m_slots[size_t(number)];
    ClientRow row;
    row.client = clientOf(slot).unpacked(m_pool);
    row.client.key = keyOf(number);
    row.guest = guestOf(number);
    row.action = m_actions.value(number);
    row.firstSeen = QDateTime::fromMSecsSinceEpoch(slot.firstSeen, Qt::UTC);
    row.lastSeen = QDateTime::fromMSecsSinceEpoch(slot.lastSeen, Qt::UTC);
    if (slot.isStale)
        row.staleSince = row.lastSeen;
    row.listedNow = slot.listedNow;
    row.fromLastSession = slot.fromLastSession;
    row.seen = slot.seen;
    row.capture = captureOf(number);
    return row;
}

const QString &ClientDirectory::controllerIdOf(int slot) const
{
    return m_places[size_t(m_slots[size_t(slot)].place)].controllerId;
}

const QString &ClientDirectory::siteIdOf(int slot) const
{
    return m_places[size_t(m_slots[size_t(slot)].place)].siteId;
}

bool ClientDirectory::isListedNow(int slot) const
{
    return m_slots[size_t(slot)].listedNow;
}

qint64 ClientDirectory::firstSeenMs(int slot) const
{
    return m_slots[size_t(slot)].firstSeen;
}

qint64 ClientDirectory::clockOffsetMs(int slot) const
{
    return m_places[size_t(m_slots[size_t(slot)].place)].clockOffset;
}

Guest ClientDirectory::guestOf(int slot) const
{
    return m_guests.isEmpty() ? Guest() : m_guests.value(keyOf(slot));
}

std::shared_ptr<const Capture> ClientDirectory::captureOf(int slot) const
{
    return m_captures.isEmpty() ? nullptr : m_captures.value(keyOf(slot));
}

ClientKey ClientDirectory::keyOf(int slot) const
{
    return {controllerIdOf(slot), siteIdOf(slot), packed(slot).mac()};
}

qint64 ClientDirectory::now() const
{
    return m_clock.now().toMSecsSinceEpoch();
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

std::optional<ClientRow> ClientDirectory::find(const ClientKey &key) const
{
    const auto slot = slotOf(key);
    return slot ? std::optional(row(*slot)) : std::nullopt;
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

void ClientDirectory::setAction(const ClientKey &key, const RowAction &action)
{
    const auto slot = slotOf(key);
    if (!slot || m_actions.value(*slot) == action)
        return;
    DirectoryChange change = DirectoryChange::of(*slot);
    if (m_actions.value(*slot).stage != action.stage)
        change.notable = {*slot};
    m_actions.insert(*slot, action);
    tell(change);
}

void ClientDirectory::removeController(const QString &controllerId)
{
    DirectoryChange change;
    for (Place &place : m_places)
        if (place.controllerId == controllerId)
            clear(place, change);
    m_captures.removeIf([&](const auto &it) { return it.key().controllerId == controllerId; });
    setClockOffset(controllerId, 0ms);
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
    place.isListed = false;
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
    for (Place &place : m_places)
        if (place.controllerId == controllerId)
            place.clockOffset = offset.count();
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
    m_places.push_back({controllerId, siteId, {}, {}, clockOffset(controllerId).count()});
    m_placeByIds.insert({controllerId, siteId}, place);
    return place;
}

/// Without the room that growing step by step would take besides.
void ClientDirectory::makeRoom(int place, qsizetype clients)
{
    QHash<MacAddress, int> &slotByMac = m_places[size_t(place)].slotByMac;
    const auto comers = size_t(std::max<qsizetype>(0, clients - slotByMac.size()));
    if (comers > m_free.size() + m_slots.size() / 4) {
        m_slots.reserve(m_slots.size() + comers - m_free.size());
        slotByMac.reserve(clients);
    }
}

int ClientDirectory::take(int place, MacAddress mac, qint64 now)
{
    int number = int(m_slots.size());
    if (m_free.empty()) {
        m_slots.emplace_back();
    } else {
        number = m_free.back();
        m_free.pop_back();
    }
    Slot &slot = m_slots[size_t(number)];
    slot = Slot();
    slot.used = true;
    slot.place = place;
    slot.firstSeen = now;
    WifiClient unknown;
    unknown.key.mac = mac;
    put(slot, unknown);
    m_places[size_t(place)].slotByMac.insert(mac, number);
    count(slot, 1);
    return number;
}

void ClientDirectory::release(int slot)
{
    Slot &going = m_slots[size_t(slot)];
    count(going, -1);
    m_places[size_t(going.place)].slotByMac.remove(clientOf(going).mac());
    m_actions.remove(slot);
    const size_t bytes = clientOf(going).bytes().size();
    m_bytes.giveBack(std::exchange(going, {}).client, bytes);
    m_free.push_back(slot);
}

void ClientDirectory::put(Slot &slot, std::string_view packed)
{
    const size_t before = slot.client ? clientOf(slot).bytes().size() : 0;
    if (before != packed.size()) {
        char *client = m_bytes.take(packed.size());
        if (slot.client)
            m_bytes.giveBack(slot.client, before);
        slot.client = client;
    }
    std::ranges::copy(packed, slot.client);
    slot.fingerprint = 0;
}

void ClientDirectory::put(Slot &slot, const WifiClient &client)
{
    m_packed.clear();
    PackedClient::pack(client, m_pool, m_packed);
    put(slot, m_packed);
}

void ClientDirectory::count(const Slot &slot, int by)
{
    ClientCounts &counts = m_places[size_t(slot.place)].counts;
    const ClientState state = clientOf(slot).state();
    counts.all += by;
    if (state == ClientState::Waiting && slot.listedNow)
        counts.waiting += by;
    if (state == ClientState::Authorized)
        counts.authorized += by;
}

/// Networks and access points change their names, and are forgotten then.
void ClientDirectory::tidyPool()
{
    constexpr quint32 few = 4096;
    if (m_pool.size() < few || m_pool.size() < m_slots.size() * 2)
        return;
    TextPool tidy;
    QList<quint32> numbers(m_pool.size(), 0);
    for (const Slot &slot : m_slots)
        if (slot.used)
            for (const quint32 number : clientOf(slot).textNumbers())
                numbers[number] = tidy.add(m_pool.at(number));
    for (const Slot &slot : m_slots)
        if (slot.used)
            PackedClient::renumber(slot.client, numbers);
    m_pool = std::move(tidy);
}

void ClientDirectory::tell(const DirectoryChange &change)
{
    if (!change.isEmpty())
        Q_EMIT changed(change);
}
