#include "ui/look/icons.h"
#include "ui/look/paint.h"
#include "ui/look/styleparts.h"

#include <QPainter>

namespace {

constexpr int inset = 4; ///< between the menu's edge and the lit row
constexpr int side = 8; ///< between the lit row's edge and what it holds
constexpr int separatorHeight = 9;

bool lit(const QStyleOptionMenuItem &option)
{
    return (option.state & QStyle::State_Selected) && (option.state & QStyle::State_Enabled);
}

void separator(QPainter *painter, const QStyleOptionMenuItem &option)
{
    const QRect line
        = paint::middle(option.rect, Theme::line).adjusted(inset + side, 0, -inset - side, 0);
    painter->fillRect(line, styleparts::colour(Token::Line, option));
}

void mark(QPainter *painter, const QStyleOptionMenuItem &option, const QRect &place)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    const QColor ink = styleparts::colour(enabled ? Token::Ink : Token::Disabled, option);
    if (option.checkType != QStyleOptionMenuItem::NotCheckable) {
        if (option.checked)
            icons::paint(painter, place, IconName::Confirmed, ink);
    } else if (!option.icon.isNull()) {
        option.icon.paint(
            painter, place, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    }
}

} // namespace

namespace styleparts {

QSize menuItemSize(const QStyleOptionMenuItem &option, const QSize &contents)
{
    if (option.menuItemType == QStyleOptionMenuItem::Separator)
        return {contents.width(), separatorHeight};
    int width = contents.width() + 2 * (inset + side) + Theme::iconSize + side;
    if (option.text.contains(u'\t'))
        width += Theme::pageMargin; // the shortcut stands off
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu)
        width += Theme::iconSize;
    return {width, qMax(Theme::menuRowHeight, contents.height() + side)};
}

void menuItem(QPainter *painter, const QStyleOptionMenuItem &option)
{
    if (option.menuItemType == QStyleOptionMenuItem::Separator)
        return separator(painter, option);
    if (lit(option)) {
        paint::box(painter, option.rect.adjusted(inset, 1, -inset, -1),
            colour(Token::Selection, option), {}, 1, Theme::smallRadius);
    }
    const auto mirrored = [&option](const QRect &rect) {
        return QStyle::visualRect(option.direction, option.rect, rect);
    };
    const QRect room = option.rect.adjusted(inset + side, 0, -inset - side, 0);
    mark(painter, option,
        mirrored(paint::middle(
            QRect(room.x(), room.y(), Theme::iconSize, room.height()), Theme::iconSize)));
    const bool enabled = option.state & QStyle::State_Enabled;
    const QRect text = mirrored(room.adjusted(Theme::iconSize + side, 0, 0, 0));
    const QString label = option.text.section(u'\t', 0, 0);
    const QString keys = option.text.section(u'\t', 1);
    const auto toStart = QStyle::visualAlignment(option.direction, Qt::AlignLeft);
    const auto toEnd = QStyle::visualAlignment(option.direction, Qt::AlignRight);
    const paint::Scope scope(painter);
    painter->setFont(option.font);
    painter->setPen(colour(enabled ? Token::Ink : Token::Disabled, option));
    painter->drawText(
        text, int(toStart | Qt::AlignVCenter) | Qt::TextShowMnemonic | Qt::TextSingleLine, label);
    painter->setPen(colour(enabled ? Token::Ink2 : Token::Disabled, option));
    painter->drawText(text, int(toEnd | Qt::AlignVCenter) | Qt::TextSingleLine, keys);
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu) {
        const QRect arrow(room.right() - 11, room.y(), 12, room.height());
        icons::paint(painter, paint::middle(mirrored(arrow), 12),
            option.direction == Qt::RightToLeft ? IconName::ChevronLeft : IconName::ChevronRight,
            colour(Token::Ink2, option));
    }
}

void menuPanel(QPainter *painter, const QStyleOption &option)
{
    // Square: rounded corners of a top-level window need a compositor, and are black where there is
    // none.
    paint::box(painter, option.rect, colour(Token::Raised, option),
        colour(Token::ButtonEdge, option), 1, 0);
}

void menuBarItem(QPainter *painter, const QStyleOptionMenuItem &option)
{
    const bool active = option.state & (QStyle::State_Selected | QStyle::State_Sunken);
    painter->fillRect(option.rect, colour(Token::Panel, option));
    if (active && (option.state & QStyle::State_Enabled)) {
        paint::box(painter, option.rect.adjusted(1, 2, -1, -2), colour(Token::Pressed, option), {},
            1, Theme::smallRadius);
    }
    const bool enabled = option.state & QStyle::State_Enabled;
    painter->setPen(colour(enabled ? Token::Ink : Token::Disabled, option));
    painter->drawText(
        option.rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine, option.text);
}

void tip(QPainter *painter, const QStyleOption &option)
{
    painter->fillRect(option.rect, colour(Token::TipGround, option));
}

} // namespace styleparts
