#include "store/auditevent.h"

#include "store/sealing.h"

#include <QCryptographicHash>
#include <QStringList>

#include <algorithm>

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
    "system_user"_L1,
    "controller_id"_L1,
    "controller"_L1,
    "site_id"_L1,
    "site"_L1,
    "minutes"_L1,
    "data_mb"_L1,
    "down_kbps"_L1,
    "up_kbps"_L1,
    "before"_L1,
    "outcome"_L1,
    "shown"_L1,
    "since"_L1,
    "until"_L1,
    "settled"_L1,
    "put_off"_L1,
    "relation"_L1,
    "refers_to"_L1,
    "writer"_L1,
    "erased"_L1,
    "sealed"_L1,
    "previous"_L1,
    "hash"_L1,
};
static_assert(std::size(columnNames) == eventColumnCount);

constexpr QByteArrayView formatWord = "gatehouse-event-2\n";

// What SQLite gives back is what it was given only without these: it cuts at NUL and takes a
// leading byte order mark for a command. Half a surrogate pair has no UTF-8 form. Else a strange
// name would look like a forged record.
QString storable(const QString &text)
{
    QString result = QString::fromUtf8(text.toUtf8());
    result.remove(QChar::Null).remove(QChar::ByteOrderMark).remove(QChar::ByteOrderSwapped);
    return result;
}

QVariant orNull(const std::optional<int> &value)
{
    return value ? QVariant(*value) : QVariant();
}

std::optional<ClientState> clientStateFromWord(const QString &word)
{
    using enum ClientState;
    for (const ClientState state : {Unknown, Waiting, Authorized, Expired, NotGuest})
        if (toWord(state) == word)
            return state;
    return std::nullopt;
}

QString wordOf(AuditReference::Relation relation)
{
    switch (relation) {
    case AuditReference::Relation::Undoes:
        return u"undoes"_s;
    case AuditReference::Relation::Completes:
        return u"completes"_s;
    }
    Q_UNREACHABLE();
}

QString columnList(const auto &write)
{
    QStringList names;
    for (const QLatin1StringView name : columnNames)
        names += write(name);
    return names.join(u", "_s);
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
    event.setText(SystemUser, intent.systemUser);
    event.setText(ControllerId, intent.client.controllerId);
    event.setText(Controller, intent.controllerName);
    event.setText(SiteId, intent.client.siteId);
    event.setText(Site, intent.siteName);
    event.setLimits(intent.asked);
    event.setBefore(intent.before);
    event.setReference(intent.refersTo);
    event.m_personal = {
        .mac = intent.client.mac.toDigits(),
        .device = storable(intent.deviceName),
        .guest = storable(intent.guest.name),
        .room = storable(intent.guest.room),
        .login = storable(intent.guest.login),
        .reason = storable(intent.reason),
        .message = {},
        .detail = {},
    };
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
    event.setTime(Since, outcome.since);
    event.setTime(Until, outcome.until);
    event.setText(Shown, outcome.shown ? toWord(*outcome.shown) : QString());
    event.setFlag(Settled, outcome.settledLater);
    event.setFlag(PutOff, outcome.putOff);
    event.m_personal.message = storable(outcome.message);
    event.m_personal.detail = storable(outcome.detail);
    return event;
}

AuditEvent AuditEvent::ofSeen(const QDateTime &time, const QString &operatorName)
{
    AuditEvent event;
    event.setText(EventColumn::Kind, u"seen"_s);
    event.setTime(EventColumn::Time, time);
    event.setText(EventColumn::Operator, operatorName);
    return event;
}

AuditEvent AuditEvent::ofErasure(const Erasure &erasure, const QString &records)
{
    AuditEvent event;
    event.setText(EventColumn::Kind, u"erasure"_s);
    event.setTime(EventColumn::Time, erasure.time);
    event.setText(EventColumn::Operator, erasure.operatorName);
    event.setText(EventColumn::Erased, records);
    return event;
}

AuditEvent AuditEvent::ofUpgrade(const QDateTime &time, qint64 oldEvents)
{
    AuditEvent event;
    event.setText(EventColumn::Kind, u"upgrade"_s);
    event.setTime(EventColumn::Time, time);
    event.set(EventColumn::RefersTo, oldEvents);
    return event;
}

