#include "ui/models/keyedslot.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <span>

namespace {

/// Fewer than these are sorted sooner by comparing.
constexpr size_t fewRows = 512;

constexpr int digitBits = 11; // its counters stay in the nearest cache
constexpr size_t digitValues = size_t(1) << digitBits;

/// One pass: by a digit of the number, the order kept among equal digits.
template <typename Number>
void distribute(
    std::span<const KeyedSlot> from, std::vector<KeyedSlot> &to, Number number, int lowestBit)
{
    const auto digitOf = [number, lowestBit](const KeyedSlot &row) {
        return size_t(number(row) >> lowestBit) & (digitValues - 1);
    };
    std::array<quint32, digitValues> places{};
    for (const KeyedSlot &row : from)
        ++places[digitOf(row)];
    quint32 next = 0;
    for (quint32 &place : places) {
        const quint32 count = place;
        place = next;
        next += count;
    }
    for (const KeyedSlot &row : from)
        to[places[digitOf(row)]++] = row;
}

template <typename Number>
void sortByNumber(std::vector<KeyedSlot> &rows, std::vector<KeyedSlot> &spare, Number number)
{
    quint64 differing = 0;
    for (const KeyedSlot &row : rows)
        differing |= number(row) ^ number(rows.front());
    while (differing != 0) {
        const int lowestBit = std::countr_zero(differing);
        distribute(rows, spare, number, lowestBit);
        rows.swap(spare);
        differing = differing >> lowestBit >> digitBits;
        differing = differing << digitBits << lowestBit;
    }
}

} // namespace

void sortKeyedSlots(std::vector<KeyedSlot> &rows)
{
    if (rows.size() < fewRows) {
        std::ranges::sort(rows);
        return;
    }
    const auto slotOf = [](const KeyedSlot &row) { return quint64(row.slot); };
    std::vector<KeyedSlot> spare(rows.size());
    if (!std::ranges::is_sorted(rows, {}, slotOf))
        sortByNumber(rows, spare, slotOf);

    constexpr quint64 largest = std::numeric_limits<quint64>::max();
    // clang 14 does not take what std::ranges::stable_partition returns.
    const auto end = std::stable_partition(
        rows.begin(), rows.end(), [](const KeyedSlot &row) { return row.key != largest; });
    const std::vector<KeyedSlot> last(end, rows.end());
    rows.resize(rows.size() - last.size());
    spare.resize(rows.size());
    sortByNumber(rows, spare, [](const KeyedSlot &row) { return row.key; });
    rows.insert(rows.end(), last.begin(), last.end());
}
