#include "drivers/unificlassicdriver.h"

#include "drivers/asked.h"
#include "drivers/extendedlimits.h"
#include "drivers/limitcheck.h"
#include "drivers/readaside.h"
#include "wire/unifi_classic/replies.h"

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
namespace classic = wire::unifi_classic;
using Requests = UnifiClassicSession::Requests;

namespace {

ClientList guestsOf(const ClientList &clients)
{
    ClientList guests;
    guests.append(clients,
        [&clients](qsizetype at) { return clients.packed(at).state() != ClientState::NotGuest; });
    return guests;
}

MacAddress deviceOf(const AuthorizeOrder &order)
{
    return order.redirect ? order.redirect->client : order.client.key.mac;
}

std::optional<MacAddress> accessPointOf(const AuthorizeOrder &order)
{
    if (order.redirect && order.redirect->accessPoint)
        return order.redirect->accessPoint;
    return order.client.attachment.accessPoint;
}

/// A role that may not look into this.
bool isForbidden(const Failure &failure)
{
    return failure.kind == Failure::Kind::NotPermitted || failure.kind == Failure::Kind::NotFound
        || failure.kind == Failure::Kind::Refused;
}

} // namespace

UnifiClassicDriver::UnifiClassicDriver(const ControllerProfile &profile, const Credential &account,
    HttpChannel *channel, QObject *parent)
    : ControllerDriver(parent)
    , m_controllerId(profile.id)
    , m_session(account, channel, nullptr)
    , m_looks(m_session, nullptr)
    , m_names(
          [this](const QString &siteId, QObject *asker) {
              const auto make = [siteId](const Requests &requests) {
                  HttpRequest request = requests.devices(siteId);
                  request.timeout = 5s; // a list of clients waits for it
                  return request;
              };
              return ask<UnifiDeviceNames::Names>(make, classic::readDeviceNames, asker);
          },
          nullptr)
    , m_hints([this](const QString &siteId, QObject *owner) {
        return m_session.channel().openSocket(m_session.requests().eventsPath(siteId), owner);
    })
{
}

template <typename T, typename Read>
Job<T> *UnifiClassicDriver::ask(UnifiClassicSession::MakeCall makeCall, Read read, QObject *parent)
{
    return readingOf<T>(m_session.exchange(std::move(makeCall), parent), read, parent);
}

Job<ControllerIdentity> *UnifiClassicDriver::identify()
{
    auto *job = new Job<ControllerIdentity>(this);
    Job<QList<Site>> *sites = listSites();
    sites->then(job, [this, job](const Result<QList<Site>> &answer) {
        if (!answer)
            return job->settle(fail(answer.error()));
        if (answer->isEmpty())
            return job->settle(fail(Failure::Kind::NotPermitted, u"this account sees no site"_s));
        identifyBy(answer->first().id, job);
    });
    connect(job, &JobBase::cancelled, sites, &JobBase::cancel);
    return job;
}

/// The version stands with every site, also where the account sees only one. Some roles may not
/// read it: they are signed in all the same.
void UnifiClassicDriver::identifyBy(const QString &siteId, Job<ControllerIdentity> *job)
{
    Job<ControllerIdentity> *read = ask<ControllerIdentity>(
        [siteId](const Requests &requests) { return requests.system(siteId); }, classic::readSystem,
        job);
    read->then(job, [job](const Result<ControllerIdentity> &identity) {
        if (!identity && isForbidden(identity.error()))
            return job->settle(ControllerIdentity{u"UniFi Network"_s, {}});
        job->settle(identity);
    });
    connect(job, &JobBase::cancelled, read, &JobBase::cancel);
}

Job<QList<Site>> *UnifiClassicDriver::listSites()
{
    return ask<QList<Site>>(
        [](const Requests &requests) { return requests.sites(); }, classic::readSites, this);
}

