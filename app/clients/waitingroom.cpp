#include "clients/waitingroom.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int codeLength = 4;
constexpr auto betweenSweeps = 30s;
constexpr int leaveTogether = 64; ///< when the room is full: looking for the oldest costs a sort

} // namespace

WaitingRoom::WaitingRoom(
    ClientDirectory &directory, const Clock &clock, const WaitingRoomSize &size, QObject *parent)
    : QObject(parent)
    , m_directory(directory)
    , m_clock(clock)
    , m_size(size)
{
    connect(&m_sweeps, &QTimer::timeout, this, &WaitingRoom::sweep);
    m_sweeps.start(betweenSweeps);
}

QString WaitingRoom::codeCharacters()
{
    return u"34679CDFHJKMNPRTWXY"_s;
}

const WaitingRoom::Entry *WaitingRoom::enter(
    const CapturedRedirect &redirect, const QList<RedirectPlace> &places, bool makesRow)
{
    auto entry = m_entries.find(redirect.client);
    if (entry == m_entries.end()) {
        if (!makeRoom())
            return nullptr;
        entry = m_entries.insert(redirect.client, {});
    }
    const QDateTime now = m_clock.now();
    entry->lastVisit = now;
    if (!entry->capture || entry->capture->redirect != redirect) {
        const QString code = entry->capture ? entry->capture->code : newCode();
        m_codes.insert(code);
        entry->capture = std::make_shared<const Capture>(Capture{code, redirect, now});
    }
    if (entry->places.size() == 1 && entry->places != places)
        (void)m_directory.captureEnded(keyOf(redirect.client, entry->places.first()));
    entry->places = places;
    if (places.size() == 1)
        m_directory.captured(keyOf(redirect.client, places.first()), entry->capture, makesRow);
    return &*entry;
}

const WaitingRoom::Entry *WaitingRoom::find(MacAddress client) const
{
    const auto entry = m_entries.constFind(client);
    return entry == m_entries.constEnd() ? nullptr : &*entry;
}

int WaitingRoom::unplaced() const
{
    return int(std::ranges::count_if(
        m_entries, [](const Entry &entry) { return entry.places.size() != 1; }));
}

void WaitingRoom::movedOn(MacAddress client)
{
    if (const auto entry = m_entries.find(client); entry != m_entries.end())
        entry->movedOnAt = m_clock.now();
}

void WaitingRoom::sweep()
{
    const QDateTime before = m_clock.now().addMSecs(-m_size.stay.count());
    QList<MacAddress> gone;
    for (auto entry = m_entries.cbegin(); entry != m_entries.cend(); ++entry)
        if (entry->lastVisit <= before)
            gone.append(entry.key());
    for (const MacAddress client : std::as_const(gone))
        letGo(client);
}

/// Forged addresses come once; a browser that waits comes every few seconds. So those leave first
/// that came longest ago.
bool WaitingRoom::makeRoom()
{
    if (m_entries.size() < m_size.devices)
        return true;
    QList<MacAddress> byAge = m_entries.keys();
    std::ranges::sort(byAge, {}, [this](MacAddress client) { return m_entries[client].lastVisit; });
    int wanted = std::min(leaveTogether, std::max(1, m_size.devices / 8));
    for (const MacAddress client : std::as_const(byAge))
        if (wanted > 0 && letGo(client))
            --wanted;
    return m_entries.size() < m_size.devices;
}

bool WaitingRoom::letGo(MacAddress client)
{
    const auto entry = m_entries.constFind(client);
    if (entry->places.size() == 1
        && !m_directory.captureEnded(keyOf(client, entry->places.first())))
        return false;
    m_codes.remove(entry->capture->code);
    m_entries.erase(entry);
    return true;
}

/// Unique among those that wait: many times fewer devices than codes are let in.
QString WaitingRoom::newCode() const
{
    static const QString characters = codeCharacters();
    QString code;
    do {
        code.clear();
        for (int i = 0; i < codeLength; ++i)
            code += characters[QRandomGenerator::global()->bounded(int(characters.size()))];
    } while (m_codes.contains(code));
    return code;
}

ClientKey WaitingRoom::keyOf(MacAddress client, const RedirectPlace &place)
{
    return {place.controllerId, place.siteId, client};
}
