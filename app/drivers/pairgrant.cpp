#include "drivers/pairgrant.h"

#include "drivers/limitcheck.h"

namespace {

/// What of these limits can be set by these rules, and what is left over.
std::pair<Limits, Limits> split(const Limits &limits, const LimitRules &rules)
{
    Limits within;
    Limits beyond;
    for (const Limit limit : allLimits)
        setValue(rangeOf(rules, limit) ? within : beyond, limit, valueOf(limits, limit));
    return {within, beyond};
}

bool setsAll(const PairHalf &half, const Limits &limits)
{
    return !outsideOf(half.driver->authorizer()->limitRules(), limits);
}

} // namespace

bool grantable(const PairHalf &granting, const PairHalf &other, const AuthorizeOrder &order)
{
    ClientAuthorizer &authorizer = *granting.driver->authorizer();
    const auto [own, beyond] = split(order.limits, authorizer.limitRules());
    if (outsideOf(authorizer.limitRules(), own))
        return false;
    ClientRateSetter *rates = other.works() ? other.driver->rateSetter() : nullptr;
    return !outsideOf(rates ? rates->rateRules() : LimitRules(), beyond);
}

bool accountGoesFirst(const PairHalf &api, const PairHalf &account, const AuthorizeOrder &order)
{
    if (!accountGrantsBetter(api, account))
        return order.redirect && !api.can(Capability::AuthorizeCapturedRedirect);
    if (order.limits.isEmpty())
        return order.redirect.has_value();
    const bool leavesDurationToController = !order.limits.minutes && setsAll(api, order.limits);
    return !leavesDurationToController
        && (setsAll(account, order.limits) || !setsAll(api, order.limits));
}

Job<ActionAnswer> *grant(ClientAuthorizer &granting, const AuthorizeOrder &order,
    ClientRateSetter *rates, const WifiClient &rated, QObject *parent)
{
    const auto parts = split(order.limits, granting.limitRules());
    const Limits beyond = parts.second;
    AuthorizeOrder told = order;
    told.limits = parts.first;
    if (beyond.isEmpty() || !rates)
        return granting.authorize(told);
    auto *job = new Job<ActionAnswer>(parent);
    Job<ActionAnswer> *granted = granting.authorize(told);
    QObject::connect(job, &JobBase::cancelled, granted, &JobBase::cancel);
    granted->then(job, [=](const Result<ActionAnswer> &answer) {
        if (!answer)
            return job->settle(answer);
        rates->setRates(rated, beyond.downKbps, beyond.upKbps)
            ->then(job, [job, answer](const Result<ActionAnswer> &set) {
                ActionAnswer whole = *answer;
                if (!set)
                    whole.incomplete.append(set.error());
                job->settle(whole);
            });
    });
    return job;
}