Capabilities UnifiClassicDriver::capabilities() const
{
    using enum Capability;
    return servedBy({Generation::UnifiClassic, CredentialKind::LocalAccount},
        capabilitiesOf(
            {ListSites, ListClients, ReadAuthorization, AuthorizeListedClient,
                AuthorizeCapturedRedirect, AuthorizeUnlistedMac, LimitDuration, LimitData,
                LimitDownload, LimitUpload, Extend, CancelOnline, CancelOffline, Block},
            {Cue::Ssid, Cue::Signal, Cue::AccessPoint, Cue::HostName, Cue::Vendor}));
}

std::chrono::milliseconds UnifiClassicDriver::clockOffset() const
{
    return m_session.channel().clockOffset();
}

std::chrono::milliseconds UnifiClassicDriver::pollPause() const
{
    return 5s; // every poll is a whole site
}

WifiClient UnifiClassicDriver::completed(WifiClient client, const QString &siteId) const
{
    client.key.controllerId = m_controllerId;
    client.key.siteId = siteId;
    m_names.name(client);
    return client;
}

/// Makes the snapshot, on whichever thread.
std::function<Result<ClientSnapshot>()> UnifiClassicDriver::snapshotOf(
    const UnifiSiteLooks::Look &look, const ClientQuery &query) const
{
    return [look, query, controllerId = m_controllerId, names = m_names.ofSite(query.siteId)] {
        const bool guestsOnly = query.scope == ClientQuery::Scope::Guests;
        ClientSnapshot snapshot{query.siteId, guestsOnly ? guestsOf(look->clients) : look->clients};
        snapshot.clients.removeDoubles();
        snapshot.clients.setPlace(controllerId, query.siteId);
        nameAccessPoints(snapshot.clients, names);
        return Result<ClientSnapshot>(std::move(snapshot));
    };
}

Job<ClientSnapshot> *UnifiClassicDriver::listClients(const ClientQuery &query)
{
    auto *job = new Job<ClientSnapshot>(this);
    m_names.refresh(query.siteId, job)->then(job, [this, job, query](const auto &) {
        Job<UnifiSiteLooks::Look> *looking = m_looks.look(query.siteId, job);
        looking->then(job, [this, job, query](const Result<UnifiSiteLooks::Look> &look) {
            if (!look)
                return job->settle(fail(look.error()));
            m_hints.siteAnswered(query.siteId);
            settleWithWork(job, (*look)->clients.size(), snapshotOf(*look, query));
        });
        connect(job, &JobBase::cancelled, looking, &JobBase::cancel);
    });
    return job;
}

Job<WifiClient> *UnifiClassicDriver::readClient(const QString &siteId, MacAddress mac)
{
    auto *job = new Job<WifiClient>(this);
    Job<UnifiSiteLooks::Look> *looking = m_looks.look(siteId, job);
    looking->then(job, [this, job, siteId, mac](const Result<UnifiSiteLooks::Look> &look) {
        if (!look)
            return job->settle(fail(look.error()));
        if (const std::optional<WifiClient> client = (*look)->clients.find(mac))
            return job->settle(completed(*client, siteId));
        readAbsent(siteId, mac, *look, job);
    });
    connect(job, &JobBase::cancelled, looking, &JobBase::cancel);
    return job;
}

/// Its name, and whether it is blocked, stand in another list, which not every role may read.
void UnifiClassicDriver::readAbsent(
    const QString &siteId, MacAddress mac, const UnifiSiteLooks::Look &look, Job<WifiClient> *job)
{
    using Known = std::optional<WifiClient>;
    Job<Known> *read
        = ask<Known>([siteId](const Requests &requests) { return requests.knownStations(siteId); },
            [mac](const HttpReply &reply) { return classic::readKnown(reply, mac); }, job);
    read->then(job, [this, job, siteId, mac, look](const Result<Known> &known) {
        if (!known && !isForbidden(known.error()))
            return job->settle(fail(known.error()));
        const std::optional<WifiClient> client
            = classic::absentClient(mac, known.value_or(std::nullopt), look->guests, look->now);
        if (!client)
            return job->settle(
                fail(Failure::Kind::NotFound, u"the controller does not know this client"_s));
        job->settle(completed(*client, siteId));
    });
    connect(job, &JobBase::cancelled, read, &JobBase::cancel);
}

LimitRules UnifiClassicDriver::limitRules() const
{
    return classic::limitRules();
}

