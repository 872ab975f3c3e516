#include "ui/pages/historywords.h"

#include "phrases/phrases.h"
#include "ui/pages/rowlook.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

struct HistoryWords
{
    Q_DECLARE_TR_FUNCTIONS(HistoryWords)
};

void addLine(QStringList &lines, const QString &name, const QString &value)
{
    if (!value.isEmpty())
        lines << HistoryWords::tr("%1: %2", "name and value").arg(name, value);
}

} // namespace

namespace historywords {

QString action(AuditAction action)
{
    return action == AuditAction::Cancel ? HistoryWords::tr("Cancel", "an authorization")
                                         : phrases::text(action);
}

IconName iconOf(AuditAction action)
{
    switch (action) {
    case AuditAction::Authorize:
        return IconName::Authorized;
    case AuditAction::Extend:
        return IconName::Extend;
    case AuditAction::Cancel:
        return IconName::Cancel;
    case AuditAction::Block:
        return IconName::Blocked;
    case AuditAction::Unblock:
        return IconName::Undo;
    }
    Q_UNREACHABLE();
}

QString outcome(const AuditRecord &record)
{
    return record.outcome ? phrases::text(record.outcome->outcome) : HistoryWords::tr("No outcome");
}

ChipKind chipOf(const AuditRecord &record)
{
    return chipKind(record.outcome);
}

QString moment(const QDateTime &utc)
{
    return utc.isValid() ? QLocale().toString(utc.toLocalTime(), u"ddd d MMM yyyy, HH:mm:ss"_s)
                         : QString();
}

QString guest(const Guest &guest)
{
    QStringList parts;
    for (const QString &part : {guest.name, guest.room, guest.login})
        if (!part.isEmpty())
            parts << part;
    return parts.join(HistoryWords::tr(", ", "between name, room and login ID"));
}

QString device(const AuditRecord &record)
{
    if (record.erased)
        return HistoryWords::tr("erased", "a device's name");
    const AuditIntent &intent = record.intent;
    return intent.deviceName.isEmpty() ? intent.client.mac.toString() : intent.deviceName;
}

QString sentence(const AuditRecord &record)
{
    if (record.erased)
        return HistoryWords::tr("Who this was for was erased on %1 by %2.")
            .arg(moment(record.erased->time), record.erased->operatorName);
    return record.outcome
        ? record.outcome->message
        : HistoryWords::tr("This was asked for, and its outcome has not been recorded.");
}

QString asText(const AuditRecord &record)
{
    const AuditIntent &intent = record.intent;
    QStringList lines;
    addLine(lines, HistoryWords::tr("Record"), QString::number(record.id));
    addLine(lines, HistoryWords::tr("Time"), moment(intent.time));
    addLine(lines, HistoryWords::tr("Action"), phrases::text(intent.action));
    addLine(lines, HistoryWords::tr("Outcome"), outcome(record));
    addLine(lines, HistoryWords::tr("Guest"), guest(intent.guest));
    addLine(lines, HistoryWords::tr("Device"), intent.deviceName);
    addLine(lines, HistoryWords::tr("MAC address"),
        record.erased ? QString() : intent.client.mac.toString());
    addLine(lines, HistoryWords::tr("Controller"), intent.controllerName);
    addLine(lines, HistoryWords::tr("Site"), intent.siteName);
    addLine(lines, HistoryWords::tr("Operator"), intent.operatorName);
    addLine(lines, HistoryWords::tr("Reason"), intent.reason);
    if (intent.action == AuditAction::Authorize || intent.action == AuditAction::Extend)
        addLine(lines, HistoryWords::tr("Asked"), phrases::text(intent.asked));
    if (record.outcome) {
        if (!record.outcome->got.isEmpty())
            addLine(lines, HistoryWords::tr("Got"), phrases::text(record.outcome->got));
        addLine(lines, HistoryWords::tr("Ends"),
            record.outcome->until ? moment(*record.outcome->until) : QString());
        addLine(lines, HistoryWords::tr("Message"), record.outcome->message);
    }
    return lines.join(u'\n');
}

} // namespace historywords
