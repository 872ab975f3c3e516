#include "wire/unifi_classic/replies.h"

#include "wire/jsonreading.h"
#include "wire/unifi_classic/failures.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace wire::unifi_classic {

namespace {

/// Unix seconds, as everywhere in this API but in its events.
std::optional<QDateTime> timeAt(const JsonCursor &row, QLatin1StringView key)
{
    const std::optional<qint64> seconds = row.integer(key);
    constexpr qint64 latest = 253402300799; // the end of year 9999
    if (!seconds || *seconds <= 0 || *seconds > latest)
        return std::nullopt;
    return QDateTime::fromSecsSinceEpoch(*seconds, Qt::UTC);
}

/// 0 and -1 are spellings of "none".
std::optional<int> positive(std::optional<int> value)
{
    return value && *value > 0 ? value : std::nullopt;
}

MacAddress requiredMac(const JsonCursor &row)
{
    if (!row.isObject()) {
        row.complain(u"is not an object"_s);
        return {};
    }
    const std::optional<MacAddress> mac = macIn(row.requiredView("mac"_L1));
    if (!mac)
        row.complainAt("mac"_L1, u"is not a MAC address"_s);
    return mac.value_or(MacAddress());
}

AuthorizationMethod methodOf(const QString &word)
{
    if (word.isEmpty())
        return AuthorizationMethod::Unknown;
    if (word == "api"_L1)
        return AuthorizationMethod::Api;
    if (word == "voucher"_L1)
        return AuthorizationMethod::Voucher;
    if (word == "none"_L1 || word == "password"_L1)
        return AuthorizationMethod::Portal;
    return AuthorizationMethod::Other;
}

Authorization authorizationAt(const JsonCursor &row)
{
    Authorization authorization;
    authorization.recordId = row.text("_id"_L1);
    authorization.since = timeAt(row, "start"_L1);
    authorization.until = timeAt(row, "end"_L1);
    authorization.dataLimitMb = positive(row.smallInteger("qos_usage_quota"_L1));
    authorization.downKbps = positive(row.smallInteger("qos_rate_max_down"_L1));
    authorization.upKbps = positive(row.smallInteger("qos_rate_max_up"_L1));
    authorization.method = methodOf(row.text("authorized_by"_L1));
    authorization.usedBytes = row.integer("bytes"_L1);
    return authorization;
}

/// A name that only repeats the address says nothing.
std::string_view nameAt(const JsonCursor &row, QLatin1StringView key, MacAddress mac)
{
    return row.mac(key) == mac ? std::string_view() : row.trimmedView(key);
}

/// Older versions tell only for how long, as of when they looked last.
std::optional<qint64> connectedAtMs(const JsonCursor &row)
{
    if (const std::optional<QDateTime> told = timeAt(row, "latest_assoc_time"_L1))
        return told->toMSecsSinceEpoch();
    const std::optional<QDateTime> seen = timeAt(row, "last_seen"_L1);
    const std::optional<int> uptime = positive(row.smallInteger("uptime"_L1));
    return seen && uptime ? std::optional(seen->addSecs(-*uptime).toMSecsSinceEpoch())
                          : std::nullopt;
}

/// One row of the lists of connected and of known clients; its texts live as long as the row.
struct Station
{
    ClientFields client;
    Admission admission;
    QByteArray device; ///< MAC address of its access point or switch
};

Station stationAt(const JsonCursor &row)
{
    Station station;
    station.admission = {row.boolean("is_guest"_L1), row.boolean("authorized"_L1)};
    ClientFields &client = station.client;
    client.mac = requiredMac(row);
    client.vendorId = row.view("_id"_L1);
    client.name = nameAt(row, "name"_L1, client.mac);
    client.hostName = nameAt(row, "hostname"_L1, client.mac);
    client.vendor = row.view("oui"_L1);
    client.ip = row.view("ip"_L1);
    client.ssid = row.view("essid"_L1);
    client.connectedAtMs = connectedAtMs(row);
    client.blocked = row.boolean("blocked"_L1).value_or(false); // told only of those who are
    if (const std::optional<bool> wired = row.boolean("is_wired"_L1))
        client.wireless = !*wired;
    client.attachment.accessPoint = row.mac("ap_mac"_L1);
    const auto device
        = client.wireless == false ? row.mac("sw_mac"_L1) : client.attachment.accessPoint;
    if (device)
        station.device = device->toString().toLatin1();
    client.accessPoint = {station.device.constData(), size_t(station.device.size())};
    const std::optional<int> signal = row.smallInteger("signal"_L1);
    if (signal && *signal < 0)
        client.signalDbm = signal;
    return station;
}

/// Hands every row of the envelope to take; some answers hold one object in place of a list.
Result<Done> eachRow(const HttpReply &reply, const JsonReading::ReadRow &take)
{
    JsonReading reading(reply.body, "data"_L1, take);
    const JsonCursor root = reading.root();
    if (const std::optional<Failure> failure = failureIn(root, reply))
        return fail(*failure);
    if (const JsonCursor only = root.at("data"_L1); only.isObject())
        take(only);
    else
        (void)root.requiredRows("data"_L1);
    return reading.result(Done{});
}

/// What readRow makes of every row.
template <typename Row, typename ReadRow>
Result<QList<Row>> readRows(const HttpReply &reply, ReadRow readRow)
{
    QList<Row> rows;
    return eachRow(reply, [&rows, readRow](const JsonCursor &row) {
        rows.append(readRow(row));
    }).map([&rows](const Done &) { return std::move(rows); });
}

/// The values of the Set-Cookie lines of this name.
QByteArray cookieIn(const HttpReply &reply, QByteArrayView name)
{
    QByteArray value;
    for (const HttpHeader &header : reply.headers) {
        if (header.name.compare("Set-Cookie", Qt::CaseInsensitive) != 0)
            continue;
        for (const QByteArray &line : header.value.split('\n')) // Qt joins them by line ends
            if (line.startsWith(name) && line.mid(name.size()).startsWith('='))
                value = line.split(';').first().mid(name.size() + 1);
    }
    return value;
}

/// The CSRF token inside the session's cookie, which is a JSON Web Token.
QString csrfInside(const QByteArray &token)
{
    const QByteArray payload = token.split('.').value(1);
    JsonReading reading(QByteArray::fromBase64(payload, QByteArray::Base64UrlEncoding));
    return reading.root().text("csrfToken"_L1);
}

} // namespace

