#include "clients/actionobjection.h"

#include "clients/actionfailures.h"

using namespace Qt::StringLiterals;

namespace {

bool hasRole(ControllerDriver &driver, ClientAction action)
{
    switch (action) {
    case ClientAction::Authorize:
        return driver.authorizer() != nullptr;
    case ClientAction::Extend:
        return driver.extender() != nullptr;
    case ClientAction::Cancel:
        return driver.canceller() != nullptr;
    case ClientAction::Block:
    case ClientAction::Unblock:
        return driver.blocker() != nullptr;
    }
    Q_UNREACHABLE();
}

std::optional<Failure> objectionToLimits(
    const Limits &limits, ControllerDriver &driver, const Capabilities &capabilities)
{
    const auto objections = objectionsTo(limits, driver.authorizer()->limitRules(), capabilities);
    if (objections.isEmpty())
        return std::nullopt;
    return objections.first().reason == LimitObjection::Reason::OutOfRange
        ? Failure{Failure::Kind::InvalidInput, u"a limit is out of this controller's range"_s}
        : Failure{Failure::Kind::NotSupported, u"this controller cannot set a limit"_s};
}

} // namespace

std::optional<Failure> objectionTo(
    const ActionRequest &request, ControllerDriver &driver, bool cannotAsk, ActionReport &report)
{
    const ClientAction action = offeredAs(request.action);
    const Capabilities capabilities = driver.capabilities();
    const RowCircumstances circumstances{.listedNow = report.clientIsListed && !cannotAsk,
        .hasRedirect = request.redirect.has_value()};
    WifiClient client = report.client;
    if (request.anew && client.state == ClientState::Authorized)
        client.state = ClientState::Waiting;
    report.offer = hasRole(driver, action)
        ? offerFor(action, capabilities, client, circumstances)
        : Offer::NotOnThisController;
    report.unlockedBy = unlockedBy(report.offer, action, capabilities);
    if (auto reason = objectionTo(report.offer))
        return reason;
    if (action == ClientAction::Extend && request.limits.minutes.value_or(0) < 1)
        return Failure{Failure::Kind::InvalidInput, u"extending needs minutes to add"_s};
    return action == ClientAction::Authorize
        ? objectionToLimits(request.limits, driver, capabilities)
        : std::nullopt;
}
