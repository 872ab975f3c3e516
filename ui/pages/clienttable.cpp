#include "ui/pages/clienttable.h"

#include "ui/look/theme.h"
#include "ui/pages/clientcolumns.h"
#include "ui/pages/clientdelegate.h"
#include "ui/preferences/preferences.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

using namespace std::chrono_literals;

ClientTable::ClientTable(
    ClientTableModel &model, const Clock &clock, Preferences &preferences, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_preferences(preferences)
    , m_delegate(new ClientDelegate(clock, this))
{
    setAccessibleName(tr("Clients"));
    setModel(&model);
    setItemDelegate(m_delegate);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setFixedHeight(Theme::headerHeight);
    m_columns = new ClientColumns(horizontalHeader(), preferences);
    setSortingEnabled(true);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(
        horizontalHeader(), &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
            m_columns->menu()->popup(horizontalHeader()->mapToGlobal(at));
        });
    setCompact(preferences.compactRows());
    connect(&preferences, &Preferences::compactRowsChanged, this, &ClientTable::setCompact);
    followModel();

    m_glow.setInterval(100ms);
    connect(&m_glow, &QTimer::timeout, this, [this] {
        viewport()->update();
        if (!m_delegate->takeGlowPainted())
            m_glow.stop();
    });
    m_visible.setSingleShot(true);
    m_visible.setInterval(150ms);
    connect(&m_visible, &QTimer::timeout, this, &ClientTable::reviewVisible);
}

void ClientTable::followModel()
{
    connect(&m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this, &ClientTable::modelMoves);
    connect(&m_model, &QAbstractItemModel::layoutAboutToBeChanged, this, &ClientTable::modelMoves);
    for (const auto moved : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_model, moved, this, &ClientTable::modelMoved);
    connect(&m_model, &QAbstractItemModel::layoutChanged, this, &ClientTable::modelMoved);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, [this] {
        if (!m_glow.isActive())
            m_glow.start();
    });
}

void ClientTable::setCompact(bool compact)
{
    m_delegate->setCompact(compact);
    verticalHeader()->setMinimumSectionSize(m_delegate->rowHeight());
    verticalHeader()->setDefaultSectionSize(m_delegate->rowHeight());
    viewport()->update();
}

void ClientTable::modelMoves()
{
    m_modelMoves = true;
}

void ClientTable::modelMoved()
{
    m_modelMoves = false;
    // Whoever was chosen and is in sight again is selected again.
    QItemSelection back;
    for (const ClientKey &key : std::as_const(m_chosen)) {
        const QModelIndex index = m_model.indexOf(key);
        if (index.isValid() && !selectionModel()->isRowSelected(index.row()))
            back.select(index, index.siblingAtColumn(ClientTableModel::ColumnCount - 1));
    }
    if (!back.isEmpty())
        selectionModel()->select(back, QItemSelectionModel::Select);
    markFocus();
    m_visible.start();
}

void ClientTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    if (!m_modelMoves)
        takeSelection();
}

void ClientTable::takeSelection()
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QList<ClientKey> chosen;
    chosen.reserve(rows.size());
    for (const QModelIndex &row : std::as_const(rows))
        chosen += m_model.keyAt(row.row());
    if (chosen == m_chosen)
        return;
    m_chosen = chosen;
    Q_EMIT chosenChanged(m_chosen);
}

void ClientTable::choose(const ClientKey &key)
{
    const QModelIndex index = m_model.indexOf(key);
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    scrollTo(index);
}

void ClientTable::chooseAll(const QList<ClientKey> &keys)
{
    QItemSelection rows;
    for (const ClientKey &key : keys) {
        const QModelIndex index = m_model.indexOf(key);
        if (index.isValid())
            rows.select(index, index.siblingAtColumn(ClientTableModel::ColumnCount - 1));
    }
    selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
}

void ClientTable::enter()
{
    setFocus(Qt::ShortcutFocusReason);
    if (!currentIndex().isValid())
        return;
    setCurrentIndex(currentIndex());
    scrollTo(currentIndex());
}

void ClientTable::rememberLayout() const
{
    m_columns->remember();
}

