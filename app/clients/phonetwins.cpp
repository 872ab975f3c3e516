#include "clients/phonetwins.h"

#include <QSet>

#include <algorithm>

namespace {

constexpr int mostRecordsOfName = 50;

bool isSameName(const QString &one, const QString &other)
{
    return !one.isEmpty() && one.compare(other, Qt::CaseInsensitive) == 0;
}

/// Some lists put the address where a name is missing.
QString nameOf(const QString &hostName, const QString &name)
{
    const QString best = (hostName.isEmpty() ? name : hostName).trimmed();
    return MacAddress::parse(best) ? QString() : best;
}

} // namespace

std::optional<PhoneTwin> phoneTwinOf(
    const WifiClient &waiting, const QList<PhoneCandidate> &candidates)
{
    const QString name = nameOf(waiting.hostName, waiting.name);
    if (waiting.state != ClientState::Waiting || !waiting.key.mac.isPrivate() || name.isEmpty())
        return std::nullopt;
    const auto isTwin = [&](const PhoneCandidate &each) {
        return each.key.controllerId == waiting.key.controllerId
            && each.key.siteId == waiting.key.siteId && each.key.mac != waiting.key.mac
            && each.key.mac.isPrivate()
            && (isSameName(each.hostName, name) || isSameName(each.name, name));
    };
    const auto found = std::ranges::find_if(candidates, isTwin);
    // Where two phones have that name, the one that is heard proves that the name says nothing.
    if (found == candidates.end() || std::ranges::count_if(candidates, isTwin) > 1
        || !found->isSilent)
        return std::nullopt;
    return PhoneTwin{found->key, name, found->guest, found->left};
}

Result<QList<HeldDevice>> heldNamedAs(
    const AuditLog &audit, const WifiClient &waiting, const QDateTime &now)
{
    HistoryFilter filter;
    filter.controllerId = waiting.key.controllerId;
    filter.action = AuditAction::Authorize;
    filter.text = nameOf(waiting.hostName, waiting.name);
    filter.limit = mostRecordsOfName;
    if (filter.text.isEmpty())
        return QList<HeldDevice>();
    const auto records = audit.list(filter);
    if (!records)
        return fail(records.error());
    QSet<ClientKey> keys;
    for (const AuditRecord &record : *records)
        if (const ClientKey &key = record.intent.client;
            key.siteId == waiting.key.siteId && key.mac.isPrivate() && key != waiting.key)
            keys += key;
    QList<HeldDevice> devices;
    for (const ClientKey &key : std::as_const(keys)) {
        const auto held = heldDevice(audit, key, now);
        if (!held)
            return fail(held.error());
        if (*held)
            devices.append(**held);
    }
    return devices;
}

Limits leftOf(const HeldDevice &device, const QDateTime &now)
{
    constexpr qint64 secondsInMinute = 60;
    Limits left = device.limits;
    left.minutes.reset();
    if (device.until)
        left.minutes = int(std::max<qint64>(
            1, (now.secsTo(*device.until) + secondsInMinute - 1) / secondsInMinute));
    return left;
}
