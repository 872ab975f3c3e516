#include "clients/offers.h"

namespace {

Capability capabilityOf(Limit limit)
{
    switch (limit) {
    case Limit::Duration:
        return Capability::LimitDuration;
    case Limit::Data:
        return Capability::LimitData;
    case Limit::Download:
        return Capability::LimitDownload;
    case Limit::Upload:
        return Capability::LimitUpload;
    }
    Q_UNREACHABLE();
}

bool canAtAll(ClientAction action, const Capabilities &capabilities)
{
    switch (action) {
    case ClientAction::Authorize:
        return capabilities.can(Capability::AuthorizeListedClient)
            || capabilities.can(Capability::AuthorizeUnlistedMac)
            || capabilities.can(Capability::AuthorizeCapturedRedirect);
    case ClientAction::Extend:
        return capabilities.can(Capability::Extend);
    case ClientAction::Cancel:
        return capabilities.can(Capability::CancelOnline)
            || capabilities.can(Capability::CancelOffline);
    }
    Q_UNREACHABLE();
}

/// What the client's own state makes of it.
Offer byState(ClientAction action, ClientState state)
{
    switch (state) {
    case ClientState::Unknown:
        return Offer::StateUnknown;
    case ClientState::NotGuest:
        return Offer::NotGuest;
    case ClientState::Waiting:
    case ClientState::Expired:
        return action == ClientAction::Authorize ? Offer::Ready : Offer::AlreadyDone;
    case ClientState::Authorized:
        return action == ClientAction::Authorize ? Offer::AlreadyDone : Offer::Ready;
    }
    Q_UNREACHABLE();
}

/// What it needs of the device at this moment.
Offer byPresence(ClientAction action, const Capabilities &capabilities, bool listedNow)
{
    const bool reachesAbsent
        = capabilities.can(action == ClientAction::Authorize ? Capability::AuthorizeUnlistedMac
                                                             : Capability::CancelOffline);
    if (!listedNow)
        return reachesAbsent ? Offer::Ready : Offer::NotConnected;
    if (action == ClientAction::Authorize && !reachesAbsent
        && !capabilities.can(Capability::AuthorizeListedClient))
        return Offer::NeedsRedirect;
    return Offer::Ready;
}

} // namespace

Offer offerFor(ClientAction action, const Capabilities &capabilities, const WifiClient &client,
    const RowCircumstances &circumstances)
{
    if (!canAtAll(action, capabilities))
        return Offer::NotOnThisController;
    if (circumstances.actionUnderWay)
        return Offer::UnderWay;
    if (!circumstances.controllerReachable)
        return Offer::ControllerAway;
    const Offer offer = byState(action, client.state);
    return offer == Offer::Ready ? byPresence(action, capabilities, circumstances.listedNow)
                                 : offer;
}

QList<LimitObjection> objectionsTo(
    const Limits &limits, const LimitRules &rules, const Capabilities &capabilities)
{
    QList<LimitObjection> objections;
    for (const Limit limit : allLimits) {
        const auto value = valueOf(limits, limit);
        const auto range = rangeOf(rules, limit);
        if (!value || (range && range->holds(*value)))
            continue;
        if (range)
            objections.append({limit, LimitObjection::Reason::OutOfRange, range, {}});
        else
            objections.append({limit, LimitObjection::Reason::CannotBeSet, {},
                capabilities.unlocking(capabilityOf(limit))});
    }
    return objections;
}
