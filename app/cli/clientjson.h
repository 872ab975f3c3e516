#pragma once

#include "core/audit.h"
#include "core/wificlient.h"

#include <QHash>
#include <QJsonObject>

#include <chrono>

/// The JSON shapes of the contract: camelCase keys, times ISO 8601 UTC, rates kbit/s, sizes MB;
/// what is absent is left out, never null.

[[nodiscard]] QString isoUtc(const QDateTime &utc);
[[nodiscard]] QJsonObject toJson(const WifiClient &client, const QString &controllerName,
    const QString &siteName, const Guest &guest);

/// The client with all its times moved from the controller's clock, which is ahead by offset, to
/// ours. An offset below the grain of HTTP dates is none.
[[nodiscard]] WifiClient inOurClock(WifiClient client, std::chrono::milliseconds offset);

/// The guests that history knows, by device.
[[nodiscard]] QHash<ClientKey, Guest> guestsByClient(const QList<KnownGuest> &known);

/// Whether a client has every word of the search somewhere: name, guest, MAC in any notation, IP,
/// SSID, access point.
[[nodiscard]] bool matches(const WifiClient &client, const Guest &guest, const QString &search);
