#include "proof/proofcheck.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr int toleranceSeconds = 150;
constexpr std::chrono::milliseconds longestGap{500};

/// A request without what differs from client to client: ids, addresses, tokens.
QString shapeOf(const QJsonObject &request)
{
    static const QRegularExpression id(u"^(?=.*[0-9])[0-9A-Za-z:._-]{12,}$"_s);
    QStringList parts = request.value(u"path").toString().split(u'/');
    for (QString &part : parts)
        if (id.match(part).hasMatch())
            part = u"*"_s;
    QStringList keys;
    for (const auto &key : request.value(u"bodyKeys").toArray())
        keys += key.toString();
    return u"%1 %2 {%3}"_s.arg(
        request.value(u"method").toString(), parts.join(u'/'), keys.join(u','));
}

bool hasActed(const QJsonObject &request)
{
    return request.value(u"acted").toBool();
}

qsizetype actedIn(const Trial &trial)
{
    return std::ranges::count_if(trial.requests, hasActed);
}

/// Sent away to sign in: whoever got this answer knows that nothing was done.
bool wasSentToSignIn(const QJsonObject &request)
{
    const int status = request.value(u"status").toInt();
    return !hasActed(request) && (status == 302 || status == 401);
}

qsizetype sentIn(const Trial &trial, const QStringList &shapes)
{
    return std::ranges::count_if(trial.requests, [&](const QJsonObject &request) {
        return shapes.contains(shapeOf(request)) && !wasSentToSignIn(request);
    });
}

bool isAbout(const std::optional<QDateTime> &a, const std::optional<QDateTime> &b)
{
    return a && b && std::abs(a->secsTo(*b)) <= toleranceSeconds;
}

bool isAsBefore(const Trial &trial)
{
    return trial.before.authorized == trial.after.authorized
        && trial.before.until == trial.after.until && trial.before.blocked == trial.after.blocked;
}

/// Whether the controller's own state is what the action was to bring about.
bool isDone(const Trial &trial)
{
    const Limits &asked = trial.record->intent.asked;
    const int seconds = asked.minutes.value_or(0) * 60;
    switch (trial.action) {
    case AuditAction::Authorize:
        return trial.after.authorized
            && (!asked.minutes || isAbout(trial.after.until, trial.after.now.addSecs(seconds)));
    case AuditAction::Extend:
        return trial.before.until
            && isAbout(trial.after.until, trial.before.until->addSecs(seconds));
    case AuditAction::Cancel:
        return !trial.after.authorized;
    case AuditAction::Block:
        return trial.after.blocked;
    case AuditAction::Unblock:
        return !trial.after.blocked;
    }
    Q_UNREACHABLE();
}

/// Where the history and the controller's state contradict each other.
QStringList falseClaims(const Trial &trial)
{
    const AuditOutcome &outcome = *trial.record->outcome;
    QStringList found;
    switch (outcome.outcome) {
    case Outcome::Confirmed:
        if (!isDone(trial))
            found += u"confirmed, but the controller's state is another"_s;
        break;
    case Outcome::Differs:
        if (!trial.after.authorized)
            found += u"differs, but the device is not authorized at all"_s;
        break;
    case Outcome::Refused:
    case Outcome::Failed:
        if (!isAsBefore(trial))
            found += u"refused or failed, but it took effect"_s;
        break;
    case Outcome::NotConfirmed:
    case Outcome::Unknown:
        break;
    }
    // What is not confirmed keeps the end that was shown last, which may be the one from before.
    const bool claimsAnEnd
        = outcome.outcome == Outcome::Confirmed || outcome.outcome == Outcome::Differs;
    if (claimsAnEnd && outcome.until && !isAbout(outcome.until, trial.after.until))
        found += u"the recorded end is not the controller's"_s;
    return found;
}

QStringList lossesFromHistory(const Trial &trial, const Trouble &trouble)
{
    QStringList found;
    if (!trial.history.ok)
        found += u"the chain does not hold: "_s + trial.history.message;
    if (trial.history.records != trial.begun)
        found
            += u"%1 records were begun, %2 are there"_s.arg(trial.begun).arg(trial.history.records);
    if (trial.report->record == 0)
        return found;
    if (!trial.record)
        return found << u"the intent is gone"_s;
    const auto &outcome = trial.record->outcome;
    if (!outcome && !trouble.hindersHistory)
        found += u"the outcome is missing"_s;
    if (outcome && outcome->outcome != trial.report->outcome)
        found += u"the outcome is not what the person saw"_s;
    return found;
}

QStringList wronglySent(const Trial &trial, const Trouble &trouble, const UsualRequests &usual)
{
    const qsizetype acted = actedIn(trial);
    const qsizetype sent = sentIn(trial, usual.shapes);
    QStringList found;
    if (acted > usual.acted || (sent > usual.sent && !trouble.mayAskAgain))
        found += u"sent %1 times and done %2 times, not %3"_s.arg(sent).arg(acted).arg(usual.sent);
    if (trial.report->record == 0 && (sent > 0 || acted > 0))
        found += u"sent without an intent"_s;
    return found;
}

} // namespace

UsualRequests usualRequestsOf(const Trial &undisturbed)
{
    UsualRequests usual;
    for (const QJsonObject &request : undisturbed.requests)
        if (hasActed(request))
            usual.shapes += shapeOf(request);
    usual.acted = actedIn(undisturbed);
    usual.sent = sentIn(undisturbed, usual.shapes);
    return usual;
}

bool isPossible(const Trial &undisturbed)
{
    const auto &report = undisturbed.report;
    const bool cannot = report && report->record == 0 && report->failure
        && report->failure->kind == Failure::Kind::NotSupported;
    return !cannot;
}

QStringList violations(const Trial &trial, const Trouble &trouble, const UsualRequests &usual)
{
    if (!trial.prepared)
        return {u"the device could not be brought into the state for it"_s};
    if (!trial.report)
        return {u"it did not end"_s};
    QStringList found = lossesFromHistory(trial, trouble) + wronglySent(trial, trouble, usual);
    if (trial.record && trial.record->outcome)
        found += falseClaims(trial);
    else if (trial.report->record == 0 && !isAsBefore(trial))
        found += u"nothing was recorded, but the controller's state changed"_s;
    if (trial.longestGap > longestGap)
        found += u"the main thread stood still for %1 ms"_s.arg(trial.longestGap.count());
    return found;
}
