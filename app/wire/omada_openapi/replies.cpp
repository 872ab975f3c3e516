#include "wire/omada_openapi/replies.h"

#include "wire/jsonreading.h"
#include "wire/omada_openapi/failures.h"
#include "wire/omada_openapi/requests.h"
#include "wire/omadaenvelope.h"

using namespace Qt::StringLiterals;

namespace wire::omada_openapi {

namespace {

ClientState stateOf(std::optional<qint64> authStatus)
{
    if (!authStatus)
        return ClientState::Unknown;
    switch (*authStatus) {
    case 0: // no portal here
    case 3: // free of authentication
        return ClientState::NotGuest;
    case 1:
        return ClientState::Waiting;
    case 2:
        return ClientState::Authorized;
    default:
        return ClientState::Unknown;
    }
}

/// One direction of a row's rate limit in kbit/s; unit 1 is Kbps, 2 is Mbps.
std::optional<int> rateAt(const JsonCursor &limit, QLatin1StringView enabled,
    QLatin1StringView unit, QLatin1StringView value)
{
    const std::optional<int> amount = limit.smallInteger(value);
    if (!limit.boolean(enabled).value_or(false) || !amount || *amount <= 0 || *amount > 1'000'000)
        return std::nullopt;
    constexpr int mbps = 2;
    return limit.integer(unit) == mbps ? *amount * 1000 : *amount;
}

/// What a portal limits is not known to show up as a limit of the client.
bool ratesAreTold(const Authorization &authorization)
{
    return authorization.method != AuthorizationMethod::Portal || authorization.downKbps
        || authorization.upKbps;
}

std::optional<Authorization> authorizationAt(const JsonCursor &row)
{
    Authorization authorization;
    authorization.tellsQuota = false;
    const JsonCursor limit = row.at("rateLimit"_L1);
    if (limit.boolean("enable"_L1).value_or(false)) {
        authorization.downKbps = rateAt(limit, "downEnable"_L1, "downUnit"_L1, "downLimit"_L1);
        authorization.upKbps = rateAt(limit, "upEnable"_L1, "upUnit"_L1, "upLimit"_L1);
    }
    const JsonRows methods = row.rows("authInfo"_L1);
    if (!methods.isEmpty())
        authorization.method = omadaMethod(methods.first().integer("authType"_L1));
    authorization.tellsRates = ratesAreTold(authorization);
    return authorization;
}

/// When the device connected: last seen, less the time it has been up.
std::optional<qint64> connectedAtMs(const JsonCursor &row)
{
    const std::optional<QDateTime> seen = row.msTime("lastSeen"_L1);
    const std::optional<qint64> uptime = row.integer("uptime"_L1);
    if (!seen || !uptime || *uptime < 0)
        return std::nullopt;
    return seen->addSecs(-*uptime).toMSecsSinceEpoch();
}

/// Where it hangs, as an external portal's authorization would have to say it. Fields that do not
/// apply are absent; a wireless row has a VLAN too, which says nothing about a gateway's network.
Attachment attachmentAt(const JsonCursor &row)
{
    Attachment attachment;
    attachment.accessPoint = row.mac("apMac"_L1);
    if (attachment.accessPoint) {
        attachment.radio = row.smallInteger("radioId"_L1);
        return attachment;
    }
    attachment.gateway = row.mac("gatewayMac"_L1);
    attachment.vlan = row.smallInteger("vid"_L1);
    return attachment;
}

/// Adds nothing, after a complaint, where the row has no MAC address.
void appendClient(const JsonCursor &row, ClientList &clients)
{
    const std::optional<MacAddress> mac = omadaMacAt(row);
    if (!mac)
        return;
    const QByteArray vendorId = mac->toHyphens().toLatin1();
    ClientFields client;
    client.mac = *mac;
    client.vendorId = {vendorId.constData(), size_t(vendorId.size())};
    client.name = omadaTextAt(row, "name"_L1, *mac);
    client.hostName = omadaTextAt(row, "hostName"_L1, *mac);
    client.vendor = omadaTextAt(row, "vendor"_L1, *mac);
    client.ip = row.view("ip"_L1);
    client.ssid = row.view("ssid"_L1);
    const std::string_view accessPoint = row.view("apName"_L1);
    client.accessPoint = accessPoint.empty() ? row.view("apMac"_L1) : accessPoint;
    client.wireless = row.boolean("wireless"_L1);
    client.attachment = attachmentAt(row);
    client.blocked = row.boolean("blocked"_L1);
    client.signalDbm = row.smallInteger("rssi"_L1);
    client.connectedAtMs = connectedAtMs(row);
    client.state = stateOf(row.integer("authStatus"_L1));
    std::optional<Authorization> authorization;
    if (client.state == ClientState::Authorized)
        authorization = authorizationAt(row);
    client.authorization = authorization ? &*authorization : nullptr;
    clients.append(client);
}

/// appendRow adds what it makes of a row.
template <typename Row, typename AppendRow>
Result<Page<Row>> readPage(const HttpReply &reply, int number, AppendRow appendRow)
{
    JsonReading reading(reply.body);
    if (const std::optional<Failure> failure = failureIn(reading.root(), reply))
        return fail(*failure);
    const JsonCursor result = reading.root().requiredObject("result"_L1);
    Page<Row> page;
    page.offset = qint64(number - 1) * pageLimit;
    page.limit = pageLimit;
    page.total = result.requiredInteger("totalRows"_L1);
    const JsonRows rows = result.requiredRows("data"_L1);
    page.count = rows.size();
    page.rows.reserve(rows.size());
    for (const JsonCursor &row : rows)
        appendRow(row, page.rows);
    return reading.result(std::move(page));
}

} // namespace

Result<ApiInfo> readApiInfo(const HttpReply &reply)
{
    Result<ApiInfo> info = readOmadaInfo(reply);
    if (info && info->omadacId.isEmpty())
        return fail(Failure::Kind::UnreadableReply, u"result.omadacId is missing"_s);
    return info;
}

Result<Token> readToken(const HttpReply &reply)
{
    JsonReading reading(reply.body);
    if (const std::optional<Failure> failure = failureIn(reading.root(), reply))
        return fail(*failure);
    const JsonCursor result = reading.root().requiredObject("result"_L1);
    Token token;
    token.accessToken = Secret(result.requiredText("accessToken"_L1));
    token.lifetime = std::chrono::seconds(result.integer("expiresIn"_L1).value_or(0));
    return reading.result(std::move(token));
}

Result<Page<Site>> readSites(const HttpReply &reply, int page)
{
    return readPage<Site>(reply, page, [](const JsonCursor &row, QList<Site> &sites) {
        const QString id = row.requiredText(
            "siteId"_L1); // from 5.0 on also what the operator's API calls its key
        sites.append({id, row.text("name"_L1), id});
    });
}

Result<Page<WifiClient>> readClients(const HttpReply &reply, int page)
{
    return readPage<WifiClient>(reply, page, appendClient);
}

Result<WifiClient> readClient(const HttpReply &reply)
{
    JsonReading reading(reply.body);
    if (const std::optional<Failure> failure = failureIn(reading.root(), reply))
        return fail(*failure);
    ClientList clients;
    appendClient(reading.root().requiredObject("result"_L1), clients);
    return reading.result(clients.isEmpty() ? WifiClient() : clients.first());
}

Result<Page<AuthedRecord>> readAuthedRecords(const HttpReply &reply, int page)
{
    return readPage<AuthedRecord>(
        reply, page, [](const JsonCursor &row, QList<AuthedRecord> &records) {
            if (const std::optional<AuthedRecord> record = authedRecordAt(row))
                records.append(*record);
        });
}

Result<Done> readDone(const HttpReply &reply)
{
    if (const std::optional<Failure> failure = failureOf(reply))
        return fail(*failure);
    return Done{};
}

Result<Done> readUnauthorized(const HttpReply &reply)
{
    const std::optional<qint64> code = omadaErrorCode(reply);
    constexpr int alreadyBeingDisconnected = -41019;
    if (saysNoSuchClient(reply) || code == alreadyBeingDisconnected)
        return Done{};
    return readDone(reply);
}

Result<Done> readEnded(const HttpReply &reply)
{
    constexpr int badParameters = -1001; // the record's id is the only one there is
    return omadaErrorCode(reply) == badParameters ? Result<Done>(Done{}) : readDone(reply);
}

QHash<MacAddress, Authorization> liveAuthorizations(
    const QList<AuthedRecord> &records, const QDateTime &now)
{
    QHash<MacAddress, Authorization> live;
    const QHash<MacAddress, AuthedRecord> found = liveRecords(records, now);
    for (auto record = found.cbegin(); record != found.cend(); ++record)
        live.insert(record.key(), record->authorization);
    return live;
}

Authorization merged(const std::optional<Authorization> &fromRow, const Authorization &fromRecord)
{
    Authorization result = fromRecord;
    if (!fromRow)
        return result;
    result.downKbps = fromRow->downKbps;
    result.upKbps = fromRow->upKbps;
    if (result.method == AuthorizationMethod::Unknown)
        result.method = fromRow->method;
    result.tellsRates = ratesAreTold(result);
    return result;
}

} // namespace wire::omada_openapi
