#include "clients/offers.h"

#include <algorithm>
#include <array>
#include <span>

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

/// Each of these is a way to do it.
std::span<const Capability> waysTo(ClientAction action)
{
    using enum Capability;
    static constexpr std::array authorizing{
        AuthorizeListedClient, AuthorizeUnlistedMac, AuthorizeCapturedRedirect};
    static constexpr std::array extending{Extend};
    static constexpr std::array cancelling{CancelOnline, CancelOffline};
    static constexpr std::array blocking{Block};
    switch (action) {
    case ClientAction::Authorize:
        return authorizing;
    case ClientAction::Extend:
        return extending;
    case ClientAction::Cancel:
        return cancelling;
    case ClientAction::Block:
    case ClientAction::Unblock:
        return blocking;
    }
    Q_UNREACHABLE();
}

Offer byBlocking(ClientAction action, std::optional<bool> blocked)
{
    if (action == ClientAction::Block)
        return blocked == true ? Offer::AlreadyDone : Offer::Ready;
    if (!blocked)
        return Offer::StateUnknown;
    return *blocked ? Offer::Ready : Offer::AlreadyDone;
}

/// What the client's own state makes of it.
Offer byState(
    ClientAction action, const Capabilities &capabilities, const WifiClient &client, bool listedNow)
{
    if (action == ClientAction::Block || action == ClientAction::Unblock)
        return byBlocking(action, client.blocked);
    const bool authorizes = action == ClientAction::Authorize;
    switch (client.state) {
    case ClientState::Unknown:
        // Of whom a controller does not list it says nothing: that forbids nothing.
        return (authorizes && !capabilities.can(Capability::ListClients))
                || (!listedNow && action != ClientAction::Extend)
            ? Offer::Ready
            : Offer::StateUnknown;
    case ClientState::NotGuest:
        return Offer::NotGuest;
    case ClientState::Waiting:
    case ClientState::Expired:
        return authorizes ? Offer::Ready : Offer::AlreadyDone;
    case ClientState::Authorized:
        return authorizes ? Offer::AlreadyDone : Offer::Ready;
    }
    Q_UNREACHABLE();
}

Offer toAuthorize(const Capabilities &capabilities, const RowCircumstances &circumstances)
{
    const bool takesListed = capabilities.can(Capability::AuthorizeListedClient);
    if (capabilities.can(Capability::AuthorizeUnlistedMac)
        || (takesListed && circumstances.listedNow))
        return Offer::Ready;
    if (capabilities.can(Capability::AuthorizeCapturedRedirect) && circumstances.hasRedirect)
        return Offer::Ready;
    return takesListed ? Offer::NotConnected : Offer::NeedsRedirect;
}

/// What it needs of the device at this moment.
Offer byPresence(
    ClientAction action, const Capabilities &capabilities, const RowCircumstances &circumstances)
{
    switch (action) {
    case ClientAction::Authorize:
        return toAuthorize(capabilities, circumstances);
    case ClientAction::Extend:
    case ClientAction::Cancel:
        return circumstances.listedNow || capabilities.can(Capability::CancelOffline)
            ? Offer::Ready
            : Offer::NotConnected;
    case ClientAction::Block:
    case ClientAction::Unblock:
        return Offer::Ready;
    }
    Q_UNREACHABLE();
}

} // namespace

Offer offerFor(ClientAction action, const Capabilities &capabilities, const WifiClient &client,
    const RowCircumstances &circumstances)
{
    const auto isServed = [&](Capability way) { return capabilities.can(way); };
    if (std::ranges::none_of(waysTo(action), isServed))
        return Offer::NotOnThisController;
    if (circumstances.actionUnderWay)
        return Offer::UnderWay;
    if (!circumstances.controllerReachable)
        return Offer::ControllerAway;
    const Offer offer = byState(action, capabilities, client, circumstances.listedNow);
    return offer == Offer::Ready ? byPresence(action, capabilities, circumstances) : offer;
}

std::optional<CredentialKind> unlockedBy(
    Offer offer, ClientAction action, const Capabilities &capabilities)
{
    const bool isAboutCredentials = offer == Offer::NotOnThisController
        || offer == Offer::NotConnected || offer == Offer::NeedsRedirect;
    if (!isAboutCredentials)
        return std::nullopt;
    for (const Capability way : waysTo(action)) {
        const bool helps = offer != Offer::NotConnected || way == Capability::AuthorizeUnlistedMac
            || way == Capability::CancelOffline;
        if (const auto credential = capabilities.unlocking(way); helps && credential)
            return credential;
    }
    return std::nullopt;
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
