#pragma once

#include "clients/clientdirectory.h"

#include <QCollator>
#include <QHash>
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

/// Strings in the order of the person's language, each compared only when it is new.
class StringRanks
{
public:
    StringRanks();

    /// A number for this text that never changes.
    int idOf(const QString &text);
    /// Its place among all texts, nothing for an empty one; call settle() after new ones came.
    [[nodiscard]] std::optional<quint64> rankOf(int id) const
    {
        return m_texts[size_t(id)].isEmpty() ? std::nullopt : std::optional(m_rankOfId[size_t(id)]);
    }
    /// Returns true when places changed.
    bool settle();

private:
    QCollator m_collator;
    QHash<QString, int> m_ids;
    std::vector<QString> m_texts; ///< by id
    std::vector<int> m_sorted; ///< ids
    std::vector<quint64> m_rankOfId;
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

private:
    /// The numbers of one column's texts, kept for the next click on it.
    struct TextColumn
    {
        StringRanks ranks;
        std::vector<int> idOfSlot; ///< -1: to be looked up
    };

    bool lookUpMissing();
    void lookUp(TextColumn &texts, int slot);
    [[nodiscard]] QString textOf(int slot) const; ///< of the present column
    [[nodiscard]] std::optional<quint64> endOf(int slot) const;
    [[nodiscard]] quint64 ageOf(int slot) const;
    [[nodiscard]] quint64 stateKey(int slot) const;
    [[nodiscard]] std::optional<quint64> rising(int slot) const;

    const ClientDirectory &m_directory;
    const PlaceNames &m_places;
    SortColumn m_column = SortColumn::State;
    bool m_falling = false;
    std::map<int, TextColumn> m_texts; ///< by SortColumn
};
