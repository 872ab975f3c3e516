// The acting half of the Omada simulator: authorize, cancel, extend, limit.

#include "sim/omadaopenapi.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

/// Reads one direction of customRateLimit; false when it is not complete and within range.
bool readDirection(
    const QJsonObject &limit, const QString &direction, bool &enable, int &unit, int &most)
{
    const QJsonValue enabled = limit.value(direction + u"Enable"_s);
    if (!enabled.isBool())
        return false;
    enable = enabled.toBool();
    if (!enable)
        return true;
    const auto givenUnit = wholeNumber(limit.value(direction + u"Unit"_s), 1, 2);
    const auto givenLimit = wholeNumber(limit.value(direction + u"Limit"_s), 1, 1024);
    unit = int(givenUnit.value_or(1));
    most = int(givenLimit.value_or(1));
    return givenUnit && givenLimit;
}

std::optional<ClientRateLimit> rateLimitOf(const QJsonObject &body)
{
    const QStringList inner{
        u"upEnable"_s, u"upUnit"_s, u"upLimit"_s, u"downEnable"_s, u"downUnit"_s, u"downLimit"_s};
    const QJsonObject custom = body.value(u"customRateLimit"_s).toObject();
    const auto isKnown = [&inner](const QString &name) { return inner.contains(name); };
    if (body.keys() != QStringList{u"customRateLimit"_s, u"mode"_s}
        || wholeNumber(body.value(u"mode"_s), 0, 0) != 0
        || !std::ranges::all_of(custom.keys(), isKnown))
        return std::nullopt;
    ClientRateLimit limit;
    if (!readDirection(custom, u"up"_s, limit.upEnable, limit.upUnit, limit.upLimit)
        || !readDirection(custom, u"down"_s, limit.downEnable, limit.downUnit, limit.downLimit))
        return std::nullopt;
    return limit;
}

} // namespace

SimReply OmadaOpenApi::authorize(int site, const QString &mac)
{
    const auto client = m_rows.clientOf(site, mac);
    if (!client)
        return m_envelope.answered(-41010, u"This client does not exist."_s);
    const qint64 now = m_world.now();
    if (m_rows.authStatus(m_world.venue.clients()[size_t(*client)], now) != 1)
        return m_envelope.answered(-41009, u"Failed to authorize the client."_s);
    SimReply reply = m_envelope.done();
    reply.did = u"said it authorized, and did not"_s;
    if (m_world.faults.has(Fault::IgnoreAuthorize))
        return reply;
    GrantLimits limits{Venue::defaultMinutes, {}, {}, {}};
    if (m_world.faults.has(Fault::WrongLimits))
        limits.minutes = Venue::defaultMinutes / 2;
    m_world.venue.authorize(*client, limits, Grant::Method::Api, now, m_world.confirmDelayMs());
    reply.did = u"authorized "_s + mac;
    reply.acted = true;
    return reply;
}

SimReply OmadaOpenApi::unauthorize(int site, const QString &mac)
{
    const auto client = m_rows.clientOf(site, mac);
    const qint64 now = m_world.now();
    if (!client || m_rows.authStatus(m_world.venue.clients()[size_t(*client)], now) != 2)
        return m_envelope.answered(-41006, u"This client does not exist."_s);
    if (m_world.faults.strikes(Fault::CancelBusy))
        return m_envelope.answered(-41019, u"This client is already being disconnected."_s);
    SimReply reply = m_envelope.done();
    reply.did = u"said it cancelled, and did not"_s;
    if (m_world.faults.has(Fault::IgnoreCancel))
        return reply;
    m_world.venue.cancel(*client, now, 0, m_world.confirmDelayMs());
    reply.did = u"cancelled "_s + mac;
    reply.acted = true;
    return reply;
}

SimReply OmadaOpenApi::extendRecord(const SimRequest &request, int grant)
{
    constexpr qint64 least = 60'000;
    constexpr qint64 most = 86'400'000'000'000;
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    const auto period = wholeNumber(body.value(u"period"_s), least, most);
    if (body.size() != 1 || !period)
        return m_envelope.badParameters(u"period"_s);
    SimReply reply = m_envelope.done();
    reply.did = u"said it extended, and did not"_s;
    if (m_world.faults.has(Fault::IgnoreAuthorize))
        return reply;
    const qint64 added = m_world.faults.has(Fault::WrongLimits) ? *period / 2 : *period;
    m_world.venue.extend(grant, added);
    reply.did = u"extended record %1 of %2 by %3 ms"_s.arg(
        m_rows.recordId(grant), m_rows.holder(grant), QString::number(added));
    reply.acted = true;
    return reply;
}

SimReply OmadaOpenApi::endRecord(int grant)
{
    SimReply reply = m_envelope.done();
    reply.did = u"ended record %1 of %2"_s.arg(m_rows.recordId(grant), m_rows.holder(grant));
    reply.acted = true;
    m_world.venue.endGrant(grant, m_world.now());
    return reply;
}

SimReply OmadaOpenApi::block(const SimRequest &request, int site, const QString &mac, bool blocked)
{
    if (!hasNoContent(request))
        return m_envelope.badParameters(u"takes no body"_s);
    const auto client = m_rows.knownClient(site, mac);
    const bool known = client && (blocked || m_world.venue.clients()[size_t(*client)].blocked);
    if (!known)
        return m_envelope.answered(blocked ? -41002 : -41004, u"This client does not exist."_s);
    m_world.venue.setBlocked(*client, blocked, m_world.now(), 0);
    SimReply reply = m_envelope.done();
    reply.did = (blocked ? u"blocked "_s : u"unblocked "_s) + mac;
    reply.acted = true;
    return reply;
}

SimReply OmadaOpenApi::limitRate(const SimRequest &request, int site, const QString &mac)
{
    const auto limit = rateLimitOf(QJsonDocument::fromJson(request.body).object());
    if (!limit)
        return m_envelope.badParameters(u"the rate limit"_s);
    const auto client = m_rows.clientOf(site, mac);
    if (!client)
        return m_envelope.answered(-41011, u"This client does not exist."_s);
    m_world.venue.setRateLimit(*client, *limit);
    SimReply reply = m_envelope.done();
    reply.did = u"limited the rate of "_s + mac;
    reply.acted = true;
    return reply;
}
