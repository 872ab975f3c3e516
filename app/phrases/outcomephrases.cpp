#include "clients/actionfailures.h"
#include "phrases/phrases.h"

#include <QCoreApplication>
#include <QStringList>

namespace {

struct OutcomePhrases
{
    Q_DECLARE_TR_FUNCTIONS(Outcome)
};

QString deviceName(const ActionReport &report)
{
    const WifiClient &client = report.client;
    if (!client.name.isEmpty())
        return client.name;
    return client.hostName.isEmpty() ? client.key.mac.toString() : client.hostName;
}

QString differences(const ActionReport &report)
{
    QStringList parts;
    for (const LimitDifference &difference : report.differences) {
        //: %1 a limit such as "Duration", %2 and %3 its values
        parts += OutcomePhrases::tr("%1 asked %2, got %3")
                     .arg(phrases::text(difference.limit),
                         phrases::valueOf(difference.limit, difference.asked),
                         phrases::valueOf(difference.limit, difference.got));
    }
    return parts.join(OutcomePhrases::tr("; ", "between differences"));
}

QString whatHappened(const ActionReport &report)
{
    const QString name = deviceName(report);
    switch (report.action) {
    case AuditAction::Authorize:
        return report.until ? OutcomePhrases::tr("%1 is authorized until %2.")
                                  .arg(name, phrases::clockTime(*report.until, report.finishedAt))
                            : OutcomePhrases::tr("%1 is authorized.").arg(name);
    case AuditAction::Extend:
        return report.until ? OutcomePhrases::tr("The authorization of %1 now ends at %2.")
                                  .arg(name, phrases::clockTime(*report.until, report.finishedAt))
                            : OutcomePhrases::tr("The authorization of %1 was extended.").arg(name);
    case AuditAction::Cancel:
        return OutcomePhrases::tr("The authorization of %1 is cancelled.").arg(name);
    case AuditAction::Block:
        return OutcomePhrases::tr("%1 is blocked.").arg(name);
    case AuditAction::Unblock:
        return OutcomePhrases::tr("%1 is no longer blocked.").arg(name);
    }
    Q_UNREACHABLE();
}

/// Whose devices are in the way.
QString whoHolds(const ActionReport &report)
{
    QStringList names;
    for (const HeldDevice &device : report.heldBy)
        names += device.label();
    const QString devices = names.join(OutcomePhrases::tr(", ", "between devices"));
    if (report.cancelOutcome)
        return OutcomePhrases::tr("It is not proven that %1 is out: look at that device, then try "
                                  "again.")
            .arg(devices);
    return OutcomePhrases::tr("This guest has as many devices as are allowed here: %1. Cancel one "
                              "of them first.")
        .arg(devices);
}

/// What the client's fresh state said against it, else the failure.
QString whyNothingWasSent(const ActionReport &report)
{
    if (!report.heldBy.isEmpty())
        return whoHolds(report);
    if (report.offer != Offer::Ready)
        return phrases::text(report.offer, offeredAs(report.action), report.unlockedBy);
    return report.failure ? phrases::textWithNextStep(*report.failure) : QString();
}

/// Which limits were asked that this controller sets, but never tells: nobody can say of them that
/// they are confirmed.
QString untold(const ActionReport &report)
{
    const std::optional<Authorization> &shown = report.client.authorization;
    const bool setsLimits = report.action == AuditAction::Authorize && shown;
    const bool quota = setsLimits && !shown->tellsQuota && report.asked.dataMb;
    const bool rates
        = setsLimits && !shown->tellsRates && (report.asked.downKbps || report.asked.upKbps);
    if (quota && rates)
        return OutcomePhrases::tr("It does not tell whether the data limit and the rates hold.");
    if (quota)
        return OutcomePhrases::tr("It does not tell whether the data limit holds.");
    return rates ? OutcomePhrases::tr("It does not tell whether the rates hold.") : QString();
}

QString confirmed(const ActionReport &report)
{
    //: %1 a sentence such as "Anna's iPhone is authorized until 14:00.", %2 a clock time
    const QString sentence
        = OutcomePhrases::tr("%1 Confirmed by the controller at %2.")
              .arg(whatHappened(report),
                  phrases::clockTime(report.finishedAt, report.finishedAt, true));
    const QString besides = untold(report);
    return besides.isEmpty() ? sentence
                             : OutcomePhrases::tr("%1 %2", "two sentences").arg(sentence, besides);
}

/// The controller accepted and cannot be asked what it did.
QString accepted(const ActionReport &report)
{
    const QString name = deviceName(report);
    const QString sentence = report.askedUntil
        ? OutcomePhrases::tr("The controller accepted the request to let %1 in until %2.")
              .arg(name, phrases::clockTime(*report.askedUntil, report.finishedAt))
        : OutcomePhrases::tr("The controller accepted the request for %1.").arg(name);
    //: %1 "The controller accepted the request to let Anna's iPhone in until 14:00."
    return OutcomePhrases::tr("%1 It cannot be asked what it did, so nothing can confirm it: see "
                              "whether the device gets on.")
        .arg(sentence);
}

/// An action that the controller would not hear yet is left to the person: Gatehouse sends none
/// twice.
QString refusal(const Failure &failure)
{
    return failure.kind == Failure::Kind::RateLimited
        ? OutcomePhrases::tr("%1 %2", "two sentences")
              .arg(phrases::text(failure),
                  OutcomePhrases::tr("It was not done: ask for it again after that."))
        : phrases::textWithNextStep(failure);
}

/// Nobody knows whether the program that died had sent it.
QString foundOutLater(const ActionReport &report)
{
    const QString name = deviceName(report);
    return report.outcome == Outcome::NotConfirmed
        ? OutcomePhrases::tr(
            "The program ended before it knew what came of the request for %1. The "
            "controller shows no effect of it: ask for it again if it is still "
            "wanted.")
              .arg(name)
        : OutcomePhrases::tr(
            "The program ended before it knew what came of the request for %1, and "
            "the controller does not tell whether it took effect. Look at the "
            "device before you repeat it.")
              .arg(name);
}

QString withFailure(const QString &sentence, const ActionReport &report)
{
    return report.failure ? OutcomePhrases::tr("%1 %2", "two sentences")
                                .arg(sentence, phrases::textWithNextStep(*report.failure))
                          : sentence;
}

} // namespace

