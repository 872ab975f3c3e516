#include "core/bytepool.h"

#include <QtGlobal>

#include <algorithm>
#include <bit>
#include <new>

#if __has_include(<sanitizer/asan_interface.h>)
#include <sanitizer/asan_interface.h> // the macros do nothing in a build without sanitizers
#else
#define ASAN_POISON_MEMORY_REGION(begin, size) ((void)(begin), (void)(size))
#define ASAN_UNPOISON_MEMORY_REGION(begin, size) ((void)(begin), (void)(size))
#endif

namespace {

/// So much of a run that is free a pool uses itself.
constexpr size_t linkBytes = sizeof(void *);

} // namespace

/// The number of the pool for so many bytes.
size_t BytePool::sizeOf(size_t bytes)
{
    if (bytes <= longestShort)
        return (bytes - 1) / step;
    constexpr size_t shorts = longestShort / step;
    return shorts + size_t(std::bit_width(bytes - 1) - std::bit_width(longestShort));
}

/// The bytes that a run of that pool takes.
size_t BytePool::roomOf(size_t size)
{
    constexpr size_t shorts = longestShort / step;
    return size < shorts ? (size + 1) * step : longestShort * 2 << (size - shorts);
}

char *BytePool::take(size_t bytes)
{
    Q_ASSERT(bytes > 0);
    const size_t size = sizeOf(bytes);
    std::unique_ptr<Pool> &pool = m_pools[size];
    if (!pool) {
        constexpr size_t block = size_t(64) << 10; // bytes
        const size_t room = roomOf(size);
        const size_t runs = std::max<size_t>(1, block / room);
        pool = std::make_unique<Pool>(room, runs, runs);
    }
    auto *run = static_cast<char *>(pool->malloc());
    if (!run)
        throw std::bad_alloc();
    ASAN_UNPOISON_MEMORY_REGION(run, bytes);
    return run;
}

void BytePool::giveBack(char *run, size_t bytes) noexcept
{
    m_pools[sizeOf(bytes)]->free(run);
    if (bytes > linkBytes)
        ASAN_POISON_MEMORY_REGION(run + linkBytes, bytes - linkBytes);
}
