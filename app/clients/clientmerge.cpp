#include "clients/clientmerge.h"

#include "core/connectiongaps.h"

bool keepsAuthorization(const PackedClient &told, const PackedClient &before)
{
    return before.hasAuthorization() && !told.hasAuthorization()
        && told.state() == ClientState::Authorized && before.state() == ClientState::Authorized;
}

bool saysTheSame(const PackedClient &told, const PackedClient &before)
{
    return told.bytes() == before.bytes()
        || (keepsAuthorization(told, before) && told.equalsButForAuthorization(before));
}

WifiClient withKnownConnection(WifiClient told, const WifiClient &before)
{
    fillConnectionGaps(told, before);
    return told;
}
