#include "drivers/omadaopenapidriver.h"

#include "drivers/asked.h"
#include "drivers/limitcheck.h"
#include "drivers/omadaaction.h"
#include "drivers/omadacancel.h"
#include "drivers/omadalisting.h"
#include "drivers/omadarecords.h"
#include "drivers/readaside.h"

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
namespace openapi = wire::omada_openapi;

OmadaOpenApiDriver::OmadaOpenApiDriver(const ControllerProfile &profile,
    const Credential &application, HttpChannel *channel, QObject *parent)
    : ControllerDriver(parent)
    , m_controllerId(profile.id)
    , m_version(profile.version)
    , m_session(profile.vendorControllerId, application, channel, nullptr)
    , m_listVersion(openapi::preferredListVersion(profile.version))
{
}

Job<ControllerIdentity> *OmadaOpenApiDriver::identify()
{
    auto *job = new Job<ControllerIdentity>(this);
    m_session.apiInfo(job)->then(job, [this, job](const Result<openapi::ApiInfo> &info) {
        if (!info)
            return job->settle(fail(info.error()));
        m_version = info->version;
        m_listVersion = openapi::preferredListVersion(info->version);
        const ControllerIdentity identity{u"Omada Controller"_s, info->version};
        settleWith(job, m_session.signIn(job),
            [identity](const Done &) { return Result<ControllerIdentity>(identity); });
    });
    return job;
}

Job<QList<Site>> *OmadaOpenApiDriver::listSites()
{
    const auto fetch = [this](int index, qint64) {
        const int page = index + 1;
        Job<HttpReply> *sent = m_session.exchange(
            [page](const OmadaSession::Requests &requests) { return requests.sites(page); }, this);
        return readingOf<wire::Page<Site>>(
            sent, [page](const HttpReply &reply) { return openapi::readSites(reply, page); }, this);
    };
    return askedOf<QList<Site>>(
        PagedList<Site>::read(
            fetch, [](const QList<Site> &sites, qsizetype at) { return qHash(sites[at].id); },
            this),
        [](const WholeList<Site> &list) { return Result<QList<Site>>(list.rows); }, this);
}

Capabilities OmadaOpenApiDriver::capabilities() const
{
    using enum Capability;
    Capabilities can
        = capabilitiesOf({ListSites, ListClients, ReadAuthorization, AuthorizeListedClient,
                             LimitDownload, LimitUpload, Extend, CancelOnline, Block},
            {Cue::Ssid, Cue::Signal, Cue::AccessPoint, Cue::HostName, Cue::Vendor},
            {{LimitDuration, CredentialKind::HotspotOperator},
                {LimitData, CredentialKind::HotspotOperator},
                {AuthorizeCapturedRedirect, CredentialKind::HotspotOperator}});
    can.has.set(size_t(CancelOffline), openapi::endsRecords(m_version));
    if (!can.can(CancelOffline))
        can.unlockedBy[CancelOffline] = CredentialKind::HotspotOperator;
    return servedBy({Generation::OmadaOpenApi, CredentialKind::OpenApiApplication}, can);
}

std::chrono::milliseconds OmadaOpenApiDriver::clockOffset() const
{
    return m_session.channel().clockOffset();
}

std::chrono::milliseconds OmadaOpenApiDriver::pollPause() const
{
    return 10s;
}

Job<ClientSnapshot> *OmadaOpenApiDriver::listClients(const ClientQuery &query)
{
    return askedOf<ClientSnapshot>(
        OmadaListing::list(m_session, m_listVersion, query, this),
        [this](ClientSnapshot snapshot) {
            snapshot.clients.setPlace(m_controllerId, snapshot.siteId);
            return Result<ClientSnapshot>(std::move(snapshot));
        },
        this);
}

