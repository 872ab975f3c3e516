#include "clients/undo.h"

#include "clients/actionfailures.h"
#include "clients/auditentries.h"

namespace {

using Reason = UndoRefusal::Reason;
using Undo = tl::expected<UndoPlan, UndoRefusal>;

constexpr qint64 secondsInMinute = 60;
constexpr qint64 clockGrain = 5; ///< seconds by which two tellings of one beginning may differ

tl::unexpected<UndoRefusal> refused(Reason reason)
{
    return tl::unexpected(UndoRefusal{reason});
}

/// What the record itself says against it.
std::optional<Reason> objectionOf(const AuditRecord &record, const UndoCircumstances &circumstances)
{
    if (record.erased)
        return Reason::Erased;
    if (record.undoneBy)
        return Reason::Undone;
    const auto &refersTo = record.intent.refersTo;
    if (refersTo && refersTo->relation == AuditReference::Relation::Undoes)
        return Reason::IsAnUndo;
    const bool wasDone = record.outcome
        && (record.outcome->outcome == Outcome::Confirmed
            || record.outcome->outcome == Outcome::Differs);
    if (!wasDone)
        return Reason::NothingDone;
    return circumstances.actedOnSince ? std::optional(Reason::ActedOnSince) : std::nullopt;
}

/// Not connected is a matter of moments where cancelling drops a device from the Wi-Fi: the action
/// itself waits for it.
std::optional<UndoRefusal> objectionTo(
    ClientAction action, const WifiClient &now, const UndoCircumstances &circumstances)
{
    const Offer offer = offerFor(action, circumstances.capabilities, now, circumstances.row);
    if (offer == Offer::Ready
        || (offer == Offer::NotConnected && action == ClientAction::Authorize))
        return std::nullopt;
    return UndoRefusal{
        Reason::Offer, {}, action, offer, unlockedBy(offer, action, circumstances.capabilities)};
}

/// The minutes that would be left now of those that were left then; nothing when they are over.
std::optional<int> leftNow(int minutesThen, const QDateTime &then, const QDateTime &now)
{
    const qint64 seconds = minutesThen * secondsInMinute - then.secsTo(now);
    return seconds > 0 ? std::optional(int((seconds + secondsInMinute - 1) / secondsInMinute))
                       : std::nullopt;
}

/// The limits that were, with the time that would still be left.
tl::expected<Limits, UndoRefusal> limitsBefore(
    const AuditRecord &record, const UndoCircumstances &circumstances)
{
    if (!record.intent.before || !record.intent.before->minutes)
        return refused(Reason::NotKept);
    Limits limits = *record.intent.before;
    limits.minutes = leftNow(*limits.minutes, record.intent.time, circumstances.now);
    if (!limits.minutes)
        return refused(Reason::TimeIsOver);
    return limits;
}

Undo authorizing(const AuditRecord &record, const Limits &limits, bool anew,
    const UndoCircumstances &circumstances)
{
    const auto objections = objectionsTo(limits, circumstances.rules, circumstances.capabilities);
    if (!objections.isEmpty())
        return tl::unexpected(UndoRefusal{Reason::Limits, objections});
    return UndoPlan{AuditAction::Authorize, limits, anew, record.intent.guest,
        {AuditReference::Relation::Undoes, record.id}};
}

Undo undoOfAuthorize(
    const AuditRecord &record, const WifiClient &now, const UndoCircumstances &circumstances)
{
    if (const auto objection = objectionTo(ClientAction::Cancel, now, circumstances))
        return tl::unexpected(*objection);
    const auto &then = record.outcome->since;
    const bool isAnother = then && now.authorization && now.authorization->since
        && std::abs(then->secsTo(*now.authorization->since)) > clockGrain;
    if (isAnother)
        return refused(Reason::ActedOnSince);
    return UndoPlan{AuditAction::Cancel, {}, false, record.intent.guest,
        {AuditReference::Relation::Undoes, record.id}};
}

Undo undoOfCancel(
    const AuditRecord &record, const WifiClient &now, const UndoCircumstances &circumstances)
{
    if (const auto objection = objectionTo(ClientAction::Authorize, now, circumstances))
        return tl::unexpected(*objection);
    return limitsBefore(record, circumstances).and_then([&](const Limits &limits) {
        return authorizing(record, limits, false, circumstances);
    });
}

/// The data that is left is what is left now, not then.
Undo undoOfExtend(
    const AuditRecord &record, const WifiClient &now, const UndoCircumstances &circumstances)
{
    if (!circumstances.authorizesAnew)
        return refused(Reason::CannotShorten);
    if (const auto objection = objectionTo(ClientAction::Extend, now, circumstances))
        return tl::unexpected(*objection);
    const auto left = remainingOf(now, circumstances.controllerNow);
    if (!left)
        return refused(Reason::NotKept);
    return limitsBefore(record, circumstances).and_then([&](Limits limits) {
        limits.dataMb = left->dataMb;
        limits.downKbps = left->downKbps;
        limits.upKbps = left->upKbps;
        return authorizing(record, limits, true, circumstances);
    });
}

Undo undoOfBlocking(AuditAction back, const AuditRecord &record, const WifiClient &now,
    const UndoCircumstances &circumstances)
{
    if (const auto objection = objectionTo(offeredAs(back), now, circumstances))
        return tl::unexpected(*objection);
    return UndoPlan{
        back, {}, false, record.intent.guest, {AuditReference::Relation::Undoes, record.id}};
}

/// As the controller would tell the client once the action were done.
WifiClient afterwards(AuditAction action, WifiClient client)
{
    switch (action) {
    case AuditAction::Authorize:
        client.state = ClientState::Authorized;
        break;
    case AuditAction::Cancel:
        client.state = ClientState::Waiting;
        client.authorization.reset();
        break;
    case AuditAction::Extend:
        break;
    case AuditAction::Block:
    case AuditAction::Unblock:
        client.blocked = action == AuditAction::Block;
        break;
    }
    return client;
}

} // namespace

tl::expected<UndoPlan, UndoRefusal> undoOf(
    const AuditRecord &record, const WifiClient &now, const UndoCircumstances &circumstances)
{
    if (const auto reason = objectionOf(record, circumstances))
        return refused(*reason);
    switch (record.intent.action) {
    case AuditAction::Authorize:
        return undoOfAuthorize(record, now, circumstances);
    case AuditAction::Extend:
        return undoOfExtend(record, now, circumstances);
    case AuditAction::Cancel:
        return undoOfCancel(record, now, circumstances);
    case AuditAction::Block:
        return undoOfBlocking(AuditAction::Unblock, record, now, circumstances);
    case AuditAction::Unblock:
        return undoOfBlocking(AuditAction::Block, record, now, circumstances);
    }
    Q_UNREACHABLE();
}

std::optional<UndoRefusal> hindranceToUndo(
    AuditAction action, const WifiClient &now, const UndoCircumstances &circumstances)
{
    AuditRecord record;
    record.intent.action = action;
    record.intent.time = circumstances.now;
    record.intent.before = remainingOf(now, circumstances.controllerNow);
    record.outcome = AuditOutcome();
    record.outcome->outcome = Outcome::Confirmed;
    const auto undo = undoOf(record, afterwards(action, now), circumstances);
    return undo ? std::nullopt : std::optional(undo.error());
}
