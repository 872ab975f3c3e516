#include "ui/models/sitetreemodel.h"

#include "phrases/phrases.h"

#include <algorithm>

using namespace Qt::StringLiterals;

/// One controller with its sites. Its address stands in the indexes of the sites below it.
struct SiteTreeModel::Branch
{
    struct Leaf
    {
        Site site;
        int waiting = 0;
    };

    ControllerLink *link = nullptr;
    QString controllerId;
    QList<Site> told; ///< at the latest look
    QList<Leaf> leaves;
    int waiting = 0;
};

SiteTreeModel::SiteTreeModel(ClientDirectory &directory, const Clock &clock, QObject *parent)
    : QAbstractItemModel(parent)
    , m_directory(directory)
    , m_clock(clock)
{
    connect(&m_directory, &ClientDirectory::changed, this, &SiteTreeModel::takeCounts);
}

SiteTreeModel::~SiteTreeModel() = default;

void SiteTreeModel::addLink(ControllerLink *link)
{
    const int row = int(m_branches.size()) + 1;
    beginInsertRows({}, row, row);
    auto branch = std::make_unique<Branch>();
    branch->link = link;
    branch->controllerId = link->profile().id;
    m_branches.push_back(std::move(branch));
    endInsertRows();
    takeSites(row);
    takeCounts();
}

void SiteTreeModel::removeLink(const QString &controllerId)
{
    const int row = rowOf(controllerId);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_branches.erase(m_branches.begin() + (row - 1));
    endRemoveRows();
    takeCounts();
}

void SiteTreeModel::linkChanged(ControllerLink *link)
{
    const int row = rowOf(link->profile().id);
    if (row < 0)
        return;
    takeSites(row);
    takeCounts();
    const QModelIndex changed = index(row, 0);
    Q_EMIT dataChanged(changed, changed);
}

/// Sites that went leave, new ones come in by name, the others stay where they are.
void SiteTreeModel::takeSites(int row)
{
    Branch &branch = *m_branches[size_t(row - 1)];
    const QModelIndex parent = index(row, 0);
    const QList<Site> told = branch.link->sites();
    if (told == branch.told)
        return;
    branch.told = told;
    for (int i = int(branch.leaves.size()) - 1; i >= 0; --i) {
        const auto known = std::ranges::find(told, branch.leaves[i].site.id, &Site::id);
        if (known == told.end()) {
            beginRemoveRows(parent, i, i);
            branch.leaves.removeAt(i);
            endRemoveRows();
        } else if (known->name != branch.leaves[i].site.name) {
            branch.leaves[i].site.name = known->name;
            Q_EMIT dataChanged(index(i, 0, parent), index(i, 0, parent));
        }
    }
    for (const Site &site : told) {
        const auto isIt = [&site](const Branch::Leaf &leaf) { return leaf.site.id == site.id; };
        if (std::ranges::any_of(branch.leaves, isIt))
            continue;
        const auto before = std::ranges::find_if(branch.leaves, [&site](const Branch::Leaf &leaf) {
            return QString::localeAwareCompare(site.name, leaf.site.name) < 0;
        });
        const int at = int(before - branch.leaves.begin());
        beginInsertRows(parent, at, at);
        branch.leaves.insert(at, {site, 0});
        endInsertRows();
    }
}

void SiteTreeModel::takeCounts()
{
    const auto take = [this](int &known, int now, const QModelIndex &where) {
        if (known == now)
            return;
        known = now;
        Q_EMIT dataChanged(where, where);
    };
    int everywhere = 0;
    for (size_t i = 0; i < m_branches.size(); ++i) {
        Branch &branch = *m_branches[i];
        const QModelIndex parent = index(int(i) + 1, 0);
        int sum = 0;
        for (int row = 0; row < branch.leaves.size(); ++row) {
            Branch::Leaf &leaf = branch.leaves[row];
            const int now = m_directory.counts(branch.controllerId, leaf.site.id).waiting;
            sum += now;
            take(leaf.waiting, now, index(row, 0, parent));
        }
        everywhere += sum;
        take(branch.waiting, sum, parent);
    }
    take(m_waiting, everywhere, allSites());
}

