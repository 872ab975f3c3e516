#include "ui/look/icons.h"
#include "ui/look/lookstyle.h"
#include "ui/look/paint.h"
#include "ui/look/styleparts.h"

#include <QDialogButtonBox>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>

namespace {

constexpr QStyle::State pressedOrOn = QStyle::State_Sunken | QStyle::State_On;

bool has(const QStyleOption &option, QStyle::State state)
{
    return (option.state & state) != 0;
}

bool keyboardFocus(const QStyleOption &option)
{
    return has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange);
}

ButtonKind kindOf(QDialogButtonBox::ButtonRole role)
{
    switch (role) {
    case QDialogButtonBox::AcceptRole:
    case QDialogButtonBox::YesRole:
        return ButtonKind::Primary;
    case QDialogButtonBox::DestructiveRole:
        return ButtonKind::Danger;
    default:
        return ButtonKind::Secondary;
    }
}

struct ButtonColours
{
    QColor fill;
    QColor outline;
    QColor text;
};

Token accentOf(const QStyleOption &option)
{
    if (has(option, QStyle::State_Sunken))
        return Token::AccentPressed;
    return has(option, QStyle::State_MouseOver) ? Token::AccentHover : Token::Accent;
}

Token plainFill(const QStyleOption &option, Token idle)
{
    if (has(option, pressedOrOn))
        return Token::Pressed;
    return has(option, QStyle::State_MouseOver) ? Token::Hover : idle;
}

ButtonColours buttonColours(const QStyleOption &option, ButtonKind kind)
{
    const auto colour = [&option](Token token) { return styleparts::colour(token, option); };
    const bool enabled = has(option, QStyle::State_Enabled);
    if (!enabled && kind != ButtonKind::Quiet)
        return {colour(Token::Panel), colour(Token::Line), colour(Token::Disabled)};
    switch (kind) {
    case ButtonKind::Primary:
        return {colour(accentOf(option)), {}, colour(Token::OnAccent)};
    case ButtonKind::Danger:
        if (has(option, pressedOrOn) || has(option, QStyle::State_MouseOver))
            return {
                colour(Token::RefusedGround), colour(Token::RefusedInk), colour(Token::RefusedInk)};
        return {colour(Token::Raised), colour(Token::ButtonEdge), colour(Token::RefusedInk)};
    case ButtonKind::Quiet:
        if (!enabled)
            return {{}, {}, colour(Token::Disabled)};
        if (has(option, pressedOrOn) || has(option, QStyle::State_MouseOver))
            return {colour(plainFill(option, Token::Paper)), {}, colour(Token::Ink)};
        return {{}, {}, colour(Token::Ink)};
    case ButtonKind::Secondary:
        break;
    }
    return {
        colour(plainFill(option, Token::Raised)), colour(Token::ButtonEdge), colour(Token::Ink)};
}

/// A ring that shows on the paper around the button as well as on an accent fill.
void buttonFocus(QPainter *painter, const QStyleOption &option, ButtonKind kind)
{
    paint::focusRing(painter, option.rect, styleparts::colour(Token::Accent, option));
    if (kind == ButtonKind::Primary) {
        paint::box(painter, option.rect.adjusted(2, 2, -2, -2), {},
            styleparts::colour(Token::OnAccent, option), Theme::line, Theme::smallRadius);
    }
}

void chevron(QPainter *painter, const QRect &rect, IconName name, const QStyleOption &option)
{
    const Token ink = has(option, QStyle::State_Enabled) ? Token::Ink2 : Token::Disabled;
    icons::paint(painter, paint::square(rect, 12), name, styleparts::colour(ink, option));
}

} // namespace

