#include "assembly/gatehouse.h"
#include "assembly/gatehouseparts.h"
#include "wire/redirect/redirect.h"

#include <algorithm>

// What a person does with the clients.

Offer Gatehouse::offer(ClientAction action, const ClientKey &key) const
{
    const std::optional<ClientRow> row = m_parts->directory.find(key);
    const ControllerLink *owner = link(key.controllerId);
    if (!row || !owner)
        return Offer::NotConnected;
    RowCircumstances circumstances;
    circumstances.controllerReachable = owner->state() == ControllerLink::State::Connected
        || owner->state() == ControllerLink::State::Refreshing;
    circumstances.listedNow = row->listedNow && row->seen == Seen::OnController;
    circumstances.actionUnderWay = m_parts->actions.isUnderWay(key);
    circumstances.hasRedirect = row->capture != nullptr;
    return offerFor(action, owner->capabilities(), row->client, circumstances);
}

QString Gatehouse::whyNot(ClientAction action, const ClientKey &key) const
{
    const Offer answer = offer(action, key);
    const ControllerLink *owner = link(key.controllerId);
    return phrases::text(
        answer, action, owner ? unlockedBy(answer, action, owner->capabilities()) : std::nullopt);
}

bool Gatehouse::authorize(
    const ClientKey &key, const Limits &limits, const Guest &guest, const QString &reason)
{
    const auto request = requestFor(AuditAction::Authorize, key, limits, guest, reason);
    return request && run(request, admissionFor(*request));
}

bool Gatehouse::extend(const ClientKey &key, int addMinutes, const QString &reason)
{
    return run(
        requestFor(AuditAction::Extend, key, Limits{.minutes = addMinutes}, guestOf(key), reason));
}

bool Gatehouse::cancel(const ClientKey &key, const QString &reason)
{
    return run(requestFor(AuditAction::Cancel, key, {}, guestOf(key), reason));
}

bool Gatehouse::block(const ClientKey &key, const QString &reason)
{
    return run(requestFor(AuditAction::Block, key, {}, guestOf(key), reason));
}

bool Gatehouse::unblock(const ClientKey &key, const QString &reason)
{
    return run(requestFor(AuditAction::Unblock, key, {}, guestOf(key), reason));
}

/// The policy of the site, where it counts by something that is known of this guest.
Admission Gatehouse::admissionFor(const ActionRequest &request) const
{
    const ClientKey &key = request.client.key;
    const auto policy = m_parts->ports.profiles->loginPolicy(key.controllerId, key.siteId);
    return policy && !countedBy(*policy, request.guest).isEmpty() ? Admission{policy, {}}
                                                                  : Admission();
}

Guest Gatehouse::guestOf(const ClientKey &key) const
{
    const std::optional<ClientRow> row = m_parts->directory.find(key);
    return row ? row->guest : Guest();
}

std::optional<ActionRequest> Gatehouse::requestFor(AuditAction action, const ClientKey &key,
    const Limits &limits, const Guest &guest, const QString &reason) const
{
    const std::optional<ClientRow> row = m_parts->directory.find(key);
    const ControllerLink *owner = link(key.controllerId);
    if (!row || !owner || !owner->driver())
        return std::nullopt;
    // Dropping a limit here would make "confirmed" a lie: whoever offers limits asks objectionsTo()
    // first.
    if (action == AuditAction::Authorize
        && !objectionsTo(limits, owner->limitRules(), owner->capabilities()).isEmpty())
        return std::nullopt;
    ActionRequest request;
    request.action = action;
    request.client = row->client;
    request.limits
        = action == AuditAction::Authorize ? settable(limits, owner->limitRules()) : limits;
    request.guest = guest;
    request.reason = reason;
    request.operatorName = m_parts->ports.profiles->operatorName();
    request.controllerName = owner->profile().name;
    request.siteName = siteName(key.controllerId, key.siteId);
    if (row->capture)
        request.redirect = row->capture->redirect;
    return request;
}

bool Gatehouse::run(const std::optional<ActionRequest> &request, const Admission &admission)
{
    ControllerLink *owner = request ? link(request->client.key.controllerId) : nullptr;
    if (!owner)
        return false;
    const bool counts = admission.policy || admission.replaces;
    const bool started = counts ? m_parts->actions.admit(*request, admission, *owner)
                                : m_parts->actions.run(*request, *owner);
    if (started && request->action == AuditAction::Authorize && !request->guest.isEmpty())
        m_parts->directory.setGuest(request->client.key, request->guest);
    return started;
}

Result<CapturedRedirect> Gatehouse::readRedirect(const QString &pasted)
{
    return wire::readRedirect(pasted);
}

QList<RedirectPlace> Gatehouse::placesOf(const CapturedRedirect &redirect) const
{
    return m_parts->portal->placesOf(redirect);
}

ClientKey Gatehouse::takeRedirect(const CapturedRedirect &redirect, const RedirectPlace &place)
{
    m_parts->portal->takePasted(redirect, place);
    return {place.controllerId, place.siteId, redirect.client};
}
