#pragma once

#include "clients/capture.h"
#include "core/audit.h"
#include "core/bytepool.h"
#include "core/clientsnapshot.h"
#include "core/clock.h"
#include "core/textpool.h"

#include <QHash>
#include <QList>
#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

/// How the latest action of this session on a row stands.
struct RowAction
{
    enum class Stage { None, Asked, Ended };

    Stage stage = Stage::None;
    AuditAction action = AuditAction::Authorize;
    Outcome outcome = Outcome::Unknown; ///< with Ended
    QDateTime time; ///< UTC: asked at, ended at
    QString sentence; ///< as it is shown, for instance "confirmed by the controller 14:03:22"

    friend bool operator==(const RowAction &, const RowAction &) = default;
};

/// One row of the live picture: what the controller said last, and what Gatehouse knows besides.
struct ClientRow
{
    WifiClient client;
    Guest guest; ///< from history
    RowAction action;
    QDateTime
        firstSeen; ///< UTC, our clock: waiting time counts from here where connectedAt is not told
    QDateTime lastSeen; ///< UTC, our clock: the latest answer that listed it
    std::optional<QDateTime>
        staleSince; ///< set while its site cannot be polled: the row is as old as this
    bool listedNow = true; ///< false: gone from the latest list, kept for a while so that nothing
                           ///< is lost under a hand
    bool fromLastSession = false; ///< shown from the cache of the last session, before any network
    Seen seen = Seen::OnController;
    std::shared_ptr<const Capture> capture; ///< null: its browser did not come to the waiting room
};

/// How many rows are in which state, for chips and badges.
struct ClientCounts
{
    int waiting = 0;
    int authorized = 0;
    int all = 0;

    friend bool operator==(const ClientCounts &, const ClientCounts &) = default;
};

/// What changed by one answer. Slots are row numbers that never move; a removed slot may be used
/// again later.
struct DirectoryChange
{
    QList<int> added;
    QList<int> removed;
    QList<int> updated;
    QList<int> renamed; ///< those of updated in which a text changed: a name, an address, a place
    QList<int> notable; ///< those of updated in which the state, the end or the action changed
    bool fills = false; ///< a site's first rows, or a part of a long list: those added have not
                        ///< just come

    /// One row that shows something new.
    [[nodiscard]] static DirectoryChange of(int slot) { return {{}, {}, {slot}, {}, {}}; }

    [[nodiscard]] bool isEmpty() const
    {
        return added.isEmpty() && removed.isEmpty() && updated.isEmpty();
    }
};

/// The one live picture of all clients of all controllers. Rows stand still: each lives in its slot
/// until it is removed, packed, for there may be 100 000 of them. Merges polls, single reads,
/// actions and history; an answer that was asked for before another one cannot take the later one's
/// word back. GUI thread.
class ClientDirectory : public QObject
{
    Q_OBJECT

public:
    explicit ClientDirectory(const Clock &clock, QObject *parent = nullptr);

    /// One more than the highest slot ever used.
    [[nodiscard]] int slotCount() const { return int(m_slots.size()); }
    [[nodiscard]] bool isUsed(int slot) const
    {
        return slot >= 0 && slot < slotCount() && m_slots[size_t(slot)].used;
    }
    [[nodiscard]] ClientRow row(int slot) const; ///< slot must be used
    [[nodiscard]] std::optional<int> slotOf(const ClientKey &key) const;
    [[nodiscard]] std::optional<ClientRow> find(const ClientKey &key) const;

    /// Parts of a row, for whoever looks at all of them: nothing is made. slot must be used; views
    /// and references are valid until the next change.
    [[nodiscard]] PackedClient packed(int slot) const { return clientOf(m_slots[size_t(slot)]); }
    [[nodiscard]] const TextPool &pool() const { return m_pool; } ///< of the packed clients