namespace styleparts {

QColor colour(Token token, const QStyleOption &option)
{
    return Theme::colour(token, option.palette);
}

ButtonKind kindOf(const QStyleOption &option, const QWidget *widget)
{
    if (widget) {
        const QVariant kind = widget->property(LookStyle::kindProperty);
        if (kind.isValid())
            return ButtonKind(kind.toInt());
    }
    if (!qstyleoption_cast<const QStyleOptionButton *>(&option))
        return ButtonKind::Quiet;
    // Not Qt's default button: that wanders with the focus, and the accent with it.
    const auto *push = qobject_cast<const QPushButton *>(widget);
    const auto *box = push ? qobject_cast<const QDialogButtonBox *>(push->parentWidget()) : nullptr;
    return box ? ::kindOf(box->buttonRole(const_cast<QPushButton *>(push))) : ButtonKind::Secondary;
}

void button(QPainter *painter, const QStyleOption &option, const QWidget *widget)
{
    const QVariant joined = widget ? widget->property(LookStyle::joinedProperty) : QVariant();
    if (joined.isValid())
        return joinedButton(painter, option, widget, Qt::Edge(joined.toInt()));
    const auto *push = qstyleoption_cast<const QStyleOptionButton *>(&option);
    ButtonKind kind = kindOf(option, widget);
    if (push && (push->features & QStyleOptionButton::Flat))
        kind = ButtonKind::Quiet;
    const ButtonColours colours = buttonColours(option, kind);
    if (colours.fill.isValid() || colours.outline.isValid())
        paint::box(painter, option.rect, colours.fill, colours.outline);
    if (keyboardFocus(option))
        buttonFocus(painter, option, kind);
}

void joinedButton(
    QPainter *painter, const QStyleOption &option, const QWidget *widget, Qt::Edge side)
{
    const ButtonKind kind = kindOf(option, widget);
    const ButtonColours colours = buttonColours(option, kind);
    const bool atRight = (side == Qt::RightEdge) != (option.direction == Qt::RightToLeft);
    const int over
        = 2 * Theme::radius; // drawn beyond the clip, so that the corners there are square
    QRect wide = option.rect.adjusted(atRight ? 0 : -over, 0, atRight ? over : 0, 0);
    const paint::Scope scope(painter);
    painter->setClipRect(option.rect);
    paint::box(painter, wide, colours.fill, colours.outline);
    if (side == Qt::LeftEdge) {
        const int x = atRight ? option.rect.right() : option.rect.left();
        const bool enabled = has(option, QStyle::State_Enabled);
        painter->fillRect(QRect(x, option.rect.top() + 6, Theme::line, option.rect.height() - 12),
            colour(enabled ? Token::OnAccent : Token::Line, option));
    }
    if (keyboardFocus(option))
        paint::focusRing(
            painter, option.rect.adjusted(3, 3, -3, -3), colours.text, Theme::smallRadius);
}

void buttonLabel(QPainter *painter, const QStyleOptionButton &option, const QWidget *widget)
{
    const ButtonKind kind
        = (option.features & QStyleOptionButton::Flat) ? ButtonKind::Quiet : kindOf(option, widget);
    const QColor ink = buttonColours(option, kind).text;
    const QFontMetrics metrics = option.fontMetrics;
    const bool menu = option.features & QStyleOptionButton::HasMenu;
    QRect room = option.rect;
    if (menu) {
        const QRect mark = QStyle::visualRect(option.direction, option.rect,
            QRect(room.right() - 24, room.top(), Theme::iconSize, room.height()));
        icons::paint(painter, paint::square(mark, 12), IconName::ChevronDown, ink);
        room = QStyle::visualRect(option.direction, option.rect, room.adjusted(0, 0, -20, 0));
    }
    const int textWidth = metrics.size(Qt::TextShowMnemonic, option.text).width();
    const bool icon = !option.icon.isNull();
    const int iconWidth = icon ? option.iconSize.width() : 0;
    const int between = icon && textWidth > 0 ? 6 : 0;
    const int total = iconWidth + between + textWidth;
    QRect line(room.x() + qMax(8, (room.width() - total) / 2), room.y(), total, room.height());
    line.setRight(qMin(line.right(), room.right() - 8));
    if (icon) {
        const QRect place = QStyle::visualRect(
            option.direction, line, QRect(line.x(), line.y(), iconWidth, line.height()));
        const bool enabled = has(option, QStyle::State_Enabled);
        option.icon.paint(painter, paint::square(place, iconWidth), Qt::AlignCenter,
            enabled ? QIcon::Normal : QIcon::Disabled);
    }
    const QRect text
        = QStyle::visualRect(option.direction, line, line.adjusted(iconWidth + between, 0, 0, 0));
    painter->setPen(ink);
    const int mnemonic = QStyle::State(option.state) & QStyle::State_Enabled ? Qt::TextShowMnemonic
                                                                             : Qt::TextHideMnemonic;
    painter->drawText(text, Qt::AlignCenter | mnemonic | Qt::TextSingleLine,
        metrics.elidedText(option.text, Qt::ElideRight, text.width() + 2, Qt::TextShowMnemonic));
}

void toolButtonPanel(QPainter *painter, const QStyleOption &option, const QWidget *widget)
{
    button(painter, option, widget);
}

void field(QPainter *painter, const QStyleOption &option, const QWidget *widget)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool wrong = widget && widget->property(LookStyle::wrongProperty).toBool();
    const bool focus = has(option, QStyle::State_HasFocus);
    const Token edge = wrong ? Token::RefusedInk
        : !enabled           ? Token::Line
        : focus              ? Token::Accent
                             : Token::Edge;
    paint::box(painter, option.rect, colour(enabled ? Token::Raised : Token::Panel, option),
        colour(edge, option), focus ? Theme::focusWidth : Theme::line);
}

