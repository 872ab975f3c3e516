#pragma once

#include "clients/clientdirectory.h"
#include "ui/models/stringranks.h"
#include "ui/models/titleranks.h"

#include <QString>

#include <map>
#include <optional>
#include <vector>

class PlaceNames;

/// What a table of clients can be sorted by.
enum class SortColumn {
    State,
    Device,
    AccessPoint,
    Ssid,
    Signal,
    Since,
    TimeLeft,
    Usage,
    Ip,
    Mac,
    Site,
    Controller,
};

/// Makes one 64-bit number of each row, so that sorting is sorting numbers. What is not told sorts
/// last in both directions.
class SortKeys
{
public:
    /// directory and places must outlive the keys.
    SortKeys(const ClientDirectory &directory, const PlaceNames &places);

    void setSort(SortColumn column, Qt::SortOrder order);

    /// These rows have new values. Returns true when the keys of other rows changed as well, though
    /// not their order among each other.
    bool take(const DirectoryChange &change);
    void placesChanged();

    [[nodiscard]] quint64 keyOf(int slot) const;
    [[nodiscard]] TitleRanks &titles() { return m_titles; } ///< of the column Device

private:
    /// The numbers of the texts of one column, which many rows share; kept for the next click on
    /// it.
    struct TextColumn
    {
        StringRanks ranks;
        std::vector<int> idOfSlot; ///< -1: to be looked up
    };

    [[nodiscard]] std::vector<int> usedSlots() const;
    bool lookUpMissing();
    bool lookUpChanged(const DirectoryChange &change);
    [[nodiscard]] std::optional<quint32> sharedTextOf(int slot) const;
    [[nodiscard]] QString textOf(int slot) const; ///< of the present column
    [[nodiscard]] std::optional<quint64> endOf(int slot) const;
    [[nodiscard]] quint64 ageOf(int slot) const;
    [[nodiscard]] quint64 stateKey(int slot) const;
    [[nodiscard]] std::optional<quint64> rising(int slot) const;

    const ClientDirectory &m_directory;
    const PlaceNames &m_places;
    SortColumn m_column = SortColumn::State;
    bool m_falling = false;
    TitleRanks m_titles;
    std::map<int, TextColumn> m_texts; ///< by SortColumn
};
