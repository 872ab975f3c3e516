#include "store/auditevent.h"

#include <QCryptographicHash>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView columnNames[] = {
    "seq"_L1,
    "record"_L1,
    "kind"_L1,
    "time"_L1,
    "controller_time"_L1,
    "action"_L1,
    "operator"_L1,
    "controller_id"_L1,
    "controller"_L1,
    "site_id"_L1,
    "site"_L1,
    "mac"_L1,
    "device"_L1,
    "guest"_L1,
    "room"_L1,
    "login"_L1,
    "reason"_L1,
    "minutes"_L1,
    "data_mb"_L1,
    "down_kbps"_L1,
    "up_kbps"_L1,
    "outcome"_L1,
    "until"_L1,
    "message"_L1,
    "detail"_L1,
    "guest_key"_L1,
    "search_key"_L1,
    "previous"_L1,
    "hash"_L1,
};
static_assert(std::size(columnNames) == eventColumnCount);

// What SQLite gives back is what it was given only without these: it cuts at NUL and takes a
// leading byte order mark for a command. Half a surrogate pair has no UTF-8 form. Else a strange
// guest name would look like a forged record.
QString storable(const QString &text)
{
    QString result = QString::fromUtf8(text.toUtf8());
    result.remove(QChar::Null).remove(QChar::ByteOrderMark).remove(QChar::ByteOrderSwapped);
    return result;
}

QString searchLines(const QStringList &parts)
{
    QStringList lines;
    for (const QString &part : parts)
        if (!part.isEmpty())
            lines += searchForm(part);
    return lines.join(u'\n');
}

QVariant orNull(const std::optional<int> &value)
{
    return value ? QVariant(*value) : QVariant();
}

} // namespace

AuditEvent AuditEvent::ofIntent(const AuditIntent &intent)
{
    using enum EventColumn;
    AuditEvent event;
    event.setText(Kind, u"intent"_s);
    event.setTime(Time, intent.time);
    event.setTime(ControllerTime, intent.controllerTime);
    event.setText(Action, toWord(intent.action));
    event.setText(Operator, intent.operatorName);
    event.setText(ControllerId, intent.client.controllerId);
    event.setText(Controller, intent.controllerName);
    event.setText(SiteId, intent.client.siteId);
    event.setText(Site, intent.siteName);
    event.setText(Mac, intent.client.mac.toDigits());
    event.setText(Device, intent.deviceName);
    event.setText(Guest, intent.guest.name);
    event.setText(Room, intent.guest.room);
    event.setText(Login, intent.guest.login);
    event.setText(Reason, intent.reason);
    event.setLimits(intent.asked);
    event.setText(
        GuestKey, searchLines({intent.guest.name, intent.guest.room, intent.guest.login}));
    event.setText(SearchKey,
        searchLines({intent.deviceName, intent.reason, intent.operatorName, intent.controllerName,
            intent.siteName}));
    return event;
}

AuditEvent AuditEvent::ofOutcome(const AuditOutcome &outcome)
{
    using enum EventColumn;
    AuditEvent event;
    event.setText(Kind, u"outcome"_s);
    event.setTime(Time, outcome.time);
    event.setTime(ControllerTime, outcome.controllerTime);
    event.setText(EventColumn::Outcome, toWord(outcome.outcome));
    event.setLimits(outcome.got);
    event.setTime(Until, outcome.until);
    event.setText(Message, outcome.message);
    event.setText(Detail, outcome.detail);
    return event;
}

std::optional<AuditIntent> AuditEvent::intent() const
{
    using enum EventColumn;
    const auto action = auditActionFromWord(text(Action));
    const auto time = optionalTime(Time);
    const auto mac = MacAddress::parse(text(Mac));
    if (!action || !time || !mac)
        return std::nullopt;
    return AuditIntent{
        .action = *action,
        .time = *time,
        .controllerTime = optionalTime(ControllerTime),
        .operatorName = text(Operator),
        .client = {text(ControllerId), text(SiteId), *mac},
        .controllerName = text(Controller),
        .siteName = text(Site),
        .deviceName = text(Device),
        .guest = {text(EventColumn::Guest), text(Room), text(Login)},
        .reason = text(Reason),
        .asked = limits(),
    };
}

std::optional<AuditOutcome> AuditEvent::outcome() const
{
    using enum EventColumn;
    const auto word = outcomeFromWord(text(EventColumn::Outcome));
    const auto time = optionalTime(Time);
    if (!word || !time)
        return std::nullopt;
    return AuditOutcome{
        .outcome = *word,
        .time = *time,
        .controllerTime = optionalTime(ControllerTime),
        .got = limits(),
        .until = optionalTime(Until),
        .message = text(Message),
        .detail = text(Detail),
    };
}

void AuditEvent::chain(qint64 seq, qint64 record, const QString &previousHash)
{
    set(EventColumn::Seq, seq);
    set(EventColumn::Record, record);
    set(EventColumn::Previous, previousHash);
    set(EventColumn::Hash, computedHash());
}

QByteArray AuditEvent::canonicalForm() const
{
    QByteArray form = "gatehouse-event-1\n";
    for (int i = 0; i < int(EventColumn::Hash); ++i) {
        const auto column = EventColumn(i);
        if (value(column).isNull())
            continue;
        const QByteArray bytes = text(column).toUtf8();
        form += nameOf(column).latin1();
        form += ':' + QByteArray::number(bytes.size()) + ':' + bytes + '\n';
    }
    return form;
}

QString AuditEvent::computedHash() const
{
    const QByteArray hash = QCryptographicHash::hash(canonicalForm(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex());
}

void AuditEvent::setText(EventColumn column, const QString &text)
{
    const QString kept = storable(text);
    set(column, kept.isEmpty() ? QVariant() : QVariant(kept));
}

void AuditEvent::setTime(EventColumn column, const std::optional<QDateTime> &time)
{
    set(column, time ? QVariant(storedTime(*time)) : QVariant());
}

void AuditEvent::setLimits(const Limits &limits)
{
    set(EventColumn::Minutes, orNull(limits.minutes));
    set(EventColumn::DataMb, orNull(limits.dataMb));
    set(EventColumn::DownKbps, orNull(limits.downKbps));
    set(EventColumn::UpKbps, orNull(limits.upKbps));
}

std::optional<int> AuditEvent::optionalNumber(EventColumn column) const
{
    return value(column).isNull() ? std::nullopt : std::optional(value(column).toInt());
}

std::optional<QDateTime> AuditEvent::optionalTime(EventColumn column) const
{
    const QDateTime time = QDateTime::fromString(text(column), Qt::ISODateWithMs);
    return time.isValid() ? std::optional(time) : std::nullopt;
}

Limits AuditEvent::limits() const
{
    using enum EventColumn;
    return {optionalNumber(Minutes), optionalNumber(DataMb), optionalNumber(DownKbps),
        optionalNumber(UpKbps)};
}

QLatin1StringView nameOf(EventColumn column)
{
    return columnNames[size_t(column)];
}

QString eventColumns(const QString &prefix)
{
    QStringList names;
    for (const QLatin1StringView name : columnNames)
        names += prefix + u'.' + name;
    return names.join(u", "_s);
}

QString storedTime(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

QString searchForm(const QString &text)
{
    return text.normalized(QString::NormalizationForm_KC).toCaseFolded();
}
