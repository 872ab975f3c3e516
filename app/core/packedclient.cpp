#include "core/packedclient.h"

#include "core/packedattachment.h"
#include "core/packedtext.h"
#include "core/textpool.h"

#include <QHashFunctions>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <limits>

namespace {

constexpr qint32 noNumber = std::numeric_limits<qint32>::min();

/// A yes, a no, or nothing, in two bits.
quint8 packed(std::optional<bool> value)
{
    return value ? quint8(*value ? 3 : 1) : quint8(0);
}

std::optional<bool> unpackedBool(unsigned bits)
{
    return bits & 1 ? std::optional(bits == 3) : std::nullopt;
}

qint64 msOf(const std::optional<QDateTime> &time)
{
    return time ? time->toMSecsSinceEpoch() : PackedClient::noTime;
}

std::optional<QDateTime> timeOf(qint64 ms)
{
    return ms == PackedClient::noTime ? std::nullopt
                                      : std::optional(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC));
}

QString toText(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), size_t(bytes.size())};
}

/// So much of a text is kept: a name without end must not fill the memory.
std::string_view withinReason(std::string_view text)
{
    constexpr size_t longest = 1024; // bytes
    if (text.size() <= longest)
        return text;
    size_t end = longest;
    while (end > 0 && (text[end] & 0xc0) == 0x80) // not inside a character
        --end;
    return text.substr(0, end);
}

constexpr quint8 blockedShift = 2;

static_assert(sizeof(size_t) == sizeof(quint64), "fingerprints need Qt's hashes of 64 bits");

/// Of the parts of a client that are hashed, so that equal texts in two of them do not look alike.
enum Part : size_t { OwnNumbers = 1, OwnBytes, Vendor, Ssid, AccessPoint, AttachmentPlace };

quint64 hashOf(Part part, std::string_view bytes)
{
    return qHashBits(bytes.data(), bytes.size(), part);
}

} // namespace

PackedClient::Numbers PackedClient::numbers() const
{
    Numbers numbers;
    std::memcpy(&numbers, m_bytes, sizeof numbers);
    return numbers;
}

PackedClient::Grant PackedClient::grant() const
{
    Grant grant;
    std::memcpy(&grant, m_bytes + sizeof(Numbers), sizeof grant);
    return grant;
}

/// Record id first where there is an authorization, then vendor id, name, host name, address.
std::string_view PackedClient::ownTexts() const
{
    const size_t begin = sizeof(Numbers) + (hasAuthorization() ? sizeof(Grant) : 0);
    return bytes().substr(begin);
}

void PackedClient::pack(const ClientFields &client, TextPool &pool, std::string &bytes)
{
    Numbers numbers{};
    numbers.mac = client.mac.bits();
    numbers.connectedAt = client.connectedAtMs.value_or(noTime);
    numbers.vendor = pool.add(withinReason(client.vendor));
    numbers.ssid = pool.add(withinReason(client.ssid));
    numbers.accessPoint = pool.add(withinReason(client.accessPoint));
    numbers.attachment = pool.add(packAttachment(client.attachment));
    constexpr int quietest = noSignal + 1;
    numbers.signal
        = client.signalDbm ? qint16(std::clamp(*client.signalDbm, quietest, 32767)) : noSignal;
    numbers.state = quint8(client.state);
    numbers.flags = quint8(packed(client.wireless) | packed(client.blocked) << blockedShift
        | (client.authorization ? hasGrant : 0));
    const size_t begin = bytes.size();
    bytes.resize(begin + sizeof numbers);
    if (const Authorization *told = client.authorization) {
        const Grant grant{msOf(told->since), msOf(told->until), told->usedBytes.value_or(noBytes),
            told->dataLimitMb.value_or(noNumber), told->downKbps.value_or(noNumber),
            told->upKbps.value_or(noNumber), quint8(told->method),
            quint8(quint8(told->tellsQuota) | quint8(told->tellsRates) << 1), 0};
        bytes.append(reinterpret_cast<const char *>(&grant), sizeof grant);
        packText(withinReason(viewOf(told->recordId.toUtf8())), bytes);
    }
    for (const std::string_view text : {client.vendorId, client.name, client.hostName, client.ip})
        packText(withinReason(text), bytes);
    numbers.size = quint32(bytes.size() - begin);
    std::memcpy(bytes.data() + begin, &numbers, sizeof numbers);
}

