#include "clients/auditentries.h"

#include <algorithm>

std::optional<Limits> remainingOf(const WifiClient &client, const QDateTime &controllerNow)
{
    constexpr qint64 bytesPerMb = 1024 * 1024;
    constexpr qint64 secondsPerMinute = 60;
    if (client.state != ClientState::Authorized || !client.authorization)
        return std::nullopt;
    const Authorization &authorization = *client.authorization;
    Limits left{.downKbps = authorization.downKbps, .upKbps = authorization.upKbps};
    if (authorization.until) {
        const qint64 seconds = controllerNow.secsTo(*authorization.until);
        left.minutes
            = int(std::max<qint64>(1, (seconds + secondsPerMinute - 1) / secondsPerMinute));
    }
    if (authorization.dataLimitMb)
        left.dataMb = int(std::max<qint64>(
            1, *authorization.dataLimitMb - authorization.usedBytes.value_or(0) / bytesPerMb));
    return left;
}

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
    if (request.action == AuditAction::Cancel || request.action == AuditAction::Extend)
        intent.before = remainingOf(client, controllerNow);
    return intent;
}

AuditOutcome outcomeOf(const ActionReport &report, const ReportWording &wording)
{
    AuditOutcome outcome;
    outcome.outcome = report.outcome;
    outcome.time = report.finishedAt;
    outcome.got = report.got;
    outcome.putOff = report.putOff;
    outcome.message = wording ? wording(report) : QString();
    outcome.settledLater = report.settledLater;
    outcome.detail = report.failure ? report.failure->detail : QString();
    return outcome;
}

Result<bool> isActedOnSince(const AuditRecord &record, const AuditLog &audit)
{
    constexpr qint64 clockSetBack = 3600; // seconds; the order is that of the numbers
    HistoryFilter ofDevice;
    ofDevice.mac = record.intent.client.mac;
    ofDevice.controllerId = record.intent.client.controllerId;
    ofDevice.since = record.intent.time.addSecs(-clockSetBack);
    const auto records = audit.list(ofDevice);
    if (!records)
        return fail(records.error());
    return std::ranges::any_of(*records, [&](const AuditRecord &other) {
        const bool hadNoEffect = other.outcome
            && (other.outcome->outcome == Outcome::Refused
                || other.outcome->outcome == Outcome::Failed);
        return other.id > record.id && other.intent.client == record.intent.client && !hadNoEffect;
    });
}

Result<AuditRecord> findRecord(qint64 record, const AuditLog &audit)
{
    HistoryFilter justThis;
    justThis.record = record;
    const auto records = audit.list(justThis);
    if (!records)
        return fail(records.error());
    if (records->isEmpty())
        return fail(Failure::Kind::NotFound, QStringLiteral("no such record"));
    return records->first();
}