std::optional<AuditIntent> AuditEvent::intent() const
{
    using enum EventColumn;
    const auto action = auditActionFromWord(text(Action));
    const auto time = optionalTime(Time);
    const auto mac = m_personal.isEmpty() ? MacAddress() : MacAddress::parse(m_personal.mac);
    if (!action || !time || !mac)
        return std::nullopt;
    return AuditIntent{
        .action = *action,
        .time = *time,
        .controllerTime = optionalTime(ControllerTime),
        .operatorName = text(Operator),
        .systemUser = text(SystemUser),
        .client = {text(ControllerId), text(SiteId), *mac},
        .controllerName = text(Controller),
        .siteName = text(Site),
        .deviceName = m_personal.device,
        .guest = {m_personal.guest, m_personal.room, m_personal.login},
        .reason = m_personal.reason,
        .asked = limits(),
        .refersTo = reference(),
        .before = before(),
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
        .since = optionalTime(Since),
        .shown = clientStateFromWord(text(Shown)),
        .settledLater = number(Settled) != 0,
        .putOff = number(PutOff) != 0,
        .message = m_personal.message,
        .detail = m_personal.detail,
    };
}

QByteArray AuditEvent::sealingContext() const
{
    return formatWord.toByteArray() + QByteArray::number(number(EventColumn::Record)) + '\n'
        + text(EventColumn::Kind).toUtf8();
}

void AuditEvent::seal(const QByteArray &key)
{
    set(EventColumn::Sealed,
        m_personal.isEmpty() ? QVariant()
                             : sealing::seal(m_personal.toCbor(), key, sealingContext()));
}

bool AuditEvent::open(const QByteArray &key)
{
    if (value(EventColumn::Sealed).isNull())
        return true;
    const auto plain
        = sealing::open(value(EventColumn::Sealed).toByteArray(), key, sealingContext());
    auto part = plain ? PersonalPart::fromCbor(*plain) : std::nullopt;
    if (!part)
        return false;
    m_personal = std::move(*part);
    return true;
}

void AuditEvent::chain(qint64 seq, const QString &previousHash)
{
    set(EventColumn::Seq, seq);
    set(EventColumn::Previous, previousHash.isEmpty() ? u""_s : previousHash); // not null
    set(EventColumn::Hash, computedHash());
}

QByteArray AuditEvent::canonicalForm() const
{
    QByteArray form = formatWord.toByteArray();
    for (int i = 0; i < int(EventColumn::Hash); ++i) {
        const auto column = EventColumn(i);
        if (value(column).isNull())
            continue;
        const QByteArray bytes = value(column).toByteArray();
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

// Not null where something was told and nothing of it limited: ",,,".
void AuditEvent::setBefore(const std::optional<Limits> &limits)
{
    if (!limits)
        return;
    QStringList parts;
    for (const auto &limit : {limits->minutes, limits->dataMb, limits->downKbps, limits->upKbps})
        parts += limit ? QString::number(*limit) : QString();
    setText(EventColumn::Before, parts.join(u','));
}

void AuditEvent::setFlag(EventColumn column, bool on)
{
    set(column, on ? QVariant(1) : QVariant());
}

void AuditEvent::setReference(const std::optional<AuditReference> &reference)
{
    if (!reference)
        return;
    setText(EventColumn::Relation, wordOf(reference->relation));
    set(EventColumn::RefersTo, reference->record);
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

std::optional<Limits> AuditEvent::before() const
{
    const QStringList parts = text(EventColumn::Before).split(u',');
    if (parts.size() != 4)
        return std::nullopt;
    const auto limit = [&](qsizetype i) {
        return parts[i].isEmpty() ? std::nullopt : std::optional(parts[i].toInt());
    };
    return Limits{limit(0), limit(1), limit(2), limit(3)};
}

std::optional<AuditReference> AuditEvent::reference() const
{
    using enum AuditReference::Relation;
    for (const auto relation : {Undoes, Completes})
        if (wordOf(relation) == text(EventColumn::Relation))
            return AuditReference{relation, number(EventColumn::RefersTo)};
    return std::nullopt;
}

QLatin1StringView nameOf(EventColumn column)
{
    return columnNames[size_t(column)];
}

QString eventColumns(const QString &prefix)
{
    return columnList([&](QLatin1StringView name) -> QString { return prefix + u'.' + name; });
}

QString eventColumnBytes(const QString &prefix)
{
    return columnList(
        [&](QLatin1StringView name) { return u"CAST(%1.%2 AS BLOB)"_s.arg(prefix, name); });
}

QString storedTime(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}
