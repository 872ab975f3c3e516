#include "drivers/unifiintegrationdriver.h"

#include "drivers/extendedlimits.h"
#include "drivers/limitcheck.h"
#include "drivers/unifiaction.h"
#include "drivers/unificlientreading.h"
#include "wire/unifi_integration/filters.h"

#include <QVersionNumber>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
namespace unifi = wire::unifi_integration;

namespace {

/// Actions came with 9.1.
Result<ControllerIdentity> newEnough(const ControllerIdentity &identity)
{
    const QVersionNumber version = QVersionNumber::fromString(identity.version);
    if (version.isNull() || version >= QVersionNumber(9, 1))
        return identity;
    return fail(Failure::Kind::NotSupported,
        u"UniFi Network %1 has no guest actions; 9.1 is the first that has"_s.arg(
            identity.version));
}

} // namespace

UnifiIntegrationDriver::UnifiIntegrationDriver(
    const QString &controllerId, const Secret &key, HttpChannel *channel, QObject *parent)
    : ControllerDriver(parent)
    , m_controllerId(controllerId)
    , m_connection(key, channel, nullptr)
    , m_names([this](const QString &siteId,
                  QObject *asker) { return m_connection.deviceNames(siteId, asker); },
          nullptr)
{
}

Job<ControllerIdentity> *UnifiIntegrationDriver::identify()
{
    return askedOf<ControllerIdentity>(
        m_connection.ask(m_connection.requests().info(), unifi::readInfo, this), newEnough, this);
}

Job<QList<Site>> *UnifiIntegrationDriver::listSites()
{
    // Their clients are listed next, many pages at a time.
    m_connection.channel().warmUp(PagedListRules().pagesInFlight);
    const auto fetch = [this](int, qint64 offset) {
        return m_connection.ask(m_connection.requests().sites(offset), unifi::readSites, this);
    };
    return askedOf<QList<Site>>(
        PagedList<Site>::read(
            fetch, [](const QList<Site> &sites, qsizetype at) { return qHash(sites[at].id); },
            this),
        [](const WholeList<Site> &list) { return Result<QList<Site>>(list.rows); }, this);
}

Capabilities UnifiIntegrationDriver::capabilities() const
{
    using enum Capability;
    const Path path{Generation::UnifiIntegration, CredentialKind::ApiKey};
    std::map<Capability, CredentialKind> unlockedBy;
    // The cloud knows no local accounts.
    if (!unifi::isConnector(m_connection.channel().baseUrl()))
        for (const Capability capability :
            {AuthorizeCapturedRedirect, AuthorizeUnlistedMac, CancelOffline, Block})
            unlockedBy.emplace(capability, CredentialKind::LocalAccount);
    return servedBy(path,
        capabilitiesOf(
            {ListSites, ListClients, ReadAuthorization, AuthorizeListedClient, LimitDuration,
                LimitData, LimitDownload, LimitUpload, Extend, CancelOnline},
            {Cue::AccessPoint}, std::move(unlockedBy)));
}

std::chrono::milliseconds UnifiIntegrationDriver::clockOffset() const
{
    return m_connection.channel().clockOffset();
}

std::chrono::milliseconds UnifiIntegrationDriver::pollPause() const
{
    // The connector allows 100 calls a minute and takes most of a second for each.
    return unifi::isConnector(m_connection.channel().baseUrl()) ? 15s : 3s;
}

void UnifiIntegrationDriver::complete(WifiClient &client, const QString &siteId) const
{
    client.key.controllerId = m_controllerId;
    client.key.siteId = siteId;
    m_names.name(client);
}

/// Makes the snapshot, on whichever thread.
std::function<Result<ClientSnapshot>()> UnifiIntegrationDriver::snapshotOf(
    WholeList<WifiClient> list, const QString &siteId) const
{
    // Nobody else has the list, so that it is changed where it lies.
    return [list = std::move(list), siteId, controllerId = m_controllerId,
               names = m_names.ofSite(siteId)]() mutable {
        ClientSnapshot snapshot{siteId, std::move(list.rows), list.complete};
        snapshot.clients.removeDoubles();
        snapshot.clients.setPlace(controllerId, siteId);
        nameAccessPoints(snapshot.clients, names);
        return Result<ClientSnapshot>(std::move(snapshot));
    };
}

