// The living half of the venue: what is so at a moment, and what changes it.

#include "sim/venue.h"

#include <algorithm>

namespace {

constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
constexpr qint64 megabyte = 1024 * 1024;
constexpr qint64 never = std::numeric_limits<qint64>::max();

} // namespace

std::optional<int> Venue::clientByMac(quint64 mac) const
{
    const auto found = m_byMac.constFind(mac);
    return found == m_byMac.constEnd() ? std::nullopt : std::optional(*found);
}

bool Venue::isPresent(const SimClient &client, qint64 now) const
{
    return !client.blocked && (now < client.absentFrom || now >= client.absentUntil);
}

const Grant *Venue::liveFrom(int grant, qint64 now) const
{
    for (int index = grant; index >= 0; index = m_grants[size_t(index)].before)
        if (isLive(m_grants[size_t(index)], now))
            return &m_grants[size_t(index)];
    return nullptr;
}

const Grant *Venue::liveGrant(int client, qint64 now) const
{
    return liveFrom(m_clients[size_t(client)].grant, now);
}

const Grant *Venue::shownGrant(const SimClient &client, qint64 now) const
{
    const int shown = now < client.showsFrom ? client.grantBefore : client.grant;
    if (const Grant *live = m_recordsPileUp ? liveFrom(shown, now) : nullptr)
        return live;
    return shown < 0 ? nullptr : &m_grants[size_t(shown)];
}

qint64 Venue::endOf(const Grant &grant) const
{
    qint64 end = grant.until;
    if (grant.limits.dataMb && grant.bytesPerSecond > 0) {
        const qint64 left = *grant.limits.dataMb * megabyte - grant.bytesAtStart;
        end = std::min(
            end, grant.since + std::max<qint64>(left, 0) / grant.bytesPerSecond * second);
    } else if (grant.limits.dataMb && grant.bytesAtStart >= *grant.limits.dataMb * megabyte) {
        end = grant.since;
    }
    return grant.revokedAt > 0 ? std::min(end, grant.revokedAt) : end;
}

bool Venue::isLive(const Grant &grant, qint64 now) const
{
    return now < endOf(grant);
}

bool Venue::isAuthorized(const SimClient &client, qint64 now) const
{
    const Grant *grant = shownGrant(client, now);
    return grant && isLive(*grant, now);
}

bool Venue::isWaiting(const SimClient &client, qint64 now) const
{
    return client.guest && isPresent(client, now) && !isAuthorized(client, now);
}

qint64 Venue::bytesUsed(const Grant &grant, qint64 now) const
{
    const qint64 elapsed = std::clamp<qint64>(std::min(now, endOf(grant)) - grant.since, 0, never);
    const qint64 used = grant.bytesAtStart + grant.bytesPerSecond * (elapsed / second);
    return grant.limits.dataMb ? std::min(used, *grant.limits.dataMb * megabyte) : used;
}

int Venue::signalDbm(const SimClient &client, qint64 now) const
{
    if (!m_lively)
        return client.baseSignal;
    const auto wobble = qHashMulti(0, client.mac, now / (10 * second)) % 7;
    return client.baseSignal + int(wobble) - 3;
}

QList<quint64> Venue::waiting(qint64 now) const
{
    QList<const SimClient *> found;
    for (const SimClient &client : m_clients)
        if (isWaiting(client, now))
            found += &client;
    std::ranges::stable_sort(found, {}, [](const SimClient *client) { return client->site; });
    QList<quint64> macs;
    for (const SimClient *client : found)
        macs += client->mac;
    return macs;
}

int Venue::authorize(
    int client, const GrantLimits &limits, Grant::Method method, qint64 now, qint64 delayMs)
{
    SimClient &row = m_clients[size_t(client)];
    if (!m_recordsPileUp && row.grant >= 0 && isLive(m_grants[size_t(row.grant)], now))
        m_grants[size_t(row.grant)].revokedAt = now + delayMs;
    Grant grant;
    grant.client = client;
    grant.before = row.grant;
    grant.method = method;
    if (method == Grant::Method::Voucher)
        grant.voucherCode = QString::number(m_dice.between(100'000, 999'999));
    grant.since = now;
    grant.limits = limits;
    grant.until
        = now + limits.milliseconds.value_or(limits.minutes.value_or(defaultMinutes) * minute);
    grant.bytesPerSecond = m_lively ? m_dice.between(2, 90) * 1024 : 0;
    row.grantBefore = row.grant;
    row.grant = int(m_grants.size());
    row.showsFrom = now + delayMs;
    m_grants.push_back(grant);
    ++m_revision;
    return row.grant;
}

bool Venue::cancel(int client, qint64 now, qint64 awayMs, qint64 delayMs)
{
    SimClient &row = m_clients[size_t(client)];
    bool hadOne = false;
    for (int index = row.grant; index >= 0; index = m_grants[size_t(index)].before)
        if (Grant &grant = m_grants[size_t(index)]; isLive(grant, now)) {
            grant.revokedAt = now + delayMs;
            hadOne = true;
        }
    if (!hadOne)
        return false;
    if (awayMs > 0 && isPresent(row, now))
        disconnect(client, now + delayMs, awayMs);
    ++m_revision;
    return true;
}

void Venue::extend(int grant, qint64 byMs)
{
    m_grants[size_t(grant)].until += byMs;
    ++m_revision;
}

void Venue::endGrant(int grant, qint64 now)
{
    if (!isLive(m_grants[size_t(grant)], now))
        return;
    m_grants[size_t(grant)].revokedAt = now;
    ++m_revision;
}

void Venue::setRateLimit(int client, const ClientRateLimit &limit)
{
    m_clients[size_t(client)].rateLimit = limit;
    ++m_revision;
}

void Venue::useData(int client, qint64 bytes)
{
    if (const int grant = m_clients[size_t(client)].grant; grant >= 0)
        m_grants[size_t(grant)].bytesAtStart += bytes;
    ++m_revision;
}

int Venue::arrive(qint64 now)
{
    return admit(newClient(true, m_dice.percent(60) ? 0 : m_dice.below(int(m_sites.size())), now));
}

void Venue::leave(int client, qint64 now)
{
    m_clients[size_t(client)].absentFrom = now;
    m_clients[size_t(client)].absentUntil = never;
    ++m_revision;
}

void Venue::comeBack(int client, qint64 now)
{
    SimClient &row = m_clients[size_t(client)];
    row.absentUntil = row.absentFrom;
    row.connectedAt = now;
    ++row.associations;
    ++m_revision;
}

void Venue::disconnect(int client, qint64 now, qint64 awayMs)
{
    SimClient &row = m_clients[size_t(client)];
    row.absentFrom = now;
    row.absentUntil = now + awayMs;
    row.connectedAt = row.absentUntil;
    ++row.associations;
    ++m_revision;
}

void Venue::setBlocked(int client, bool blocked, qint64 now, qint64 awayMs)
{
    SimClient &row = m_clients[size_t(client)];
    const bool returns = row.blocked && !blocked;
    row.blocked = blocked;
    if (returns && isPresent(row, now))
        disconnect(client, now, awayMs);
    ++m_revision;
}

int Venue::foretell(quint64 mac, int site, qint64 now)
{
    SimClient client = newClient(true, site, now);
    client.mac = mac;
    client.looks.vendor.clear();
    client.absentFrom = now;
    client.absentUntil = never;
    return admit(std::move(client));
}

void Venue::roam(int client)
{
    SimClient &row = m_clients[size_t(client)];
    place(row, row.device);
    row.baseSignal = -m_dice.between(42, 79);
    ++m_revision;
}
