#!/usr/bin/env python3
"""Gives an installer database the times of its sources: settle-msi.py FILE.msi SECONDS-SINCE-1970

wixl and msibuild write the hour of the build into it, which makes two builds of one commit differ.
"""

import pathlib
import struct
import sys
import time

EPOCH_OF_FILETIME = 116444736000000000  # 1970, in tenths of microseconds since 1601
FILETIME = struct.pack("<I", 0x40)  # the type of a property that is a time
DAY = 86400 * 10_000_000


def filetime(seconds):
    return EPOCH_OF_FILETIME + int(seconds) * 10_000_000


def settle(data, seconds):
    """Every property of the summary that is a time of today, and the times of the root storage."""
    now = filetime(time.time())
    count = 0
    at = data.find(FILETIME)
    while at >= 0:
        value = struct.unpack_from("<Q", data, at + 4)[0] if at + 12 <= len(data) else 0
        if now - DAY < value <= now + DAY:
            struct.pack_into("<Q", data, at + 4, filetime(seconds))
            count += 1
        at = data.find(FILETIME, at + 4)
    root = 512 * (1 + struct.unpack_from("<I", data, 48)[0])
    for place in (root + 100, root + 108):
        if struct.unpack_from("<Q", data, place)[0] != 0:
            struct.pack_into("<Q", data, place, filetime(seconds))
    return count


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    path = pathlib.Path(sys.argv[1])
    data = bytearray(path.read_bytes())
    if settle(data, sys.argv[2]) == 0:
        sys.exit(f"settle-msi.py: {path} holds no time of today.")
    path.write_bytes(data)


main()
