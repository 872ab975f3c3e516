#pragma once

#include "clients/actionrun.h"
#include "clients/offers.h"

#include <tl/expected.hpp>

#include <chrono>

/// What puts back what a record did.
struct UndoPlan
{
    AuditAction action = AuditAction::Cancel;
    Limits limits;
    bool anew = false; ///< see ActionRequest
    Guest guest;
    AuditReference refersTo;
};

/// Why a record cannot be undone.
struct UndoRefusal
{
    enum class Reason {
        NothingDone, ///< the controller has not shown that it was done
        Undone, ///< already
        IsAnUndo, ///< of an earlier record
        Erased, ///< nobody knows any more whose it was
        ActedOnSince, ///< the device's state is the work of a later action
        NotKept, ///< the controller did not tell until when the authorization ran
        TimeIsOver, ///< it would have ended by now
        CannotShorten, ///< this controller cannot take back time that was added
        Limits, ///< it cannot set the limits that were: see objections
        Offer, ///< see offer
    };

    Reason reason = Reason::NothingDone;
    QList<LimitObjection> objections = {};
    ClientAction action = ClientAction::Cancel; ///< what offer is about
    Offer offer = Offer::Ready;
    std::optional<CredentialKind> unlockedBy = {};
};

/// What decides besides the record and its client.
struct UndoCircumstances
{
    Capabilities capabilities;
    LimitRules rules;
    RowCircumstances row;
    bool authorizesAnew = false; ///< an authorization in place of another one replaces it
    bool actedOnSince = false; ///< a later record may have changed the device's state
    QDateTime now; ///< UTC, our clock
    QDateTime controllerNow; ///< UTC, in the controller's clock
};

/// now is the record's client as the controller tells it. An authorization is cancelled, a
/// cancelled one granted again with what was left of it and would still be left now, an extended
/// one granted anew with its old end, a block lifted, and the other way round.
[[nodiscard]] tl::expected<UndoPlan, UndoRefusal> undoOf(
    const AuditRecord &record, const WifiClient &now, const UndoCircumstances &circumstances);

/// Whether an action on this client, as it is now, could be undone once it were confirmed; asked
/// before it is done.
[[nodiscard]] std::optional<UndoRefusal> hindranceToUndo(
    AuditAction action, const WifiClient &now, const UndoCircumstances &circumstances);
