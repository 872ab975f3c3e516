// The acting half of the classic UniFi simulator: strict bodies, and what the station commands do.

#include "sim/controllersimulator.h"
#include "sim/unificlassicreply.h"
#include "sim/unificlassicsimulator.h"
#include "sim/unifilimits.h"

#include <QJsonDocument>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

/// In minutes, kbit/s and, despite its name, megabytes.
constexpr UnifiLimitField limitFields[] = {
    {"minutes"_L1, 0, 1'000'000, &GrantLimits::minutes},
    {"bytes"_L1, 1, 1'048'576, &GrantLimits::dataMb},
    {"down"_L1, 2, 100'000, &GrantLimits::downKbps},
    {"up"_L1, 2, 100'000, &GrantLimits::upKbps},
};

bool isKnown(const QString &name, bool takesLimits)
{
    if (name == "cmd"_L1 || name == "mac"_L1)
        return true;
    return takesLimits
        && (name == "ap_mac"_L1
            || std::ranges::find(limitFields, name, &UnifiLimitField::name)
                != std::end(limitFields));
}

SimReply done(const QJsonArray &rows, const QString &did)
{
    SimReply reply = classicRows(rows, did);
    reply.acted = true;
    return reply;
}

SimReply unknownStation(quint64 mac)
{
    return classicRefusal(400, u"api.err.UnknownStation"_s, {{u"mac"_s, classicMac(mac)}});
}

} // namespace

SimReply UnifiClassicSimulator::manageStation(const SimRequest &request, int site)
{
    using Self = UnifiClassicSimulator;
    static constexpr CommandWord words[] = {
        {"authorize-guest"_L1, true, &Self::authorize},
        {"unauthorize-guest"_L1, false, &Self::unauthorize},
        {"kick-sta"_L1, false, &Self::kick},
        {"block-sta"_L1, false, &Self::block},
        {"unblock-sta"_L1, false, &Self::unblock},
    };
    if (m_world.faults.has(Fault::ReadOnlyKey))
        return classicRefusal(403, u"api.err.NoPermission"_s);
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (!request.header("content-type").toLower().startsWith("application/json")
        || !document.isObject())
        return classicRefusal(400, u"api.err.InvalidPayload"_s);
    const QJsonObject body = document.object();
    const auto word = std::ranges::find(words, body.value(u"cmd"_s).toString(), &CommandWord::word);
    if (word == std::end(words))
        return classicRefusal(400, u"api.err.InvalidArgs"_s);
    const auto command = commandOf(body, *word, site);
    return command ? (this->*word->commander)(*command) : command.error();
}

tl::expected<UnifiClassicSimulator::Command, SimReply> UnifiClassicSimulator::commandOf(
    const QJsonObject &body, const CommandWord &word, int site) const
{
    const auto refusal
        = [](const QString &code) { return Refused(classicRefusal(400, u"api.err."_s + code)); };
    for (const QString &name : body.keys())
        if (!isKnown(name, word.takesLimits))
            return refusal(u"InvalidPayload"_s);
    for (const auto &name : {u"mac"_s, u"ap_mac"_s}) {
        const QJsonValue value = body.value(name);
        if (value.isUndefined() && name != "mac"_L1)
            continue;
        if (!value.isString())
            return refusal(u"InvalidPayload"_s);
        if (!macSpelledAs(value.toString(), ":"_L1, false))
            return refusal(u"InvalidArgs"_s);
    }
    Command command;
    command.site = site;
    command.mac = macSpelledAs(body.value(u"mac"_s).toString(), ":"_L1, false).value();
    command.accessPoint = body.value(u"ap_mac"_s).toString();
    for (const UnifiLimitField &field : limitFields) {
        const QJsonValue value = body.value(field.name);
        if (value.isUndefined())
            continue;
        const double number = value.toDouble();
        if (!value.isDouble() || std::floor(number) != number)
            return refusal(u"InvalidPayload"_s);
        if (number < field.least || number > field.most)
            return refusal(u"InvalidValue"_s);
        command.limits.*field.slot = int(number);
    }
    return command;
}

SimReply UnifiClassicSimulator::authorize(const Command &command)
{
    const qint64 now = m_world.now();
    GrantLimits limits = m_world.faults.has(Fault::WrongLimits)
        ? halved(command.limits, limitFields)
        : command.limits;
    if (limits.minutes.value_or(0) == 0)
        limits.minutes = defaultMinutes();
    Command granted = command;
    granted.limits = limits;
    const QJsonArray rows{grantReply(granted, now, *limits.minutes)};
    if (m_world.faults.has(Fault::IgnoreAuthorize))
        return classicRows(rows, u"said it authorized, and did not"_s);
    Venue &venue = m_world.venue;
    auto client = clientOf(command.site, command.mac);
    if (!client)
        client = venue.foretell(command.mac, command.site, now);
    venue.authorize(*client, limits, Grant::Method::Api, now, m_world.confirmDelayMs());
    return done(
        rows, u"authorized %1 %2"_s.arg(classicMac(command.mac), said(limits, limitFields)));
}

QJsonObject UnifiClassicSimulator::grantReply(
    const Command &command, qint64 start, int minutes) const
{
    QJsonObject row{{u"mac"_s, classicMac(command.mac)}, {u"authorized_by"_s, u"api"_s}};
    if (m_version >= QVersionNumber(10, 6)) {
        row.insert(u"minutes"_s, minutes);
        return row;
    }
    row.insert(u"_id"_s, idOf('a', int(m_world.venue.grants().size())));
    row.insert(u"site_id"_s, idOf('5', command.site));
    row.insert(u"start"_s, start / 1000);
    row.insert(u"end"_s, start / 1000 + qint64(minutes) * 60);
    insertClassicLimits(row, command.limits);
    if (!command.accessPoint.isEmpty())
        row.insert(u"ap_mac"_s, command.accessPoint);
    return row;
}

SimReply UnifiClassicSimulator::unauthorize(const Command &command)
{
    if (m_world.faults.has(Fault::IgnoreCancel))
        return classicRows({}, u"said it unauthorized, and did not"_s);
    const auto client = clientOf(command.site, command.mac);
    if (!client
        || !m_world.venue.cancel(*client, m_world.now(), awayMs(), m_world.confirmDelayMs()))
        return classicRows({}, u"had nothing to take back"_s);
    return done({}, u"unauthorized "_s + classicMac(command.mac));
}

SimReply UnifiClassicSimulator::kick(const Command &command)
{
    const auto client = clientOf(command.site, command.mac);
    const qint64 now = m_world.now();
    if (!client || !m_world.venue.isPresent(m_world.venue.clients()[size_t(*client)], now))
        return unknownStation(command.mac);
    m_world.venue.disconnect(*client, now, awayMs());
    return done({}, u"kicked "_s + classicMac(command.mac));
}

SimReply UnifiClassicSimulator::block(const Command &command)
{
    return setBlocked(command, true);
}

SimReply UnifiClassicSimulator::unblock(const Command &command)
{
    return setBlocked(command, false);
}

SimReply UnifiClassicSimulator::setBlocked(const Command &command, bool blocked)
{
    const qint64 now = m_world.now();
    auto client = clientOf(command.site, command.mac);
    if (!client && !blocked)
        return unknownStation(command.mac);
    if (!client)
        client = m_world.venue.foretell(command.mac, command.site, now);
    m_world.venue.setBlocked(*client, blocked, now, awayMs());
    const QJsonObject row{{u"_id"_s, clientId(*client)}, {u"mac"_s, classicMac(command.mac)},
        {u"site_id"_s, idOf('5', command.site)}, {u"blocked"_s, blocked}};
    return done({row}, (blocked ? u"blocked "_s : u"unblocked "_s) + classicMac(command.mac));
}
