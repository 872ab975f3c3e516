#include "wire/unifi_integration/replies.h"

#include "wire/jsonreading.h"
#include "wire/unifi_integration/failures.h"

using namespace Qt::StringLiterals;

namespace wire::unifi_integration {

namespace {

AuthorizationMethod methodOf(const QString &word)
{
    if (word.compare("VOUCHER"_L1, Qt::CaseInsensitive) == 0)
        return AuthorizationMethod::Voucher;
    if (word.compare("API"_L1, Qt::CaseInsensitive) == 0)
        return AuthorizationMethod::Api;
    return word.isEmpty() ? AuthorizationMethod::Unknown : AuthorizationMethod::Other;
}

/// 0 would be "none" in a controller that spells it so.
std::optional<int> positive(std::optional<int> value)
{
    return value && *value > 0 ? value : std::nullopt;
}

std::optional<Authorization> authorizationAt(const JsonCursor &cursor)
{
    if (!cursor.isObject())
        return std::nullopt;
    Authorization authorization;
    authorization.since = cursor.isoTime("authorizedAt"_L1);
    authorization.until = cursor.isoTime("expiresAt"_L1);
    authorization.dataLimitMb = positive(cursor.smallInteger("dataUsageLimitMBytes"_L1));
    authorization.downKbps = positive(cursor.smallInteger("rxRateLimitKbps"_L1));
    authorization.upKbps = positive(cursor.smallInteger("txRateLimitKbps"_L1));
    authorization.method = methodOf(cursor.text("authorizationMethod"_L1));
    authorization.usedBytes = cursor.at("usage"_L1).integer("bytes"_L1);
    return authorization;
}

ClientState stateOf(const JsonCursor &access)
{
    if (access.says("type"_L1, "DEFAULT"_L1))
        return ClientState::NotGuest;
    const std::optional<bool> authorized = access.boolean("authorized"_L1);
    if (!access.says("type"_L1, "GUEST"_L1) || !authorized)
        return ClientState::Unknown;
    if (*authorized)
        return ClientState::Authorized;
    return access.at("authorization"_L1).isObject() ? ClientState::Expired : ClientState::Waiting;
}

bool comesWithoutMac(const JsonCursor &row)
{
    const bool isTunnel = row.says("type"_L1, "VPN"_L1) || row.says("type"_L1, "TELEPORT"_L1);
    return isTunnel && row.view("macAddress"_L1).empty();
}

std::optional<bool> wirelessAt(const JsonCursor &row)
{
    if (row.says("type"_L1, "WIRELESS"_L1))
        return true;
    return row.says("type"_L1, "WIRED"_L1) ? std::optional(false) : std::nullopt;
}

/// Nothing is added for rows that have no MAC by nature; for those that lack it the complaint lies
/// with the reading.
void appendClient(const JsonCursor &row, ClientList &clients)
{
    if (!row.isObject())
        return row.complain(u"is not an object"_s);
    if (comesWithoutMac(row))
        return;
    const std::optional<MacAddress> mac = macIn(row.requiredView("macAddress"_L1));
    if (!mac)
        return row.complainAt("macAddress"_L1, u"is not a MAC address"_s);
    ClientFields client;
    client.mac = *mac;
    client.vendorId = row.requiredView("id"_L1);
    if (row.mac("name"_L1) != mac) // a name that only repeats the address says nothing
        client.name = row.trimmedView("name"_L1);
    client.ip = row.view("ipAddress"_L1);
    client.accessPoint = row.view("uplinkDeviceId"_L1);
    if (const std::optional<QDateTime> connectedAt = row.isoTime("connectedAt"_L1))
        client.connectedAtMs = connectedAt->toMSecsSinceEpoch();
    client.wireless = wirelessAt(row);
    const JsonCursor access = row.at("access"_L1);
    client.state = stateOf(access);
    const std::optional<Authorization> authorization
        = authorizationAt(access.at("authorization"_L1));
    client.authorization = authorization ? &*authorization : nullptr;
    clients.append(client);
}

/// The envelope of a list; appendRow adds what it makes of a row.
template <typename Row, typename AppendRow>
Result<Page<Row>> readPage(const HttpReply &reply, AppendRow appendRow)
{
    if (const std::optional<Failure> failure = failureOf(reply))
        return fail(*failure);
    JsonReading reading(reply.body);
    const JsonCursor root = reading.root();
    Page<Row> page;
    page.offset = root.requiredInteger("offset"_L1);
    page.limit = root.requiredInteger("limit"_L1);
    page.total = root.requiredInteger("totalCount"_L1);
    const JsonRows rows = root.requiredRows("data"_L1);
    // Where count and data disagree the list was cut: the rows are what there is to page by.
    page.count = rows.size();
    page.rows.reserve(rows.size());
    for (const JsonCursor &row : rows)
        appendRow(row, page.rows);
    return reading.result(std::move(page));
}

} // namespace

Presence readProbe(const HttpReply &reply)
{
    // Any web server may answer 401; only this API does so in one of its own shapes.
    JsonReading reading(reply.body);
    const JsonCursor root = reading.root();
    const bool isOurs = root.at("error"_L1).isObject() || root.integer("statusCode"_L1)
        || root.integer("httpStatusCode"_L1) || !root.text("applicationVersion"_L1).isEmpty();
    if (!isOurs)
        return Presence::None;
    if (reply.status == 401 || reply.status == 200)
        return Presence::Serves;
    return reply.status == 403 ? Presence::Forbids : Presence::None;
}

Result<ControllerIdentity> readInfo(const HttpReply &reply)
{
    if (const std::optional<Failure> failure = failureOf(reply))
        return fail(*failure);
    JsonReading reading(reply.body);
    ControllerIdentity identity;
    identity.product = u"UniFi Network"_s;
    identity.version = reading.root().requiredText("applicationVersion"_L1);
    return reading.result(std::move(identity));
}

Result<Page<Site>> readSites(const HttpReply &reply)
{
    return readPage<Site>(reply, [](const JsonCursor &row, QList<Site> &sites) {
        Site site;
        site.id = row.requiredText("id"_L1);
        const QString name = row.text("name"_L1);
        site.reference = row.text("internalReference"_L1);
        site.name = name.isEmpty() ? site.reference : name;
        sites.append(site);
    });
}

Result<Page<Device>> readDevices(const HttpReply &reply)
{
    return readPage<Device>(reply, [](const JsonCursor &row, QList<Device> &devices) {
        devices.append({row.requiredText("id"_L1), row.text("name"_L1)});
    });
}

Result<Page<WifiClient>> readClients(const HttpReply &reply)
{
    return readPage<WifiClient>(reply, appendClient);
}

Result<WifiClient> readClient(const HttpReply &reply)
{
    if (const std::optional<Failure> failure = failureOf(reply))
        return fail(*failure);
    JsonReading reading(reply.body);
    ClientList clients;
    appendClient(reading.root(), clients);
    if (clients.isEmpty() && !reading.failed())
        return fail(Failure::Kind::NotFound, u"this client has no MAC address"_s);
    return reading.result(clients.isEmpty() ? WifiClient() : clients.first());
}

Result<ActionAnswer> readAction(const HttpReply &reply)
{
    if (const std::optional<Failure> failure = failureOf(reply))
        return fail(*failure);
    JsonReading reading(reply.body);
    const JsonCursor root = reading.root();
    (void)root.requiredText("action"_L1);
    ActionAnswer answer;
    answer.granted = authorizationAt(root.at("grantedAuthorization"_L1));
    answer.revoked = authorizationAt(root.at("revokedAuthorization"_L1));
    return reading.result(std::move(answer));
}

} // namespace wire::unifi_integration
