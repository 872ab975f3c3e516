#pragma once

#include <QByteArrayList>
#include <QFile>

#ifdef __GLIBC__
#include <malloc.h>
#endif

/// Resident memory of this process, MB; 0 where the system does not tell.
inline double residentMb()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (status.open(QIODevice::ReadOnly))
        for (const QByteArray &line : status.readAll().split('\n'))
            if (line.startsWith("VmRSS:"))
                return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    return 0;
}

/// Bytes that are allocated at this moment; 0 where the C library does not tell.
inline double heapBytes()
{
#ifdef __GLIBC__
    const auto heap = mallinfo2();
    return double(heap.uordblks) + double(heap.hblkhd);
#else
    return 0;
#endif
}
