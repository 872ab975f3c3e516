#include "drivers/omadalisting.h"

#include "drivers/asked.h"
#include "drivers/omadarecords.h"
#include "wire/omada_openapi/failures.h"

namespace openapi = wire::omada_openapi;
using openapi::ListVersion;

namespace {

ClientList guestsOf(const ClientList &clients)
{
    ClientList guests;
    guests.append(clients,
        [&clients](qsizetype at) { return clients.packed(at).state() != ClientState::NotGuest; });
    return guests;
}

bool anyAuthorized(const ClientList &clients)
{
    for (qsizetype at = 0; at < clients.size(); ++at)
        if (clients.packed(at).state() == ClientState::Authorized)
            return true;
    return false;
}

} // namespace

Job<ClientSnapshot> *OmadaListing::list(
    OmadaSession &session, ListVersion &version, const ClientQuery &query, QObject *parent)
{
    auto *job = new Job<ClientSnapshot>(parent);
    (new OmadaListing(session, version, query, job))->read(version, true);
    return job;
}

OmadaListing::OmadaListing(
    OmadaSession &session, ListVersion &version, ClientQuery query, Job<ClientSnapshot> *job)
    : QObject(job)
    , m_session(session)
    , m_version(version)
    , m_query(std::move(query))
    , m_job(job)
{
}

void OmadaListing::read(ListVersion version, bool mayTryOther)
{
    m_refusedVersion = false;
    // Ten requests a second are allowed, and most interfaces limit how many may run at once.
    PagedListRules rules;
    rules.pagesInFlight = 3;
    Job<WholeList<WifiClient>> *whole = PagedList<WifiClient>::read(
        [this, version](int index, qint64) { return page(version, index + 1); },
        [](const ClientList &clients, qsizetype at) { return clients.packed(at).vendorIdHash(); },
        this, rules);
    whole->then(this, [this, version, mayTryOther](const Result<WholeList<WifiClient>> &list) {
        if (m_job->isSettled())
            return;
        if (!list && m_refusedVersion && mayTryOther)
            return read(version == ListVersion::V1 ? ListVersion::V2 : ListVersion::V1, false);
        if (!list)
            return m_job->settle(fail(list.error()));
        m_version = version;
        listed(*list);
    });
    connect(m_job, &JobBase::cancelled, whole, &JobBase::cancel);
}

Job<wire::Page<WifiClient>> *OmadaListing::page(ListVersion version, int number)
{
    Job<HttpReply> *sent = m_session.exchange(
        [version, siteId = m_query.siteId, number](const OmadaSession::Requests &requests) {
            return requests.clients(version, siteId, number);
        },
        this);
    return askedOf<wire::Page<WifiClient>>(
        sent,
        [this, number](const HttpReply &reply) {
            m_refusedVersion = m_refusedVersion || openapi::refusesThisVersion(reply);
            return openapi::readClients(reply, number);
        },
        this);
}

void OmadaListing::listed(const WholeList<WifiClient> &list)
{
    m_snapshot.siteId = m_query.siteId;
    m_snapshot.complete = list.complete;
    const bool guestsOnly = m_query.scope == ClientQuery::Scope::Guests;
    m_snapshot.clients = list.rows;
    if (guestsOnly)
        m_snapshot.clients = guestsOf(list.rows);
    if (anyAuthorized(m_snapshot.clients))
        addAuthorizations();
    else
        m_job->settle(std::move(m_snapshot));
}

void OmadaListing::addAuthorizations()
{
    auto *live = readLiveAuthorizations(m_session, m_query.siteId, {}, this);
    live->then(this, [this](const Result<QHash<MacAddress, Authorization>> &found) {
        // Without the records the list is still right; it says less.
        if (found)
            m_snapshot.clients = m_snapshot.clients.changed([&found](WifiClient &client) {
                if (const auto record = found->constFind(client.key.mac);
                    client.state == ClientState::Authorized && record != found->cend())
                    client.authorization = openapi::merged(client.authorization, *record);
            });
        m_job->settle(std::move(m_snapshot));
    });
    connect(m_job, &JobBase::cancelled, live, &JobBase::cancel);
}
