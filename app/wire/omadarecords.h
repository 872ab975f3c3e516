#pragma once

#include "core/wificlient.h"
#include "wire/page.h"

#include <QHash>

#include <string_view>

namespace wire {

class JsonCursor;

/// One line of an Omada site's history of authorizations, which the Open API and the hotspot
/// operator are shown alike. It is a history, not the set of live grants.
struct AuthedRecord
{
    MacAddress mac;
    bool valid = false; ///< as the controller says; seen to stay true after the end
    bool permanent = false; ///< has no end that counts
    QString name; ///< of the device; empty where it only repeats the address
    QString ip;
    QString ssid;
    std::optional<bool> wireless;
    Authorization authorization; ///< with recordId
};

/// Whether it lets the device in at now (the controller's clock): marked valid, and its end still
/// ahead.
[[nodiscard]] bool isLive(const AuthedRecord &record, const QDateTime &now);

/// The live one of each device; of several the newest.
[[nodiscard]] QHash<MacAddress, AuthedRecord> liveRecords(
    const QList<AuthedRecord> &records, const QDateTime &now);

/// Nothing, after a complaint, where it has no MAC address.
[[nodiscard]] std::optional<AuthedRecord> authedRecordAt(const JsonCursor &row);

/// The MAC address that every row must have.
[[nodiscard]] std::optional<MacAddress> omadaMacAt(const JsonCursor &row);

/// A text that tells something, as long as the reading: empty for "unknown" and for what repeats
/// the address.
[[nodiscard]] std::string_view omadaTextAt(
    const JsonCursor &row, QLatin1StringView key, MacAddress mac);

/// By the wire's authType.
[[nodiscard]] AuthorizationMethod omadaMethod(std::optional<qint64> authType);

} // namespace wire
