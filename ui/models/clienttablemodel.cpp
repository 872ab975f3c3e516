#include "ui/models/clienttablemodel.h"

#include "phrases/phrases.h"
#include "ui/models/clientcells.h"
#include "ui/models/clienttexts.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds glowLasts = 2s;

/// More runs than this cost a view more than one large one.
constexpr size_t mostRuns = 1000;

template <typename T>
QVariant toldOrNot(const std::optional<T> &value)
{
    return value ? QVariant::fromValue(*value) : QVariant();
}

} // namespace

ClientTableModel::ClientTableModel(ClientDirectory &directory, const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_directory(directory)
    , m_clock(clock)
    , m_index(directory, m_places)
    , m_titlePreparation(
          directory, m_index.titles(), [&directory](int slot) { return titleOf(directory, slot); })
{
    m_second.setInterval(1s);
    connect(
        &m_second, &QTimer::timeout, this, [this] { announceRows(m_firstVisible, m_lastVisible); });
    connect(&m_directory, &ClientDirectory::changed, this, &ClientTableModel::takeChange);
    show();
    m_counts = counts();
}

ClientTableModel::~ClientTableModel()
{
    if (m_index.isFrozen())
        m_directory.releaseRows();
}

int ClientTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ClientTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ClientTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int slot = m_rows[size_t(index.row())];
    if (!m_directory.isUsed(slot)) // about to be announced as removed
        return {};
    const ClientRow &row = rowOf(slot);
    const QDateTime now = m_clock.now();
    const QDateTime controllerNow
        = now.addMSecs(m_directory.clockOffset(row.client.key.controllerId).count());
    const ClientCells cells(row, m_places, now, controllerNow);
    switch (role) {
    case Qt::DisplayRole:
        return cells.text(index.column());
    case Qt::ToolTipRole:
        return cells.toolTip(index.column());
    case Qt::AccessibleTextRole:
        return cells.accessibleText(index.column());
    case ChipRole:
        return int(cells.chip());
    case SecondaryRole:
        return cells.secondary();
    case SecondsLeftRole:
        return toldOrNot(cells.secondsLeft());
    case UsedFractionRole:
        return toldOrNot(cells.usedFraction());
    default:
        return valueOf(slot, row, role);
    }
}

QVariant ClientTableModel::valueOf(int slot, const ClientRow &row, int role) const
{
    const RowAction &action = row.action;
    switch (role) {
    case KeyRole:
        return QVariant::fromValue(row.client.key);
    case StateRole:
        return int(row.client.state);
    case ActionStageRole:
        return int(action.stage);
    case ActionRole:
        return action.stage == RowAction::Stage::None ? QVariant() : int(action.action);
    case OutcomeRole:
        return action.stage == RowAction::Stage::Ended ? int(action.outcome) : QVariant();
    case SignalRole:
        return toldOrNot(row.client.signalDbm);
    case WirelessRole:
        return toldOrNot(row.client.wireless);
    case SinceIsLeastRole:
        return !row.client.connectedAt;
    case GlowUntilRole: {
        const qint64 until = m_glowUntil.value(slot);
        return until > m_clock.now().toMSecsSinceEpoch()
            ? QDateTime::fromMSecsSinceEpoch(until).toUTC()
            : QVariant();
    }
    case StaleRole:
        return row.staleSince.has_value();
    case StaleSinceRole:
        return toldOrNot(row.staleSince);
    case GoneRole:
        return !row.listedNow;
    case FromLastSessionRole:
        return row.fromLastSession;
    case PrivateAddressRole:
        return row.client.key.mac.isPrivate();
    default:
        return {};
    }
}

ClientKey ClientTableModel::keyAt(int row) const
{
    const int slot = m_rows[size_t(row)];
    return {m_directory.controllerIdOf(slot), m_directory.siteIdOf(slot),
        m_directory.packed(slot).mac()};
}

const ClientRow &ClientTableModel::rowOf(int slot) const
{
    if (m_slotOfRow != slot)
        m_row = m_directory.row(slot);
    m_slotOfRow = slot;
    return m_row;
}

ClientRow ClientTableModel::clientAt(int row) const
{
    return m_directory.row(m_rows[size_t(row)]);
}

QModelIndex ClientTableModel::indexOf(const ClientKey &key) const
{
    const auto slot = m_directory.slotOf(key);
    if (!slot || size_t(*slot) >= m_rowOfSlot.size() || m_rowOfSlot[size_t(*slot)] < 0)
        return {};
    return index(m_rowOfSlot[size_t(*slot)], 0);
}

void ClientTableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount)
        return;
    m_index.sort(SortColumn(column), order);
    show();
}

void ClientTableModel::setScope(const QString &controllerId, const QString &siteId)
{
    ClientFilter filter = m_index.filter();
    filter.controllerId = controllerId;
    filter.siteId = siteId;
    if (filter == m_index.filter())
        return;
    m_index.setFilter(filter);
    show();
    announceCounts();
}

void ClientTableModel::setStateFilter(ClientFilter::States states)
{
    ClientFilter filter = m_index.filter();
    filter.states = states;
    m_index.setFilter(filter);
    show();
}

void ClientTableModel::setSearch(const QString &text)
{
    m_index.setSearch(text);
    show();
}

ClientCounts ClientTableModel::counts() const
{
    return m_directory.counts(m_index.filter().controllerId, m_index.filter().siteId);
}

