#include "drivers/pairhalf.h"

#include "core/limits.h"

#include <array>

namespace {

LimitRules rulesOf(const PairHalf &half)
{
    ClientAuthorizer *authorizer = half.works() ? half.driver->authorizer() : nullptr;
    return authorizer ? authorizer->limitRules() : LimitRules();
}

} // namespace

bool doubtsTheCredential(Failure::Kind kind)
{
    using enum Failure::Kind;
    return kind == CredentialMissing || kind == SignInRefused || kind == SecondFactorNeeded
        || kind == LockedOut || kind == SessionExpired;
}

bool condemns(Failure::Kind kind)
{
    using enum Failure::Kind;
    return doubtsTheCredential(kind) || kind == NotPermitted || kind == NotFound || kind == Refused
        || kind == UnreadableReply || kind == NotSupported;
}

bool leavesItToTheOther(Failure::Kind kind)
{
    using enum Failure::Kind;
    return doubtsTheCredential(kind) || kind == NotPermitted || kind == NotFound
        || kind == NotSupported || kind == RedirectNeeded;
}

bool PairHalf::mayBeAsked() const
{
    using enum Failure::Kind;
    return !failure
        || (failure->kind != CredentialMissing && failure->kind != SignInRefused
            && failure->kind != SecondFactorNeeded && failure->kind != NotSupported);
}

void PairHalf::identified(const Result<ControllerIdentity> &answer)
{
    if (answer)
        failure.reset();
    else if (condemns(answer.error().kind))
        failure = answer.error();
}

bool accountGrantsBetter(const PairHalf &api, const PairHalf &account)
{
    return !api.can(Capability::LimitDuration) && account.can(Capability::LimitDuration);
}

Capabilities mergedCapabilities(const PairHalf &api, const PairHalf &account)
{
    const std::array halves{&api, &account};
    Capabilities merged;
    for (const PairHalf *half : halves) {
        if (!half->works()) {
            merged.failing.emplace(half->path.credential, *half->failure);
            continue;
        }
        const Capabilities own = half->driver->capabilities();
        merged.has |= own.has;
        merged.cues |= own.cues;
    }
    for (int i = 0; i < capabilityCount; ++i) {
        const auto capability = Capability(i);
        if (merged.can(capability)) {
            const bool byAccount = !api.can(capability)
                || (capability == Capability::AuthorizeListedClient
                    && accountGrantsBetter(api, account));
            merged.servedBy.emplace(capability, byAccount ? account.path : api.path);
            continue;
        }
        for (const PairHalf *half : halves) {
            const Capabilities own = half->driver->capabilities();
            const auto key = own.unlocking(capability);
            if (!half->works() && own.can(capability))
                merged.unlockedBy.emplace(capability, half->path.credential);
            else if (key && *key != api.path.credential && *key != account.path.credential)
                merged.unlockedBy.emplace(capability, *key);
        }
    }
    return merged;
}

LimitRules mergedLimitRules(const PairHalf &api, const PairHalf &account)
{
    if (!accountGrantsBetter(api, account))
        return api.works() ? rulesOf(api) : rulesOf(account);
    LimitRules rules = rulesOf(account);
    if (api.works() && api.driver->authorizer())
        rules.minutesWhenUnset.reset(); // the other half leaves it to the controller
    ClientRateSetter *rates = api.works() ? api.driver->rateSetter() : nullptr;
    if (!rates || (rules.downKbps && rules.upKbps))
        return rules;
    const LimitRules afterwards = rates->rateRules();
    rules.downKbps = afterwards.downKbps;
    rules.upKbps = afterwards.upKbps;
    rules.wholeMbitAboveKbps = afterwards.wholeMbitAboveKbps;
    return rules;
}
