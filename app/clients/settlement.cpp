#include "clients/settlement.h"

#include "clients/proof.h"

namespace {

using Verdict = Settlement::Verdict;

constexpr qint64 secondsInMinute = 60;

/// Controllers tell the time of an answer in whole seconds, and write down a beginning rounded.
constexpr qint64 clockGrain = 5;

/// Whatever began later than this after the intent was not sent by the program that wrote it.
constexpr qint64 longestSending = 120;

/// Nobody's own default lets a guest in for less.
constexpr int shortestDefaultMinutes = 5;

/// At the most.
qint64 secondsSince(const SettlingEvidence &evidence)
{
    return evidence.intent.controllerTime->secsTo(evidence.controllerNow) + clockGrain;
}

/// Whether minutes from the intent on have gone by, when an authorization ends by itself.
bool haveGoneBy(const SettlingEvidence &evidence, int minutes)
{
    return secondsSince(evidence) >= minutes * secondsInMinute;
}

/// Whether the quota can have been used up since the intent; without rates, over a fast network.
bool mayHaveUsedUp(const SettlingEvidence &evidence, const Limits &before)
{
    constexpr qint64 fastKbps = 1'000'000;
    constexpr qint64 kbitInMb = 8 * 1024;
    const qint64 kbps
        = before.downKbps && before.upKbps ? qint64(*before.downKbps) + *before.upKbps : fastKbps;
    return before.dataMb && secondsSince(evidence) * kbps >= *before.dataMb * kbitInMb;
}

Settlement asIn(const Proof &proof)
{
    switch (proof.verdict) {
    case Proof::Verdict::NotYet:
        return {};
    case Proof::Verdict::Shown:
        return {Verdict::Confirmed, {}, proof.got, proof.until};
    case Proof::Verdict::ShownOtherwise:
        return {Verdict::Differs, proof.differences, proof.got, proof.until};
    }
    Q_UNREACHABLE();
}

/// What the read-back of the program itself would have said.
Settlement byReadBack(const SettlingEvidence &evidence, const WifiClient &before)
{
    return asIn(proofOf({.action = evidence.intent.action,
                            .asked = evidence.intent.asked,
                            .before = before,
                            .sentAt = *evidence.intent.controllerTime,
                            .endTolerance = evidence.endTolerance,
                            .restartsUsage = true},
        *evidence.now));
}

/// Which authorization it is: only one that began just after the intent can be its.
bool beganByIntent(const SettlingEvidence &evidence)
{
    const auto &shown = evidence.now->authorization;
    if (!shown || !shown->since || shown->method == AuthorizationMethod::Voucher)
        return false;
    const qint64 after = evidence.intent.controllerTime->secsTo(*shown->since);
    return after >= -clockGrain && after <= longestSending;
}

Settlement ofAuthorize(const SettlingEvidence &evidence)
{
    switch (evidence.now->state) {
    case ClientState::Authorized:
        return beganByIntent(evidence) ? byReadBack(evidence, {}) : Settlement();
    case ClientState::Waiting:
    case ClientState::Expired:
        if (haveGoneBy(evidence, evidence.intent.asked.minutes.value_or(shortestDefaultMinutes)))
            return {};
        return {.verdict = Verdict::NotConfirmed};
    case ClientState::NotGuest:
    case ClientState::Unknown:
        return {};
    }
    Q_UNREACHABLE();
}

/// The end of before is known to the minute: it lay within the one that had begun.
Settlement ofExtend(const SettlingEvidence &evidence)
{
    const auto &before = evidence.intent.before;
    const auto &shown = evidence.now->authorization;
    if (evidence.now->state != ClientState::Authorized || !shown || !shown->until || !before
        || !before->minutes)
        return {};
    const QDateTime latestEnd
        = evidence.intent.controllerTime->addSecs(*before->minutes * secondsInMinute);
    if (*shown->until <= latestEnd.addSecs(1))
        return {.verdict = Verdict::NotConfirmed, .got = {}, .until = shown->until};
    WifiClient was;
    was.authorization = Authorization();
    was.authorization->until = latestEnd.addSecs(-secondsInMinute / 2);
    was.authorization->downKbps = before->downKbps;
    was.authorization->upKbps = before->upKbps;
    return byReadBack(evidence, was);
}

/// It is over because of the cancel only while it could not have ended by itself.
Settlement ofCancel(const SettlingEvidence &evidence)
{
    const Limits before = evidence.intent.before.value_or(Limits());
    const auto &shown = evidence.now->authorization;
    switch (evidence.now->state) {
    case ClientState::Authorized:
        // A new beginning says that somebody let it in again, not whether it was out before.
        if (shown && shown->since
            && evidence.intent.controllerTime->secsTo(*shown->since) > clockGrain)
            return {};
        return {.verdict = Verdict::NotConfirmed};
    case ClientState::Waiting:
    case ClientState::Expired:
        if (haveGoneBy(evidence, before.minutes ? *before.minutes - 1 : shortestDefaultMinutes)
            || mayHaveUsedUp(evidence, before))
            return {};
        return {.verdict = Verdict::Confirmed};
    case ClientState::NotGuest:
    case ClientState::Unknown:
        return {};
    }
    Q_UNREACHABLE();
}

Settlement ofBlocking(bool wanted, std::optional<bool> blocked)
{
    if (!blocked)
        return {};
    return {.verdict = *blocked == wanted ? Verdict::Confirmed : Verdict::NotConfirmed};
}

} // namespace

Settlement settlementOf(const SettlingEvidence &evidence)
{
    if (!evidence.now || evidence.actedOnSince || !evidence.intent.controllerTime)
        return {};
    switch (evidence.intent.action) {
    case AuditAction::Authorize:
        return ofAuthorize(evidence);
    case AuditAction::Extend:
        return ofExtend(evidence);
    case AuditAction::Cancel:
        return ofCancel(evidence);
    case AuditAction::Block:
        return ofBlocking(true, evidence.now->blocked);
    case AuditAction::Unblock:
        return ofBlocking(false, evidence.now->blocked);
    }
    Q_UNREACHABLE();
}
