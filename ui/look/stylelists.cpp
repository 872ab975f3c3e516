#include "ui/look/icons.h"
#include "ui/look/paint.h"
#include "ui/look/styleparts.h"

#include <QPainter>
#include <QTreeView>

namespace {

constexpr int cellPadding = Theme::cellPadding;
constexpr int selectionBar = 3;
constexpr int arrowSize = 12;

bool has(const QStyleOption &option, QStyle::State state)
{
    return (option.state & state) != 0;
}

QRect sortArrow(const QStyleOptionHeader &option)
{
    const QRect inner = option.rect.adjusted(0, 0, -cellPadding / 2, 0);
    return QStyle::alignedRect(
        option.direction, Qt::AlignRight | Qt::AlignVCenter, QSize(arrowSize, arrowSize), inner);
}

} // namespace

namespace styleparts {

void row(QPainter *painter, const QStyleOptionViewItem &option)
{
    if (option.backgroundBrush.style() != Qt::NoBrush)
        painter->fillRect(option.rect, option.backgroundBrush);
    if (has(option, QStyle::State_Selected)) {
        painter->fillRect(option.rect, colour(Token::Selection, option));
        const bool first = option.viewItemPosition == QStyleOptionViewItem::Beginning
            || option.viewItemPosition == QStyleOptionViewItem::OnlyOne;
        const bool tree = qobject_cast<const QTreeView *>(option.widget); // indented: no bar
        if (first && !tree && has(option, QStyle::State_Active)) {
            QRect bar = option.rect;
            bar.setWidth(selectionBar);
            painter->fillRect(QStyle::visualRect(option.direction, option.rect, bar),
                colour(Token::Accent, option));
        }
    } else if (has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled))
        painter->fillRect(option.rect, colour(Token::Hover, option));
}

void branch(QPainter *painter, const QStyleOption &option)
{
    if (!has(option, QStyle::State_Children))
        return;
    const IconName closed
        = option.direction == Qt::RightToLeft ? IconName::ChevronLeft : IconName::ChevronRight;
    icons::paint(painter, paint::square(option.rect, arrowSize),
        has(option, QStyle::State_Open) ? IconName::ChevronDown : closed,
        colour(Token::Ink2, option));
}

void headerSection(QPainter *painter, const QStyleOptionHeader &option)
{
    const bool hover = has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled);
    painter->fillRect(option.rect, colour(hover ? Token::Hover : Token::Paper, option));
    const QRect rect = option.rect;
    const QColor line = colour(Token::Line, option);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), Theme::line), line);
    if (hover) { // where to take hold of the column's width
        const QRect grip(rect.right(), rect.top() + 8, Theme::line, rect.height() - 16);
        painter->fillRect(QStyle::visualRect(option.direction, rect, grip), line);
    }
}

void headerLabel(QPainter *painter, const QStyleOptionHeader &option)
{
    QRect room = option.rect.adjusted(cellPadding, 0, -cellPadding, 0);
    const bool sorted = option.sortIndicator != QStyleOptionHeader::None;
    const QColor ink = colour(sorted ? Token::Ink : Token::Ink2, option);
    if (sorted) {
        const bool ascending = option.sortIndicator == QStyleOptionHeader::SortDown;
        icons::paint(painter, sortArrow(option),
            ascending ? IconName::ChevronUp : IconName::ChevronDown, ink);
        room = QStyle::visualRect(option.direction, option.rect,
            QStyle::visualRect(option.direction, option.rect, room).adjusted(0, 0, -Theme::gap, 0));
    }
    const paint::Scope scope(painter);
    painter->setFont(Theme::font(TextRole::Chip));
    painter->setPen(ink);
    // Qt centres headers where nobody says otherwise; titles belong above the start of what they
    // name.
    const Qt::Alignment said = option.textAlignment & Qt::AlignHorizontal_Mask;
    const Qt::Alignment across = said == Qt::AlignHCenter ? Qt::Alignment(Qt::AlignLeft) : said;
    const Qt::Alignment alignment = QStyle::visualAlignment(option.direction, across);
    painter->drawText(room, int(alignment | Qt::AlignVCenter) | Qt::TextSingleLine,
        painter->fontMetrics().elidedText(option.text, Qt::ElideRight, room.width()));
}

void scrollBar(QPainter *painter, const QStyleOptionSlider &option, const QRect &thumb)
{
    if (option.minimum >= option.maximum || !thumb.isValid())
        return;
    constexpr int inset = 3;
    const bool active = (option.activeSubControls & QStyle::SC_ScrollBarSlider)
        && (has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken));
    const QRect bar = thumb.adjusted(inset, inset, -inset, -inset);
    paint::box(painter, bar, colour(active ? Token::ThumbHover : Token::Thumb, option), {}, 1,
        qMin(bar.width(), bar.height()) / 2);
}

void splitter(QPainter *painter, const QStyleOption &option)
{
    // The handle is wider than its line, so that it can be caught.
    const QRect rect = option.rect;
    const bool upright = has(option, QStyle::State_Horizontal);
    const QRect line = upright ? QRect(rect.center().x(), rect.top(), Theme::line, rect.height())
                               : QRect(rect.left(), rect.center().y(), rect.width(), Theme::line);
    const bool hover = has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken);
    painter->fillRect(line, colour(hover ? Token::Accent : Token::Line, option));
}

void tab(QPainter *painter, const QStyleOptionTab &option)
{
    const bool selected = has(option, QStyle::State_Selected);
    if (!selected && has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled))
        paint::box(painter, option.rect.adjusted(2, 4, -2, -4), colour(Token::Hover, option));
    if (selected) {
        QRect mark = option.rect.adjusted(cellPadding, 0, -cellPadding, 0);
        mark.setTop(option.rect.bottom() - 1);
        paint::box(painter, mark, colour(Token::Accent, option), {}, 1, 1);
    }
    if (has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange))
        paint::focusRing(
            painter, option.rect.adjusted(2, 3, -2, -3), colour(Token::Accent, option));
}

void tabLabel(QPainter *painter, const QStyleOptionTab &option)
{
    const Token ink = !has(option, QStyle::State_Enabled) ? Token::Disabled
        : has(option, QStyle::State_Selected)             ? Token::Ink
                                                          : Token::Ink2;
    painter->setPen(colour(ink, option));
    painter->drawText(option.rect, Qt::AlignCenter | Qt::TextShowMnemonic, option.text);
}

} // namespace styleparts
