#include "ui/pages/historytable.h"

#include "phrases/phrases.h"
#include "ui/look/icons.h"
#include "ui/look/theme.h"
#include "ui/pages/historywords.h"
#include "ui/widgets/statechip.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace {

/// What is shown to start with, and how wide.
constexpr std::pair<HistoryModel::Column, int> shownColumns[] = {
    {HistoryModel::TimeColumn, 158},
    {HistoryModel::ActionColumn, 112},
    {HistoryModel::OutcomeColumn, 130},
    {HistoryModel::GuestColumn, 104},
    {HistoryModel::DeviceColumn, 100},
    {HistoryModel::OperatorColumn, 72},
    {HistoryModel::ReasonColumn, 80},
};

class HistoryDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override
    {
        if (index.column() != HistoryModel::OutcomeColumn
            && index.column() != HistoryModel::ActionColumn)
            return QStyledItemDelegate::paint(painter, option, index);
        QStyleOptionViewItem bare(option);
        initStyleOption(&bare, index);
        bare.text.clear();
        const QStyle *style = option.widget->style();
        style->drawControl(QStyle::CE_ItemViewItem, &bare, painter, option.widget);
        const QRect room = option.rect.adjusted(Theme::gap, 0, -Theme::gap, 0);
        const auto record = index.data(HistoryModel::RecordRole).value<AuditRecord>();
        if (index.column() == HistoryModel::OutcomeColumn)
            statechip::paint(painter, room, historywords::chipOf(record),
                historywords::outcome(record), option.palette, option.direction);
        else
            paintAction(painter, room, record.intent.action, option);
    }

private:
    static void paintAction(QPainter *painter, const QRect &room, AuditAction action,
        const QStyleOptionViewItem &option)
    {
        const QRect icon = QStyle::alignedRect(option.direction, Qt::AlignLeft | Qt::AlignVCenter,
            {Theme::iconSize, Theme::iconSize}, room);
        icons::paint(painter, icon, historywords::iconOf(action),
            Theme::colour(Token::Ink2, option.palette));
        const int text = Theme::iconSize + Theme::gap;
        const QRect rest = QStyle::visualRect(option.direction, room, room.adjusted(text, 0, 0, 0));
        painter->setPen(Theme::colour(Token::Ink, option.palette));
        painter->setFont(option.font);
        const QString word = option.fontMetrics.elidedText(
            historywords::action(action), Qt::ElideRight, rest.width());
        painter->drawText(rest,
            int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)), word);
    }
};

} // namespace

HistoryTable::HistoryTable(HistoryModel &model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
{
    setAccessibleName(tr("History"));
    setModel(&model);
    setItemDelegate(new HistoryDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    setTabKeyNavigation(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *header = horizontalHeader();
    header->setFixedHeight(Theme::headerHeight);
    header->setSectionsMovable(true);
    header->setStretchLastSection(true);
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, &HistoryTable::showColumnMenu);
    for (int column = 0; column < HistoryModel::ColumnCount; ++column)
        setColumnHidden(column, true);
    for (const auto &[column, width] : shownColumns) {
        setColumnHidden(column, false);
        setColumnWidth(column, width);
    }
    setCompact(false);
}

void HistoryTable::setCompact(bool compact)
{
    const int height = compact ? Theme::compactRowHeight : Theme::rowHeight;
    verticalHeader()->setMinimumSectionSize(height);
    verticalHeader()->setDefaultSectionSize(height);
}

QList<AuditRecord> HistoryTable::chosen() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QList<AuditRecord> records;
    for (const QModelIndex &index : std::as_const(rows))
        records << m_model.recordAt(index.row());
    return records;
}

QByteArray HistoryTable::layoutState() const
{
    return horizontalHeader()->saveState();
}

void HistoryTable::restoreLayout(const QByteArray &state)
{
    horizontalHeader()->restoreState(state);
}

void HistoryTable::showColumnMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = 0; column < HistoryModel::ColumnCount; ++column) {
        QAction *action = menu->addAction(
            m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        action->setEnabled(column != HistoryModel::TimeColumn);
        connect(action, &QAction::toggled, this,
            [this, column](bool shown) { setColumnHidden(column, !shown); });
    }
    menu->popup(horizontalHeader()->mapToGlobal(at));
}

void HistoryTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        Q_EMIT copyAsked();
    else
        QTableView::keyPressEvent(event);
}

void HistoryTable::contextMenuEvent(QContextMenuEvent *event)
{
    if (!selectionModel()->hasSelection())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copy = menu->addAction(icons::icon(IconName::Copy), tr("&Copy"));
    copy->setShortcut(QKeySequence::Copy);
    connect(copy, &QAction::triggered, this, &HistoryTable::copyAsked);
    menu->popup(event->globalPos());
}

void HistoryTable::selectionChanged(
    const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT chosenChanged();
}
