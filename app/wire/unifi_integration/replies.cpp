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
    const QString type = access.text("type"_L1);
    if (type.compare("DEFAULT"_L1, Qt::CaseInsensitive) == 0)
        return ClientState::NotGuest;
    const std::optional<bool> authorized = access.boolean("authorized"_L1);
    if (type.compare("GUEST"_L1, Qt::CaseInsensitive) != 0 || !authorized)
        return ClientState::Unknown;
    if (*authorized)
        return ClientState::Authorized;
    return access.at("authorization"_L1).isObject() ? ClientState::Expired : ClientState::Waiting;
}

bool comesWithoutMac(const QString &type)
{
    return type.compare("VPN"_L1, Qt::CaseInsensitive) == 0
        || type.compare("TELEPORT"_L1, Qt::CaseInsensitive) == 0;
}

/// A name that only repeats the address says nothing.
QString nameOf(const JsonCursor &row, MacAddress mac)
{
    return row.mac("name"_L1) == mac ? QString() : row.text("name"_L1).trimmed();
}

/// Nothing for rows that have no MAC by nature, and for those that lack it the complaint lies with
/// the reading.
std::optional<WifiClient> clientAt(const JsonCursor &row)
{
    const QString type = row.text("type"_L1);
    if (!row.isObject())
        row.complain(u"is not an object"_s);
    if (!row.isObject() || (comesWithoutMac(type) && row.text("macAddress"_L1).isEmpty()))
        return std::nullopt;
    const std::optional<MacAddress> mac = macIn(row.requiredView("macAddress"_L1));
    if (!mac) {
        row.complainAt("macAddress"_L1, u"is not a MAC address"_s);
        return std::nullopt;
    }
    WifiClient client;
    client.key.mac = *mac;
    client.vendorId = row.requiredText("id"_L1);
    client.name = nameOf(row, *mac);
    client.ip = row.text("ipAddress"_L1);
    client.accessPoint = row.text("uplinkDeviceId"_L1);
    client.connectedAt = row.isoTime("connectedAt"_L1);
    if (type.compare("WIRELESS"_L1, Qt::CaseInsensitive) == 0)
        client.wireless = true;
    else if (type.compare("WIRED"_L1, Qt::CaseInsensitive) == 0)
        client.wireless = false;
    const JsonCursor access = row.at("access"_L1);
    client.state = stateOf(access);
    client.authorization = authorizationAt(access.at("authorization"_L1));
    return client;
}

/// The envelope of a list; readRow answers an optional row.
template <typename Row, typename ReadRow>
Result<Page<Row>> readPage(const HttpReply &reply, ReadRow readRow)
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
        if (std::optional<Row> read = readRow(row))
            page.rows.append(std::move(*read));
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
    return readPage<Site>(reply, [](const JsonCursor &row) {
        Site site;
        site.id = row.requiredText("id"_L1);
        const QString name = row.text("name"_L1);
        site.reference = row.text("internalReference"_L1);
        site.name = name.isEmpty() ? site.reference : name;
        return std::optional(site);
    });
}

Result<Page<Device>> readDevices(const HttpReply &reply)
{
    return readPage<Device>(reply, [](const JsonCursor &row) {
        return std::optional(Device{row.requiredText("id"_L1), row.text("name"_L1)});
    });
}

Result<Page<WifiClient>> readClients(const HttpReply &reply)
{
    return readPage<WifiClient>(reply, clientAt);
}

Result<WifiClient> readClient(const HttpReply &reply)
{
    if (const std::optional<Failure> failure = failureOf(reply))
        return fail(*failure);
    JsonReading reading(reply.body);
    const std::optional<WifiClient> client = clientAt(reading.root());
    if (!client && !reading.failed())
        return fail(Failure::Kind::NotFound, u"this client has no MAC address"_s);
    return reading.result(client.value_or(WifiClient{}));
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