void PackedClient::pack(const WifiClient &client, TextPool &pool, std::string &bytes)
{
    const QByteArray vendorId = client.vendorId.toUtf8();
    const QByteArray name = client.name.toUtf8();
    const QByteArray hostName = client.hostName.toUtf8();
    const QByteArray vendor = client.vendor.toUtf8();
    const QByteArray ip = client.ip.toUtf8();
    const QByteArray ssid = client.ssid.toUtf8();
    const QByteArray accessPoint = client.accessPoint.toUtf8();
    ClientFields fields;
    fields.mac = client.key.mac;
    fields.vendorId = viewOf(vendorId);
    fields.name = viewOf(name);
    fields.hostName = viewOf(hostName);
    fields.vendor = viewOf(vendor);
    fields.ip = viewOf(ip);
    fields.ssid = viewOf(ssid);
    fields.accessPoint = viewOf(accessPoint);
    fields.wireless = client.wireless;
    fields.attachment = client.attachment;
    fields.blocked = client.blocked;
    fields.signalDbm = client.signalDbm;
    if (client.connectedAt)
        fields.connectedAtMs = client.connectedAt->toMSecsSinceEpoch();
    fields.state = client.state;
    fields.authorization = client.authorization ? &*client.authorization : nullptr;
    pack(fields, pool, bytes);
}

void PackedClient::renumber(char *bytes, const QList<quint32> &numbers)
{
    Numbers own;
    std::memcpy(&own, bytes, sizeof own);
    for (quint32 *number : {&own.vendor, &own.ssid, &own.accessPoint, &own.attachment})
        *number = numbers[*number];
    std::memcpy(bytes, &own, sizeof own);
}

std::array<quint32, 4> PackedClient::textNumbers() const
{
    const Numbers own = numbers();
    return {own.vendor, own.ssid, own.accessPoint, own.attachment};
}

void PackedClient::setAccessPoint(char *bytes, quint32 number)
{
    Numbers own;
    std::memcpy(&own, bytes, sizeof own);
    own.accessPoint = number;
    std::memcpy(bytes, &own, sizeof own);
}

WifiClient PackedClient::unpacked(const TextPool &pool) const
{
    const Numbers numbers = this->numbers();
    WifiClient client;
    client.key.mac = MacAddress(numbers.mac);
    client.vendor = toText(pool.at(numbers.vendor));
    client.ssid = toText(pool.at(numbers.ssid));
    client.accessPoint = toText(pool.at(numbers.accessPoint));
    client.attachment = unpackAttachment(pool.at(numbers.attachment));
    client.signalDbm = signalDbm();
    client.connectedAt = timeOf(numbers.connectedAt);
    client.state = state();
    client.wireless = unpackedBool(numbers.flags & 3);
    client.blocked = unpackedBool(numbers.flags >> blockedShift & 3);
    std::string_view rest = ownTexts();
    if (hasAuthorization()) {
        const Grant grant = this->grant();
        client.authorization = Authorization{timeOf(grant.since), timeOf(grant.until),
            unless(grant.dataLimitMb, noNumber), unless(grant.usedBytes, noBytes),
            unless(grant.downKbps, noNumber), unless(grant.upKbps, noNumber),
            AuthorizationMethod(grant.method), toText(takeText(rest)), (grant.tells & 1) != 0,
            (grant.tells & 2) != 0};
    }
    client.vendorId = toText(takeText(rest));
    client.name = toText(takeText(rest));
    client.hostName = toText(takeText(rest));
    client.ip = toText(takeText(rest));
    return client;
}

PackedClient::Texts PackedClient::texts(const TextPool &pool) const
{
    const Numbers numbers = this->numbers();
    std::string_view rest = ownTexts();
    if (hasAuthorization())
        skipText(rest);
    skipText(rest);
    Texts texts;
    texts.name = takeText(rest);
    texts.hostName = takeText(rest);
    texts.ip = takeText(rest);
    texts.vendor = pool.at(numbers.vendor);
    texts.ssid = pool.at(numbers.ssid);
    texts.accessPoint = pool.at(numbers.accessPoint);
    return texts;
}

