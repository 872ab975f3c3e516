#include "core/clientlist.h"

#include "core/textpool.h"

#include <QSet>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

class ClientList::Part : public QSharedData
{
public:
    struct Entry
    {
        quint32 at = 0; ///< of its bytes: block, and offset in it
        quint32 place = 0;
        quint64 fingerprint = 0;
    };
    using Place = std::pair<QString, QString>; ///< controller, site

    [[nodiscard]] quint32 placeOf(const QString &controllerId, const QString &siteId);
    std::string &begin(quint32 place);
    template <typename Client>
    void append(const Client &client, quint32 place);
    [[nodiscard]] char *bytesOf(const Entry &entry)
    {
        return blocks[entry.at >> offsetBits].data() + (entry.at & (blockSize - 1));
    }
    [[nodiscard]] const char *bytesOf(const Entry &entry) const
    {
        return blocks[entry.at >> offsetBits].data() + (entry.at & (blockSize - 1));
    }

    /// Growing to any length by doubling would take twice the memory while it copies.
    static constexpr int offsetBits = 16;
    static constexpr size_t blockSize = size_t(1) << offsetBits;

    std::vector<std::string> blocks;
    std::vector<Entry> entries;
    std::vector<Place> places{Place()};
    TextPool pool;
};

/// Nearly always the one that was asked for last.
quint32 ClientList::Part::placeOf(const QString &controllerId, const QString &siteId)
{
    const auto isIt
        = [&](const Place &place) { return place.first == controllerId && place.second == siteId; };
    if (!entries.empty() && isIt(places[entries.back().place]))
        return entries.back().place;
    const auto known = std::ranges::find_if(places, isIt);
    if (known != places.end())
        return quint32(known - places.begin());
    places.emplace_back(controllerId, siteId);
    return quint32(places.size() - 1);
}

/// The block to which the next client's bytes are appended.
std::string &ClientList::Part::begin(quint32 place)
{
    constexpr size_t mostBytes = 8192; // of one client, see PackedClient::pack()
    if (blocks.empty()) {
        blocks.emplace_back();
    } else if (blocks.back().size() > blockSize - mostBytes) {
        blocks.emplace_back();
        blocks.back().reserve(blockSize); // a long list: most blocks fill
    }
    const size_t block = blocks.size() - 1;
    entries.push_back({quint32(block << offsetBits | blocks.back().size()), place});
    return blocks.back();
}

template <typename Client>
void ClientList::Part::append(const Client &client, quint32 place)
{
    PackedClient::pack(client, pool, begin(place));
    Entry &entry = entries.back();
    entry.fingerprint = PackedClient(bytesOf(entry)).fingerprint(pool);
}

ClientList::ClientList()
    : m_part(new Part)
{
}

ClientList::ClientList(std::initializer_list<WifiClient> clients)
    : ClientList()
{
    for (const WifiClient &client : clients)
        append(client);
}

ClientList::ClientList(const QList<WifiClient> &clients)
    : ClientList()
{
    for (const WifiClient &client : clients)
        append(client);
}

ClientList::ClientList(const ClientList &) = default;
ClientList::ClientList(ClientList &&) noexcept = default;
ClientList &ClientList::operator=(const ClientList &) = default;
ClientList &ClientList::operator=(ClientList &&) noexcept = default;
ClientList::~ClientList() = default;

qsizetype ClientList::size() const
{
    return m_part ? qsizetype(m_part->entries.size()) : 0; // null when moved from
}

WifiClient ClientList::at(qsizetype i) const
{
    WifiClient client = packed(i).unpacked(m_part->pool);
    const Part::Place &place = m_part->places[m_part->entries[size_t(i)].place];
    client.key.controllerId = place.first;
    client.key.siteId = place.second;
    return client;
}

PackedClient ClientList::packed(qsizetype i) const
{
    return PackedClient(m_part->bytesOf(m_part->entries[size_t(i)]));
}

const TextPool &ClientList::pool() const
{
    return m_part->pool;
}

quint64 ClientList::fingerprint(qsizetype i) const
{
    return m_part->entries[size_t(i)].fingerprint;
}

void ClientList::reserve(qsizetype clients)
{
    m_part->entries.reserve(size_t(clients));
}

void ClientList::append(const WifiClient &client)
{
    Part &part = *m_part;
    part.append(client, part.placeOf(client.key.controllerId, client.key.siteId));
}

void ClientList::append(const ClientFields &client)
{
    Part &part = *m_part;
    part.append(client, part.entries.empty() ? 0 : part.entries.back().place);
}

QList<quint32> ClientList::beginAppend(const ClientList &other)
{
    return m_part->pool.numbersOf(other.pool());
}

void ClientList::appendPacked(const ClientList &other, qsizetype i, const QList<quint32> &numbers)
{
    Part &part = *m_part;
    const Part::Entry &theirs = other.m_part->entries[size_t(i)];
    const Part::Place &place = other.m_part->places[theirs.place];
    std::string &bytes = part.begin(part.placeOf(place.first, place.second));
    const size_t begin = bytes.size();
    bytes += other.packed(i).bytes();
    PackedClient::renumber(bytes.data() + begin, numbers);
    part.entries.back().fingerprint = theirs.fingerprint;
}

std::optional<WifiClient> ClientList::find(MacAddress mac) const
{
    for (qsizetype i = 0; i < size(); ++i)
        if (packed(i).mac() == mac)
            return at(i);
    return std::nullopt;
}

void ClientList::removeDoubles()
{
    QSet<MacAddress> seen;
    seen.reserve(size());
    std::vector<char> isDouble(size_t(size()), 0);
    for (qsizetype i = 0; i < size(); ++i) {
        const MacAddress mac = packed(i).mac();
        isDouble[size_t(i)] = char(seen.contains(mac));
        seen.insert(mac);
    }
    if (seen.size() == size())
        return;
    ClientList firsts;
    firsts.append(*this, [&isDouble](qsizetype i) { return !isDouble[size_t(i)]; });
    *this = std::move(firsts);
}

void ClientList::setPlace(const QString &controllerId, const QString &siteId)
{
    Part &part = *m_part;
    part.places = {{controllerId, siteId}};
    for (Part::Entry &entry : part.entries)
        entry.place = 0;
}

void ClientList::renameAccessPoints(const std::function<QString(const QString &)> &name)
{
    struct Name
    {
        bool isAsked = false;
        quint32 number = 0;
        quint64 difference = 0; ///< to the fingerprint
    };

    Part &part = *m_part;
    std::vector<Name> names(part.pool.size());
    for (Part::Entry &entry : part.entries) {
        char *bytes = part.bytesOf(entry);
        const quint32 before = PackedClient(bytes).accessPoint();
        Name &now = names[before];
        if (!now.isAsked) {
            const std::string_view text = part.pool.at(before);
            now.isAsked = true;
            now.difference = -PackedClient::fingerprintOfAccessPoint(text);
            const std::string renamed
                = name(QString::fromUtf8(text.data(), qsizetype(text.size()))).toStdString();
            now.number = part.pool.add(renamed);
            now.difference += PackedClient::fingerprintOfAccessPoint(renamed);
        }
        PackedClient::setAccessPoint(bytes, now.number);
        entry.fingerprint += now.difference;
    }
}

bool operator==(const ClientList &a, const ClientList &b)
{
    return a.size() == b.size() && std::ranges::equal(a, b);
}