    /// For whoever walks over all of them: the clients lie all over the memory, and each is waited
    /// for unless it was asked for before. Says so for the slot that comes a dozen rows later.
    void fetchAhead([[maybe_unused]] int slot) const
    {
#ifdef __GNUC__
        constexpr int rows = 12;
        if (slot + rows >= slotCount())
            return;
        const char *client = m_slots[size_t(slot) + rows].client;
        if (!client)
            return; // nobody is in there
        constexpr int cacheLine = 64;
        __builtin_prefetch(client);
        __builtin_prefetch(client + cacheLine);
#endif
    }
    [[nodiscard]] const QString &controllerIdOf(int slot) const;
    [[nodiscard]] const QString &siteIdOf(int slot) const;
    [[nodiscard]] bool isListedNow(int slot) const;
    [[nodiscard]] qint64 firstSeenMs(int slot) const; ///< since 1970, UTC
    [[nodiscard]] qint64 clockOffsetMs(int slot) const; ///< of its controller
    [[nodiscard]] Guest guestOf(int slot) const;
    [[nodiscard]] std::shared_ptr<const Capture> captureOf(int slot) const;

    /// Counts over everything (both empty), one controller, or one site of it. `waiting` counts
    /// whom the latest list had, `authorized` also who left and may come back, `all` every row.
    [[nodiscard]] ClientCounts counts(
        const QString &controllerId = {}, const QString &siteId = {}) const;

    /// A number that grows with every call: take one when a poll leaves, give it back with its
    /// answer.
    [[nodiscard]] quint64 nextTick();

    void pollAnswered(
        const QString &controllerId, quint64 startTick, const ClientSnapshot &snapshot);
    /// The same of so many of its clients from this one on, before pollAnswered() ends it: nobody
    /// is gone yet.
    void pollArrives(const QString &controllerId, quint64 startTick, const ClientSnapshot &snapshot,
        qsizetype from, qsizetype clients);
    /// siteId empty: none of its sites can be polled. Rows stay, marked as old as they are.
    void pollFailed(const QString &controllerId, const QString &siteId);
    /// One client was read on its own, authorization included.
    void clientRead(quint64 startTick, const WifiClient &client);
    /// It was asked for on its own and is not listed any more.
    void clientGone(quint64 startTick, const ClientKey &key);
    /// Rows of the last session, told by their controllers at that time. Shown until the first
    /// answer of their site.
    void showLastSession(const ClientList &clients, const QDateTime &asOf);
    /// Takes those of them away again that are meant, and that nobody has told since.
    void forgetLastSession(const std::function<bool(const ClientRow &)> &isMeant);

    /// A device's browser came to the waiting room. makesRow: its controller cannot list who waits,
    /// so that the capture alone is a waiting row. Otherwise it only adds to the row that the
    /// controller tells, now or later: nobody's word but the controller's makes one.
    void captured(
        const ClientKey &key, const std::shared_ptr<const Capture> &capture, bool makesRow);
    /// The browser has not come for long; a row that only it made goes. False while that row must
    /// stay: under a hand, in an action, or let in by us for some time yet.
    [[nodiscard]] bool captureEnded(const ClientKey &key);
    /// The controller accepted our authorization and cannot be asked about it. Times are its own.
    void grantedHere(const ClientKey &key, const Authorization &authorization);

    void setAction(const ClientKey &key, const RowAction &action);
    void setGuest(const ClientKey &key, const Guest &guest);
    void setKnownGuests(const QList<KnownGuest> &guests);
    /// The same, and nobody else is known any more.
    void forgetGuestsBut(const QList<KnownGuest> &guests);

    void removeController(const QString &controllerId);
    void removeSite(const QString &controllerId, const QString &siteId);

    /// While at least one hold lasts, rows that left their controller's list stay, marked as gone.
    void holdRows();
    void releaseRows();

