#pragma once

#include "core/wificlient.h"

#include <array>
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
    [[nodiscard]] bool wouldChangeBy(const QList<quint32> &numbers) const;
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
    [[nodiscard]] Attachment attachment(const TextPool &pool) const;
    [[nodiscard]] size_t vendorIdHash() const; ///< of the wire's own handle

    /// Both packed with the same pool.
    [[nodiscard]] bool textsDifferFrom(const PackedClient &other) const;
    /// Whether they differ in nothing but the authorization.
    [[nodiscard]] bool equalsButForAuthorization(const PackedClient &other) const;
    /// Appends this client with the other one's authorization.
    void packWithAuthorizationOf(const PackedClient &other, std::string &bytes) const;

private:
    struct Numbers;
    struct Grant;

    template <typename T>
    [[nodiscard]] T number(size_t offset) const;
    [[nodiscard]] Numbers numbers() const;
    [[nodiscard]] Grant grant() const;
    [[nodiscard]] std::string_view ownTexts() const;

    const char *m_bytes;
};
