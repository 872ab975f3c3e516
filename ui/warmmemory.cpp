#include "ui/warmmemory.h"

#include <cstdlib> // says whether this is glibc

#ifdef __GLIBC__
#include <malloc.h>
#endif

void keepWarmMemory()
{
#ifdef __GLIBC__
    constexpr int bytes = 8 << 20; // the vectors of 100 000 rows have 0.4 to 1.6 MB each
    mallopt(M_MMAP_THRESHOLD, bytes);
    mallopt(M_TRIM_THRESHOLD, bytes);
    // Lists are made on one thread and given back on another: with an arena for each thread, what
    // one gave back another cannot use.
    mallopt(M_ARENA_MAX, 2);
#endif
}