Job<ClientSnapshot> *UnifiIntegrationDriver::listClients(const ClientQuery &query)
{
    const bool guestsOnly = query.scope == ClientQuery::Scope::Guests;
    auto *job = new Job<ClientSnapshot>(this);
    m_names.refresh(query.siteId, job)->then(job, [this, job, query, guestsOnly](const auto &) {
        Job<WholeList<WifiClient>> *list
            = m_connection.listClients(query.siteId, guestsOnly ? unifi::guests() : QString(), job);
        list->then(job, [this, job, query](Result<WholeList<WifiClient>> &&answer) {
            if (!answer)
                return job->settle(fail(answer.error()));
            const qsizetype rows = answer->rows.size();
            settleWithWork(job, rows, snapshotOf(std::move(*answer), query.siteId));
        });
        connect(job, &JobBase::cancelled, list, &JobBase::cancel);
    });
    return job;
}

Job<WifiClient> *UnifiIntegrationDriver::readDetail(
    const QString &siteId, MacAddress mac, const QString &knownId)
{
    return askedOf<WifiClient>(
        UnifiClientReading::read(m_connection, siteId, mac, knownId, this),
        [this, siteId](WifiClient client) {
            complete(client, siteId);
            return Result<WifiClient>(std::move(client));
        },
        this);
}

Job<WifiClient> *UnifiIntegrationDriver::readClient(const QString &siteId, MacAddress mac)
{
    return readDetail(siteId, mac, {});
}

Job<WifiClient> *UnifiIntegrationDriver::readClient(const WifiClient &seen)
{
    return readDetail(seen.key.siteId, seen.key.mac, seen.vendorId);
}

LimitRules UnifiIntegrationDriver::limitRules() const
{
    return unifi::limitRules();
}

Job<ActionAnswer> *UnifiIntegrationDriver::authorize(const AuthorizeOrder &order)
{
    if (const std::optional<Failure> wrong = outsideOf(limitRules(), order.limits))
        return Job<ActionAnswer>::settled(fail(*wrong), this);
    return UnifiAction::run(
        m_connection, order.client,
        [this, siteId = order.client.key.siteId, limits = order.limits](
            const QString &id) { return m_connection.requests().authorize(siteId, id, limits); },
        this);
}

Job<ActionAnswer> *UnifiIntegrationDriver::extend(const ExtendOrder &order)
{
    if (order.client.authorization) {
        const Limits limits
            = extendedLimits(*order.client.authorization, order.addMinutes, order.controllerNow);
        return authorize({order.client, limits});
    }
    // A row of the list: what is left must be known before it can be kept.
    auto *job = new Job<ActionAnswer>(this);
    readClient(order.client)->then(job, [this, job, order](const Result<WifiClient> &client) {
        if (!client || !client->authorization) {
            const Failure gone{Failure::Kind::Refused, u"there is no authorization to extend"_s};
            return job->settle(fail(client ? gone : beforeSending(client.error())));
        }
        ExtendOrder known = order;
        known.client = *client;
        settleWith(job, extend(known),
            [](const ActionAnswer &answer) { return Result<ActionAnswer>(answer); });
    });
    return job;
}

Job<ActionAnswer> *UnifiIntegrationDriver::cancel(const WifiClient &client)
{
    auto *job = new Job<ActionAnswer>(this);
    Job<ActionAnswer> *sent = UnifiAction::run(
        m_connection, client,
        [this, siteId = client.key.siteId](
            const QString &id) { return m_connection.requests().unauthorize(siteId, id); },
        job);
    sent->then(job, [this, job, client](const Result<ActionAnswer> &answer) {
        if (answer || answer.error().kind != Failure::Kind::Refused)
            return job->settle(answer);
        // Nothing says what a guest who is not authorized makes of it. If that is so now, it is
        // what was wanted.
        const Failure &refusal = answer.error();
        readClient(client)->then(job, [job, refusal](const Result<WifiClient> &now) {
            const bool isOut
                = now && (now->state == ClientState::Waiting || now->state == ClientState::Expired);
            job->settle(isOut ? Result<ActionAnswer>(ActionAnswer{}) : fail(refusal));
        });
    });
    connect(job, &JobBase::cancelled, sent, &JobBase::cancel);
    return job;
}
