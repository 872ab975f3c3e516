#include "wire/unifi_classic/events.h"

#include <algorithm>
#include <array>

namespace wire::unifi_classic {

bool tellsOfGuests(QByteArrayView message)
{
    // Wireless and wired guests; what administrators and the hotspot page did to them.
    constexpr std::array names{"\"EVT_WG_", "\"EVT_LG_", "\"EVT_AD_Guest", "\"EVT_HS_"};
    return std::ranges::any_of(
        names, [message](const char *name) { return message.indexOf(QByteArrayView(name)) >= 0; });
}

} // namespace wire::unifi_classic
