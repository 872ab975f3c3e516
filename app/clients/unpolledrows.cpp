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

void ClientDirectory::showLastSession(const QList<WifiClient> &clients, const QDateTime &asOf)
{
    DirectoryChange change;
    for (const WifiClient &client : clients) {
        if (slotOf(client.key))
            continue;
        const int number
            = take(makePlace(client.key.controllerId, client.key.siteId), client.key.mac, asOf);
        Slot &slot = m_slots[size_t(number)];
        listed(slot, 0, client, asOf);
        slot.row.staleSince = asOf;
        slot.row.fromLastSession = true;
        change.added.append(number);
    }
    tell(change);
}

void ClientDirectory::forgetLastSession(const std::function<bool(const ClientRow &)> &isMeant)
{
    DirectoryChange change;
    for (int number = 0; number < slotCount(); ++number)
        if (isUsed(number) && row(number).fromLastSession && isMeant(row(number)))
            change.removed.append(number);
    for (const int number : std::as_const(change.removed))
        release(number);
    tell(change);
}

void ClientDirectory::captured(
    const ClientKey &key, const std::shared_ptr<const Capture> &capture, bool makesRow)
{
    m_captures.insert(key, capture);
    const auto known = slotOf(key);
    if (!known && !makesRow)
        return;
    const QDateTime now = m_clock.now();
    const int number = known ? *known : take(makePlace(key.controllerId, key.siteId), key.mac, now);
    Slot &slot = m_slots[size_t(number)];
    ClientRow &row = slot.row;
    const bool waits = makesRow && (!known || !isStillIn(row, capture->redirect));
    if (waits || row.seen != Seen::OnController)
        row.lastSeen = now;
    const bool isNews
        = row.capture != capture || (waits && row.client.state != ClientState::Waiting);
    if (known && !isNews && (row.listedNow || !waits))
        return;
    row.capture = capture;
    if (waits)
        wait(slot, capture);
    if (known)
        tell({{}, {}, {number}, {number}});
    else
        tell({{number}, {}, {}, {}});
}

/// Whether its controller, or we where that cannot be asked, let it in and nothing speaks against
/// it. A redirect of its own, some time after we let it in, does.
bool ClientDirectory::isStillIn(const ClientRow &row, const CapturedRedirect &redirect) const
{
    if (row.client.state != ClientState::Authorized)
        return false;
    if (row.seen == Seen::OnController)
        return row.listedNow;
    const QDateTime controllerNow = this->controllerNow(row.client.key.controllerId);
    const bool isOld = row.capture && redirect.redirectedAt
        && row.capture->redirect.redirectedAt == redirect.redirectedAt;
    const auto since = row.client.authorization ? row.client.authorization->since : std::nullopt;
    return hasTimeLeft(row)
        && (isOld || (since && since->msecsTo(controllerNow) < untilGrantWorks.count()));
}

void ClientDirectory::wait(Slot &slot, const std::shared_ptr<const Capture> &capture)
{
    count(slot, -1);
    slot.row.client = clientOf(slot.row.client.key, capture->redirect);
    slot.row.seen = Seen::InCapture;
    slot.row.listedNow = true;
    slot.row.staleSince.reset();
    slot.row.fromLastSession = false;
    count(slot, 1);
}

bool ClientDirectory::captureEnded(const ClientKey &key)
{
    const auto known = slotOf(key);
    if (known) {
        const ClientRow &row = m_slots[size_t(*known)].row;
        const bool isOwn = row.seen != Seen::OnController;
        const bool isNeeded = m_holds > 0 || row.action.stage == RowAction::Stage::Asked
            || (row.seen == Seen::GrantedHere && hasTimeLeft(row));
        if (isOwn && isNeeded)
            return false;
    }
    if (m_captures.remove(key) == 0 || !known)
        return true;
    if (m_slots[size_t(*known)].row.seen == Seen::OnController) {
        m_slots[size_t(*known)].row.capture.reset();
        tell({{}, {}, {*known}, {*known}});
    } else {
        release(*known);
        tell({{}, {*known}, {}, {}});
    }
    return true;
}

void ClientDirectory::grantedHere(const ClientKey &key, const Authorization &authorization)
{
    const auto known = slotOf(key);
    if (!known)
        return;
    Slot &slot = m_slots[size_t(*known)];
    count(slot, -1);
    slot.row.client.state = ClientState::Authorized;
    slot.row.client.authorization = authorization;
    slot.row.seen = Seen::GrantedHere;
    slot.row.lastSeen = m_clock.now();
    count(slot, 1);
    tell({{}, {}, {*known}, {}});
}
