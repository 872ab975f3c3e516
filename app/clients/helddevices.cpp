#include "clients/helddevices.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <tuple>

namespace {

constexpr qint64 secondsInMinute = 60;
constexpr int mostRecordsOfDevice = 50;
constexpr int mostRecordsOfGuest = 1000;

/// What an end may lie in the past by clocks that differ.
constexpr qint64 graceSeconds = 120;

bool letsIn(AuditAction action)
{
    return action == AuditAction::Authorize || action == AuditAction::Extend;
}

/// Whether it can have changed the controller; also while nobody knows yet.
bool mayHaveTakenEffect(const AuditRecord &record)
{
    return !record.outcome
        || (record.outcome->outcome != Outcome::Refused
            && record.outcome->outcome != Outcome::Failed);
}

/// The end that a record gave its device, in our clock.
std::optional<QDateTime> endOf(const AuditRecord &record)
{
    const auto &outcome = record.outcome;
    if (outcome && outcome->until) {
        const qint64 ahead
            = outcome->controllerTime ? outcome->time.msecsTo(*outcome->controllerTime) : 0;
        return outcome->until->addMSecs(-ahead);
    }
    const AuditIntent &intent = record.intent;
    if (intent.action == AuditAction::Authorize && intent.asked.minutes)
        return intent.time.addSecs(*intent.asked.minutes * secondsInMinute);
    return std::nullopt;
}

Limits limitsOf(const AuditRecord &record)
{
    return record.outcome && !record.outcome->got.isEmpty() ? record.outcome->got
                                                            : record.intent.asked;
}

bool isWhose(const Guest &guest, const Guest &counted)
{
    const auto fits = [](const QString &is, const QString &wanted) {
        return wanted.isEmpty() || is.trimmed().compare(wanted, Qt::CaseInsensitive) == 0;
    };
    return !counted.isEmpty() && fits(guest.name, counted.name) && fits(guest.room, counted.room)
        && fits(guest.login, counted.login);
}

/// Whoever was named last stays behind the device, as in the table of clients.
Guest guestIn(const QList<AuditRecord> &ofDevice)
{
    for (const AuditRecord &record : ofDevice)
        if (letsIn(record.intent.action) && mayHaveTakenEffect(record)
            && !record.intent.guest.isEmpty())
            return record.intent.guest;
    return {};
}

} // namespace

std::optional<HeldDevice> heldAccordingTo(const QList<AuditRecord> &ofDevice, const QDateTime &now)
{
    std::optional<HeldDevice> held;
    std::optional<qint64> putOff;
    QSet<qint64> completed;
    for (const AuditRecord &record : ofDevice) {
        const AuditIntent &intent = record.intent;
        if (intent.refersTo && intent.refersTo->relation == AuditReference::Relation::Completes)
            completed += intent.refersTo->record;
        if (intent.action == AuditAction::Cancel && !held) {
            if (record.outcome && record.outcome->outcome == Outcome::Confirmed)
                return std::nullopt;
            if (record.outcome && record.outcome->putOff && !completed.contains(record.id))
                putOff = putOff.value_or(record.id);
        }
        if (!letsIn(intent.action) || !mayHaveTakenEffect(record))
            continue;
        if (!held)
            held = HeldDevice{intent.client, intent.deviceName, guestIn(ofDevice), intent.time,
                endOf(record), limitsOf(record), putOff};
        held->since = intent.time;
        if (intent.action == AuditAction::Authorize)
            break;
    }
    const bool isPast = held && held->until && held->until->addSecs(graceSeconds) < now;
    return isPast ? std::nullopt : held;
}

Result<std::optional<HeldDevice>> heldDevice(
    const AuditLog &audit, const ClientKey &key, const QDateTime &now)
{
    HistoryFilter filter;
    filter.mac = key.mac;
    filter.controllerId = key.controllerId;
    filter.limit = mostRecordsOfDevice;
    return audit.list(filter).map([&](QList<AuditRecord> records) {
        records.removeIf([&](const AuditRecord &each) { return each.intent.client != key; });
        return heldAccordingTo(records, now);
    });
}

Result<QList<HeldDevice>> devicesHeldBy(const AuditLog &audit, const Guest &counted,
    const QString &controllerId, const QString &siteId, const QDateTime &now)
{
    HistoryFilter filter;
    filter.exactGuest = counted;
    filter.controllerId = controllerId;
    filter.limit = mostRecordsOfGuest;
    const auto records = audit.list(filter);
    if (!records)
        return fail(records.error());
    QHash<ClientKey, QList<AuditRecord>> byDevice;
    for (const AuditRecord &record : *records)
        if ((siteId.isEmpty() || record.intent.client.siteId == siteId)
            && isWhose(record.intent.guest, counted))
            byDevice[record.intent.client].append(record);
    QList<HeldDevice> devices;
    for (const auto &[key, own] : byDevice.asKeyValueRange()) {
        // What was theirs is out; who is behind the device now does not matter then.
        if (!heldAccordingTo(own, now))
            continue;
        const auto held = heldDevice(audit, key, now);
        if (!held)
            return fail(held.error());
        if (*held && isWhose((*held)->guest, counted))
            devices.append(**held);
    }
    std::ranges::sort(devices, {}, [](const HeldDevice &device) {
        return std::tuple(device.since, device.key.siteId, device.key.mac);
    });
    return devices;
}