QModelIndex SiteTreeModel::allSites() const
{
    return index(0, 0);
}

QModelIndex SiteTreeModel::indexOf(const QString &controllerId, const QString &siteId) const
{
    const int row = rowOf(controllerId);
    if (row < 0)
        return {};
    const QModelIndex controller = index(row, 0);
    if (siteId.isEmpty())
        return controller;
    const QList<Branch::Leaf> &leaves = m_branches[size_t(row - 1)]->leaves;
    for (int i = 0; i < leaves.size(); ++i)
        if (leaves[i].site.id == siteId)
            return index(i, 0, controller);
    return {};
}

int SiteTreeModel::rowOf(const QString &controllerId) const
{
    for (size_t i = 0; i < m_branches.size(); ++i)
        if (m_branches[i]->controllerId == controllerId)
            return int(i) + 1;
    return -1;
}

QModelIndex SiteTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(
        row, column, parent.isValid() ? m_branches[size_t(parent.row() - 1)].get() : nullptr);
}

QModelIndex SiteTreeModel::parent(const QModelIndex &child) const
{
    const auto *branch = static_cast<const Branch *>(child.constInternalPointer());
    return child.isValid() && branch ? createIndex(rowOf(branch->controllerId), 0) : QModelIndex();
}

int SiteTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_branches.size()) + 1;
    if (parent.internalPointer() || parent.row() == 0 || parent.column() != 0)
        return 0;
    return int(m_branches[size_t(parent.row() - 1)]->leaves.size());
}

int SiteTreeModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant SiteTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (const auto *branch = static_cast<const Branch *>(index.constInternalPointer()))
        return siteData(*branch, index.row(), role);
    return index.row() == 0 ? allSitesData(role)
                            : controllerData(*m_branches[size_t(index.row() - 1)], role);
}

QVariant SiteTreeModel::allSitesData(int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return tr("All sites");
    case Qt::AccessibleTextRole:
        return tr("All sites, %n waiting", nullptr, m_waiting);
    case KindRole:
        return int(Kind::AllSites);
    case ControllerIdRole:
    case SiteIdRole:
    case StatusRole:
        return QString();
    case WaitingRole:
        return m_waiting;
    default:
        return {};
    }
}

QVariant SiteTreeModel::controllerData(const Branch &branch, int role) const
{
    const ControllerLink &link = *branch.link;
    switch (role) {
    case Qt::DisplayRole:
        return link.profile().name;
    case Qt::ToolTipRole:
    case StatusRole:
        return phrases::text(link, m_clock.now());
    case Qt::AccessibleTextRole:
        //: %1 a controller's name, %2 its state such as "Connected"
        return tr("%1, %2, %n waiting", nullptr, branch.waiting)
            .arg(link.profile().name, phrases::text(link.state()));
    case KindRole:
        return int(Kind::Controller);
    case ControllerIdRole:
        return branch.controllerId;
    case SiteIdRole:
        return QString();
    case WaitingRole:
        return branch.waiting;
    case LinkStateRole:
        return int(link.state());
    default:
        return {};
    }
}

QVariant SiteTreeModel::siteData(const Branch &branch, int site, int role) const
{
    const Branch::Leaf &leaf = branch.leaves[site];
    switch (role) {
    case Qt::DisplayRole:
        return leaf.site.name;
    case Qt::AccessibleTextRole:
        //: %1 a site's name
        return tr("%1, %n waiting", nullptr, leaf.waiting).arg(leaf.site.name);
    case KindRole:
        return int(Kind::Site);
    case SiteIdRole:
        return leaf.site.id;
    case WaitingRole:
        return leaf.waiting;
    default:
        return controllerData(branch, role);
    }
}
