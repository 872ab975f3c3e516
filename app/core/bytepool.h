#pragma once

#include <boost/pool/pool.hpp>

#include <array>
#include <cstddef>
#include <memory>

/// Memory for very many short runs of bytes that come and go. Runs of about one size lie together
/// in blocks of their own: nothing is kept beside a run, and no gap is left between what else the
/// program allocates. A run that is given back serves the next one of its size; all memory is
/// freed with the pool, also that of runs still out. Runs are aligned to 8 bytes. One thread at a
/// time.
class BytePool
{
public:
    [[nodiscard]] char *take(size_t bytes); ///< at least one; throws std::bad_alloc
    void giveBack(char *run, size_t bytes) noexcept; ///< as many as were taken

private:
    using Pool = boost::pool<>;

    static constexpr size_t step = 8; ///< bytes from one size to the next, for short runs
    static constexpr size_t longestShort = 512; ///< longer ones: from one power of two to the next
    static constexpr size_t sizes = longestShort / step + 64;

    [[nodiscard]] static size_t sizeOf(size_t bytes);
    [[nodiscard]] static size_t roomOf(size_t size);

    std::array<std::unique_ptr<Pool>, sizes> m_pools;
};
