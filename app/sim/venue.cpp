#include "sim/venue.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;
constexpr qint64 megabyte = 1024 * 1024;

struct Tariff
{
    int minutes;
    int dataMb; ///< 0: no quota
    int downKbps; ///< 0: no limit
    int upKbps;
};

constexpr Tariff tariffs[] = {
    {120, 500, 5000, 1000},
    {240, 0, 8000, 2000},
    {480, 1000, 0, 0},
    {1440, 2000, 10000, 2000},
    {1440, 0, 0, 0},
    {2880, 5000, 20000, 5000},
    {4320, 0, 15000, 4000},
    {10080, 10000, 25000, 8000},
};

constexpr const char16_t *places[] = {u"Lobby east", u"Lobby west", u"Garden terrace",
    u"First floor", u"Second floor", u"Café", u"Conference hall", u"Library"};

std::optional<int> unlessZero(int value)
{
    return value == 0 ? std::nullopt : std::optional(value);
}

/// The same rates as a limit that sticks to the client, in whole Mbit/s.
ClientRateLimit rateLimitOf(const Tariff &tariff)
{
    constexpr int mbit = 2;
    return {tariff.upKbps > 0, mbit, std::max(tariff.upKbps / 1000, 1), tariff.downKbps > 0, mbit,
        std::max(tariff.downKbps / 1000, 1)};
}

} // namespace

