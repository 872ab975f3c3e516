#include "wire/omadarecords.h"

#include "wire/jsonreading.h"

using namespace Qt::StringLiterals;

namespace wire {

namespace {

bool isUnknown(std::string_view text)
{
    return QLatin1StringView(text.data(), qsizetype(text.size()))
               .compare("unknown"_L1, Qt::CaseInsensitive)
        == 0;
}

} // namespace

bool isLive(const AuthedRecord &record, const QDateTime &now)
{
    const std::optional<QDateTime> &end = record.authorization.until;
    return record.valid && (record.permanent || (end && *end > now));
}

QHash<MacAddress, AuthedRecord> liveRecords(
    const QList<AuthedRecord> &records, const QDateTime &now)
{
    QHash<MacAddress, AuthedRecord> live;
    for (const AuthedRecord &record : records) {
        if (!isLive(record, now))
            continue;
        const auto known = live.constFind(record.mac);
        if (known == live.cend() || record.authorization.since > known->authorization.since)
            live.insert(record.mac, record);
    }
    return live;
}

std::optional<AuthedRecord> authedRecordAt(const JsonCursor &row)
{
    const std::optional<MacAddress> mac = omadaMacAt(row);
    if (!mac)
        return std::nullopt;
    AuthedRecord record;
    record.mac = *mac;
    record.valid = row.boolean("valid"_L1).value_or(false);
    record.permanent = row.boolean("permanent"_L1).value_or(false);
    const std::string_view name = omadaTextAt(row, "name"_L1, *mac);
    record.name = QString::fromUtf8(name.data(), qsizetype(name.size()));
    record.ip = row.text("ip"_L1);
    record.ssid = row.text("ssid"_L1);
    record.wireless = row.boolean("wireless"_L1);
    record.authorization.recordId = row.requiredText("id"_L1);
    record.authorization.since = row.msTime("start"_L1);
    if (!record.permanent)
        record.authorization.until = row.msTime("end"_L1);
    const std::optional<qint64> down = row.integer("download"_L1);
    const std::optional<qint64> up = row.integer("upload"_L1);
    if (down && up)
        record.authorization.usedBytes = *down + *up;
    record.authorization.tellsQuota = false;
    record.authorization.tellsRates = false;
    record.authorization.method = omadaMethod(row.integer("authType"_L1));
    return record;
}

std::optional<MacAddress> omadaMacAt(const JsonCursor &row)
{
    const std::optional<MacAddress> mac = macIn(row.requiredView("mac"_L1));
    if (!mac)
        row.complainAt("mac"_L1, u"is not a MAC address"_s);
    return mac;
}

std::string_view omadaTextAt(const JsonCursor &row, QLatin1StringView key, MacAddress mac)
{
    const std::string_view text = row.trimmedView(key);
    const bool saysNothing = isUnknown(text) || macIn(text) == mac;
    return saysNothing ? std::string_view() : text;
}

AuthorizationMethod omadaMethod(std::optional<qint64> authType)
{
    switch (authType.value_or(0)) {
    case 0:
        return AuthorizationMethod::Unknown;
    case 3:
        return AuthorizationMethod::Voucher;
    case 4: // external portal
    case 11: // hotspot
        return AuthorizationMethod::Portal;
    case 10: // admin: what the API grants shows up as this
        return AuthorizationMethod::Api;
    default:
        return AuthorizationMethod::Other;
    }
}

} // namespace wire
