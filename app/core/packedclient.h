#pragma once

#include "core/wificlient.h"

#include <array>
#include <cstddef>
#include <cstring>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

class TextPool;

/// A client as a reader finds it: texts as views of the body, UTF-8, so that nothing is allocated
/// before it is packed.
struct ClientFields
{
    MacAddress mac;
    std::string_view vendorId;
    std::string_view name;
    std::string_view hostName;
    std::string_view vendor;
    std::string_view ip;
    std::string_view ssid;
    std::string_view accessPoint;
    std::optional<bool> wireless;
    Attachment attachment;
    std::optional<bool> blocked;
    std::optional<int> signalDbm;
    std::optional<qint64> connectedAtMs; ///< since 1970, UTC
    ClientState state = ClientState::Unknown;
    const Authorization *authorization = nullptr;
};

/// A view of a client that is packed into one run of bytes, some 90 of them where WifiClient takes
/// ten times as much: numbers, then the authorization where there is one, then the texts of its
/// own; texts that many share are numbers of a pool. Two runs are equal when their clients are. The
/// key's ids are the owner's to add. Valid as long as the bytes are; the bytes come from pack().
class PackedClient
{
public:
    /// The texts that a person sees or searches for.
    struct Texts
    {
        std::string name;
        std::string hostName;
        std::string ip;
        std::string_view vendor; ///< of the pool
        std::string_view ssid; ///< of the pool
        std::string_view accessPoint; ///< of the pool
    };

    /// Stands for a time that is not told.
    static constexpr qint64 noTime = std::numeric_limits<qint64>::min();

    explicit PackedClient(const char *bytes)
        : m_bytes(bytes)
    {
    }

    /// Appends the bytes of a client.
    static void pack(const ClientFields &client, TextPool &pool, std::string &bytes);
    static void pack(const WifiClient &client, TextPool &pool, std::string &bytes);

    /// The same bytes, with the numbers that their texts have in another pool.
    static void renumber(char *bytes, const QList<quint32> &numbers);
    [[nodiscard]] std::array<quint32, 4> textNumbers() const; ///< those that renumber() replaces
    static void setAccessPoint(char *bytes, quint32 number);

    [[nodiscard]] std::string_view bytes() const;
    [[nodiscard]] WifiClient unpacked(const TextPool &pool) const; ///< of the key only the MAC
    [[nodiscard]] Texts texts(const TextPool &pool) const;

    [[nodiscard]] MacAddress mac() const;
    [[nodiscard]] ClientState state() const;
    [[nodiscard]] bool hasAuthorization() const;
    [[nodiscard]] std::optional<int> signalDbm() const;
    [[nodiscard]] std::optional<qint64> connectedAtMs() const; ///< since 1970, UTC
    [[nodiscard]] std::optional<qint64> untilMs() const; ///< of the authorization
    [[nodiscard]] std::optional<qint64> usedBytes() const; ///< of the authorization
    [[nodiscard]] quint32 ssid() const; ///< number in the pool
    [[nodiscard]] quint32 accessPoint() const; ///< number in the pool
    [[nodiscard]] std::string ip() const;
    [[nodiscard]] std::optional<quint32> ipv4() const; ///< the address as a number, where it is one
    [[nodiscard]] Attachment attachment(const TextPool &pool) const;
    [[nodiscard]] size_t vendorIdHash() const; ///< of the wire's own handle

    /// A number for all that the client says, the same whichever pool its texts are in. Two clients
    /// that say different things share one in 2^64 cases.
    [[nodiscard]] quint64 fingerprint(const TextPool &pool) const;
    /// What the name of its access point adds to that.
    [[nodiscard]] static quint64 fingerprintOfAccessPoint(std::string_view name);

    /// Both packed with the same pool.
    [[nodiscard]] bool textsDifferFrom(const PackedClient &other) const;
    /// Whether they differ in nothing but the authorization.
    [[nodiscard]] bool equalsButForAuthorization(const PackedClient &other) const;
    /// Appends this client with the other one's authorization.
    void packWithAuthorizationOf(const PackedClient &other, std::string &bytes) const;

private:
    /// At the front of the bytes.
    struct Numbers
    {
        quint64 mac;
        qint64 connectedAt; ///< ms
        quint32 size; ///< of all bytes
        quint32 vendor; ///< numbers of the pool, as the next three
        quint32 ssid;
        quint32 accessPoint;
        quint32 attachment;
        qint16 signal;
        quint8 state;
        quint8 flags; ///< bits 0-1: wireless, 2-3: blocked, 4: an authorization follows
    };

    /// Behind the numbers where there is an authorization.
    struct Grant
    {
        qint64 since; ///< ms
        qint64 until; ///< ms
        qint64 usedBytes;
        qint32 dataLimitMb;
        qint32 downKbps;
        qint32 upKbps;
        quint8 method;
        quint8 tells; ///< bit 0: quota, 1: rates
        quint16 unused; ///< keeps the bytes of equal grants equal
    };

    static constexpr qint64 noBytes = -1;
    static constexpr qint16 noSignal = std::numeric_limits<qint16>::min();
    static constexpr quint8 hasGrant = 1 << 4; ///< of the flags

    template <typename T>
    static std::optional<T> unless(T value, T none)
    {
        return value == none ? std::nullopt : std::optional(value);
    }

    /// One number, without a look at the others.
    template <typename T>
    [[nodiscard]] T number(size_t offset) const
    {
        T value;
        std::memcpy(&value, m_bytes + offset, sizeof value);
        return value;
    }
    [[nodiscard]] Numbers numbers() const;
    [[nodiscard]] Grant grant() const;
    [[nodiscard]] std::string_view ownTexts() const;
    [[nodiscard]] std::string_view textsFromIp() const;

    const char *m_bytes;
};

// Short, and asked of 100 000 clients at a time.

inline std::string_view PackedClient::bytes() const
{
    return {m_bytes, number<quint32>(offsetof(Numbers, size))};
}

inline MacAddress PackedClient::mac() const
{
    return MacAddress(number<quint64>(offsetof(Numbers, mac)));
}

inline ClientState PackedClient::state() const
{
    return ClientState(number<quint8>(offsetof(Numbers, state)));
}

inline bool PackedClient::hasAuthorization() const
{
    return (number<quint8>(offsetof(Numbers, flags)) & hasGrant) != 0;
}

inline std::optional<int> PackedClient::signalDbm() const
{
    const auto signal = number<qint16>(offsetof(Numbers, signal));
    return signal == noSignal ? std::nullopt : std::optional<int>(signal);
}

inline std::optional<qint64> PackedClient::connectedAtMs() const
{
    return unless(number<qint64>(offsetof(Numbers, connectedAt)), noTime);
}

inline std::optional<qint64> PackedClient::untilMs() const
{
    return hasAuthorization()
        ? unless(number<qint64>(sizeof(Numbers) + offsetof(Grant, until)), noTime)
        : std::nullopt;
}

inline std::optional<qint64> PackedClient::usedBytes() const
{
    return hasAuthorization()
        ? unless(number<qint64>(sizeof(Numbers) + offsetof(Grant, usedBytes)), noBytes)
        : std::nullopt;
}

inline quint32 PackedClient::ssid() const
{
    return number<quint32>(offsetof(Numbers, ssid));
}

inline quint32 PackedClient::accessPoint() const
{
    return number<quint32>(offsetof(Numbers, accessPoint));
}