QString phrases::shortText(const ActionReport &report)
{
    const QString time = clockTime(report.finishedAt, report.finishedAt, true);
    if (report.putOff)
        return OutcomePhrases::tr("away: is cancelled when it is seen again");
    switch (report.outcome) {
    case Outcome::Confirmed:
        return OutcomePhrases::tr("confirmed by the controller %1").arg(time);
    case Outcome::Differs:
        return OutcomePhrases::tr("differs: %1").arg(differences(report));
    case Outcome::NotConfirmed:
        return report.cannotBeAsked
            ? OutcomePhrases::tr("accepted %1: this controller cannot be asked for proof").arg(time)
            : OutcomePhrases::tr("not confirmed: look at the device again in a minute");
    case Outcome::Refused:
        return report.failure ? OutcomePhrases::tr("refused: %1").arg(text(*report.failure))
                              : OutcomePhrases::tr("refused");
    case Outcome::Failed:
        return OutcomePhrases::tr("not sent: %1").arg(whyNothingWasSent(report));
    case Outcome::Unknown:
        return OutcomePhrases::tr("unknown: sent at %1, no proof either way").arg(time);
    }
    Q_UNREACHABLE();
}

QString phrases::text(const ActionReport &report)
{
    const QString name = deviceName(report);
    const bool isUnclear
        = report.outcome == Outcome::NotConfirmed || report.outcome == Outcome::Unknown;
    if (report.settledLater && isUnclear)
        return foundOutLater(report);
    if (report.putOff)
        return OutcomePhrases::tr("%1 is away and cannot be cancelled now. It is cancelled when "
                                  "Gatehouse sees it again.")
            .arg(name);
    switch (report.outcome) {
    case Outcome::Confirmed:
        return confirmed(report);
    case Outcome::Differs:
        return withFailure(
            OutcomePhrases::tr(
                "The controller did something else for %1: %2. Cancel the authorization and try "
                "again, or leave it as it is.")
                .arg(name, differences(report)),
            report);
    case Outcome::NotConfirmed:
        if (report.cannotBeAsked)
            return accepted(report);
        return OutcomePhrases::tr(
            "The controller took the request for %1, but its own state does not show it "
            "yet. Refresh and "
            "look at the device again before you repeat it.")
            .arg(name);
    case Outcome::Refused:
        return report.failure ? OutcomePhrases::tr("%1: %2", "device and sentence")
                                    .arg(name, refusal(*report.failure))
                              : OutcomePhrases::tr("The controller refused this for %1.").arg(name);
    case Outcome::Failed:
        return OutcomePhrases::tr("%1 %2", "two sentences")
            .arg(OutcomePhrases::tr("Nothing was sent for %1.").arg(name),
                whyNothingWasSent(report));
    case Outcome::Unknown:
        return OutcomePhrases::tr(
            "The request for %1 was sent, but it is unknown whether it took effect. "
            "Refresh and look at "
            "the device before you repeat it.")
            .arg(name);
    }
    Q_UNREACHABLE();
}

