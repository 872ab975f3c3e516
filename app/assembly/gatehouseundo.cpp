#include "assembly/gatehouse.h"
#include "assembly/gatehouseparts.h"
#include "clients/auditentries.h"

using namespace Qt::StringLiterals;

// What a person takes back, and what nobody knows.

namespace {

/// As the history knows it.
WifiClient clientOf(const AuditRecord &record)
{
    WifiClient client;
    client.key = record.intent.client;
    client.name = record.intent.deviceName;
    return client;
}

} // namespace

UndoCircumstances Gatehouse::undoCircumstances(const ControllerLink &owner) const
{
    UndoCircumstances circumstances;
    circumstances.capabilities = owner.capabilities();
    circumstances.rules = owner.limitRules();
    circumstances.row.controllerReachable = owner.state() == ControllerLink::State::Connected
        || owner.state() == ControllerLink::State::Refreshing;
    AuthorizationExtender *extender = owner.driver() ? owner.driver()->extender() : nullptr;
    circumstances.authorizesAnew = extender && extender->restartsUsage();
    circumstances.now = clock().now();
    circumstances.controllerNow = m_parts->directory.controllerNow(owner.profile().id);
    return circumstances;
}

/// Only what could be undone otherwise is worth a look for later actions into a long history.
tl::expected<UndoPlan, UndoRefusal> Gatehouse::undoPlan(
    const AuditRecord &record, bool isLatest) const
{
    using Reason = UndoRefusal::Reason;
    const ClientKey &key = record.intent.client;
    const ControllerLink *owner = link(key.controllerId);
    if (!owner || !owner->driver())
        return tl::unexpected(
            UndoRefusal{Reason::Offer, {}, ClientAction::Cancel, Offer::ControllerAway});
    UndoCircumstances circumstances = undoCircumstances(*owner);
    const std::optional<ClientRow> row = m_parts->directory.find(key);
    circumstances.row.actionUnderWay = m_parts->actions.isUnderWay(key);
    circumstances.row.listedNow = row && row->listedNow && row->seen == Seen::OnController;
    circumstances.row.hasRedirect = row && row->capture;
    auto plan = undoOf(record, row ? row->client : clientOf(record), circumstances);
    if (plan && !isLatest && isActedOnSince(record, *m_parts->ports.audit).value_or(true))
        return tl::unexpected(UndoRefusal{Reason::ActedOnSince});
    return plan;
}

QString Gatehouse::whyNoUndo(const AuditRecord &record) const
{
    const auto plan = undoPlan(record);
    return plan ? QString() : phrases::text(plan.error());
}

QString Gatehouse::whyNoUndoOf(AuditAction action, const ClientKey &key) const
{
    const std::optional<ClientRow> row = m_parts->directory.find(key);
    const ControllerLink *owner = link(key.controllerId);
    if (!row || !owner)
        return {};
    UndoCircumstances circumstances = undoCircumstances(*owner);
    circumstances.row.controllerReachable = true;
    const auto hindrance = hindranceToUndo(action, row->client, circumstances);
    return hindrance ? phrases::text(*hindrance) : QString();
}

bool Gatehouse::undo(const AuditRecord &record)
{
    const auto plan = undoPlan(record);
    if (!plan)
        return false;
    const ClientKey &key = record.intent.client;
    ControllerLink *owner = link(key.controllerId);
    const std::optional<ClientRow> row = m_parts->directory.find(key);
    ActionRequest request;
    request.action = plan->action;
    request.client = row ? row->client : clientOf(record);
    request.limits = settable(plan->limits, owner->limitRules());
    request.guest = plan->guest;
    request.operatorName = m_parts->ports.profiles->operatorName();
    request.controllerName = owner->profile().name;
    request.siteName = siteName(key.controllerId, key.siteId);
    if (row && row->capture)
        request.redirect = row->capture->redirect;
    request.anew = plan->anew;
    request.refersTo = plan->refersTo;
    return m_parts->actions.run(request, *owner);
}

void Gatehouse::noteEnd(const ActionReport &report)
{
    const bool wasDone = report.outcome == Outcome::Confirmed || report.outcome == Outcome::Differs;
    if (report.record == 0 || !wasDone)
        return;
    const auto record = findRecord(report.record, *m_parts->ports.audit);
    if (record && undoPlan(*record, true))
        Q_EMIT undoOffered(*record);
}

QList<AuditRecord> Gatehouse::unseen() const
{
    if (!m_parts->isHistoryOpen)
        return {};
    HistoryFilter filter;
    filter.need = HistoryFilter::Need::Seeing;
    return m_parts->ports.audit->list(filter).value_or(QList<AuditRecord>());
}

Result<Done> Gatehouse::markSeen(qint64 record)
{
    auto marked = m_parts->ports.audit->markSeen(record, m_parts->ports.profiles->operatorName());
    if (marked)
        Q_EMIT attentionChanged();
    return marked;
}
