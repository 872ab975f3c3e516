#include "clients/phonetwins.h"

#include <algorithm>

namespace {

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
