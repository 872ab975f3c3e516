#pragma once

#include <QtGlobal>

#include <compare>
#include <vector>

/// A row of a table by its sort key and its slot.
struct KeyedSlot
{
    quint64 key = 0;
    int slot = 0; ///< 0 or more
    // clang-tidy 14 takes a defaulted comparison for a null pointer.
    // NOLINTNEXTLINE(modernize-use-nullptr)
    friend auto operator<=>(const KeyedSlot &, const KeyedSlot &) = default;
};

/// Sorts by key, and by slot among equal keys: a radix sort that passes over only those bits in
/// which the keys differ, and leaves out the largest key, which many may share.
void sortKeyedSlots(std::vector<KeyedSlot> &rows);
