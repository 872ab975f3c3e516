#include "drivers/pairdriver.h"

#include "drivers/asked.h"
#include "drivers/pairmerge.h"
#include "drivers/readaside.h"

using namespace Qt::StringLiterals;

namespace {

/// Of two failures the one that may pass by itself: whoever waits for it should go on waiting.
template <typename T>
Result<T> lastingLast(const Result<T> &api, const Result<T> &account)
{
    return condemns(api.error().kind) && !condemns(account.error().kind) ? account : api;
}

template <typename T>
void cancelWith(JobBase *job, Job<T> *first, Job<T> *second)
{
    QObject::connect(job, &JobBase::cancelled, first, &JobBase::cancel);
    QObject::connect(job, &JobBase::cancelled, second, &JobBase::cancel);
}

} // namespace

PairDriver::PairDriver(PairHalf api, PairHalf account, QObject *parent)
    : ControllerDriver(parent)
    , m_api(std::move(api))
    , m_account(std::move(account))
{
    if (ChangeHints *hints = m_account.driver->hints())
        m_hints = std::make_unique<PairHints>(*hints, m_sites);
}

Job<ControllerIdentity> *PairDriver::identify()
{
    auto *job = new Job<ControllerIdentity>(this);
    Job<ControllerIdentity> *api = m_api.driver->identify();
    Job<ControllerIdentity> *account = m_account.driver->identify();
    cancelWith(job, api, account);
    whenBoth(job, api, account,
        [this, job](
            const Result<ControllerIdentity> &byApi, const Result<ControllerIdentity> &byAccount) {
            m_api.identified(byApi);
            m_account.identified(byAccount);
            job->settle(byApi ? byApi : byAccount ? byAccount : lastingLast(byApi, byAccount));
        });
    return job;
}

Job<QList<Site>> *PairDriver::listSites()
{
    const auto ask = [](const PairHalf &half) {
        return half.mayBeAsked() ? half.driver->listSites()
                                 : Job<QList<Site>>::settled(fail(*half.failure));
    };
    m_api.doubted = m_account.doubted = false;
    auto *job = new Job<QList<Site>>(this);
    Job<QList<Site>> *api = ask(m_api);
    Job<QList<Site>> *account = ask(m_account);
    cancelWith(job, api, account);
    whenBoth(job, api, account,
        [this, job](const Result<QList<Site>> &byApi, const Result<QList<Site>> &byAccount) {
            byApi ? m_sites.apiListed(*byApi) : doubt(&PairDriver::m_api, byApi.error());
            byAccount ? m_sites.accountListed(*byAccount)
                      : doubt(&PairDriver::m_account, byAccount.error());
            if (!byApi && !byAccount)
                return job->settle(lastingLast(byApi, byAccount));
            if (byApi)
                m_api.failure.reset();
            if (byAccount)
                m_account.failure.reset();
            job->settle(m_sites.shown(m_api.works(), m_account.works()));
        });
    return job;
}

Capabilities PairDriver::capabilities() const
{
    return mergedCapabilities(m_api, m_account);
}

void PairDriver::doubt(Half half, const Failure &failure)
{
    PairHalf &doubted = this->*half;
    if (!doubtsTheCredential(failure.kind) || !doubted.works() || doubted.doubted)
        return;
    doubted.doubted = true;
    doubted.driver->identify()->then(this, [this, half](const Result<ControllerIdentity> &answer) {
        (this->*half).identified(answer);
    });
}

ClientLister *PairDriver::lister()
{
    return roleIfAny(&ControllerDriver::lister);
}

ClientReader *PairDriver::reader()
{
    return roleIfAny(&ControllerDriver::reader);
}

ClientAuthorizer *PairDriver::authorizer()
{
    return roleIfAny(&ControllerDriver::authorizer);
}

AuthorizationExtender *PairDriver::extender()
{
    return roleIfAny(&ControllerDriver::extender);
}

AuthorizationCanceller *PairDriver::canceller()
{
    return roleIfAny(&ControllerDriver::canceller);
}

ClientBlocker *PairDriver::blocker()
{
    return roleIfAny(&ControllerDriver::blocker);
}

std::chrono::milliseconds PairDriver::clockOffset() const
{
    return (m_api.works() ? m_api : m_account).driver->clockOffset();
}

std::chrono::milliseconds PairDriver::pollPause() const
{
    return std::max(m_api.driver->pollPause(), m_account.driver->pollPause());
}

// Sites: one id is shown, each half has its own.

QString PairDriver::siteIdFor(Half half, const QString &shownId) const
{
    return half == &PairDriver::m_api ? m_sites.apiId(shownId) : m_sites.accountId(shownId);
}

/// The wire's own handle of a shown client is the official interface's.
WifiClient PairDriver::toldTo(Half half, WifiClient client) const
{
    client.key.siteId = siteIdFor(half, client.key.siteId);
    if (half == &PairDriver::m_account)
        client.vendorId.clear();
    return client;
}

WifiClient PairDriver::toldBy(Half half, WifiClient client, const QString &shownId)
{
    client.key.siteId = shownId;
    if (half == &PairDriver::m_account)
        client.vendorId.clear();
    return client;
}

// Reading

