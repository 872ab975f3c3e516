// The acting half of the UniFi simulator: strict bodies, authorize and unauthorize.

#include "sim/unifiintegrationsimulator.h"
#include "sim/unifilimits.h"

#include <QJsonDocument>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView authorizeWord("AUTHORIZE_GUEST_ACCESS");
constexpr QLatin1StringView unauthorizeWord("UNAUTHORIZE_GUEST_ACCESS");

constexpr UnifiLimitField limitFields[] = {
    {"timeLimitMinutes"_L1, 1, 1'000'000, &GrantLimits::minutes},
    {"dataUsageLimitMBytes"_L1, 1, 1'048'576, &GrantLimits::dataMb},
    {"rxRateLimitKbps"_L1, 2, 100'000, &GrantLimits::downKbps},
    {"txRateLimitKbps"_L1, 2, 100'000, &GrantLimits::upKbps},
};

} // namespace

tl::expected<QJsonObject, SimReply> UnifiIntegrationSimulator::bodyOf(
    const SimRequest &request) const
{
    if (!request.header("content-type").toLower().startsWith("application/json"))
        return Refused(refused(request, 415, u"api.request.unsupported-media-type"_s,
            u"The content type must be application/json"_s));
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (!document.isObject())
        return Refused(refused(request, 400, u"api.request.malformed-body"_s,
            u"The request body is not a JSON object"_s));
    return document.object();
}

SimReply UnifiIntegrationSimulator::act(const SimRequest &request, int client)
{
    if (m_world.faults.has(Fault::ReadOnlyKey))
        return refused(request, 403, u"api.authentication.forbidden"_s, u"Forbidden"_s);
    const auto body = bodyOf(request);
    if (!body)
        return body.error();
    const QString action = body->value(u"action"_s).toString();
    if (action != authorizeWord && action != unauthorizeWord)
        return refused(request, 400, u"api.request.unknown-type-id"_s,
            u"Invalid $.action value '%1' (valid values: %2, %3)"_s.arg(
                action, QString(authorizeWord), QString(unauthorizeWord)));
    for (const QString &name : body->keys()) {
        const bool isLimit = std::ranges::any_of(
            limitFields, [&name](const UnifiLimitField &field) { return field.name == name; });
        if (name != "action"_L1 && !(isLimit && action == authorizeWord))
            return refused(request, 400, u"api.request.unknown-property"_s,
                u"Unknown request property: '$.%1'"_s.arg(name));
    }
    const bool guest = m_world.venue.clients()[size_t(client)].guest;
    if (action == authorizeWord)
        return authorize(request, client, *body);
    if (!guest)
        return refused(request, 422, u"api.client.not-guest"_s, u"Client is not a guest"_s);
    return unauthorize(client);
}

SimReply UnifiIntegrationSimulator::authorize(
    const SimRequest &request, int client, const QJsonObject &body)
{
    GrantLimits limits;
    for (const UnifiLimitField &field : limitFields) {
        const QJsonValue value = body.value(field.name);
        if (value.isUndefined())
            continue;
        const double number = value.toDouble();
        if (!value.isDouble() || std::floor(number) != number)
            return refused(request, 400, u"api.validation.invalid-request"_s,
                u"'$.%1' must be an integer"_s.arg(QString(field.name)));
        if (number < field.least || number > field.most)
            return refused(request, 400, u"api.validation.invalid-request"_s,
                u"'$.%1' must be between %2 and %3"_s.arg(QString(field.name))
                    .arg(field.least)
                    .arg(field.most));
        limits.*field.slot = int(number);
    }
    Venue &venue = m_world.venue;
    const SimClient &row = venue.clients()[size_t(client)];
    if (!row.guest)
        return refused(request, 422, u"api.client.not-guest"_s, u"Client is not a guest"_s);

    const qint64 now = m_world.now();
    QJsonObject answer{{u"action"_s, QString(authorizeWord)}};
    const Grant *before = row.grant < 0 ? nullptr : &venue.grants()[size_t(row.grant)];
    if (before && venue.isLive(*before, now))
        answer.insert(u"revokedAuthorization"_s, authorization(*before, now));
    if (m_world.faults.has(Fault::IgnoreAuthorize)) {
        Grant never;
        never.since = now;
        never.limits = limits;
        never.until = now + qint64(limits.minutes.value_or(Venue::defaultMinutes)) * 60'000;
        answer.insert(u"grantedAuthorization"_s, authorization(never, now));
        return jsonReply(200, answer, u"said it authorized, and did not"_s);
    }
    const GrantLimits granted
        = m_world.faults.has(Fault::WrongLimits) ? halved(limits, limitFields) : limits;
    const int grant
        = venue.authorize(client, granted, Grant::Method::Api, now, m_world.confirmDelayMs());
    answer.insert(u"grantedAuthorization"_s, authorization(venue.grants()[size_t(grant)], now));
    SimReply reply = jsonReply(
        200, answer, u"authorized %1 %2"_s.arg(macSpelling(row.mac), said(granted, limitFields)));
    reply.acted = true;
    return reply;
}

SimReply UnifiIntegrationSimulator::unauthorize(int client)
{
    Venue &venue = m_world.venue;
    const SimClient &row = venue.clients()[size_t(client)];
    const qint64 now = m_world.now();
    QJsonObject answer{{u"action"_s, QString(unauthorizeWord)}};
    if (row.grant < 0 || !venue.isLive(venue.grants()[size_t(row.grant)], now))
        return jsonReply(200, answer, u"had nothing to take back"_s);
    answer.insert(u"revokedAuthorization"_s, authorization(venue.grants()[size_t(row.grant)], now));
    if (m_world.faults.has(Fault::IgnoreCancel))
        return jsonReply(200, answer, u"said it unauthorized, and did not"_s);
    venue.cancel(client, now, qint64(m_options.reconnectSeconds) * 1000, m_world.confirmDelayMs());
    SimReply reply = jsonReply(200, answer, u"unauthorized %1"_s.arg(macSpelling(row.mac)));
    reply.acted = true;
    return reply;
}
