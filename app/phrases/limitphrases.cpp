#include "phrases/phrases.h"

#include <QCoreApplication>
#include <QStringList>

namespace {

struct Limitation
{
    Q_DECLARE_TR_FUNCTIONS(Limitation)
};

constexpr int minutesAnHour = 60;
constexpr int minutesADay = 24 * minutesAnHour;
constexpr int mbAGb = 1024;
constexpr int kbpsAMbit = 1000;

QString number(double value)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale.toString(value, 'f', value < 10 && value != int(value) ? 1 : 0);
}

QString alreadyDone(ClientAction action)
{
    switch (action) {
    case ClientAction::Authorize:
        return Limitation::tr("This device is authorized already.");
    case ClientAction::Extend:
    case ClientAction::Cancel:
        return Limitation::tr("This device is not authorized.");
    case ClientAction::Block:
        return Limitation::tr("This device is blocked already.");
    case ClientAction::Unblock:
        return Limitation::tr("This device is not blocked.");
    }
    Q_UNREACHABLE();
}

QString notOnThisController(ClientAction action)
{
    switch (action) {
    case ClientAction::Authorize:
        return Limitation::tr(
            "This controller cannot authorize devices with the credentials it has.");
    case ClientAction::Extend:
        return Limitation::tr("This controller cannot extend an authorization.");
    case ClientAction::Cancel:
        return Limitation::tr("This controller cannot be told to cancel: an authorization ends at "
                              "its time, or on the controller's own hotspot page.");
    case ClientAction::Block:
    case ClientAction::Unblock:
        return Limitation::tr("This controller cannot block devices.");
    }
    Q_UNREACHABLE();
}

QString whyNot(Offer offer, ClientAction action)
{
    switch (offer) {
    case Offer::Ready:
        return {};
    case Offer::AlreadyDone:
        return alreadyDone(action);
    case Offer::UnderWay:
        return Limitation::tr("Another action on this device is still under way.");
    case Offer::NotGuest:
        return Limitation::tr("This device is not on a guest network.");
    case Offer::StateUnknown:
        return action == ClientAction::Block || action == ClientAction::Unblock
            ? Limitation::tr("The controller did not say whether this device is blocked.")
            : Limitation::tr("The controller did not say whether this device is authorized.");
    case Offer::NeedsRedirect:
        return Limitation::tr(
            "This controller needs the address that the device's browser was sent to.");
    case Offer::NotConnected:
        return Limitation::tr("This controller can do this only while the device is connected.");
    case Offer::NotOnThisController:
        return notOnThisController(action);
    case Offer::ControllerAway:
        return Limitation::tr("The controller does not answer now.");
    }
    Q_UNREACHABLE();
}

} // namespace

QString phrases::duration(int minutes)
{
    if (minutes >= minutesADay) {
        const int days = minutes / minutesADay;
        const int hours = minutes % minutesADay / minutesAnHour;
        const QString dayPart = Limitation::tr("%n day(s)", nullptr, days);
        return hours == 0 ? dayPart
                          : Limitation::tr("%1 %2 h", "days and hours").arg(dayPart).arg(hours);
    }
    if (minutes < minutesAnHour)
        return Limitation::tr("%1 min").arg(minutes);
    const int hours = minutes / minutesAnHour;
    const int rest = minutes % minutesAnHour;
    return rest == 0 ? Limitation::tr("%1 h").arg(hours)
                     : Limitation::tr("%1 h %2 min").arg(hours).arg(rest);
}

QString phrases::dataMb(int megabytes)
{
    return megabytes < mbAGb ? Limitation::tr("%1 MB").arg(number(megabytes))
                             : Limitation::tr("%1 GB").arg(number(double(megabytes) / mbAGb));
}

QString phrases::dataBytes(qint64 bytes)
{
    constexpr double bytesAMb = 1024.0 * 1024.0;
    const double megabytes = double(bytes) / bytesAMb;
    return megabytes < mbAGb ? Limitation::tr("%1 MB").arg(number(megabytes))
                             : Limitation::tr("%1 GB").arg(number(megabytes / mbAGb));
}

QString phrases::rateKbps(int kbps)
{
    return kbps < kbpsAMbit ? Limitation::tr("%1 kbit/s").arg(kbps)
                            : Limitation::tr("%1 Mbit/s").arg(number(double(kbps) / kbpsAMbit));
}

QString phrases::valueOf(Limit limit, std::optional<int> value)
{
    if (!value)
        return limit == Limit::Duration ? Limitation::tr("the controller's own duration")
                                        : Limitation::tr("no limit");
    switch (limit) {
    case Limit::Duration:
        return duration(*value);
    case Limit::Data:
        return dataMb(*value);
    case Limit::Download:
    case Limit::Upload:
        return rateKbps(*value);
    }
    Q_UNREACHABLE();
}

QString phrases::text(const Limits &limits)
{
    QStringList parts{valueOf(Limit::Duration, limits.minutes)};
    if (limits.dataMb)
        parts += dataMb(*limits.dataMb);
    if (limits.downKbps)
        parts += Limitation::tr("%1 down").arg(rateKbps(*limits.downKbps));
    if (limits.upKbps)
        parts += Limitation::tr("%1 up").arg(rateKbps(*limits.upKbps));
    return parts.join(Limitation::tr(", ", "between limits"));
}

QString phrases::text(const LimitObjection &objection)
{
    if (objection.reason == LimitObjection::Reason::OutOfRange && objection.range)
        return Limitation::tr("%1 must be between %2 and %3 on this controller.")
            .arg(text(objection.limit), valueOf(objection.limit, objection.range->least),
                valueOf(objection.limit, objection.range->most));
    if (objection.unlockedBy)
        return Limitation::tr(
            "%1 cannot be set with the credentials that this controller has; it would need: %2.")
            .arg(text(objection.limit), text(*objection.unlockedBy));
    return Limitation::tr("%1 cannot be set on this controller.").arg(text(objection.limit));
}

QString phrases::text(const QList<LimitObjection> &objections)
{
    QStringList sentences;
    for (const LimitObjection &objection : objections)
        sentences += text(objection);
    return sentences.join(u' ');
}

QString phrases::text(Offer offer, ClientAction action, std::optional<CredentialKind> unlockedBy)
{
    const QString why = whyNot(offer, action);
    return unlockedBy ? Limitation::tr(
               "%1 With a further credential it could: %2.", "a sentence, the kind of credential")
                            .arg(why, text(*unlockedBy))
                      : why;
}
