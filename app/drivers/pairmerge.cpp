#include "drivers/pairmerge.h"

#include "core/connectiongaps.h"

#include <QHash>

namespace {

void complete(WifiClient &client, const WifiClient &cues)
{
    fillConnectionGaps(client, cues);
    if (client.state == ClientState::Unknown)
        client.state = cues.state;
    if (client.state == cues.state && !client.authorization)
        client.authorization = cues.authorization;
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
