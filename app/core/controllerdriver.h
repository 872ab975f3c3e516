#pragma once

#include "core/capability.h"
#include "core/capturedredirect.h"
#include "core/clientsnapshot.h"
#include "core/job.h"
#include "core/limits.h"

#include <QList>
#include <QObject>
#include <QStringList>

class ChangeHints;

/// What a controller says of itself once it is signed in to.
struct ControllerIdentity
{
    QString product; ///< such as "UniFi Network"
    QString version; ///< such as "10.0.162"
};

/// Which clients one list call asks for.
struct ClientQuery
{
    enum class Scope {
        Guests, ///< everybody on a guest network
        Everyone, ///< also those whom nobody needs to authorize
    };

    QString siteId;
    Scope scope = Scope::Everyone;
};

/// Lists the clients of a site. Where the protocol knows only whom it has let in, these are all
/// there are (Capability::ListClients is absent then). A list that comes in pages is still one job
/// and one snapshot without doubles.
class ClientLister
{
public:
    virtual ~ClientLister() = default;
    [[nodiscard]] virtual Job<ClientSnapshot> *listClients(const ClientQuery &query) = 0;
};

/// Reads the controller's present state of one client, with its authorization where it has one.
/// NotFound when the controller does not list it now. The read-back of every action asks this.
class ClientReader
{
public:
    virtual ~ClientReader() = default;
    [[nodiscard]] virtual Job<WifiClient> *readClient(const QString &siteId, MacAddress mac) = 0;

    /// The same for a client seen a moment ago, by the wire's own handle where that saves a
    /// request. A handle that turns out to be stale is looked up again by MAC address.
    [[nodiscard]] virtual Job<WifiClient> *readClient(const WifiClient &seen)
    {
        return readClient(seen.key.siteId, seen.key.mac);
    }
};

/// What the controller answered to an action. Not a proof: that is the read-back's business.
struct ActionAnswer
{
    std::optional<Authorization> granted;
    std::optional<Authorization> revoked;

    /// Parts of the order that the controller refused after it had done the rest, with its own
    /// words.
    QList<Failure> incomplete;
};

struct AuthorizeOrder
{
    WifiClient client; ///< as the controller told it last
    Limits limits; ///< already within the driver's rules

    /// What the device's browser brought, when it did. What it names goes before what client says.
    std::optional<CapturedRedirect> redirect = {};
};

class ClientAuthorizer
{
public:
    virtual ~ClientAuthorizer() = default;

    /// What can be set while authorizing, and in which range.
    [[nodiscard]] virtual LimitRules limitRules() const = 0;

    /// Only with a redirect that the waiting device's browser brought.
    [[nodiscard]] virtual bool needsRedirect() const { return false; }

    /// Sends one authorization. Kinds of its own: NotGuest, NotFound, NotPermitted, Refused,
    /// NoAnswer.
    [[nodiscard]] virtual Job<ActionAnswer> *authorize(const AuthorizeOrder &order) = 0;
};

struct ExtendOrder
{
    WifiClient client; ///< with its present authorization
    int addMinutes = 0; ///< on top of what is left
    QDateTime controllerNow; ///< UTC, in the controller's clock
};

class AuthorizationExtender
{
public:
    virtual ~AuthorizationExtender() = default;

    /// Extending starts the count of used data anew on this controller (the remaining quota becomes
    /// the new one).
    [[nodiscard]] virtual bool restartsUsage() const { return false; }
    [[nodiscard]] virtual Job<ActionAnswer> *extend(const ExtendOrder &order) = 0;
};

class AuthorizationCanceller
{
public:
    virtual ~AuthorizationCanceller() = default;

    /// Cancelling also drops the device from the Wi-Fi; otherwise it stays associated and must
    /// authenticate again.
    [[nodiscard]] virtual bool disconnects() const = 0;
    [[nodiscard]] virtual Job<ActionAnswer> *cancel(const WifiClient &client) = 0;
};

/// Shuts a client out for good, until it is let back; not a way to cancel an authorization.
class ClientBlocker
{
public:
    virtual ~ClientBlocker() = default;
    [[nodiscard]] virtual Job<ActionAnswer> *block(const WifiClient &client) = 0;
    [[nodiscard]] virtual Job<ActionAnswer> *unblock(const WifiClient &client) = 0;
};

/// Sets the rates of a client that has been let in by other means. On Omada they stick to the
/// client, not to its authorization.
class ClientRateSetter
{
public:
    virtual ~ClientRateSetter() = default;
    [[nodiscard]] virtual LimitRules rateRules() const = 0; ///< rates only
    /// An unset rate is left as it is, or lifted where the protocol sets both together.
    [[nodiscard]] virtual Job<ActionAnswer> *setRates(
        const WifiClient &client, std::optional<int> downKbps, std::optional<int> upKbps)
        = 0;
};

/// One signed-in controller. A role that is null is what this controller cannot do; NotPermitted is
/// what this account may not. Lives on the thread of the event loop that made it; the roles belong
/// to the driver.
class ControllerDriver : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Proves the credentials and asks for product and version. Changes nothing.
    [[nodiscard]] virtual Job<ControllerIdentity> *identify() = 0;

    /// Where the protocol cannot list them: those that the profile names.
    [[nodiscard]] virtual Job<QList<Site>> *listSites() = 0;

    /// As far as known: exact after identify() has answered.
    [[nodiscard]] virtual Capabilities capabilities() const = 0;

    [[nodiscard]] virtual ClientLister *lister() { return nullptr; }
    [[nodiscard]] virtual ClientReader *reader() { return nullptr; }
    [[nodiscard]] virtual ClientAuthorizer *authorizer() { return nullptr; }
    [[nodiscard]] virtual AuthorizationExtender *extender() { return nullptr; }
    [[nodiscard]] virtual AuthorizationCanceller *canceller() { return nullptr; }
    [[nodiscard]] virtual ClientBlocker *blocker() { return nullptr; }
    [[nodiscard]] virtual ClientRateSetter *rateSetter() { return nullptr; }
    [[nodiscard]] virtual ChangeHints *hints() { return nullptr; }

    /// The controller's clock minus ours.
    [[nodiscard]] virtual std::chrono::milliseconds clockOffset() const = 0;

    /// The shortest pause between two polls that this controller takes kindly.
    [[nodiscard]] virtual std::chrono::milliseconds pollPause() const = 0;
};
