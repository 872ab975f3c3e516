#include "clients/clientdirectory.h"

using namespace std::chrono_literals;

// Rows that no poll told: those of the last session, and those of the waiting room.

namespace {

/// So long a network may still send a device to the portal that it has just let in.
constexpr std::chrono::milliseconds untilGrantWorks = 1min;

/// What a redirect tells of its device. The controller has told nothing.
WifiClient clientOf(const ClientKey &key, const CapturedRedirect &redirect)
{
    WifiClient client;
    client.key = key;
    client.ip = redirect.clientIp;
    client.ssid = redirect.ssid;
    client.attachment = {redirect.accessPoint, redirect.radio, redirect.gateway, redirect.vlan};
    if (redirect.accessPoint)
        client.accessPoint = redirect.accessPoint->toString();
    if (redirect.accessPoint || redirect.gateway)
        client.wireless = redirect.accessPoint.has_value();
    client.state = ClientState::Waiting;
    return client;
}

} // namespace

void ClientDirectory::showLastSession(const ClientList &clients, const QDateTime &asOf)
{
    DirectoryChange change;
    const qint64 then = asOf.toMSecsSinceEpoch();
    for (const WifiClient &client : clients) {
        if (slotOf(client.key))
            continue;
        const int number
            = take(makePlace(client.key.controllerId, client.key.siteId), client.key.mac, then);
        Slot &slot = m_slots[size_t(number)];
        listed(slot, 0, client, then);
        slot.isStale = true;
        slot.fromLastSession = true;
        change.added.append(number);
    }
    change.fills = true;
    tell(change);
}

void ClientDirectory::forgetLastSession(const std::function<bool(const ClientRow &)> &isMeant)
{
    DirectoryChange change;
    for (int number = 0; number < slotCount(); ++number)
        if (isUsed(number) && m_slots[size_t(number)].fromLastSession && isMeant(row(number)))
            change.removed.append(number);
    for (const int number : std::as_const(change.removed))
        release(number);
    tell(change);
}

void ClientDirectory::captured(
    const ClientKey &key, const std::shared_ptr<const Capture> &capture, bool makesRow)
{
    const auto known = slotOf(key);
    if (!known && !makesRow) {
        m_captures.insert(key, capture);
        return;
    }
    const bool waits = makesRow && (!known || !isStillIn(*known, capture->redirect));
    const bool isNews = m_captures.value(key) != capture
        || (known && waits && packed(*known).state() != ClientState::Waiting);
    m_captures.insert(key, capture);
    const int number
        = known ? *known : take(makePlace(key.controllerId, key.siteId), key.mac, now());
    Slot &slot = m_slots[size_t(number)];
    if (waits || slot.seen != Seen::OnController)
        slot.lastSeen = now();
    if (known && !isNews && (slot.listedNow || !waits))
        return;
    if (waits)
        wait(number, capture->redirect);
    if (known)
        tell({{}, {}, {number}, {number}, {number}});
    else
        tell({{number}, {}, {}, {}, {}});
}

/// Whether its controller, or we where that cannot be asked, let it in and nothing speaks against
/// it. A redirect of its own, some time after we let it in, does.
bool ClientDirectory::isStillIn(int number, const CapturedRedirect &redirect) const
{
    const Slot &slot = m_slots[size_t(number)];
    if (clientOf(slot).state() != ClientState::Authorized)
        return false;
    if (slot.seen == Seen::OnController)
        return slot.listedNow;
    const QDateTime controllerNow = this->controllerNow(controllerIdOf(number));
    const auto before = captureOf(number);
    const bool isOld
        = before && redirect.redirectedAt && before->redirect.redirectedAt == redirect.redirectedAt;
    const auto authorization = clientOf(slot).unpacked(m_pool).authorization;
    const auto since = authorization ? authorization->since : std::nullopt;
    return hasTimeLeft(number)
        && (isOld || (since && since->msecsTo(controllerNow) < untilGrantWorks.count()));
}

void ClientDirectory::wait(int number, const CapturedRedirect &redirect)
{
    Slot &slot = m_slots[size_t(number)];
    count(slot, -1);
    put(slot, ::clientOf(keyOf(number), redirect));
    slot.seen = Seen::InCapture;
    slot.listedNow = true;
    slot.isStale = false;
    slot.fromLastSession = false;
    count(slot, 1);
}

bool ClientDirectory::captureEnded(const ClientKey &key)
{
    const auto known = slotOf(key);
    if (known) {
        const Seen seen = m_slots[size_t(*known)].seen;
        const bool isNeeded = m_holds > 0 || actionIsUnderWay(*known)
            || (seen == Seen::GrantedHere && hasTimeLeft(*known));
        if (seen != Seen::OnController && isNeeded)
            return false;
    }
    if (m_captures.remove(key) == 0 || !known)
        return true;
    if (m_slots[size_t(*known)].seen == Seen::OnController) {
        tell({{}, {}, {*known}, {*known}, {}});
    } else {
        release(*known);
        tell({{}, {*known}, {}, {}, {}});
    }
    return true;
}

void ClientDirectory::grantedHere(const ClientKey &key, const Authorization &authorization)
{
    const auto known = slotOf(key);
    if (!known)
        return;
    Slot &slot = m_slots[size_t(*known)];
    WifiClient client = clientOf(slot).unpacked(m_pool);
    client.state = ClientState::Authorized;
    client.authorization = authorization;
    count(slot, -1);
    put(slot, client);
    slot.seen = Seen::GrantedHere;
    slot.lastSeen = now();
    count(slot, 1);
    tell({{}, {}, {*known}, {}, {*known}});
}
