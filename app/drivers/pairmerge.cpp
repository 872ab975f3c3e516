#include "drivers/pairmerge.h"

#include <QHash>

namespace {

void fill(QString &told, const QString &also)
{
    if (told.isEmpty())
        told = also;
}

template <typename T>
void fill(std::optional<T> &told, const std::optional<T> &also)
{
    if (!told)
        told = also;
}

void complete(WifiClient &client, const WifiClient &cues)
{
    fill(client.name, cues.name);
    fill(client.hostName, cues.hostName);
    fill(client.vendor, cues.vendor);
    fill(client.ip, cues.ip);
    fill(client.ssid, cues.ssid);
    fill(client.accessPoint, cues.accessPoint);
    fill(client.wireless, cues.wireless);
    fill(client.blocked, cues.blocked);
    fill(client.signalDbm, cues.signalDbm);
    fill(client.connectedAt, cues.connectedAt);
    if (client.attachment == Attachment())
        client.attachment = cues.attachment;
    if (client.state == ClientState::Unknown)
        client.state = cues.state;
    if (client.state == cues.state)
        fill(client.authorization, cues.authorization);
}

} // namespace

ClientSnapshot withCues(ClientSnapshot snapshot, const ClientSnapshot &cues)
{
    QHash<MacAddress, const WifiClient *> known;
    known.reserve(cues.clients.size());
    for (const WifiClient &client : cues.clients)
        known.insert(client.key.mac, &client);
    for (WifiClient &client : snapshot.clients)
        if (const WifiClient *also = known.value(client.key.mac))
            complete(client, *also);
    return snapshot;
}
