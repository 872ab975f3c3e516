#include "drivers/omadahotspotdriver.h"

#include "drivers/asked.h"
#include "drivers/limitcheck.h"
#include "drivers/omadahotspotaction.h"
#include "drivers/omadahotspotrecords.h"
#include "drivers/omadaportalgrant.h"
#include "wire/omada4/requests.h"
#include "wire/omada5/requests.h"
#include "wire/omada_hotspot/replies.h"

#include <algorithm>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
namespace hotspot = wire::omada_hotspot;

namespace {

/// Refused for what this controller is, not for the moment.
bool meansAbsent(Failure::Kind kind)
{
    using enum Failure::Kind;
    return kind == NotSupported || kind == NotPermitted || kind == NotFound || kind == Refused
        || kind == UnreadableReply;
}

} // namespace

OmadaHotspotDriver::OmadaHotspotDriver(const ControllerProfile &profile,
    const Credential &hotspotOperator, HttpChannel *channel, QObject *parent)
    : ControllerDriver(parent)
    , m_controllerId(profile.id)
    , m_timeUnit(profile.portalTimeUnit)
    , m_session(profile, hotspotOperator, channel, nullptr)
    , m_hasRecords(m_session.generation() == Generation::Omada5)
{
}

ControllerIdentity OmadaHotspotDriver::identity() const
{
    return {u"Omada Controller"_s, m_session.versionText()};
}

Job<ControllerIdentity> *OmadaHotspotDriver::identify()
{
    auto *job = new Job<ControllerIdentity>(this);
    Job<QList<Site>> *sites = m_session.askSites(job);
    sites->then(job, [this, job](const Result<QList<Site>> &told) {
        if (!told)
            return job->settle(fail(told.error()));
        if (m_session.generation() == Generation::Omada4 && !told->isEmpty())
            return probeRecords(told->first().id, job);
        job->settle(identity());
    });
    connect(job, &JobBase::cancelled, sites, &JobBase::cancel);
    return job;
}

/// Nobody has written down whether 4.x has the records.
void OmadaHotspotDriver::probeRecords(const QString &siteKey, Job<ControllerIdentity> *job)
{
    auto *history = readHotspotRecords(m_session, siteKey, MacAddress(), job);
    history->then(job, [this, job](const Result<HotspotRecords> &found) {
        if (!found && !meansAbsent(found.error().kind))
            return job->settle(fail(found.error()));
        m_hasRecords = found.has_value();
        job->settle(identity());
    });
    connect(job, &JobBase::cancelled, history, &JobBase::cancel);
}

Job<QList<Site>> *OmadaHotspotDriver::listSites()
{
    return m_session.askSites(this);
}

Capabilities OmadaHotspotDriver::capabilities() const
{
    using enum Capability;
    Capabilities can = capabilitiesOf(
        {ListSites, AuthorizeCapturedRedirect, LimitDuration}, {Cue::Ssid, Cue::HostName});
    if (m_hasRecords)
        for (const Capability byRecord : {ReadAuthorization, Extend, CancelOnline, CancelOffline})
            can.has.set(size_t(byRecord));
    const LimitRules rules = limitRules();
    can.has.set(size_t(LimitData), rules.dataMb.has_value());
    can.has.set(size_t(LimitDownload), rules.downKbps.has_value());
    can.has.set(size_t(LimitUpload), rules.upKbps.has_value());
    if (m_session.generation() == Generation::Omada5
        && wire::omada5::hasOpenApi(m_session.version()))
        for (const Capability other :
            {ListClients, AuthorizeListedClient, LimitDownload, LimitUpload, Block})
            if (!can.can(other))
                can.unlockedBy[other] = CredentialKind::OpenApiApplication;
    return servedBy({m_session.generation(), CredentialKind::HotspotOperator}, can);
}

std::chrono::milliseconds OmadaHotspotDriver::clockOffset() const
{
    return m_session.channel().clockOffset();
}

std::chrono::milliseconds OmadaHotspotDriver::pollPause() const
{
    return 10s;
}

WifiClient OmadaHotspotDriver::clientOf(
    const wire::AuthedRecord &record, const QString &siteId, ClientState state) const
{
    WifiClient client;
    client.key = {m_controllerId, siteId, record.mac};
    client.vendorId = record.mac.toHyphens();
    client.hostName = record.name;
    client.ip = record.ip;
    client.ssid = record.ssid;
    client.wireless = record.wireless;
    client.state = state;
    client.authorization = record.authorization;
    return client;
}

/// Those who are let in now: nobody else is told.
Job<ClientSnapshot> *OmadaHotspotDriver::listClients(const ClientQuery &query)
{
    return askedOf<ClientSnapshot>(
        readHotspotRecords(m_session, query.siteId, {}, this),
        [this, siteId = query.siteId](const HotspotRecords &history) {
            ClientSnapshot snapshot{siteId, {}, history.complete};
            const auto live = wire::liveRecords(history.records, controllerNow(m_session));
            QList<MacAddress> addresses = live.keys();
            std::ranges::sort(addresses);
            for (const MacAddress mac : std::as_const(addresses))
                snapshot.clients.append(clientOf(live[mac], siteId, ClientState::Authorized));
            return Result<ClientSnapshot>(std::move(snapshot));
        },
        this);
}

Job<WifiClient> *OmadaHotspotDriver::readClient(const QString &siteId, MacAddress mac)
{
    return askedOf<WifiClient>(
        readHotspotRecords(m_session, siteId, mac, this),
        [this, siteId, mac](const HotspotRecords &history) -> Result<WifiClient> {
            const auto live = wire::liveRecords(history.records, controllerNow(m_session));
            if (const auto record = live.constFind(mac); record != live.cend())
                return clientOf(*record, siteId, ClientState::Authorized);
            const auto past = std::ranges::find(history.records, mac, &wire::AuthedRecord::mac);
            if (past == history.records.cend())
                return fail(Failure::Kind::NotFound, u"it was never let in here"_s);
            return clientOf(*past, siteId, ClientState::Expired);
        },
        this);
}

LimitRules OmadaHotspotDriver::limitRules() const
{
    return m_session.generation() == Generation::Omada4
        ? wire::omada4::limitRules()
        : wire::omada5::limitRules(m_session.version());
}

Job<ActionAnswer> *OmadaHotspotDriver::authorize(const AuthorizeOrder &order)
{
    if (const std::optional<Failure> wrong = outsideOf(limitRules(), order.limits))
        return Job<ActionAnswer>::settled(fail(*wrong), this);
    return authorizeThroughPortal(m_session, order, m_timeUnit, this);
}

Job<ActionAnswer> *OmadaHotspotDriver::extend(const ExtendOrder &order)
{
    if (!hotspot::extensionMinutes.holds(order.addMinutes))
        return Job<ActionAnswer>::settled(
            fail(
                Failure::Kind::InvalidInput, u"%1 minutes cannot be added"_s.arg(order.addMinutes)),
            this);
    return extendOnHotspot(m_session, order, this);
}

Job<ActionAnswer> *OmadaHotspotDriver::cancel(const WifiClient &client)
{
    return cancelOnHotspot(m_session, client, this);
}
