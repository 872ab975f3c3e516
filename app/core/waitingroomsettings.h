#pragma once

#include <QString>

/// Where the waiting room listens for the browsers of waiting devices.
struct WaitingRoomSettings
{
    bool enabled = false;
    QString address; ///< an IP address of this machine; 0.0.0.0 or :: for all; empty: not chosen
    int port = 8880; ///< 1…65535

    friend bool operator==(const WaitingRoomSettings &, const WaitingRoomSettings &) = default;
};
