#pragma once

#include "core/audit.h"
#include "core/clock.h"
#include "core/wificlient.h"

#include <QHash>
#include <QList>
#include <QObject>

#include <optional>

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

    [[nodiscard]] bool isEmpty() const
    {
        return added.isEmpty() && removed.isEmpty() && updated.isEmpty();
    }
};

/// The one live picture of all clients of all controllers. Rows stand still: each lives in its slot
/// until it is removed. Merges polls, single reads, actions and history; a poll that left before an
/// action ended cannot take the action's result back. GUI thread.
class ClientDirectory : public QObject
{
    Q_OBJECT

public:
    explicit ClientDirectory(const Clock &clock, QObject *parent = nullptr);

    /// One more than the highest slot ever used.
    [[nodiscard]] int slotCount() const;
    [[nodiscard]] bool isUsed(int slot) const;
    [[nodiscard]] const ClientRow &row(int slot) const; ///< slot must be used
    [[nodiscard]] std::optional<int> slotOf(const ClientKey &key) const;
    [[nodiscard]] const ClientRow *find(
        const ClientKey &key) const; ///< valid until the next change

    /// Counts over everything (both empty), one controller, or one site of it. Guests only for
    /// `all`'s siblings; `all` counts every row.
    [[nodiscard]] ClientCounts counts(
        const QString &controllerId = {}, const QString &siteId = {}) const;

    /// A number that grows with every call: take one when a poll leaves, give it back with its
    /// answer.
    [[nodiscard]] quint64 nextTick();

    void pollAnswered(
        const QString &controllerId, quint64 startTick, const ClientSnapshot &snapshot);
    void pollFailed(const QString &controllerId, const QString &siteId);
    /// One client was read on its own, authorization included.
    void clientRead(quint64 startTick, const WifiClient &client);
    /// It was asked for on its own and is not listed any more.
    void clientGone(quint64 startTick, const ClientKey &key);

    void setAction(const ClientKey &key, const RowAction &action);
    void setGuest(const ClientKey &key, const Guest &guest);
    void setKnownGuests(const QList<KnownGuest> &guests);

    void removeController(const QString &controllerId);

Q_SIGNALS:
    /// Once per answer, after the rows have their new values.
    void changed(const DirectoryChange &change);

private:
    struct Slot
    {
        ClientRow row;
        quint64 settledTick
            = 0; ///< answers that left before this one are older than what the row shows
        bool used = false;
    };

    int take(const ClientKey &key);
    void release(int slot);

    const Clock &m_clock;
    QList<Slot> m_slots;
    QList<int> m_free;
    QHash<ClientKey, int> m_slotByKey;
    QHash<ClientKey, Guest> m_guests;
    quint64 m_tick = 0;
};