Venue::Venue(const VenueOptions &options)
    : m_dice(options.seed)
    , m_quotas(options.quotas)
    , m_lively(options.lively)
    , m_recordsPileUp(options.recordsPileUp)
    , m_scramble(m_dice.bits())
{
    addSites(options.sites);
    enum class Part { Waiting, Authorized, House, Remote };
    const int others = options.clients - options.waiting;
    const int remote = options.remoteRows && others >= 10 ? 2 : 0;
    const int house = others / 5;
    std::vector<Part> parts(size_t(options.clients), Part::Authorized);
    std::fill_n(parts.begin(), options.waiting, Part::Waiting);
    std::fill_n(parts.begin() + options.waiting, house, Part::House);
    std::fill_n(parts.begin() + options.waiting + house, remote, Part::Remote);
    for (size_t i = parts.size(); i > 1; --i)
        std::swap(parts[i - 1], parts[size_t(m_dice.below(int(i)))]);

    m_clients.reserve(parts.size());
    m_byMac.reserve(qsizetype(parts.size()));
    int waitingSoFar = 0;
    for (size_t i = 0; i < parts.size(); ++i) {
        const bool waits = parts[i] == Part::Waiting;
        const bool guest = waits || parts[i] == Part::Authorized;
        const int site
            = waits ? siteFor(waitingSoFar++, options.waiting) : siteFor(int(i), int(parts.size()));
        SimClient client = newClient(guest, site, options.now);
        if (parts[i] == Part::Remote) {
            client.link = m_dice.percent(50) ? SimClient::Link::Vpn : SimClient::Link::Teleport;
            client.mac = 0;
        }
        client.connectedAt = options.now
            - (waits ? m_dice.between(5, 2400) : m_dice.between(600, 90'000)) * second;
        const int index = admit(std::move(client));
        if (parts[i] == Part::Authorized)
            giveFirstGrant(index, options.now);
        else if (waits && m_dice.percent(20))
            addPastGrant(index, options.now);
    }
    if (options.wiredGuest)
        wireOneGuest();
}

void Venue::addSites(const QStringList &names)
{
    for (const QString &name : names)
        m_sites.push_back({name, name == "Default"_L1 ? u"Guest Wi-Fi"_s : name + u" Guest"_s});
    for (int site = 0; site < int(m_sites.size()); ++site)
        addDevices(site);
}

void Venue::addDevices(int site)
{
    constexpr int accessPoints = 4;
    constexpr quint64 deviceMacs = 0x9c05'd600'0000;
    const auto mac
        = [this] { return deviceMacs + (m_dice.bits() & 0xff) * 0x10000 + m_devices.size(); };
    const int first = m_dice.below(int(std::size(places)));
    for (int i = 0; i < accessPoints; ++i)
        m_devices.push_back({QString::fromUtf16(places[size_t(first + i) % std::size(places)]),
            i % 2 == 0 ? u"U7 Pro"_s : u"U6 Lite"_s, mac(), site, false});
    m_devices.push_back({u"Rack switch"_s, u"USW Pro 24"_s, mac(), site, true});
}

void Venue::wireOneGuest()
{
    std::vector<int> candidates;
    for (int i = 0; i < int(m_clients.size()); ++i)
        if (m_clients[size_t(i)].guest && m_clients[size_t(i)].grant < 0
            && m_clients[size_t(i)].site == 0)
            candidates.push_back(i);
    if (candidates.size() < 2)
        return;
    constexpr quint64 gatewayMac = 0x9c05'd6ff'0001;
    m_devices.push_back({u"Gateway"_s, u"ER7206"_s, gatewayMac, 0, false, true});
    SimClient &client = m_clients[size_t(candidates.back())];
    client.link = SimClient::Link::Wired;
    client.device = int(m_devices.size()) - 1;
}

int Venue::siteFor(int index, int count) const
{
    const int sites = int(m_sites.size());
    const int inFirst = (count * 3 + 4) / 5;
    return sites == 1 || index < inFirst ? 0 : 1 + index % (sites - 1);
}

SimClient Venue::newClient(bool guest, int site, qint64 now)
{
    SimClient client;
    client.looks = guest ? guestDevice(m_dice) : houseDevice(m_dice);
    client.guest = guest;
    client.site = site;
    client.link = !guest && m_dice.percent(60) ? SimClient::Link::Wired : SimClient::Link::Wireless;
    client.connectedAt = now;
    client.baseSignal = -m_dice.between(42, 79);
    client.vlan = guest ? 30 : 1;
    place(client);

    // Odd factors keep the lower half unique for 16 million clients, whatever the maker's prefix.
    const quint32 serial = quint32(m_clients.size()) * 0x9e3779 + m_scramble;
    client.mac = quint64(client.looks.makerPrefix) << 24 | (serial & 0xffffff);
    client.radio = client.mac % 4 == 0 ? 0 : 1;
    client.ip = (guest ? 0x0a140000u : 0x0a0a0000u) + 16 + quint32(m_clients.size());
    return client;
}

void Venue::place(SimClient &client, int otherThan)
{
    std::vector<int> candidates;
    for (int i = 0; i < int(m_devices.size()); ++i) {
        const SimDevice &device = m_devices[size_t(i)];
        if (device.site == client.site && i != otherThan && !device.isGateway
            && device.isSwitch == (client.link == SimClient::Link::Wired))
            candidates.push_back(i);
    }
    if (!candidates.empty())
        client.device = m_dice.oneOf(candidates);
}

int Venue::admit(SimClient client)
{
    const int index = int(m_clients.size());
    // An address that is on one site may be authorized on another by mistake: it stays where it is.
    if (client.mac != 0 && !m_byMac.contains(client.mac))
        m_byMac.insert(client.mac, index);
    m_clients.push_back(std::move(client));
    ++m_revision;
    return index;
}

void Venue::giveFirstGrant(int client, qint64 now)
{
    const Tariff &tariff = m_dice.oneOf(tariffs);
    const qint64 length = tariff.minutes * minute;
    const qint64 left = 35 * minute + (length - 35 * minute) * m_dice.below(1000) / 1000;
    const auto method = m_dice.percent(70) ? Grant::Method::Voucher : Grant::Method::Api;
    const int index = authorize(client,
        {tariff.minutes, unlessZero(m_quotas ? tariff.dataMb : 0), unlessZero(tariff.downKbps),
            unlessZero(tariff.upKbps)},
        method, now - (length - left));
    Grant &grant = m_grants[size_t(index)];
    const qint64 most = (tariff.dataMb ? tariff.dataMb : 3000) * megabyte;
    // What is used by now comes first, or a quick guest's quota would be over before the start.
    const qint64 used = most * m_dice.between(1, 88) / 100;
    const qint64 seconds = std::max<qint64>((now - grant.since) / second, 1);
    grant.bytesPerSecond = std::min(grant.bytesPerSecond, used / seconds);
    grant.bytesAtStart = used - grant.bytesPerSecond * seconds;
    SimClient &row = m_clients[size_t(client)];
    row.connectedAt = std::min(row.connectedAt, grant.since);
    row.rateLimit = rateLimitOf(tariff);
}

void Venue::addPastGrant(int client, qint64 now)
{
    const qint64 since = now - m_dice.between(30, 70) * hour;
    const int index = authorize(client, {1440, {}, {}, {}}, Grant::Method::Voucher, since);
    m_grants[size_t(index)].bytesAtStart = m_dice.between(5, 900) * megabyte;
    m_grants[size_t(index)].bytesPerSecond = 0;
}