Result<Style> readStyle(const HttpReply &reply)
{
    if (reply.status == 200)
        return Style::UnifiOs;
    const bool moves = reply.status >= 300 && reply.status < 400;
    const QUrl target = QUrl::fromEncoded(reply.header("Location"));
    if (moves && target.path().startsWith("/manage"_L1))
        return Style::SelfHosted;
    const bool busy = reply.status >= 500;
    return fail(busy ? Failure::Kind::Busy : Failure::Kind::NotFound,
        u"the root answers HTTP %1"_s.arg(reply.status));
}

Result<Done> readSignIn(const HttpReply &reply)
{
    if (const std::optional<Failure> failure = signInFailureOf(reply))
        return fail(*failure);
    return Done{};
}

std::optional<Secret> csrfTokenIn(const HttpReply &reply)
{
    for (const QByteArrayView name : {"X-Updated-CSRF-Token", "X-CSRF-Token"})
        if (const QByteArray told = reply.header(name).trimmed(); !told.isEmpty())
            return Secret(QString::fromUtf8(told));
    for (const QByteArrayView name : {"TOKEN", "UOS_TOKEN"})
        if (const QString inside = csrfInside(cookieIn(reply, name)); !inside.isEmpty())
            return Secret(inside);
    if (const QByteArray cookie = cookieIn(reply, "csrf_token"); !cookie.isEmpty())
        return Secret(QString::fromUtf8(cookie));
    return std::nullopt;
}

