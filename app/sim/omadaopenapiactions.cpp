// The acting half of the Omada simulator: authorize, cancel, extend, limit.

#include "sim/omadaopenapisimulator.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

std::optional<qint64> wholeNumber(const QJsonValue &value, qint64 least, qint64 most)
{
    const double number = value.toDouble(-1);
    if (!value.isDouble() || number < double(least) || number > double(most)
        || number != double(qint64(number)))
        return std::nullopt;
    return qint64(number);
}

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

SimReply OmadaOpenApiSimulator::authorize(int site, const QString &mac)
{
    const auto client = clientOf(site, mac);
    if (!client)
        return answered(-41010, u"This client does not exist."_s);
    const qint64 now = m_world.now();
    if (authStatus(m_world.venue.clients()[size_t(*client)], now) != 1)
        return answered(-41009, u"Failed to authorize the client."_s);
    SimReply reply = done();
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

SimReply OmadaOpenApiSimulator::unauthorize(int site, const QString &mac)
{
    const auto client = clientOf(site, mac);
    const qint64 now = m_world.now();
    if (!client || authStatus(m_world.venue.clients()[size_t(*client)], now) != 2)
        return answered(-41006, u"This client does not exist."_s);
    if (m_world.faults.strikes(Fault::CancelBusy))
        return answered(-41019, u"This client is already being disconnected."_s);
    SimReply reply = done();
    reply.did = u"said it cancelled, and did not"_s;
    if (m_world.faults.has(Fault::IgnoreCancel))
        return reply;
    m_world.venue.cancel(*client, now, 0, m_world.confirmDelayMs());
    reply.did = u"cancelled "_s + mac;
    reply.acted = true;
    return reply;
}

SimReply OmadaOpenApiSimulator::extendRecord(const SimRequest &request, int grant)
{
    constexpr qint64 least = 60'000;
    constexpr qint64 most = 86'400'000'000'000;
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    const auto period = wholeNumber(body.value(u"period"_s), least, most);
    if (body.size() != 1 || !period)
        return badParameters(u"period"_s);
    SimReply reply = done();
    reply.did = u"said it extended, and did not"_s;
    if (m_world.faults.has(Fault::IgnoreAuthorize))
        return reply;
    const qint64 added = m_world.faults.has(Fault::WrongLimits) ? *period / 2 : *period;
    m_world.venue.extend(grant, added);
    reply.did = u"extended record %1 by %2 ms"_s.arg(recordId(grant)).arg(added);
    reply.acted = true;
    return reply;
}

SimReply OmadaOpenApiSimulator::endRecord(int grant)
{
    SimReply reply = done();
    reply.did = u"ended record "_s + recordId(grant);
    reply.acted = true;
    m_world.venue.endGrant(grant, m_world.now());
    return reply;
}

SimReply OmadaOpenApiSimulator::limitRate(const SimRequest &request, int site, const QString &mac)
{
    const auto limit = rateLimitOf(QJsonDocument::fromJson(request.body).object());
    if (!limit)
        return badParameters(u"the rate limit"_s);
    const auto client = clientOf(site, mac);
    if (!client)
        return answered(-41011, u"This client does not exist."_s);
    m_world.venue.setRateLimit(*client, *limit);
    SimReply reply = done();
    reply.did = u"limited the rate of "_s + mac;
    reply.acted = true;
    return reply;
}
