#pragma once

#include "core/macaddress.h"

#include <QDateTime>
#include <QString>

#include <optional>

/// What a waiting device's browser brings to an external portal: who waits, and where. The only way
/// to know waiting devices on the oldest generations, and needed by every authorization through an
/// external portal. All of it is foreign text that anybody can forge.
struct CapturedRedirect
{
    /// How its names are spelled; an authorization on Omada 3 goes back in the same spelling.
    enum class Spelling {
        Cid, ///< cid, ap, ssid, rid, t, site: EAP Controller, early Omada
        ClientMac, ///< clientMac, apMac, ssidName, radioId, t, site: Omada 3 and newer
        Unifi, ///< id, ap, ssid, t, url below /guest/s/<site>/
    };

    Spelling spelling = Spelling::ClientMac;
    MacAddress client;
    QString site; ///< exactly as it came: a name, a short name or an id; may be empty
    std::optional<MacAddress> accessPoint; ///< of a wireless client
    std::optional<MacAddress> gateway; ///< of a wired client
    std::optional<int> vlan; ///< of a wired client
    std::optional<int> radio; ///< 0: 2.4 GHz, 1: 5 GHz, 2: second 5 GHz, 3: 6 GHz
    QString ssid;
    QString clientIp; ///< told by Omada from 6.2.10 on
    std::optional<QDateTime> redirectedAt; ///< UTC, in the controller's clock
    QString destination; ///< where the browser wanted to go; never followed without a look

    friend bool operator==(const CapturedRedirect &, const CapturedRedirect &) = default;
};