void ClientTableModel::setFrozen(bool frozen)
{
    if (frozen == m_index.isFrozen())
        return;
    if (frozen)
        m_directory.holdRows();
    else
        m_directory.releaseRows();
    m_index.setFrozen(frozen);
    show();
}

bool ClientTableModel::isFrozen() const
{
    return m_index.isFrozen();
}

int ClientTableModel::newCount() const
{
    return m_newCount;
}

void ClientTableModel::showNew()
{
    m_index.takeNew();
    show();
}

void ClientTableModel::setVisibleRows(int first, int last)
{
    m_firstVisible = first;
    m_lastVisible = last;
    if (first < 0)
        m_second.stop();
    else if (!m_second.isActive())
        m_second.start();
}

void ClientTableModel::setPlace(
    const QString &controllerId, const QString &controllerName, const QList<Site> &sites)
{
    if (!m_places.set(controllerId, controllerName, sites))
        return;
    m_index.placesChanged();
    show();
    announceRows(0, rowCount() - 1);
}

void ClientTableModel::takeChange(const DirectoryChange &change)
{
    m_slotOfRow = -1;
    markGlow(change);
    m_index.apply(change);
    m_titlePreparation.follow(change);
    show();
    announce(change.updated);
    announceCounts();
}

/// Tells the views how the index differs from what they were told: rows that came, at the end; the
/// new order; rows that went, at the end. Nobody is ever replaced in place, so a selection of
/// everything never spreads to a newcomer.
void ClientTableModel::show()
{
    const std::vector<int> &next = m_index.shown();
    if (next != m_rows) {
        std::vector<char> stays(size_t(m_directory.slotCount()), 0);
        for (const int slot : next)
            stays[size_t(slot)] = 1;
        m_rowOfSlot.resize(stays.size(), -1);
        std::vector<int> grown = m_rows;
        std::ranges::copy_if(next, std::back_inserter(grown),
            [this](int slot) { return m_rowOfSlot[size_t(slot)] < 0; });
        if (grown.size() > m_rows.size()) {
            beginInsertRows({}, int(m_rows.size()), int(grown.size()) - 1);
            for (size_t row = m_rows.size(); row < grown.size(); ++row)
                m_rowOfSlot[size_t(grown[row])] = int(row);
            m_rows = std::move(grown);
            endInsertRows();
        }
        std::vector<int> wanted = next;
        std::ranges::copy_if(m_rows, std::back_inserter(wanted),
            [&stays](int slot) { return !stays[size_t(slot)]; });
        if (wanted != m_rows)
            rearrange(wanted);
        if (m_rows.size() > next.size()) {
            beginRemoveRows({}, int(next.size()), int(m_rows.size()) - 1);
            for (size_t row = next.size(); row < m_rows.size(); ++row)
                m_rowOfSlot[size_t(m_rows[row])] = -1;
            m_rows.resize(next.size());
            endRemoveRows();
        }
    }
    if (m_newCount != m_index.newCount()) {
        m_newCount = m_index.newCount();
        Q_EMIT newCountChanged(m_newCount);
    }
}

/// The same rows in another order.
void ClientTableModel::rearrange(const std::vector<int> &wanted)
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList from = persistentIndexList();
    QList<int> slotOfIndex;
    slotOfIndex.reserve(from.size());
    for (const QModelIndex &index : from)
        slotOfIndex.append(m_rows[size_t(index.row())]);
    m_rows = wanted;
    for (size_t row = 0; row < m_rows.size(); ++row)
        m_rowOfSlot[size_t(m_rows[row])] = int(row);
    QModelIndexList to;
    to.reserve(from.size());
    for (qsizetype i = 0; i < from.size(); ++i)
        to.append(index(m_rowOfSlot[size_t(slotOfIndex[i])], from[i].column()));
    changePersistentIndexList(from, to);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void ClientTableModel::announce(const QList<int> &slotNumbers)
{
    std::vector<char> changed(m_rows.size(), 0);
    for (const int slot : slotNumbers)
        if (const int row = m_rowOfSlot[size_t(slot)]; row >= 0)
            changed[size_t(row)] = 1;
    std::vector<std::pair<int, int>> runs;
    for (auto first = std::ranges::find(changed, 1); first != changed.end();) {
        const auto end = std::find(first, changed.end(), 0);
        runs.emplace_back(int(first - changed.begin()), int(end - changed.begin()) - 1);
        first = std::find(end, changed.end(), 1);
    }
    if (runs.size() > mostRuns)
        runs = {{runs.front().first, runs.back().second}};
    for (const auto &[first, last] : runs)
        announceRows(first, last);
}

void ClientTableModel::announceRows(int first, int last)
{
    last = std::min(last, rowCount() - 1);
    if (first >= 0 && first <= last)
        Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1));
}

void ClientTableModel::announceCounts()
{
    const ClientCounts now = counts();
    if (now == m_counts)
        return;
    m_counts = now;
    Q_EMIT countsChanged(m_counts);
}

/// Rows whose state, end or action changed glow, and newcomers do; a table that fills does not.
void ClientTableModel::markGlow(const DirectoryChange &change)
{
    m_rowOfSlot.resize(size_t(m_directory.slotCount()), -1);
    const qint64 now = m_clock.now().toMSecsSinceEpoch();
    m_glowUntil.removeIf([now](const auto &glow) { return glow.value() <= now; });
    for (const int slot : change.removed)
        m_glowUntil.remove(slot);
    for (const auto &slots : {change.fills ? QList<int>() : change.added, change.notable})
        for (const int slot : slots)
            m_glowUntil.insert(slot, now + glowLasts.count());
}
