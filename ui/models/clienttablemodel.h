#pragma once

#include "clients/clientdirectory.h"
#include "core/clock.h"
#include "ui/models/clientindex.h"
#include "ui/models/placenames.h"
#include "ui/models/titlepreparation.h"

#include <QAbstractTableModel>
#include <QTimer>

/// What the chip of a row says: the client's state, or how the latest action on it stands for as
/// long as that is news.
enum class RowChip {
    Waiting,
    Authorized,
    Expired,
    NotGuest,
    Unknown, ///< the controller did not say
    Asked, ///< an action is under way
    Differs,
    NotConfirmed,
    Refused,
    Failed,
};

/// The live table over a ClientDirectory. Never resets: a change is announced as rows that came at
/// the end, one change of the order, rows that went at the end, and runs of changed rows, so that
/// selection and scroll position survive. GUI thread.
class ClientTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// The order may change; a saved layout keeps columnId().
    enum Column {
        StateColumn, ///< the chip
        DeviceColumn, ///< two lines: guest or device name, and SecondaryRole
        AccessPointColumn,
        SsidColumn,
        SignalColumn,
        SinceColumn, ///< connected (or seen here) for how long
        TimeLeftColumn,
        UsageColumn, ///< data used
        IpColumn,
        MacColumn,
        SiteColumn,
        ControllerColumn,
        ColumnCount,
    };

    /// Beyond display, tool tip and accessible text (which is always the full text of the cell). An
    /// invalid variant means "not told". The same for every column of a row.
    enum Role {
        KeyRole = Qt::UserRole, ///< ClientKey
        ChipRole, ///< int: RowChip
        StateRole, ///< int: ClientState
        SecondaryRole, ///< QString: the action's sentence while it is news, else host name · vendor
        ActionStageRole, ///< int: RowAction::Stage
        ActionRole, ///< int: AuditAction; invalid when there was none
        OutcomeRole, ///< int: Outcome; invalid until an action has ended
        SignalRole, ///< int: dBm
        WirelessRole, ///< bool
        UsedFractionRole, ///< double, 0…1: data used of the quota
        SecondsLeftRole, ///< qint64: until the authorization ends, 0 when it is over
        SinceIsLeastRole, ///< bool: the controller did not say since when; counted from first seen
        GlowUntilRole, ///< QDateTime UTC: the row changed a moment ago, mark it until then
        StaleRole, ///< bool: the row is older than its site's latest attempt to ask
        StaleSinceRole, ///< QDateTime UTC
        GoneRole, ///< bool: no longer in its controller's list
        FromLastSessionRole, ///< bool: shown from the cache, no controller has confirmed it yet
        PrivateAddressRole, ///< bool: the device made its MAC address up
    };

    /// directory and clock must outlive the model.
    ClientTableModel(ClientDirectory &directory, const Clock &clock, QObject *parent = nullptr);
    ~ClientTableModel() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    /// The stable word of a column for saved layouts, such as "accessPoint".
    [[nodiscard]] static QString columnId(int column);
    [[nodiscard]] static int columnOfId(QStringView id); ///< -1 when there is none

    [[nodiscard]] ClientKey keyAt(int row) const;
    [[nodiscard]] ClientRow clientAt(int row) const;
    /// Its first cell; invalid when the client is not shown.
    [[nodiscard]] QModelIndex indexOf(const ClientKey &key) const;

    /// Both empty: everything. Counts follow the scope, never the search.
    void setScope(const QString &controllerId, const QString &siteId = {});
    void setStateFilter(ClientFilter::States states);
    void setSearch(const QString &text);
    [[nodiscard]] ClientCounts counts() const;

    /// While somebody is in the list no row comes, goes or moves; rows still show what is new in
    /// them.
    void setFrozen(bool frozen);
    [[nodiscard]] bool isFrozen() const;
    [[nodiscard]] int newCount() const; ///< how many wait behind the "new" pill
    void showNew();

    /// The rows on the screen, both ends included: only these are announced every second for their
    /// counting times. first < 0: none is visible.
    void setVisibleRows(int first, int last);

    /// Names of a controller and its sites, for their columns.
    void setPlace(
        const QString &controllerId, const QString &controllerName, const QList<Site> &sites);

Q_SIGNALS:
    void countsChanged(const ClientCounts &counts);
    void newCountChanged(int count);

private:
    void takeChange(const DirectoryChange &change);
    void show();
    void rearrange(const std::vector<int> &wanted);
    void announce(const QList<int> &slotNumbers);
    void announceRows(int first, int last);
    void announceCounts();
    void markGlow(const DirectoryChange &change);
    [[nodiscard]] const ClientRow &rowOf(int slot) const;
    [[nodiscard]] QVariant valueOf(int slot, const ClientRow &row, int role) const;

    ClientDirectory &m_directory;
    const Clock &m_clock;
    PlaceNames m_places;
    ClientIndex m_index;
    TitlePreparation m_titlePreparation;
    std::vector<int> m_rows; ///< slots as the views know them
    std::vector<int> m_rowOfSlot; ///< -1: not shown
    QHash<int, qint64> m_glowUntil; ///< by slot; ms since the epoch
    mutable ClientRow m_row; ///< the one that was asked for last: a view asks for cell after cell
    mutable int m_slotOfRow = -1;
    QTimer m_second;
    ClientCounts m_counts;
    int m_newCount = 0;
    int m_firstVisible = -1;
    int m_lastVisible = -1;
};
