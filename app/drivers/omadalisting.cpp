#include "drivers/omadalisting.h"

#include "drivers/omadarecords.h"
#include "drivers/readaside.h"
#include "wire/omada_openapi/failures.h"

namespace openapi = wire::omada_openapi;
using openapi::ListVersion;

namespace {

using Live = QHash<MacAddress, Authorization>;

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

ClientList withAuthorizations(const ClientList &clients, const Live &records)
{
    return clients.changed([&records](WifiClient &client) {
        const auto record = records.constFind(client.key.mac);
        if (client.state == ClientState::Authorized && record != records.cend())
            client.authorization = openapi::merged(client.authorization, *record);
    });
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
    whole->then(this, [this, version, mayTryOther](Result<WholeList<WifiClient>> &&list) {
        if (m_job->isSettled())
            return;
        if (!list && m_refusedVersion && mayTryOther)
            return read(version == ListVersion::V1 ? ListVersion::V2 : ListVersion::V1, false);
        if (!list)
            return m_job->settle(fail(list.error()));
        m_version = version;
        listed(std::move(*list));
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
    auto *job = new Job<wire::Page<WifiClient>>(this);
    sent->then(job, [this, job, number](const Result<HttpReply> &answer) {
        if (!answer)
            return job->settle(fail(answer.error()));
        m_refusedVersion = m_refusedVersion || openapi::refusesThisVersion(*answer);
        settleWithReading(job, *answer,
            [number](const HttpReply &reply) { return openapi::readClients(reply, number); });
    });
    connect(job, &JobBase::cancelled, sent, &JobBase::cancel);
    return job;
}

void OmadaListing::listed(WholeList<WifiClient> list)
{
    m_snapshot = {m_query.siteId, std::move(list.rows), list.complete};
    const bool guestsOnly = m_query.scope == ClientQuery::Scope::Guests;
    // Nobody is authorized who is not listed, and most sites list somebody who is.
    auto *live = anyAuthorized(m_snapshot.clients)
        ? readLiveAuthorizations(m_session, m_query.siteId, {}, this)
        : Job<Live>::settled(Live(), this);
    live->then(this, [this, guestsOnly](const Result<Live> &found) {
        const qsizetype rows = m_snapshot.clients.size();
        settleWithWork(m_job, rows,
            // Without the records the list is still right; it says less.
            [snapshot = std::move(m_snapshot), guestsOnly,
                records = found.value_or(Live())]() mutable {
                if (guestsOnly)
                    snapshot.clients = guestsOf(snapshot.clients);
                if (!records.isEmpty())
                    snapshot.clients = withAuthorizations(snapshot.clients, records);
                return Result<ClientSnapshot>(std::move(snapshot));
            });
    });
    connect(m_job, &JobBase::cancelled, live, &JobBase::cancel);
}