Job<ClientSnapshot> *PairDriver::listBy(Half half, const ClientQuery &query)
{
    const QString siteId = siteIdFor(half, query.siteId);
    const PairHalf &asked = this->*half;
    ClientLister *lister = asked.works() ? asked.driver->lister() : nullptr;
    if (!lister || siteId.isEmpty())
        return Job<ClientSnapshot>::settled(
            fail(Failure::Kind::NotFound,
                u"%1 does not list this site"_s.arg(toWord(asked.path.generation))),
            this);
    auto *job = new Job<ClientSnapshot>(this);
    Job<ClientSnapshot> *listing = lister->listClients({siteId, query.scope});
    listing->then(job, [job, half, siteId = query.siteId](const Result<ClientSnapshot> &answer) {
        if (!answer)
            return job->settle(fail(answer.error()));
        settleWithWork(job, answer->clients.size(), [snapshot = *answer, half, siteId]() mutable {
            snapshot.siteId = siteId;
            snapshot.clients = snapshot.clients.changed([half, &siteId](WifiClient &client) {
                client = toldBy(half, std::move(client), siteId);
            });
            return Result<ClientSnapshot>(std::move(snapshot));
        });
    });
    connect(job, &JobBase::cancelled, listing, &JobBase::cancel);
    return job;
}

bool PairDriver::addsCues(const QString &siteId) const
{
    return m_account.can(Capability::ListClients) && !m_sites.accountId(siteId).isEmpty()
        && (m_account.driver->capabilities().cues & ~m_api.driver->capabilities().cues).any();
}

Job<ClientSnapshot> *PairDriver::listClients(const ClientQuery &query)
{
    if (!m_api.works())
        return listBy(&PairDriver::m_account, query);
    auto *job = new Job<ClientSnapshot>(this);
    Job<ClientSnapshot> *api = listBy(&PairDriver::m_api, query);
    Job<ClientSnapshot> *account = addsCues(query.siteId)
        ? listBy(&PairDriver::m_account, query)
        : Job<ClientSnapshot>::settled(fail(Failure::Kind::NotSupported, u"not asked"_s), this);
    cancelWith(job, api, account);
    whenBoth(job, api, account,
        [this, job, query](const Result<ClientSnapshot> &byApi,
            const Result<ClientSnapshot> &byAccount) { listed(job, query, byApi, byAccount); });
    return job;
}

void PairDriver::listed(Job<ClientSnapshot> *job, const ClientQuery &query,
    const Result<ClientSnapshot> &byApi, const Result<ClientSnapshot> &byAccount)
{
    if (!byAccount)
        doubt(&PairDriver::m_account, byAccount.error());
    if (byApi && byAccount)
        return settleWithWork(job, byApi->clients.size(),
            [api = *byApi, account = *byAccount] { return withCues(api, account); });
    if (byApi)
        return job->settle(byApi);
    doubt(&PairDriver::m_api, byApi.error());
    if (byAccount || !doubtsTheCredential(byApi.error().kind) || job->isSettled())
        return job->settle(byAccount ? byAccount : byApi);
    Job<ClientSnapshot> *instead = listBy(&PairDriver::m_account, query);
    QObject::connect(job, &JobBase::cancelled, instead, &JobBase::cancel);
    instead->then(job, [job, byApi](const Result<ClientSnapshot> &answer) {
        job->settle(answer ? answer : lastingLast(byApi, answer));
    });
}

Job<WifiClient> *PairDriver::readBy(Half half, const WifiClient &seen)
{
    const WifiClient asked = toldTo(half, seen);
    if (asked.key.siteId.isEmpty())
        return Job<WifiClient>::settled(
            fail(Failure::Kind::NotFound, u"this credential does not see the site"_s), this);
    ClientReader *reader = (this->*half).driver->reader();
    return askedOf<WifiClient>(
        asked.vendorId.isEmpty() ? reader->readClient(asked.key.siteId, asked.key.mac)
                                 : reader->readClient(asked),
        [half, seen](WifiClient client) {
            return Result<WifiClient>(toldBy(half, std::move(client), seen.key.siteId));
        },
        this);
}

Job<WifiClient> *PairDriver::readClient(const QString &siteId, MacAddress mac)
{
    WifiClient seen;
    seen.key = {{}, siteId, mac};
    return readClient(seen);
}

Job<WifiClient> *PairDriver::readClient(const WifiClient &seen)
{
    const QList<Half> readers = having(&ControllerDriver::reader);
    if (readers.isEmpty())
        return Job<WifiClient>::settled(
            fail(Failure::Kind::NotSupported, u"no credential that works can read it"_s), this);
    auto *job = new Job<WifiClient>(this);
    Job<WifiClient> *first = readBy(readers.first(), seen);
    QObject::connect(job, &JobBase::cancelled, first, &JobBase::cancel);
    first->then(job, [this, job, readers, seen](const Result<WifiClient> &answer) {
        // Only one of them tells who is blocked. Where it was told before, it is asked for again.
        const bool tellsLess = answer && seen.blocked && !answer->blocked;
        const bool tellsNothing = !answer && leavesItToTheOther(answer.error().kind);
        if (readers.size() == 1 || (!tellsLess && !tellsNothing))
            return job->settle(answer);
        Job<WifiClient> *second = readBy(readers.last(), seen);
        QObject::connect(job, &JobBase::cancelled, second, &JobBase::cancel);
        second->then(job, [job, answer](const Result<WifiClient> &other) {
            if (!answer || !other)
                return job->settle(other ? other : answer);
            WifiClient both = *answer;
            both.blocked = other->blocked;
            job->settle(both);
        });
    });
    return job;
}