Result<QList<Site>> readSites(const HttpReply &reply)
{
    return readRows<Site>(reply, [](const JsonCursor &row) {
        Site site;
        site.id = row.requiredText("name"_L1);
        const QString label = row.text("desc"_L1);
        site.name = label.isEmpty() ? site.id : label;
        site.reference = row.text("external_id"_L1);
        return site;
    });
}

Result<ControllerIdentity> readSystem(const HttpReply &reply)
{
    const auto rows = readRows<ControllerIdentity>(reply, [](const JsonCursor &row) {
        return ControllerIdentity{u"UniFi Network"_s, row.requiredText("version"_L1)};
    });
    if (rows && rows->isEmpty())
        return fail(Failure::Kind::UnreadableReply, u"data is empty"_s);
    return rows ? Result<ControllerIdentity>(rows->first()) : fail(rows.error());
}

Result<ClientList> readConnected(
    const HttpReply &reply, const GuestList &guests, const QDateTime &now)
{
    ClientList clients;
    const auto take = [&clients, &guests, &now](const JsonCursor &row) {
        Station station = stationAt(row);
        judgeConnected(station.client, station.admission, guests, now);
        clients.append(station.client);
    };
    return eachRow(reply, take).map([&clients](const Done &) { return std::move(clients); });
}

Result<std::optional<WifiClient>> readKnown(const HttpReply &reply, MacAddress mac)
{
    ClientList found;
    const auto take = [&found, mac](const JsonCursor &row) {
        if (requiredMac(row) == mac && found.isEmpty())
            found.append(stationAt(row).client);
    };
    return eachRow(reply, take).map([&found](const Done &) {
        return found.isEmpty() ? std::nullopt : std::optional(found.first());
    });
}

Result<GuestList> readGuests(const HttpReply &reply)
{
    const auto rows = readRows<GuestRow>(reply, [](const JsonCursor &row) {
        return GuestRow{
            requiredMac(row), authorizationAt(row), row.boolean("expired"_L1).value_or(false)};
    });
    return rows.map([](const QList<GuestRow> &all) { return GuestList(all); });
}

Result<QHash<QString, QString>> readDeviceNames(const HttpReply &reply)
{
    using Named = std::pair<QString, QString>;
    const auto rows = readRows<Named>(reply, [](const JsonCursor &row) {
        return Named(requiredMac(row).toString(), row.text("name"_L1).trimmed());
    });
    if (!rows)
        return fail(rows.error());
    QHash<QString, QString> names;
    for (const auto &[mac, name] : *rows)
        names.insert(mac, name);
    return names;
}

Result<int> readDefaultMinutes(const HttpReply &reply)
{
    const auto rows = readRows<int>(reply, [](const JsonCursor &row) {
        const std::optional<int> minutes = positive(row.smallInteger("expire"_L1));
        const qint64 number = row.integer("expire_number"_L1).value_or(0);
        const qint64 unit = row.integer("expire_unit"_L1).value_or(0);
        const qint64 most = limitRules().minutes->most;
        const bool isCustom = number > 0 && unit > 0 && number <= most && unit <= most;
        return minutes.value_or(isCustom ? int(std::min(number * unit, most)) : 0);
    });
    if (!rows)
        return fail(rows.error());
    if (rows->isEmpty() || !limitRules().minutes->holds(rows->first()))
        return fail(Failure::Kind::UnreadableReply, u"no default duration is told"_s);
    return rows->first();
}

Result<ActionAnswer> readAuthorized(const HttpReply &reply)
{
    const auto rows = readRows<Authorization>(reply, authorizationAt);
    if (!rows)
        return fail(rows.error());
    ActionAnswer answer;
    if (!rows->isEmpty())
        answer.granted = rows->first();
    return answer;
}

Result<Done> readDone(const HttpReply &reply)
{
    if (const std::optional<Failure> failure = failureOf(reply))
        return fail(*failure);
    return Done{};
}

} // namespace wire::unifi_classic
