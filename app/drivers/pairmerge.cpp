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
    QHash<MacAddress, qsizetype> known;
    known.reserve(cues.clients.size());
    for (qsizetype at = 0; at < cues.clients.size(); ++at)
        known.insert(cues.clients.packed(at).mac(), at);
    snapshot.clients = snapshot.clients.changed([&known, &cues](WifiClient &client) {
        if (const auto also = known.constFind(client.key.mac); also != known.cend())
            complete(client, cues.clients.at(*also));
    });
    return snapshot;
}
