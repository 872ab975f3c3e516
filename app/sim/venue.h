#pragma once

#include "sim/cast.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

/// What a grant is limited to, in the words of the wire: minutes, megabytes (of 1024 × 1024 bytes),
/// kbit/s.
struct GrantLimits
{
    std::optional<int> minutes;
    std::optional<int> dataMb;
    std::optional<int> downKbps;
    std::optional<int> upKbps;
    std::optional<qint64> milliseconds = {}; ///< in place of minutes, where the wire counts so
};

/// One authorization that a simulated controller has given. All times are milliseconds of the
/// controller's clock.
struct Grant
{
    enum class Method { Api, Portal, Voucher, Other };

    int client = 0;
    int before = -1; ///< index of what the client was given before this
    Method method = Method::Api;
    QString voucherCode;
    qint64 since = 0;
    qint64 until = 0;
    qint64 revokedAt = 0; ///< 0: was not
    GrantLimits limits;
    qint64 bytesAtStart = 0;
    qint64 bytesPerSecond = 0;
};

/// A rate limit that sticks to a client on Omada. Units: 1 kbit/s, 2 Mbit/s.
struct ClientRateLimit
{
    bool upEnable = false;
    int upUnit = 1;
    int upLimit = 1;
    bool downEnable = false;
    int downUnit = 1;
    int downLimit = 1;
};

struct SimClient
{
    enum class Link { Wireless, Wired, Vpn, Teleport };

    quint64 mac = 0; ///< 0 for VPN and Teleport
    quint32 ip = 0;
    Link link = Link::Wireless;
    bool guest = false;
    int site = 0;
    int device = 0; ///< the access point, switch or gateway it hangs on
    int radio = 0; ///< of its access point: 0 is 2.4 GHz, 1 is 5 GHz
    int vlan = 1;
    int baseSignal = -60; ///< dBm
    int associations = 1; ///< how often it has connected
    CastDevice looks;
    qint64 connectedAt = 0;
    qint64 absentFrom = 0; ///< off the air from here …
    qint64 absentUntil = 0; ///< … to here; equal: never
    int grant = -1; ///< index of its latest grant
    int grantBefore = -1; ///< what the controller still shows until showsFrom
    qint64 showsFrom = 0;
    ClientRateLimit rateLimit;
    bool blocked = false; ///< may not associate
};

struct SimDevice
{
    QString name;
    QString model;
    quint64 mac = 0;
    int site = 0;
    bool isSwitch = false;
    bool isGateway = false;
};

struct SimSite
{
    QString name;
    QString ssid;
};

struct VenueOptions
{
    QStringList sites;
    int clients = 60; ///< rows at the start, over all sites
    int waiting = 15; ///< of them, guests who wait
    quint32 seed = 1;
    bool remoteRows = true; ///< a few VPN and Teleport rows
    bool quotas = true; ///< some grants have a data quota
    bool lively = false; ///< guests use data
    /// One of those who wait in the first site, when more than one does, hangs on a cable behind a
    /// gateway.
    bool wiredGuest = false;
    /// A new authorization leaves the client's earlier ones alive, each a record of its own.
    bool recordsPileUp = false;
    qint64 now = 0; ///< ms, the controller's clock at the start
};

/// The world that a simulated controller looks after. It has no timers: what time does to it (an
/// expiry, a used-up quota, a device that comes back) follows from the time that each question is
/// asked for.
class Venue
{
public:
    explicit Venue(const VenueOptions &options);

    [[nodiscard]] const std::vector<SimSite> &sites() const { return m_sites; }
    [[nodiscard]] const std::vector<SimDevice> &devices() const { return m_devices; }
    [[nodiscard]] const std::vector<SimClient> &clients() const { return m_clients; }
    [[nodiscard]] const std::vector<Grant> &grants() const { return m_grants; }
    [[nodiscard]] std::optional<int> clientByMac(quint64 mac) const;
    /// Grows with every change that somebody made; what only time has changed does not count.
    [[nodiscard]] quint64 revision() const { return m_revision; }