/// Reads may go on while every action is answered as if the session had ended: then a fresh one
/// did not help, and the account may only look.
Job<ActionAnswer> *UnifiClassicDriver::act(UnifiClassicSession::MakeCall makeCall,
    Result<ActionAnswer> (*read)(const HttpReply &), QObject *parent)
{
    const auto judged = [read](const HttpReply &reply) {
        Result<ActionAnswer> answer = read(reply);
        if (!answer && answer.error().kind == Failure::Kind::SessionExpired)
            answer.error().kind = Failure::Kind::NotPermitted;
        return answer;
    };
    return ask<ActionAnswer>(std::move(makeCall), judged, parent);
}

Job<ActionAnswer> *UnifiClassicDriver::sendAuthorization(
    const AuthorizeOrder &order, QObject *parent)
{
    const auto make = [site = order.client.key.siteId, mac = deviceOf(order), limits = order.limits,
                          accessPoint = accessPointOf(order)](const Requests &requests) {
        return requests.authorize(site, mac, limits, accessPoint);
    };
    return act(make, classic::readAuthorized, parent);
}

Job<ActionAnswer> *UnifiClassicDriver::authorize(const AuthorizeOrder &order)
{
    if (const std::optional<Failure> wrong = outsideOf(limitRules(), order.limits))
        return Job<ActionAnswer>::settled(fail(*wrong), this);
    if (order.client.state == ClientState::NotGuest && !order.redirect)
        return Job<ActionAnswer>::settled(
            fail(Failure::Kind::NotGuest, u"no portal asks this client for anything"_s), this);
    if (order.limits.minutes)
        return sendAuthorization(order, this);
    // Without minutes the controller applies its own default, and some versions another one than
    // is configured: say it.
    auto *job = new Job<ActionAnswer>(this);
    Job<int> *minutes
        = ask<int>([site = order.client.key.siteId](
                       const Requests &requests) { return requests.guestAccess(site); },
            classic::readDefaultMinutes, job);
    minutes->then(job, [this, job, order](const Result<int> &told) {
        if (job->isSettled())
            return;
        AuthorizeOrder explicitOrder = order;
        if (told)
            explicitOrder.limits.minutes = *told;
        settleWith(job, sendAuthorization(explicitOrder, job),
            [](const ActionAnswer &answer) { return Result<ActionAnswer>(answer); });
    });
    return job;
}

Job<ActionAnswer> *UnifiClassicDriver::extend(const ExtendOrder &order)
{
    if (order.client.authorization)
        return authorize({order.client,
            extendedLimits(*order.client.authorization, order.addMinutes, order.controllerNow)});
    // What is left must be known before it can be kept.
    auto *job = new Job<ActionAnswer>(this);
    readClient(order.client)->then(job, [this, job, order](const Result<WifiClient> &client) {
        if (job->isSettled())
            return;
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

Job<ActionAnswer> *UnifiClassicDriver::command(const WifiClient &client,
    HttpRequest (Requests::*make)(const QString &, MacAddress) const, const ActionAnswer &answer)
{
    const auto makeCall = [make, site = client.key.siteId, mac = client.key.mac](
                              const Requests &requests) { return (requests.*make)(site, mac); };
    Job<ActionAnswer> *done = act(
        makeCall,
        [](const HttpReply &reply) {
            return classic::readDone(reply).map([](const Done &) { return ActionAnswer{}; });
        },
        this);
    return askedOf<ActionAnswer>(
        done, [answer](const ActionAnswer &) { return Result<ActionAnswer>(answer); }, this);
}

Job<ActionAnswer> *UnifiClassicDriver::cancel(const WifiClient &client)
{
    ActionAnswer answer;
    answer.revoked = client.authorization;
    return command(client, &Requests::unauthorize, answer);
}

Job<ActionAnswer> *UnifiClassicDriver::block(const WifiClient &client)
{
    return command(client, &Requests::block, {});
}

Job<ActionAnswer> *UnifiClassicDriver::unblock(const WifiClient &client)
{
    return command(client, &Requests::unblock, {});
}