void comboBox(QPainter *painter, const QStyleOptionComboBox &option, const QRect &arrow,
    const QWidget *widget)
{
    QStyleOption frame(option);
    if (!option.frame)
        return chevron(painter, arrow, IconName::ChevronDown, option);
    if (!option.editable && has(option, QStyle::State_MouseOver)
        && has(option, QStyle::State_Enabled) && !has(option, QStyle::State_HasFocus)) {
        paint::box(painter, option.rect, colour(Token::Hover, option), colour(Token::Edge, option));
    } else {
        field(painter, frame, widget);
    }
    chevron(painter, arrow, IconName::ChevronDown, option);
}

void spinBox(QPainter *painter, const QStyleOptionSpinBox &option, const QRect &up,
    const QRect &down, const QWidget *widget)
{
    if (option.frame)
        field(painter, option, widget);
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const Token upInk
        = option.stepEnabled & QAbstractSpinBox::StepUpEnabled ? Token::Ink2 : Token::Disabled;
    const Token downInk
        = option.stepEnabled & QAbstractSpinBox::StepDownEnabled ? Token::Ink2 : Token::Disabled;
    icons::paint(painter, paint::square(up, 10), IconName::ChevronUp, colour(upInk, option));
    icons::paint(painter, paint::square(down, 10), IconName::ChevronDown, colour(downInk, option));
}

void checkMark(QPainter *painter, const QStyleOption &option)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool on = has(option, QStyle::State_On) || has(option, QStyle::State_NoChange);
    if (on) {
        const QColor fill = colour(enabled ? accentOf(option) : Token::Disabled, option);
        paint::box(painter, option.rect, fill, {}, 1, Theme::smallRadius);
        const QColor ink = colour(enabled ? Token::OnAccent : Token::Panel, option);
        if (has(option, QStyle::State_On))
            icons::paint(painter, paint::square(option.rect, 14), IconName::Confirmed, ink);
        else
            painter->fillRect(paint::middle(option.rect, 2).adjusted(4, 0, -4, 0), ink);
    } else {
        paint::box(painter, option.rect, colour(plainFill(option, Token::Raised), option),
            colour(enabled ? Token::Edge : Token::Line, option), 1, Theme::smallRadius);
    }
    if (keyboardFocus(option))
        paint::focusRing(
            painter, option.rect.adjusted(-2, -2, 2, 2), colour(Token::Accent, option));
}

void radioMark(QPainter *painter, const QStyleOption &option)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    const int half = option.rect.width() / 2;
    if (has(option, QStyle::State_On)) {
        paint::box(painter, option.rect,
            colour(enabled ? accentOf(option) : Token::Disabled, option), {}, 1, half);
        paint::box(
            painter, paint::square(option.rect, 6), colour(Token::OnAccent, option), {}, 1, 3);
    } else {
        paint::box(painter, option.rect, colour(plainFill(option, Token::Raised), option),
            colour(enabled ? Token::Edge : Token::Line, option), 1, half);
    }
    if (keyboardFocus(option)) {
        paint::focusRing(
            painter, option.rect.adjusted(-2, -2, 2, 2), colour(Token::Accent, option), half + 2);
    }
}

void progressBar(QPainter *painter, const QStyleOptionProgressBar &option)
{
    constexpr int thickness = 6;
    const QRect groove = paint::middle(option.rect, thickness);
    paint::box(painter, groove, colour(Token::Line, option), {}, 1, thickness / 2);
    const qint64 span = qint64(option.maximum) - option.minimum;
    if (span <= 0)
        return;
    const int width = int((qint64(option.progress) - option.minimum) * groove.width() / span);
    if (width <= 0)
        return;
    const QRect done(groove.x(), groove.y(), qMax(width, thickness), thickness);
    paint::box(painter, QStyle::visualRect(option.direction, groove, done),
        colour(Token::Accent, option), {}, 1, thickness / 2);
}

void groupTitle(QPainter *painter, const QStyleOptionGroupBox &option, const QRect &label)
{
    painter->setFont(Theme::font(TextRole::Section));
    const bool enabled = has(option, QStyle::State_Enabled);
    painter->setPen(colour(enabled ? Token::Ink : Token::Disabled, option));
    painter->drawText(label, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic, option.text);
}

} // namespace styleparts