    [[nodiscard]] bool isPresent(const SimClient &client, qint64 now) const;
    [[nodiscard]] bool isAuthorized(const SimClient &client, qint64 now) const;
    [[nodiscard]] bool isWaiting(const SimClient &client, qint64 now) const;
    /// The grant that the controller shows, live or over; null when there is none.
    [[nodiscard]] const Grant *shownGrant(const SimClient &client, qint64 now) const;
    /// Its newest live grant, whatever the controller shows; null when there is none.
    [[nodiscard]] const Grant *liveGrant(int client, qint64 now) const;
    [[nodiscard]] qint64 endOf(const Grant &grant) const;
    [[nodiscard]] bool isLive(const Grant &grant, qint64 now) const;
    [[nodiscard]] qint64 bytesUsed(const Grant &grant, qint64 now) const;
    [[nodiscard]] int signalDbm(const SimClient &client, qint64 now) const;
    /// Addresses of those who wait, those of the first site first.
    [[nodiscard]] QList<quint64> waiting(qint64 now) const;

    /// Lets a client in, in place of what it had unless records pile up. The state shows it delayMs
    /// later.
    int authorize(int client, const GrantLimits &limits, Grant::Method method, qint64 now,
        qint64 delayMs = 0);
    /// Ends what a client has; with awayMs it drops off the network for that long, if it is there.
    /// False when it had nothing live.
    bool cancel(int client, qint64 now, qint64 awayMs, qint64 delayMs = 0);
    void extend(int grant, qint64 byMs);
    void endGrant(int grant, qint64 now);
    void setRateLimit(int client, const ClientRateLimit &limit);
    void useData(int client, qint64 bytes);

    int arrive(qint64 now); ///< a new guest, waiting
    void leave(int client, qint64 now);
    void comeBack(int client, qint64 now); ///< with the same address
    void roam(int client); ///< to another access point of its site, when there is one
    void disconnect(int client, qint64 now, qint64 awayMs); ///< it is back so much later
    /// A blocked client is off the network at once; one let back stays away for awayMs more.
    void setBlocked(int client, bool blocked, qint64 now, qint64 awayMs);
    /// A guest of whom a controller knows no more than the address, until it comes back.
    int foretell(quint64 mac, int site, qint64 now);

    static constexpr int defaultMinutes = 480; ///< what the sites grant where nobody says how long

private:
    void addSites(const QStringList &names);
    void addDevices(int site);
    void wireOneGuest();
    SimClient newClient(bool guest, int site, qint64 now);
    void place(SimClient &client, int otherThan = -1);
    int admit(SimClient client);
    void giveFirstGrant(int client, qint64 now);
    void addPastGrant(int client, qint64 now);
    [[nodiscard]] const Grant *liveFrom(int grant, qint64 now) const;
    [[nodiscard]] int siteFor(int index, int count) const;

    Dice m_dice;
    bool m_quotas;
    bool m_lively;
    bool m_recordsPileUp;
    quint32 m_scramble;
    std::vector<SimSite> m_sites;
    std::vector<SimDevice> m_devices;
    std::vector<SimClient> m_clients;
    std::vector<Grant> m_grants;
    QHash<quint64, int> m_byMac;
    quint64 m_revision = 1;
};

/// Makes a venue live: guests arrive, roam, leave and come back, and others let them in.
class VenueLife
{
public:
    VenueLife(Venue &venue, quint32 seed, qint64 now);

    /// Lets everything happen that is due. Call it about once a second.
    void step(qint64 now);

private:
    enum class Plan { LetIn, Leave };
    struct Due
    {
        qint64 at;
        int client;
        Plan plan;
    };

    void arrive(qint64 now);
    void follow(const Due &due, qint64 now);
    void stir(qint64 now);

    Venue &m_venue;
    Dice m_dice;
    size_t m_crowd; ///< more who wait than this, and the next arrival sends one away
    qint64 m_nextArrival;
    qint64 m_nextStir;
    std::vector<Due> m_due;
};
