#include "assembly/gatehouse.h"
#include "assembly/gatehouseparts.h"
#include "clients/auditentries.h"

// The same phone under a new address.

namespace {

constexpr int mostRecords = 50;

} // namespace

/// Whoever history let in on this site under the client's name and is not out again, and how the
/// live picture shows them.
Result<QList<PhoneCandidate>> Gatehouse::phonesNamedAs(const WifiClient &client) const
{
    HistoryFilter filter;
    filter.controllerId = client.key.controllerId;
    filter.action = AuditAction::Authorize;
    filter.text = client.hostName.isEmpty() ? client.name : client.hostName;
    filter.limit = mostRecords;
    const auto records = m_parts->ports.audit->list(filter);
    if (!records)
        return fail(records.error());
    QSet<ClientKey> keys;
    for (const AuditRecord &record : *records)
        if (record.intent.client.siteId == client.key.siteId)
            keys += record.intent.client;
    const QDateTime now = clock().now();
    QList<PhoneCandidate> phones;
    for (const ClientKey &key : std::as_const(keys)) {
        const auto held = heldDevice(*m_parts->ports.audit, key, now);
        if (!held)
            return fail(held.error());
        const std::optional<ClientRow> row = m_parts->directory.find(key);
        const bool isOut = row && row->listedNow && row->client.state != ClientState::Authorized;
        if (!*held || isOut)
            continue;
        PhoneCandidate phone{key, (*held)->name, row ? row->client.hostName : QString(),
            (*held)->guest, leftOf(**held, now), !row || !row->listedNow};
        if (const auto left = row
                ? remainingOf(row->client, m_parts->directory.controllerNow(key.controllerId))
                : std::nullopt)
            phone.left = *left;
        phones.append(phone);
    }
    return phones;
}

std::optional<PhoneTwin> Gatehouse::twinOf(const ClientKey &key) const
{
    const std::optional<ClientRow> row = m_parts->directory.find(key);
    if (!row || !row->listedNow || row->client.state != ClientState::Waiting
        || !key.mac.isPrivate())
        return std::nullopt;
    const auto phones = phonesNamedAs(row->client);
    return phones ? phoneTwinOf(row->client, *phones) : std::nullopt;
}

bool Gatehouse::moveAuthorization(const ClientKey &from, const ClientKey &to)
{
    const auto twin = twinOf(to);
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