bool ClientTable::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::Leave:
        m_pointerInside = false;
        setHoverRow(-1);
        reviewFreeze();
        break;
    // A pointer that rests where the window happened to open is nobody's hand: it has to move.
    case QEvent::MouseMove:
        setHoverRow(rowAt(static_cast<QMouseEvent *>(event)->pos().y()));
        [[fallthrough]];
    case QEvent::Wheel:
        m_pointerInside = true;
        reviewFreeze();
        break;
    default:
        break;
    }
    return QTableView::viewportEvent(event);
}

void ClientTable::keyPressEvent(QKeyEvent *event)
{
    // The actions' keys come here only when their action is disabled.
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return Q_EMIT notPossibleAsked(ClientAction::Authorize);
    if (event->key() == Qt::Key_Delete)
        return Q_EMIT notPossibleAsked(ClientAction::Cancel);
    if (event->key() == Qt::Key_Escape)
        return event->ignore();
    QTableView::keyPressEvent(event);
}

void ClientTable::focusInEvent(QFocusEvent *event)
{
    // Who the row is about is what a screen reader says of it first.
    if (!currentIndex().isValid())
        selectionModel()->setCurrentIndex(
            m_model.index(0, ClientTableModel::DeviceColumn), QItemSelectionModel::NoUpdate);
    QTableView::focusInEvent(event);
    markFocus();
    reviewFreeze();
    // Qt speaks of the table itself after this, and that would be the last word.
    QMetaObject::invokeMethod(this, &ClientTable::tellCurrentCell, Qt::QueuedConnection);
}

void ClientTable::tellCurrentCell()
{
    const QModelIndex current = currentIndex();
    if (!QAccessible::isActive() || !hasFocus() || !current.isValid())
        return;
    QAccessibleInterface *table = QAccessible::queryAccessibleInterface(this);
    if (!table || !table->tableInterface())
        return;
    QAccessibleEvent focus(
        table->tableInterface()->cellAt(current.row(), current.column()), QAccessible::Focus);
    QAccessible::updateAccessibility(&focus);
}

void ClientTable::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    markFocus();
    reviewFreeze();
}

void ClientTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    markFocus();
}

void ClientTable::markFocus()
{
    const int row = hasFocus() ? currentIndex().row() : -1;
    if (row == m_focusRow)
        return;
    updateRow(std::exchange(m_focusRow, row));
    m_delegate->setFocusRow(row);
    updateRow(row);
}

void ClientTable::setHoverRow(int row)
{
    if (row == m_hoverRow)
        return;
    updateRow(std::exchange(m_hoverRow, row));
    m_delegate->setHoverRow(row);
    updateRow(row);
}

void ClientTable::updateRow(int row)
{
    if (row >= 0)
        viewport()->update(QRect(0, rowViewportPosition(row), viewport()->width(), rowHeight(row)));
}

void ClientTable::reviewFreeze()
{
    const bool somebodyIsHere = m_pointerInside || hasFocus();
    if (somebodyIsHere != m_model.isFrozen())
        m_model.setFrozen(somebodyIsHere);
}

void ClientTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    m_columns->fit(viewport()->width());
    m_visible.start();
}

void ClientTable::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    if (dy != 0)
        m_visible.start();
}

void ClientTable::reviewVisible()
{
    const int first = rowAt(0);
    const int below = rowAt(viewport()->height() - 1);
    const int last = below < 0 ? m_model.rowCount() - 1 : below;
    m_model.setVisibleRows(first, last);
    QList<ClientKey> clients;
    for (int row = first; row >= 0 && row <= last; ++row)
        clients += m_model.keyAt(row);
    Q_EMIT visibleClientsChanged(clients);
}

void ClientTable::paintEvent(QPaintEvent *event)
{
    m_delegate->beginRepaint();
    QTableView::paintEvent(event);
}

void ClientTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        m_delegate->forgetText();
        setCompact(m_preferences.compactRows());
    }
}

void ClientTable::contextMenuEvent(QContextMenuEvent *event)
{
    if (!m_chosen.isEmpty())
        Q_EMIT menuAsked(event->globalPos());
}