QString phrases::reasonToMakeRoom(const ActionRequest &newcomer)
{
    const WifiClient &client = newcomer.client;
    const QString name = client.name.isEmpty() ? client.hostName : client.name;
    const QString mac = client.key.mac.toString();
    const QString device
        = name.isEmpty() ? mac : OutcomePhrases::tr("%1 (%2)", "device and address").arg(name, mac);
    const Guest &guest = newcomer.guest;
    const QString who = !guest.login.isEmpty() ? guest.login
        : !guest.room.isEmpty()                ? guest.room
                                               : guest.name;
    if (who.isEmpty())
        return OutcomePhrases::tr("%1 was let in instead", "a device").arg(device);
    return OutcomePhrases::tr(
        "device limit of %1: %2 was let in instead", "login ID, room or name, and device")
        .arg(who, device);
}

QString phrases::whatCancelDoes(bool disconnects)
{
    return disconnects
        ? OutcomePhrases::tr("The device is also disconnected from the Wi-Fi and must "
                             "authenticate again. It is not blocked.")
        : OutcomePhrases::tr("The device stays connected to the Wi-Fi, but must authenticate "
                             "again. It is not blocked.");
}

QString phrases::span(std::chrono::seconds seconds)
{
    const qint64 total = std::max<qint64>(0, seconds.count());
    const qint64 minutes = total / 60;
    const qint64 hours = minutes / 60;
    const auto two
        = [](qint64 value) { return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0')); };
    if (hours >= 24)
        return OutcomePhrases::tr("%1 d %2 h", "days and hours").arg(hours / 24).arg(hours % 24);
    if (hours > 0)
        return QStringLiteral("%1:%2:%3")
            .arg(QString::number(hours), two(minutes % 60), two(total % 60));
    return QStringLiteral("%1:%2").arg(QString::number(minutes), two(total % 60));
}

QString phrases::clockTime(const QDateTime &utc, const QDateTime &now, bool withSeconds)
{
    const QDateTime local = utc.toLocalTime();
    const QLocale locale;
    QString time = withSeconds ? locale.toString(local.time(), QStringLiteral("HH:mm:ss"))
                               : locale.toString(local.time(), QStringLiteral("HH:mm"));
    const qint64 days = now.toLocalTime().date().daysTo(local.date());
    if (days == 0)
        return time;
    const QString day = days > 0 && days < 7
        ? locale.toString(local.date(), QStringLiteral("ddd"))
        : locale.toString(local.date(), QStringLiteral("d MMM"));
    return OutcomePhrases::tr("%1 %2", "day and time").arg(day, time);
}
