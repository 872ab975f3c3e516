#pragma once

#include <QCollator>
#include <QString>

#include <functional>
#include <optional>
#include <span>
#include <utility>
#include <vector>

/// A slot and what it is called.
using SlotTitle = std::pair<int, QString>;

/// Slots in the order of what they are called.
struct TitleOrder
{
    std::vector<int> order; ///< of those that have a title
    std::vector<char> isAsBefore; ///< for each of these: called as the one before it
    std::vector<quint32> hashes; ///< for each of these: of its title
    std::vector<int> untitled;

    /// Takes a quarter of a second for 100 000. Any thread.
    [[nodiscard]] static TitleOrder of(const std::vector<SlotTitle> &titles);
};

/// Rows in the order of what they are called, in the person's language. Hardly two of 100 000 share
/// a title, so none is kept: what must be compared again is asked for again. Equal titles have
/// equal places.
class TitleRanks
{
public:
    /// titleOf: what a slot is called at this moment.
    explicit TitleRanks(std::function<QString(int slot)> titleOf);

    /// Somebody else lives in these slots, or nobody any more.
    void forget(std::span<const int> slotNumbers);
    /// A text of these slots changed: those that are called something else now are forgotten.
    void forgetRenamed(std::span<const int> slotNumbers);
    /// These slots get their place, as far as they have none. Returns true when the places of
    /// others changed, though not their order.
    bool settle(std::span<const int> slotNumbers);

    /// Puts everybody in an order that was made elsewhere, in place of settling them. Those whom it
    /// does not know have no place.
    void adopt(const TitleOrder &made);
    [[nodiscard]] bool isSettled(int slot) const
    {
        return size_t(slot) < m_rankOfSlot.size() && m_rankOfSlot[size_t(slot)] != unsettled;
    }

    /// Its place among all; nothing where it has no title. Only for a slot that was settled.
    [[nodiscard]] std::optional<quint64> rankOf(int slot) const
    {
        const quint32 rank = m_rankOfSlot[size_t(slot)];
        return rank == untitled ? std::nullopt : std::optional<quint64>(rank);
    }

private:
    static constexpr quint32 untitled = ~quint32(0);
    static constexpr quint32 unsettled = untitled - 1;

    [[nodiscard]] std::vector<int> sorted(std::span<const int> slotNumbers);
    void makeRoom(int slot);
    void dropForgotten();
    void merge(const std::vector<int> &comers);
    void rank();

    std::function<QString(int)> m_titleOf;
    QCollator m_collator;
    std::vector<int> m_order; ///< of those that have a title
    std::vector<quint32> m_rankOfSlot;
    std::vector<char> m_isAsBefore; ///< by slot: called as the one before it in m_order
    std::vector<quint32> m_hashOfSlot; ///< of the title that its place is for
    bool m_holdsForgotten = false; ///< some of m_order have no place any more
};
