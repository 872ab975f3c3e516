#include "clients/clientmerge.h"

#include "core/connectiongaps.h"

bool keepsAuthorization(const WifiClient &told, const WifiClient &before)
{
    return !told.authorization && told.state == ClientState::Authorized
        && before.state == ClientState::Authorized;
}

bool saysTheSame(const WifiClient &told, const WifiClient &before)
{
    return told.state == before.state && told.signalDbm == before.signalDbm
        && told.wireless == before.wireless && told.connectedAt == before.connectedAt
        && told.vendorId == before.vendorId && told.blocked == before.blocked
        && told.attachment == before.attachment && !textsDiffer(told, before)
        && (keepsAuthorization(told, before) || told.authorization == before.authorization);
}

WifiClient withKnownConnection(WifiClient told, const WifiClient &before)
{
    fillConnectionGaps(told, before);
    return told;
}

bool textsDiffer(const WifiClient &a, const WifiClient &b)
{
    return a.name != b.name || a.hostName != b.hostName || a.vendor != b.vendor || a.ip != b.ip
        || a.ssid != b.ssid || a.accessPoint != b.accessPoint;
}
