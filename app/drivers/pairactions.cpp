#include "drivers/pairdriver.h"

#include "drivers/limitcheck.h"
#include "drivers/pairgrant.h"

using namespace Qt::StringLiterals;

Job<ActionAnswer> *PairDriver::inTurn(const QList<Attempt> &attempts)
{
    if (attempts.isEmpty())
        return Job<ActionAnswer>::settled(
            fail(Failure::Kind::NotSupported, u"no credential that works can do this"_s), this);
    auto *job = new Job<ActionAnswer>(this);
    tryNext(job, attempts);
    return job;
}

void PairDriver::tryNext(Job<ActionAnswer> *job, QList<Attempt> attempts)
{
    Job<ActionAnswer> *sent = attempts.takeFirst()();
    QObject::connect(job, &JobBase::cancelled, sent, &JobBase::cancel);
    sent->then(job, [this, job, attempts](const Result<ActionAnswer> &answer) {
        if (answer || attempts.isEmpty() || job->isSettled()
            || !leavesItToTheOther(answer.error().kind))
            return job->settle(answer);
        tryNext(job, attempts);
    });
}

LimitRules PairDriver::limitRules() const
{
    return mergedLimitRules(m_api, m_account);
}

bool PairDriver::needsRedirect() const
{
    for (const Half half : having(&ControllerDriver::authorizer))
        if (!(this->*half).driver->authorizer()->needsRedirect())
            return false;
    return true;
}

/// Who may give this authorization, best first.
QList<PairDriver::Half> PairDriver::grantersOf(const AuthorizeOrder &order) const
{
    QList<Half> result;
    for (const Half half : having(&ControllerDriver::authorizer)) {
        const WifiClient client = toldTo(half, order.client);
        if (!client.key.siteId.isEmpty()
            && grantable(this->*half, half == &PairDriver::m_api ? m_account : m_api, order))
            result.append(half);
    }
    if (result.size() == 2 && accountGoesFirst(m_api, m_account, order))
        result.swapItemsAt(0, 1);
    return result;
}

Job<ActionAnswer> *PairDriver::grantBy(Half half, const AuthorizeOrder &order)
{
    AuthorizeOrder told = order;
    told.client = toldTo(half, order.client);
    const bool byApi = half == &PairDriver::m_api;
    PairHalf &other = byApi ? m_account : m_api;
    const WifiClient afterwards
        = toldTo(byApi ? &PairDriver::m_account : &PairDriver::m_api, order.client);
    return grant(*(this->*half).driver->authorizer(), told,
        other.works() ? other.driver->rateSetter() : nullptr, afterwards, this);
}

Job<ActionAnswer> *PairDriver::authorize(const AuthorizeOrder &order)
{
    if (const std::optional<Failure> wrong = outsideOf(limitRules(), order.limits))
        return Job<ActionAnswer>::settled(fail(*wrong), this);
    QList<Attempt> attempts;
    for (const Half half : grantersOf(order))
        attempts.append([this, half, order] { return grantBy(half, order); });
    return inTurn(attempts);
}

template <typename Role>
Job<ActionAnswer> *PairDriver::onClient(Role *(ControllerDriver::*role)(), const WifiClient &client,
    const std::function<Job<ActionAnswer> *(Role &, const WifiClient &)> &act)
{
    QList<Attempt> attempts;
    for (const Half half : having(role))
        if (const WifiClient told = toldTo(half, client); !told.key.siteId.isEmpty())
            attempts.append([this, half, role, told, act] {
                return act(*((this->*half).driver.get()->*role)(), told);
            });
    return inTurn(attempts);
}

bool PairDriver::restartsUsage() const
{
    const QList<Half> halves = having(&ControllerDriver::extender);
    return !halves.isEmpty() && (this->*halves.first()).driver->extender()->restartsUsage();
}

Job<ActionAnswer> *PairDriver::extend(const ExtendOrder &order)
{
    return onClient<AuthorizationExtender>(&ControllerDriver::extender, order.client,
        [order](AuthorizationExtender &extender, const WifiClient &client) {
            return extender.extend({client, order.addMinutes, order.controllerNow});
        });
}

bool PairDriver::disconnects() const
{
    const QList<Half> halves = having(&ControllerDriver::canceller);
    return !halves.isEmpty() && (this->*halves.first()).driver->canceller()->disconnects();
}

Job<ActionAnswer> *PairDriver::cancel(const WifiClient &client)
{
    return onClient<AuthorizationCanceller>(&ControllerDriver::canceller, client,
        [](AuthorizationCanceller &canceller, const WifiClient &told) {
            return canceller.cancel(told);
        });
}

Job<ActionAnswer> *PairDriver::block(const WifiClient &client)
{
    return onClient<ClientBlocker>(&ControllerDriver::blocker, client,
        [](ClientBlocker &blocker, const WifiClient &told) { return blocker.block(told); });
}

Job<ActionAnswer> *PairDriver::unblock(const WifiClient &client)
{
    return onClient<ClientBlocker>(&ControllerDriver::blocker, client,
        [](ClientBlocker &blocker, const WifiClient &told) { return blocker.unblock(told); });
}
