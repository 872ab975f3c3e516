#pragma once

#include "core/audit.h"
#include "core/changehints.h"
#include "core/clock.h"
#include "core/controllerdriver.h"

#include <QElapsedTimer>
#include <QSet>

#include <deque>

/// A clock that stands until it is moved.
class ManualClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return m_now; }
    void advance(std::chrono::milliseconds by) { m_now = m_now.addMSecs(by.count()); }

private:
    QDateTime m_now = QDateTime::fromString(QStringLiteral("2026-03-01T14:00:00Z"), Qt::ISODate);
};

/// A driver that answers what the test lays out for it, and notes in which order it was asked.
class FakeHints final : public ChangeHints
{
public:
    void listenTo(const QString &siteId) override { listenedTo = siteId; }
    void hint(const QString &siteId) { Q_EMIT mayHaveChanged(siteId); }

    QString listenedTo;
};

class FakeDriver final : public ControllerDriver,
                         public ClientLister,
                         public ClientReader,
                         public ClientAuthorizer,
                         public AuthorizationExtender,
                         public AuthorizationCanceller,
                         public ClientBlocker
{
    Q_OBJECT

public:
    using ClientReader::readClient;
    using ControllerDriver::ControllerDriver;

    /// Answers in the order of the questions; the last one repeats. None: the question stays open.
    template <typename T>
    struct Script
    {
        std::deque<Result<T>> answers;
        QList<QPointer<Job<T>>> open;

        void say(Result<T> answer) { answers.push_back(std::move(answer)); }
        Job<T> *ask(QObject *parent)
        {
            auto *job = new Job<T>(parent);
            if (answers.empty()) {
                open.append(job);
                return job;
            }
            job->settle(answers.front());
            if (answers.size() > 1)
                answers.pop_front();
            return job;
        }
    };

    [[nodiscard]] Job<ControllerIdentity> *identify() override
    {
        log += QStringLiteral("identify");
        return identity.ask(this);
    }
    [[nodiscard]] Job<QList<Site>> *listSites() override
    {
        log += QStringLiteral("sites");
        return sites.ask(this);
    }
    [[nodiscard]] Job<ClientSnapshot> *listClients(const ClientQuery &query) override
    {
        log += QStringLiteral("clients ") + query.siteId;
        return lists[query.siteId].ask(this);
    }
    [[nodiscard]] Job<WifiClient> *readClient(const QString &, MacAddress mac) override
    {
        log += QStringLiteral("read ") + mac.toDigits();
        mostReadsInFlight = std::max(mostReadsInFlight, readsInFlight() + 1);
        const bool isSilent = proofsStayOpen && acted.contains(mac);
        return world && !isSilent ? Job<WifiClient>::settled(inWorld(mac), this) : reads.ask(this);
    }
    [[nodiscard]] int readsInFlight() const
    {
        return int(std::ranges::count_if(
            reads.open, [](const auto &job) { return job && !job->isSettled(); }));
    }
    [[nodiscard]] ChangeHints *hints() override { return &changeHints; }
    [[nodiscard]] LimitRules limitRules() const override { return rules; }
    [[nodiscard]] Job<ActionAnswer> *authorize(const AuthorizeOrder &order) override
    {
        noteAction(QStringLiteral("authorize"), order.client);
        ordered = order.limits;
        redirected = order.redirect;
        if (WifiClient *client = changeable(order.client)) {
            client->state = ClientState::Authorized;
            client->authorization = Authorization();
            client->authorization->dataLimitMb = order.limits.dataMb;
            client->authorization->downKbps = order.limits.downKbps;
            client->authorization->upKbps = order.limits.upKbps;
        }
        return actions.ask(this);
    }
    [[nodiscard]] Job<ActionAnswer> *extend(const ExtendOrder &order) override
    {
        log += QStringLiteral("extend");
        ordered.minutes = order.addMinutes;
        return actions.ask(this);
    }
    [[nodiscard]] bool disconnects() const override { return true; }
    [[nodiscard]] Job<ActionAnswer> *cancel(const WifiClient &client) override
    {
        noteAction(QStringLiteral("cancel"), client);
        if (WifiClient *known = changeable(client))
            known->state = ClientState::Waiting;
        return actions.ask(this);
    }

    [[nodiscard]] Job<ActionAnswer> *block(const WifiClient &) override
    {
        log += QStringLiteral("block");
        return actions.ask(this);
    }
    [[nodiscard]] Job<ActionAnswer> *unblock(const WifiClient &) override
    {
        log += QStringLiteral("unblock");
        return actions.ask(this);
    }

    [[nodiscard]] Capabilities capabilities() const override { return able; }
    [[nodiscard]] ClientLister *lister() override { return this; }
    [[nodiscard]] ClientReader *reader() override { return canBeAsked ? this : nullptr; }
    [[nodiscard]] ClientAuthorizer *authorizer() override { return this; }
    [[nodiscard]] AuthorizationExtender *extender() override { return this; }
    [[nodiscard]] AuthorizationCanceller *canceller() override { return this; }
    [[nodiscard]] ClientBlocker *blocker() override { return this; }
    [[nodiscard]] std::chrono::milliseconds clockOffset() const override { return offset; }
    [[nodiscard]] std::chrono::milliseconds pollPause() const override { return pause; }

    /// Where set, reads answer from it (NotFound for whom it does not hold), actions change it, and
    /// the log names their devices.
    std::optional<QHash<MacAddress, WifiClient>> world;
    bool proofsStayOpen = false; ///< who was acted on is not answered about any more
    QSet<MacAddress> acted;
    QSet<MacAddress> stubborn; ///< actions are answered, but change nothing

    Script<ControllerIdentity> identity;
    Script<QList<Site>> sites;
    QHash<QString, Script<ClientSnapshot>> lists;
    Script<WifiClient> reads;
    Script<ActionAnswer> actions;
    Capabilities able = capabilitiesOf(
        {Capability::ListSites, Capability::ListClients, Capability::ReadAuthorization,
            Capability::AuthorizeListedClient, Capability::LimitDuration, Capability::LimitData,
            Capability::LimitDownload, Capability::LimitUpload, Capability::Extend,
            Capability::CancelOnline},
        {});
    LimitRules rules{LimitRange{1, 1'000'000}, LimitRange{1, 1'048'576}, LimitRange{2, 100'000},
        LimitRange{2, 100'000}};
    std::chrono::milliseconds offset{0};
    std::chrono::milliseconds pause{5};
    Limits ordered;
    std::optional<CapturedRedirect> redirected;
    bool canBeAsked = true;
    FakeHints changeHints;
    QStringList log;
    int mostReadsInFlight = 0;

private:
    [[nodiscard]] Result<WifiClient> inWorld(MacAddress mac) const
    {
        if (!world->contains(mac))
            return fail(Failure::Kind::NotFound, QStringLiteral("not listed"));
        return world->value(mac);
    }
    [[nodiscard]] WifiClient *changeable(const WifiClient &client)
    {
        const MacAddress mac = client.key.mac;
        return world && world->contains(mac) && !stubborn.contains(mac) ? &(*world)[mac] : nullptr;
    }
    void noteAction(const QString &action, const WifiClient &client)
    {
        acted += client.key.mac;
        log += world ? action + QLatin1Char(' ') + QString::number(client.key.mac.bits()) : action;
    }
};

/// An audit that only remembers, in the driver's log when there is one.
class FakeAudit final : public AuditLog
{
public:
    [[nodiscard]] Result<qint64> begin(const AuditIntent &intent) override
    {
        note(QStringLiteral("begin"));
        if (heldBegins-- > 0)
            return fail(held);
        if (refusesBegin)
            return fail(Failure::Kind::StorageFailed, QStringLiteral("disk full"));
        intents.append(intent);
        return qint64(intents.size());
    }
    [[nodiscard]] Job<qint64> *beginLater(const AuditIntent &intent) override
    {
        if (!isSlow)
            return AuditLog::beginLater(intent);
        slowIntent = intent;
        return slowBegin = new Job<qint64>;
    }
    [[nodiscard]] Result<Done> finish(qint64 record, const AuditOutcome &outcome) override
    {
        note(QStringLiteral("finish"));
        if (heldFinishes-- > 0)
            return fail(held);
        if (refusesFinish)
            return fail(Failure::Kind::StorageFailed, QStringLiteral("disk full"));
        outcomes.insert(record, outcome);
        return Done();
    }
    [[nodiscard]] Result<QList<AuditRecord>> list(const HistoryFilter &filter) const override
    {
        if (refusesList)
            return fail(Failure::Kind::StorageFailed, QStringLiteral("disk full"));
        QList<AuditRecord> found;
        for (qint64 id = intents.size(); id > 0 && found.size() < filter.limit; --id)
            if (const AuditRecord record = recordOf(id); isMeant(record, filter))
                found.append(record);
        return found;
    }
    [[nodiscard]] Result<Done> markSeen(qint64 record, const QString &) override
    {
        seen.insert(record);
        return Done();
    }
    [[nodiscard]] Result<qint64> erase(const HistoryFilter &, const Erasure &) override
    {
        return 0;
    }
    [[nodiscard]] Result<ChainVerdict> verify() const override { return ChainVerdict(); }
    [[nodiscard]] Result<QList<KnownGuest>> knownGuests() const override
    {
        return QList<KnownGuest>();
    }

    QStringList *log = nullptr;
    bool isSlow = false; ///< answers to beginLater() wait for slowBegin->settle(begin(slowIntent))
    QPointer<Job<qint64>> slowBegin;
    AuditIntent slowIntent;
    bool refusesBegin = false;
    bool refusesFinish = false;
    bool refusesList = false;
    int heldBegins = 0; ///< so often another program is writing
    int heldFinishes = 0;
    QList<AuditIntent> intents;
    QHash<qint64, AuditOutcome> outcomes;
    QSet<qint64> seen;

private:
    static inline const Failure held{Failure::Kind::StorageFailed,
        QStringLiteral("database is locked"), {}, std::chrono::seconds(0)};

    [[nodiscard]] AuditRecord recordOf(qint64 id) const
    {
        AuditRecord record;
        record.id = id;
        record.intent = intents[id - 1];
        if (outcomes.contains(id))
            record.outcome = outcomes.value(id);
        record.seen = seen.contains(id);
        for (qint64 later = id + 1; later <= intents.size(); ++later)
            if (refersTo(later, AuditReference::Relation::Undoes, id))
                record.undoneBy = later;
        return record;
    }
    [[nodiscard]] bool refersTo(qint64 later, AuditReference::Relation relation, qint64 id) const
    {
        return intents[later - 1].refersTo == AuditReference{relation, id};
    }
    [[nodiscard]] bool isNeeding(const AuditRecord &record, HistoryFilter::Need need) const
    {
        switch (need) {
        case HistoryFilter::Need::None:
            return true;
        case HistoryFilter::Need::Settling:
            return !record.outcome;
        case HistoryFilter::Need::Seeing:
            return record.outcome && record.outcome->outcome == Outcome::Unknown && !record.seen;
        case HistoryFilter::Need::Completing:
            break;
        }
        bool isOpen = record.outcome && record.outcome->putOff;
        for (qint64 later = record.id + 1; later <= intents.size(); ++later)
            isOpen = isOpen && !refersTo(later, AuditReference::Relation::Completes, record.id);
        return isOpen;
    }
    [[nodiscard]] static bool isMeant(const Guest &guest, const Guest &wanted)
    {
        const auto fits = [](const QString &is, const QString &want) {
            return want.isEmpty() || is.compare(want, Qt::CaseInsensitive) == 0;
        };
        return fits(guest.name, wanted.name) && fits(guest.room, wanted.room)
            && fits(guest.login, wanted.login);
    }
    /// Without the free text and times, which nobody needs here.
    [[nodiscard]] bool isMeant(const AuditRecord &record, const HistoryFilter &filter) const
    {
        const AuditIntent &intent = record.intent;
        return (!filter.record || record.id == *filter.record)
            && (!filter.mac || intent.client.mac == *filter.mac)
            && (!filter.action || intent.action == *filter.action)
            && (!filter.outcome || (record.outcome && record.outcome->outcome == *filter.outcome))
            && (filter.controllerId.isEmpty() || intent.client.controllerId == filter.controllerId)
            && (filter.beforeRecord == 0 || record.id < filter.beforeRecord)
            && (filter.text.isEmpty() || intent.deviceName.contains(filter.text))
            && isMeant(intent.guest, filter.exactGuest) && isNeeding(record, filter.need);
    }
    void note(const QString &what)
    {
        if (log)
            *log += what;
    }
};

inline WifiClient clientOf(quint64 mac, ClientState state = ClientState::Waiting,
    const QString &siteId = QStringLiteral("lobby"))
{
    WifiClient client;
    client.key = {QStringLiteral("c1"), siteId, MacAddress(mac)};
    client.name = QStringLiteral("Device %1").arg(mac);
    client.state = state;
    return client;
}

inline ClientSnapshot snapshotOf(const QList<WifiClient> &clients,
    const QString &siteId = QStringLiteral("lobby"), bool complete = true)
{
    return {siteId, clients, complete};
}
