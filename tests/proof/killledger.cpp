#include "proof/killledger.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// The simulators' words. Setting rates goes with an authorization or a cancel.
QSet<AuditAction> actionsBehind(const QString &did)
{
    using enum AuditAction;
    const QString word = did.section(u' ', 0, 0);
    if (word == "authorized"_L1) // which is how UniFi extends
        return {Authorize, Extend};
    if (word == "extended"_L1)
        return {Extend};
    if (word == "unauthorized"_L1 || word == "cancelled"_L1 || word == "ended"_L1)
        return {Cancel};
    if (word == "blocked"_L1)
        return {Block};
    return word == "unblocked"_L1 ? QSet{Unblock} : QSet<AuditAction>();
}

std::optional<MacAddress> macIn(const QString &did)
{
    static const QRegularExpression shape(u"(?:[0-9A-Fa-f]{2}[-:]){5}[0-9A-Fa-f]{2}"_s);
    return MacAddress::parse(shape.match(did).captured());
}

QString nameOf(const AuditRecord &record)
{
    return u"record %1, %2 of %3 at %4"_s.arg(QString::number(record.id),
        toWord(record.intent.action), record.intent.client.mac.toString(),
        record.intent.time.toString(Qt::ISODateWithMs));
}

/// What the log denies of a record; empty when nothing.
QString falsehoodOf(const AuditRecord &record, const QList<LoggedAction> &work, bool wasLeftOpen)
{
    const AuditOutcome &outcome = *record.outcome;
    switch (outcome.outcome) {
    case Outcome::Confirmed:
        return work.isEmpty() ? u"confirmed, and never done"_s : QString();
    case Outcome::Differs:
        return u"differs, and nothing was set otherwise"_s;
    case Outcome::NotConfirmed:
        // Of a program that lived to its end: a controller that cannot be asked had taken it.
        return wasLeftOpen && !work.isEmpty() && work.first().at < outcome.time
            ? u"not confirmed, and done before"_s
            : QString();
    case Outcome::Refused:
    case Outcome::Failed:
        return work.isEmpty() ? QString() : u"refused or not sent, and done"_s;
    case Outcome::Unknown:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace

QList<LoggedAction> readControllerLog(const QString &path)
{
    QList<LoggedAction> log;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return log;
    while (!file.atEnd()) {
        const QJsonObject entry = QJsonDocument::fromJson(file.readLine()).object();
        const QString did = entry.value("did"_L1).toString();
        const auto mac = macIn(did);
        const QSet<AuditAction> fits = actionsBehind(did);
        if (!entry.value("acted"_L1).toBool() || fits.isEmpty() || !mac)
            continue;
        log.append({QDateTime::fromString(entry.value("at"_L1).toString(), Qt::ISODateWithMs), *mac,
            fits, did});
    }
    return log;
}

void compare(const QList<AuditRecord> &records, const QList<LoggedAction> &log,
    const QSet<qint64> &leftOpen, KillFigures &figures)
{
    QHash<MacAddress, QList<AuditRecord>> byDevice; // oldest first
    for (const AuditRecord &record : records)
        byDevice[record.intent.client.mac].prepend(record);
    QHash<qint64, QList<LoggedAction>> work;
    for (const LoggedAction &action : log) {
        // The latest intent before it: one device is never acted on by two programs at a time.
        const QList<AuditRecord> &ofDevice = byDevice[action.mac];
        const auto after = std::ranges::find_if(
            ofDevice, [&](const AuditRecord &record) { return record.intent.time > action.at; });
        const bool has
            = after != ofDevice.begin() && action.fits.contains(std::prev(after)->intent.action);
        if (has)
            work[std::prev(after)->id].append(action);
        figures.missing += has ? 0 : 1;
        if (!has)
            figures.complaints += u"no intent for: %1 at %2"_s.arg(
                action.did, action.at.toString(Qt::ISODateWithMs));
    }
    figures.records += int(records.size());
    figures.actions += int(log.size());
    for (const AuditRecord &record : records) {
        const QList<LoggedAction> &done = work[record.id];
        const bool wasLeftOpen = leftOpen.contains(record.id);
        QSet<QString> different; // one device may have had several authorizations to end
        for (const LoggedAction &action : done)
            different.insert(action.did);
        const bool isTwice = different.size() != done.size()
            || (done.size() > 1 && record.intent.action != AuditAction::Cancel);
        figures.twice += isTwice ? 1 : 0;
        if (isTwice)
            figures.complaints += nameOf(record) + u": done more than once"_s;
        if (wasLeftOpen)
            ++(done.isEmpty() ? figures.recorded : figures.done);
        if (!record.outcome) {
            ++figures.open;
            continue;
        }
        ++figures.outcomes[record.outcome->outcome];
        if (wasLeftOpen)
            ++figures.settled[record.outcome->outcome];
        const QString falsehood = falsehoodOf(record, done, wasLeftOpen);
        figures.falseRecords += falsehood.isEmpty() ? 0 : 1;
        if (!falsehood.isEmpty())
            figures.complaints += nameOf(record) + u": "_s + falsehood;
    }
}
