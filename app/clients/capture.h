#pragma once

#include "core/capturedredirect.h"

#include <QDateTime>
#include <QString>

/// How Gatehouse comes to know that a client is there.
enum class Seen : quint8 {
    OnController, ///< the controller told it
    InCapture, ///< its browser came to the waiting room; the controller cannot list who waits
    GrantedHere, ///< its controller accepted our authorization and cannot be asked about it
};

/// What the browser of a waiting device brought to the waiting room.
struct Capture
{
    QString code; ///< four characters that the device shows to its owner, until it leaves
    CapturedRedirect redirect; ///< the latest one
    QDateTime at; ///< UTC, our clock: when it came with this redirect first
};
