#pragma once

#include <QHashFunctions>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <utility>
#include <vector>

/// The ids seen in a long list, as numbers. One piece of memory, where QSet takes some thousand
/// small ones for a list of 100 000 and gives them back with every poll.
class IdSet
{
public:
    /// Whether it was not in there before.
    bool insert(size_t id)
    {
        if (id == none)
            return !std::exchange(m_hasNone, true);
        if (m_count * 2 >= m_ids.size())
            resize(std::max(least, m_ids.size() * 4));
        size_t &place = placeOf(id);
        const bool isNew = place != id;
        m_count += isNew ? 1 : 0;
        place = id;
        return isNew;
    }

    void reserve(size_t ids)
    {
        if (ids * 2 >= m_ids.size())
            resize(std::bit_ceil(std::max(least, ids * 2 + 1)));
    }

    void clear()
    {
        m_ids.clear();
        m_count = 0;
        m_hasNone = false;
    }

private:
    static constexpr size_t none = 0;
    static constexpr size_t least = 256; ///< places; always a power of two

    /// Where it is, or the first free place after where it should be.
    [[nodiscard]] size_t &placeOf(size_t id)
    {
        const size_t last = m_ids.size() - 1; // a power of two less one
        size_t at = qHash(id, m_seed) & last; // a controller must not choose who falls together
        while (m_ids[at] != none && m_ids[at] != id)
            at = (at + 1) & last;
        return m_ids[at];
    }

    void resize(size_t places)
    {
        std::vector<size_t> before(places, none);
        before.swap(m_ids);
        for (const size_t id : before)
            if (id != none)
                placeOf(id) = id;
    }

    std::vector<size_t> m_ids; ///< at most half full
    size_t m_count = 0;
    size_t m_seed = QHashSeed::globalSeed();
    bool m_hasNone = false;
};
