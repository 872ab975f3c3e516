#include "clients/auditentries.h"

AuditIntent intentOf(const ActionRequest &request, const WifiClient &client, const Limits &asked,
    const QDateTime &now, const QDateTime &controllerNow)
{
    AuditIntent intent;
    intent.action = request.action;
    intent.time = now;
    intent.controllerTime = controllerNow;
    intent.operatorName = request.operatorName;
    intent.client = client.key;
    intent.controllerName = request.controllerName;
    intent.siteName = request.siteName;
    intent.deviceName = client.name.isEmpty() ? client.hostName : client.name;
    intent.guest = request.guest;
    intent.reason = request.reason;
    intent.asked = asked;
    intent.refersTo = request.refersTo;
    return intent;
}

AuditOutcome outcomeOf(const ActionReport &report, const ReportWording &wording)
{
    AuditOutcome outcome;
    outcome.outcome = report.outcome;
    outcome.time = report.finishedAt;
    outcome.got = report.got;
    outcome.message = wording ? wording(report) : QString();
    outcome.detail = report.failure ? report.failure->detail : QString();
    return outcome;
}
