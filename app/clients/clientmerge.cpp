#include "clients/clientmerge.h"

namespace {

void fill(QString &told, const QString &before)
{
    if (told.isEmpty())
        told = before;
}

template <typename T>
void fill(std::optional<T> &told, const std::optional<T> &before)
{
    if (!told)
        told = before;
}

} // namespace

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
    fill(told.name, before.name);
    fill(told.hostName, before.hostName);
    fill(told.vendor, before.vendor);
    fill(told.ip, before.ip);
    fill(told.ssid, before.ssid);
    fill(told.accessPoint, before.accessPoint);
    fill(told.wireless, before.wireless);
    if (told.attachment == Attachment())
        told.attachment = before.attachment;
    fill(told.blocked, before.blocked);
    fill(told.signalDbm, before.signalDbm);
    fill(told.connectedAt, before.connectedAt);
    return told;
}

bool textsDiffer(const WifiClient &a, const WifiClient &b)
{
    return a.name != b.name || a.hostName != b.hostName || a.vendor != b.vendor || a.ip != b.ip
        || a.ssid != b.ssid || a.accessPoint != b.accessPoint;
}
