#pragma once

#include "core/packedclient.h"

// What the bytes of a packed client begin with; for packedclient.cpp alone.

/// At the front of the bytes.
struct PackedClient::Numbers
{
    quint64 mac;
    qint64 connectedAt; ///< ms
    quint32 size; ///< of all bytes
    quint32 vendor; ///< numbers of the pool, as the next three
    quint32 ssid;
    quint32 accessPoint;
    quint32 attachment;
    qint16 signal;
    quint8 state;
    quint8 flags; ///< bits 0-1: wireless, 2-3: blocked, 4: an authorization follows
};

/// Behind the numbers where there is an authorization.
struct PackedClient::Grant
{
    qint64 since; ///< ms
    qint64 until; ///< ms
    qint64 usedBytes;
    qint32 dataLimitMb;
    qint32 downKbps;
    qint32 upKbps;
    quint8 method;
    quint8 tells; ///< bit 0: quota, 1: rates
    quint16 unused; ///< keeps the bytes of equal grants equal
};