Job<WifiClient> *OmadaOpenApiDriver::readClient(const QString &siteId, MacAddress mac)
{
    auto *job = new Job<WifiClient>(this);
    Job<HttpReply> *sent = m_session.exchange(
        [siteId, mac](
            const OmadaSession::Requests &requests) { return requests.client(siteId, mac); },
        job);
    Job<WifiClient> *read = readingOf<WifiClient>(sent, openapi::readClient, job);
    read->then(job, [this, job, siteId, mac](const Result<WifiClient> &answer) {
        if (!answer)
            return job->settle(fail(answer.error()));
        WifiClient client = *answer;
        if (client.key.mac != mac)
            return job->settle(
                fail(Failure::Kind::UnreadableReply, u"another client was answered"_s));
        client.key = {m_controllerId, siteId, mac};
        if (client.state == ClientState::Authorized)
            addAuthorization(client, job);
        else
            job->settle(client);
    });
    connect(job, &JobBase::cancelled, read, &JobBase::cancel);
    return job;
}

/// Times and usage stand in the records, not with the client.
void OmadaOpenApiDriver::addAuthorization(const WifiClient &client, Job<WifiClient> *job)
{
    settleWith(job, readLiveAuthorizations(m_session, client.key.siteId, client.key.mac, job),
        [client](const QHash<MacAddress, Authorization> &live) {
            WifiClient whole = client;
            if (const auto found = live.constFind(client.key.mac); found != live.cend())
                whole.authorization = openapi::merged(client.authorization, *found);
            return Result<WifiClient>(whole);
        });
}

LimitRules OmadaOpenApiDriver::limitRules() const
{
    return openapi::limitRules();
}

Job<ActionAnswer> *OmadaOpenApiDriver::authorize(const AuthorizeOrder &order)
{
    if (const std::optional<Failure> wrong = outsideOf(limitRules(), order.limits))
        return Job<ActionAnswer>::settled(fail(*wrong), this);
    if (order.client.state == ClientState::NotGuest)
        return Job<ActionAnswer>::settled(
            fail(Failure::Kind::NotGuest, u"no portal asks this client for anything"_s), this);
    return authorizeOnOmada(m_session, order, this);
}

Job<ActionAnswer> *OmadaOpenApiDriver::extend(const ExtendOrder &order)
{
    if (!openapi::extensionMinutes.holds(order.addMinutes))
        return Job<ActionAnswer>::settled(
            fail(
                Failure::Kind::InvalidInput, u"%1 minutes cannot be added"_s.arg(order.addMinutes)),
            this);
    return extendOnOmada(m_session, order, this);
}

Job<ActionAnswer> *OmadaOpenApiDriver::cancel(const WifiClient &client)
{
    return cancelOnOmada(m_session, client, this);
}

Job<ActionAnswer> *OmadaOpenApiDriver::act(OmadaSession::MakeCall makeCall)
{
    Job<Done> *done
        = askedOf<Done>(m_session.exchange(std::move(makeCall), this), openapi::readDone, this);
    return askedOf<ActionAnswer>(
        done, [](const Done &) { return Result<ActionAnswer>(ActionAnswer{}); }, this);
}

Job<ActionAnswer> *OmadaOpenApiDriver::block(const WifiClient &client)
{
    return act([key = client.key](const OmadaSession::Requests &requests) {
        return requests.block(key.siteId, key.mac);
    });
}

Job<ActionAnswer> *OmadaOpenApiDriver::unblock(const WifiClient &client)
{
    return act([key = client.key](const OmadaSession::Requests &requests) {
        return requests.unblock(key.siteId, key.mac);
    });
}

LimitRules OmadaOpenApiDriver::rateRules() const
{
    return openapi::limitRules();
}

Job<ActionAnswer> *OmadaOpenApiDriver::setRates(
    const WifiClient &client, std::optional<int> downKbps, std::optional<int> upKbps)
{
    if (const std::optional<Failure> wrong = outsideOf(rateRules(), {{}, {}, downKbps, upKbps}))
        return Job<ActionAnswer>::settled(fail(*wrong), this);
    return act([key = client.key, downKbps, upKbps](const OmadaSession::Requests &requests) {
        return requests.rateLimit(key.siteId, key.mac, downKbps, upKbps);
    });
}
