#include "assembly/gatehouse.h"
#include "assembly/gatehouseparts.h"
#include "clients/auditentries.h"

// The same phone under a new address.

/// The client, where it waits, is not being let in, and may be a phone under another address.
std::optional<WifiClient> Gatehouse::movedPhone(const ClientKey &key) const
{
    const std::optional<ClientRow> row = m_parts->directory.find(key);
    const bool may = row && row->listedNow && row->client.state == ClientState::Waiting
        && key.mac.isPrivate() && !m_parts->actions.isUnderWay(key);
    return may ? std::optional(row->client) : std::nullopt;
}

/// As the live picture shows those whom history let in.
std::optional<PhoneTwin> Gatehouse::twinAmong(
    const ClientKey &key, const QList<HeldDevice> &held) const
{
    const auto moved = movedPhone(key);
    if (!moved)
        return std::nullopt;
    const QDateTime now = clock().now();
    QList<PhoneCandidate> phones;
    for (const HeldDevice &device : held) {
        const std::optional<ClientRow> row = m_parts->directory.find(device.key);
        const bool isOut = row && row->listedNow && row->client.state != ClientState::Authorized;
        if (isOut)
            continue;
        PhoneCandidate phone{device.key, device.name, row ? row->client.hostName : QString(),
            device.guest, leftOf(device, now), !row || !row->listedNow};
        if (const auto left = row
                ? remainingOf(row->client, m_parts->directory.controllerNow(key.controllerId))
                : std::nullopt)
            phone.left = *left;
        phones.append(phone);
    }
    return phoneTwinOf(*moved, phones);
}

Job<std::optional<PhoneTwin>> *Gatehouse::findTwin(const ClientKey &key)
{
    using Answer = Job<std::optional<PhoneTwin>>;
    const auto moved = movedPhone(key);
    if (!moved)
        return Answer::settled(std::nullopt);
    auto *asked = m_parts->historyReading.ask<QList<HeldDevice>>(
        [moved = *moved, now = clock().now()](
            const AuditLog &audit) { return heldNamedAs(audit, moved, now); });
    auto *answer = new Answer(this);
    connect(answer, &JobBase::cancelled, asked, &JobBase::cancel);
    asked->then(this, [this, answer = QPointer(answer), key](const auto &held) {
        if (answer)
            answer->settle(held.map([&](const auto &devices) { return twinAmong(key, devices); }));
    });
    return answer;
}

bool Gatehouse::moveAuthorization(const ClientKey &from, const ClientKey &to)
{
    const auto moved = movedPhone(to);
    const auto held = moved ? heldNamedAs(*m_parts->ports.audit, *moved, clock().now())
                            : Result<QList<HeldDevice>>();
    const auto twin = held ? twinAmong(to, *held) : std::nullopt;
    ControllerLink *owner = link(to.controllerId);
    if (!twin || twin->from != from || !owner || m_parts->actions.isUnderWay(from))
        return false;
    const Limits limits = settable(twin->left, owner->limitRules());
    const auto request = requestFor(AuditAction::Authorize, to, limits, twin->guest,
        tr("same phone, new address: it was %1").arg(from.mac.toString()));
    if (!request)
        return false;
    Admission admission = admissionFor(*request);
    admission.replaces = from;
    return run(request, admission);
}
