#include "ui/pages/sidebar.h"

#include "assembly/gatehouse.h"
#include "ui/look/theme.h"
#include "ui/pages/navigationentry.h"
#include "ui/pages/sitedelegate.h"

#include <QHeaderView>
#include <QTreeView>
#include <QVBoxLayout>

Sidebar::Sidebar(Gatehouse &gatehouse, QWidget *parent)
    : Surface(Token::Panel, Qt::Edges(), parent)
    , m_gatehouse(gatehouse)
    , m_model(gatehouse.directory(), gatehouse.clock())
{
    setAccessibleName(tr("Sidebar"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::gap, Theme::gap, Theme::gap, Theme::gap);
    layout->setSpacing(Theme::grid / 2);
    makeTree();
    layout->addWidget(m_tree, 1);
    layout->addSpacing(Theme::gap);

    NavigationEntry *add = addEntry(tr("Add co&ntroller…"), IconName::Add);
    m_history = addEntry(tr("&History"), IconName::History);
    m_history->setCheckable(true);
    NavigationEntry *settings = addEntry(tr("&Settings…"), IconName::Settings);
    connect(add, &QAbstractButton::clicked, this, &Sidebar::addControllerAsked);
    connect(settings, &QAbstractButton::clicked, this, &Sidebar::settingsAsked);
    connect(m_history, &QAbstractButton::clicked, this, [this] {
        m_history->setChecked(true);
        Q_EMIT historyAsked();
    });
    followGatehouse();
}

void Sidebar::makeTree()
{
    m_tree = new QTreeView(this);
    m_tree->setAccessibleName(tr("Controllers and sites"));
    m_tree->setModel(&m_model);
    m_tree->setItemDelegate(new SiteDelegate(m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setIndentation(Theme::groupGap);
    m_tree->setRootIsDecorated(true);
    m_tree->setUniformRowHeights(false);
    m_tree->setExpandsOnDoubleClick(true);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->header()->setStretchLastSection(true);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    letThrough(m_tree);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &Sidebar::announceCurrent);
    // A click also leads back from another page to the place that is current already.
    connect(m_tree, &QTreeView::clicked, this, &Sidebar::announceCurrent);
    connect(m_tree, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        const QString id = m_tree->indexAt(at).data(SiteTreeModel::ControllerIdRole).toString();
        if (!id.isEmpty())
            Q_EMIT controllerMenuAsked(id, m_tree->viewport()->mapToGlobal(at));
    });
}

NavigationEntry *Sidebar::addEntry(const QString &text, IconName icon)
{
    auto *entry = new NavigationEntry(icon, text, this);
    layout()->addWidget(entry);
    return entry;
}

void Sidebar::followGatehouse()
{
    const auto add = [this](ControllerLink *link) {
        m_model.addLink(link);
        m_tree->expand(m_model.indexOf(link->profile().id));
    };
    for (ControllerLink *link : m_gatehouse.links())
        add(link);
    connect(&m_gatehouse, &Gatehouse::linkAdded, this, add);
    connect(&m_gatehouse, &Gatehouse::linkRemoved, &m_model, &SiteTreeModel::removeLink);
    connect(&m_gatehouse, &Gatehouse::linkChanged, this,
        [this](ControllerLink *link) { m_model.linkChanged(link); });
    connect(&m_model, &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex &parent) { m_tree->expand(parent); });
}

void Sidebar::announceCurrent()
{
    if (m_isSetting)
        return;
    const QModelIndex current = m_tree->currentIndex();
    if (!current.isValid())
        return;
    m_history->setChecked(false);
    Q_EMIT placeChosen(current.data(SiteTreeModel::ControllerIdRole).toString(),
        current.data(SiteTreeModel::SiteIdRole).toString());
}

void Sidebar::showPlace(const QString &controllerId, const QString &siteId)
{
    const QModelIndex index
        = controllerId.isEmpty() ? m_model.allSites() : m_model.indexOf(controllerId, siteId);
    m_isSetting = true;
    m_tree->setCurrentIndex(index.isValid() ? index : m_model.allSites());
    m_isSetting = false;
    m_history->setChecked(false);
}

void Sidebar::showHistory()
{
    m_isSetting = true;
    m_tree->setCurrentIndex({});
    m_isSetting = false;
    m_history->setChecked(true);
}
