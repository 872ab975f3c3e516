#pragma once

#include "clients/clientdirectory.h"
#include "ui/models/placenames.h"
#include "ui/models/searchtext.h"
#include "ui/models/sortkeys.h"

#include <QString>
#include <QStringList>

#include <vector>

/// Which clients a table shows.
struct ClientFilter
{
    enum class States {
        Waiting, ///< waiting and listed by the latest poll
        Authorized,
        All,
    };

    QString controllerId; ///< empty: every controller
    QString siteId; ///< empty: every site of it
    States states = States::All;

    [[nodiscard]] bool holds(const ClientDirectory &directory, int slot) const;
    friend bool operator==(const ClientFilter &, const ClientFilter &) = default;
};

/// A sorted and filtered order over the directory's slots, without Qt's model machinery: the rows
/// themselves never move. A poll costs a sort of what changed and one merge; a keystroke costs one
/// scan of the searchable text; clearing the search costs a copy. While frozen, nobody comes, goes
/// or moves.
class ClientIndex
{
public:
    /// directory and places must outlive the index.
    ClientIndex(const ClientDirectory &directory, const PlaceNames &places);

    /// The slots that are shown, in their order.
    [[nodiscard]] const std::vector<int> &shown() const { return m_shown; }

    /// How many would be shown as well if the index were not frozen.
    [[nodiscard]] int newCount() const { return m_newCount; }

    /// The directory has changed.
    void apply(const DirectoryChange &change);
    void setFilter(const ClientFilter &filter);
    [[nodiscard]] const ClientFilter &filter() const { return m_filter; }
    void setSearch(const QString &text);
    void sort(SortColumn column, Qt::SortOrder order);
    /// Names of controllers or sites changed.
    void placesChanged();
    [[nodiscard]] TitleRanks &titles() { return m_keys.titles(); } ///< of the column Device

    /// Thawing shows the order as it has become meanwhile.
    void setFrozen(bool frozen);
    [[nodiscard]] bool isFrozen() const { return m_frozen; }
    void takeNew(); ///< shows the present order; a frozen index stays frozen

private:
    void grow();
    void takeText(int slot);
    void sortAll();
    void refreshKeys();
    void merge(const DirectoryChange &change, bool dealtAnew);
    void judge(int slot);
    void judgeSearch(int slot);
    void judgeAll();
    void rebuildShown();
    void dropFromShown(const QList<int> &slotNumbers);
    void countNew();

    const ClientDirectory &m_directory;
    ClientFilter m_filter;
    SearchText m_text;
    SortKeys m_keys;
    std::vector<int> m_order; ///< every used slot, sorted by m_keyOfSlot
    std::vector<quint64> m_keyOfSlot;
    std::vector<char> m_isInFilter; ///< by slot
    std::vector<char> m_passes; ///< by slot: filter and search let it through
    std::vector<char> m_isShown; ///< by slot
    std::vector<int> m_shown;
    int m_newCount = 0;
    bool m_frozen = false;
    bool m_shownIsOld = false; ///< order or membership changed since m_shown was made
};
