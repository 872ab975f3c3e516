#pragma once

#include "core/capability.h"
#include "core/controllerdriver.h"
#include "core/limits.h"
#include "core/wificlient.h"

#include <optional>

/// What can be asked of one row.
enum class ClientAction { Authorize, Extend, Cancel, Block, Unblock };

/// Whether an action can be asked of a row now, and if not, why. Button, menu, tool tip and CLI ask
/// the same offer.
enum class Offer {
    Ready,
    AlreadyDone, ///< authorized already, or not authorized (for cancel and extend); blocked alike
    UnderWay, ///< an action on this row has not ended yet
    NotGuest, ///< not on a guest network
    StateUnknown, ///< the controller did not say whether it is authorized, or blocked
    NeedsRedirect, ///< only with a redirect that the device's browser brought
    NotConnected, ///< this controller can do it only while the device is connected
    NotOnThisController, ///< this controller cannot do it with the credentials it has
    ControllerAway, ///< the controller does not answer now
};

/// What is known about a row besides what the controller says.
struct RowCircumstances
{
    bool controllerReachable = true;
    bool listedNow = true; ///< the latest poll had it
    bool actionUnderWay = false;
    bool hasRedirect = false; ///< its browser has brought one
};

[[nodiscard]] Offer offerFor(ClientAction action, const Capabilities &capabilities,
    const WifiClient &client, const RowCircumstances &circumstances);

/// The further credential with which the controller could do what this offer says that it cannot;
/// nothing where none would, or where it is not a matter of credentials.
[[nodiscard]] std::optional<CredentialKind> unlockedBy(
    Offer offer, ClientAction action, const Capabilities &capabilities);

/// Why one limit cannot be asked of a controller.
struct LimitObjection
{
    Limit limit = Limit::Duration;
    enum class Reason { CannotBeSet, OutOfRange } reason = Reason::CannotBeSet;
    std::optional<LimitRange> range; ///< for OutOfRange
    std::optional<CredentialKind>
        unlockedBy; ///< for CannotBeSet: the credential that would allow it
};

/// Everything in these limits that this controller cannot set; empty: all of it can be asked.
[[nodiscard]] QList<LimitObjection> objectionsTo(
    const Limits &limits, const LimitRules &rules, const Capabilities &capabilities);