    /// The controller's clock minus ours: all times in its answers are its own.
    void setClockOffset(const QString &controllerId, std::chrono::milliseconds offset);
    [[nodiscard]] std::chrono::milliseconds clockOffset(const QString &controllerId) const;
    [[nodiscard]] QDateTime controllerNow(const QString &controllerId) const; ///< UTC

Q_SIGNALS:
    /// Once per answer, after the rows have their new values.
    void changed(const DirectoryChange &change);

private:
    struct Slot
    {
        char *client = nullptr; ///< packed, in m_bytes
        qint64 firstSeen = 0; ///< ms
        qint64 lastSeen = 0; ///< ms
        quint64 fingerprint = 0; ///< of what its list told last; 0: what is shown came otherwise
        quint32 settledTick
            = 0; ///< answers that left before this one are older than what the row shows
        quint32 listedTick = 0; ///< the latest poll that listed it
        int place = -1;
        Seen seen = Seen::OnController;
        bool used : 1 = false;
        bool listedNow : 1 = true;
        bool isStale : 1 = false; ///< since lastSeen
        bool fromLastSession : 1 = false;
    };

    /// One site with its rows.
    struct Place
    {
        QString controllerId;
        QString siteId;
        QHash<MacAddress, int> slotByMac;
        ClientCounts counts;
        qint64 clockOffset = 0; ///< ms, of its controller
        bool isListed = false; ///< whole, at least once
    };

    /// What an answer changed in a row.
    struct News
    {
        bool any = false;
        bool texts = false;
        bool isNotable = false;
    };

    [[nodiscard]] std::optional<int> placeOf(
        const QString &controllerId, const QString &siteId) const;
    int makePlace(const QString &controllerId, const QString &siteId);
    void makeRoom(int place, qsizetype clients);
    int take(int place, MacAddress mac, qint64 now);
    void release(int slot);
    void put(Slot &slot, std::string_view packed);
    void put(Slot &slot, const WifiClient &client);
    [[nodiscard]] static PackedClient clientOf(const Slot &slot)
    {
        return PackedClient(slot.client);
    }
    [[nodiscard]] ClientKey keyOf(int slot) const;
    [[nodiscard]] qint64 now() const; ///< ms
    void count(const Slot &slot, int by);
    [[nodiscard]] static bool looksListed(const Slot &slot);
    bool seenAgain(int number, int place, quint64 fingerprint, quint32 startTick, qint64 now);
    News listed(
        Slot &slot, quint32 startTick, PackedClient told, qint64 now, quint64 fingerprint = 0);
    News listed(Slot &slot, quint32 startTick, const WifiClient &client, qint64 now);
    [[nodiscard]] DirectoryChange takeList(int place, quint32 startTick,
        const ClientSnapshot &snapshot, qsizetype from, qsizetype clients, qint64 now);
    static void note(DirectoryChange &change, int slot, News news);
    bool unlisted(Slot &slot);
    [[nodiscard]] bool isAt(int number, int place, MacAddress mac) const;
    [[nodiscard]] bool mayGo(int slot, qint64 now) const;
    [[nodiscard]] bool actionIsUnderWay(int slot) const;
    [[nodiscard]] bool isStillIn(int slot, const CapturedRedirect &redirect) const;
    [[nodiscard]] bool hasTimeLeft(int slot) const;
    void wait(int slot, const CapturedRedirect &redirect);
    [[nodiscard]] QList<int> slotsOf(int place) const;
    void markGone(int place, quint32 startTick, qint64 now, DirectoryChange &change);
    void markStale(const Place &place, DirectoryChange &change);
    void clear(Place &place, DirectoryChange &change);
    void tidyPool();
    void tell(const DirectoryChange &change);

    const Clock &m_clock;
    std::vector<Slot> m_slots;
    std::vector<int> m_free;
    std::vector<Place> m_places;
    TextPool m_pool;
    BytePool m_bytes; ///< 100 000 runs that malloc would lay between lists and replies
    std::string m_packed; ///< while one client is looked at
    QHash<std::pair<QString, QString>, int> m_placeByIds; ///< controller, site
    QHash<int, RowAction> m_actions; ///< by slot; few rows have one
    QHash<ClientKey, Guest> m_guests;
    QHash<ClientKey, std::shared_ptr<const Capture>> m_captures;
    QHash<QString, std::chrono::milliseconds> m_clockOffsets;
    quint64 m_tick = 0;
    int m_holds = 0;
};
