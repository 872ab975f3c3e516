#pragma once

#include "core/limits.h"
#include "core/macaddress.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

/// A managed location on a controller.
struct Site
{
    QString id; ///< what the wire calls it: a UUID on UniFi v1, 24 hex digits on Omada
    QString name; ///< what people call it

    /// What another protocol of the same controller calls it: UniFi's short name for v1, Omada's
    /// site key. Empty where none is told.
    QString reference = {};

    friend bool operator==(const Site &, const Site &) = default;
};

/// What the controller says about a client's access.
enum class ClientState {
    Unknown, ///< the controller did not say; never guessed
    Waiting, ///< on the guest network and not authorized
    Authorized, ///< let in
    Expired, ///< was let in, the time or the quota is over
    NotGuest, ///< not on a guest network: nothing to authorize
};

/// How an authorization came to be.
enum class AuthorizationMethod { Unknown, Api, Voucher, Operator, Portal, Other };

/// A live or past grant of access, as the controller tells it. All times are UTC, in the
/// controller's clock.
struct Authorization
{
    std::optional<QDateTime> since;
    std::optional<QDateTime> until;
    std::optional<int> dataLimitMb; ///< MB
    std::optional<qint64> usedBytes; ///< down and up together
    std::optional<int> downKbps; ///< kbit/s
    std::optional<int> upKbps; ///< kbit/s
    AuthorizationMethod method = AuthorizationMethod::Unknown;
    QString recordId; ///< the vendor's id of the grant where it has one (Omada's authed record)

    /// False: this protocol never tells the quota, or the rates, of such a grant. That they are
    /// absent here says nothing then.
    bool tellsQuota = true;
    bool tellsRates = true;

    friend bool operator==(const Authorization &, const Authorization &) = default;
};

/// Where a client is: unique over everything that Gatehouse shows. The site's id alone is not:
/// UniFi's Default site has the same UUID on every console in the world.
struct ClientKey
{
    QString controllerId; ///< ControllerProfile::id
    QString siteId;
    MacAddress mac;

    friend bool operator==(const ClientKey &, const ClientKey &) = default;
    friend size_t qHash(const ClientKey &key, size_t seed = 0)
    {
        return qHashMulti(seed, key.controllerId, key.siteId, key.mac);
    }
};

/// Where on the network a device hangs, in the terms that an external portal's authorization must
/// name. Told by lists that know it; absent elsewhere.
struct Attachment
{
    std::optional<MacAddress> accessPoint; ///< of a wireless client
    std::optional<int> radio; ///< 0: 2.4 GHz, 1: 5 GHz, 2: second 5 GHz, 3: 6 GHz
    std::optional<MacAddress> gateway; ///< of a wired client
    std::optional<int> vlan; ///< of a wired client

    friend bool operator==(const Attachment &, const Attachment &) = default;
};

/// A device on a site, as one answer of its controller tells it. Absent is "not told", and stays
/// absent.
struct WifiClient
{
    ClientKey key;
    QString vendorId; ///< the wire's own handle; may change when the device reconnects, so never an
                      ///< identity
    QString name;
    QString hostName;
    QString vendor; ///< maker of the network card
    QString ip;
    QString ssid;
    QString accessPoint; ///< its name, or its id where the name is not known
    std::optional<bool> wireless;
    Attachment attachment;
    std::optional<bool> blocked; ///< shut out for good until somebody unblocks it
    std::optional<int> signalDbm;
    std::optional<QDateTime> connectedAt; ///< UTC
    ClientState state = ClientState::Unknown;
    std::optional<Authorization>
        authorization; ///< only where the controller told it with this answer

    friend bool operator==(const WifiClient &, const WifiClient &) = default;
};

/// The person behind a device: known to Gatehouse, not to the controller.
struct Guest
{
    QString name;
    QString room;
    QString login;

    [[nodiscard]] bool isEmpty() const
    {
        return name.isEmpty() && room.isEmpty() && login.isEmpty();
    }
    friend bool operator==(const Guest &, const Guest &) = default;
};

/// The stable word of the CLI and of files: waiting, authorized, expired, notGuest, unknown.
[[nodiscard]] QString toWord(ClientState state);

/// api, voucher, operator, portal, other; empty for Unknown.
[[nodiscard]] QString toWord(AuthorizationMethod method);