Attachment PackedClient::attachment(const TextPool &pool) const
{
    return unpackAttachment(pool.at(numbers().attachment));
}

size_t PackedClient::vendorIdHash() const
{
    std::string_view rest = ownTexts();
    if (hasAuthorization())
        skipText(rest);
    const std::string_view before = rest;
    skipText(rest);
    return std::hash<std::string_view>()(before.substr(0, before.size() - rest.size()));
}

std::string_view PackedClient::textsFromIp() const
{
    std::string_view rest = ownTexts();
    if (hasAuthorization())
        skipText(rest);
    for (int before = 0; before < 3; ++before) // handle, name, host name
        skipText(rest);
    return rest;
}

std::string PackedClient::ip() const
{
    std::string_view rest = textsFromIp();
    return takeText(rest);
}

std::optional<quint32> PackedClient::ipv4() const
{
    return ipv4In(textsFromIp());
}

quint64 PackedClient::fingerprint(const TextPool &pool) const
{
    Numbers own = numbers();
    quint64 sum = hashOf(Vendor, pool.at(own.vendor)) + hashOf(Ssid, pool.at(own.ssid))
        + fingerprintOfAccessPoint(pool.at(own.accessPoint))
        + hashOf(AttachmentPlace, pool.at(own.attachment));
    own.vendor = own.ssid = own.accessPoint = own.attachment = 0;
    sum += hashOf(OwnNumbers, {reinterpret_cast<const char *>(&own), sizeof own});
    return sum + hashOf(OwnBytes, bytes().substr(sizeof own));
}

quint64 PackedClient::fingerprintOfAccessPoint(std::string_view name)
{
    return hashOf(AccessPoint, name);
}

bool PackedClient::textsDifferFrom(const PackedClient &other) const
{
    const Numbers ours = numbers();
    const Numbers theirs = other.numbers();
    if (ours.vendor != theirs.vendor || ours.ssid != theirs.ssid
        || ours.accessPoint != theirs.accessPoint)
        return true;
    std::string_view a = ownTexts();
    std::string_view b = other.ownTexts();
    if (a == b && hasAuthorization() == other.hasAuthorization())
        return false;
    for (auto *rest : {&a, &b}) {
        if ((rest == &a ? *this : other).hasAuthorization())
            skipText(*rest);
        skipText(*rest); // the wire's handle is nobody's text
    }
    return a != b;
}

bool PackedClient::equalsButForAuthorization(const PackedClient &other) const
{
    Numbers ours = numbers();
    Numbers theirs = other.numbers();
    for (Numbers *numbers : {&ours, &theirs}) {
        numbers->size = 0;
        numbers->flags = quint8(numbers->flags & ~hasGrant);
    }
    if (std::memcmp(&ours, &theirs, sizeof ours) != 0)
        return false;
    std::string_view a = ownTexts();
    std::string_view b = other.ownTexts();
    if (hasAuthorization())
        skipText(a);
    if (other.hasAuthorization())
        skipText(b);
    return a == b;
}

void PackedClient::packWithAuthorizationOf(const PackedClient &other, std::string &bytes) const
{
    Q_ASSERT(!hasAuthorization() && other.hasAuthorization());
    const size_t begin = bytes.size();
    Numbers numbers = this->numbers();
    std::string_view theirs = other.ownTexts();
    std::string_view rest = theirs;
    skipText(rest);
    const std::string_view recordId = theirs.substr(0, theirs.size() - rest.size());
    bytes.append(m_bytes, sizeof numbers);
    bytes.append(other.m_bytes + sizeof numbers, sizeof(Grant));
    bytes.append(recordId);
    bytes.append(ownTexts());
    numbers.flags = quint8(numbers.flags | hasGrant);
    numbers.size = quint32(bytes.size() - begin);
    std::memcpy(bytes.data() + begin, &numbers, sizeof numbers);
}
