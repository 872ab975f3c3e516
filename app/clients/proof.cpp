#include "clients/proof.h"

#include <algorithm>

namespace {

using std::chrono::seconds;

constexpr int secondsInMinute = 60;

int minutesBetween(const QDateTime &from, const QDateTime &to)
{
    return int((from.secsTo(to) + secondsInMinute / 2) / secondsInMinute);
}

/// A short duration allows for less, lest nothing at all pass for one minute.
bool isAbout(const QDateTime &shown, const QDateTime &wanted, int minutes, seconds tolerance)
{
    const auto allowed = std::min(tolerance, seconds(minutes) * secondsInMinute / 2);
    return std::abs(wanted.secsTo(shown)) <= allowed.count();
}

Limits limitsIn(const Authorization &authorization, const QDateTime &sentAt)
{
    Limits limits;
    if (authorization.until)
        limits.minutes = minutesBetween(authorization.since.value_or(sentAt), *authorization.until);
    limits.dataMb = authorization.dataLimitMb;
    limits.downKbps = authorization.downKbps;
    limits.upKbps = authorization.upKbps;
    return limits;
}

void compare(Proof &proof, Limit limit, std::optional<int> asked, std::optional<int> got)
{
    if (asked != got)
        proof.differences.append({limit, asked, got});
}

void conclude(Proof &proof)
{
    proof.verdict
        = proof.differences.isEmpty() ? Proof::Verdict::Shown : Proof::Verdict::ShownOtherwise;
}

Proof proofOfAuthorize(const SentAction &sent, const Authorization &shown)
{
    Proof proof{{}, {}, limitsIn(shown, sent.sentAt), shown.until};
    if (sent.asked.minutes) {
        if (!shown.until)
            return proof;
        const QDateTime end = sent.sentAt.addSecs(qint64(*sent.asked.minutes) * secondsInMinute);
        if (!isAbout(*shown.until, end, *sent.asked.minutes, sent.endTolerance))
            proof.differences.append({Limit::Duration, sent.asked.minutes, proof.got.minutes});
    }
    if (shown.tellsQuota)
        compare(proof, Limit::Data, sent.asked.dataMb, shown.dataLimitMb);
    if (shown.tellsRates) {
        compare(proof, Limit::Download, sent.asked.downKbps, shown.downKbps);
        compare(proof, Limit::Upload, sent.asked.upKbps, shown.upKbps);
    }
    conclude(proof);
    return proof;
}

/// Extending leaves every other limit as it was.
Proof proofOfExtend(const SentAction &sent, const Authorization &shown)
{
    Proof proof{{}, {}, limitsIn(shown, sent.sentAt), shown.until};
    const auto before = sent.before.authorization.value_or(Authorization());
    if (!before.until || !shown.until || !sent.asked.minutes)
        return proof;
    const int added = *sent.asked.minutes;
    const QDateTime end = before.until->addSecs(qint64(added) * secondsInMinute);
    if (!isAbout(*shown.until, end, added, sent.endTolerance)) {
        if (*shown.until <= *before.until)
            return proof;
        proof.differences.append(
            {Limit::Duration, added, minutesBetween(*before.until, *shown.until)});
    }
    proof.got.minutes = minutesBetween(*before.until, *shown.until);
    if (!sent.restartsUsage && shown.tellsQuota)
        compare(proof, Limit::Data, before.dataLimitMb, shown.dataLimitMb);
    if (shown.tellsRates) {
        compare(proof, Limit::Download, before.downKbps, shown.downKbps);
        compare(proof, Limit::Upload, before.upKbps, shown.upKbps);
    }
    conclude(proof);
    return proof;
}

Proof proofOfCancel(ClientState state)
{
    Proof proof;
    if (state == ClientState::Waiting || state == ClientState::Expired)
        proof.verdict = Proof::Verdict::Shown;
    return proof;
}

Proof proofOfBlocking(bool wanted, std::optional<bool> blocked)
{
    Proof proof;
    if (blocked == wanted)
        proof.verdict = Proof::Verdict::Shown;
    return proof;
}

} // namespace

Proof proofOf(const SentAction &sent, const WifiClient &now)
{
    if (sent.action == AuditAction::Cancel)
        return proofOfCancel(now.state);
    if (sent.action == AuditAction::Block || sent.action == AuditAction::Unblock)
        return proofOfBlocking(sent.action == AuditAction::Block, now.blocked);
    Proof proof;
    if (now.state != ClientState::Authorized)
        return proof;
    if (now.authorization)
        return sent.action == AuditAction::Extend ? proofOfExtend(sent, *now.authorization)
                                                  : proofOfAuthorize(sent, *now.authorization);
    if (sent.action == AuditAction::Authorize && sent.asked.isEmpty())
        proof.verdict = Proof::Verdict::Shown;
    return proof;
}
