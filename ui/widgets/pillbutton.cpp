#include "ui/widgets/pillbutton.h"

#include "ui/look/icons.h"
#include "ui/look/paint.h"
#include "ui/look/theme.h"

#include <QStyle>

namespace {

constexpr int side = 10;
constexpr int arrow = 12;

} // namespace

PillButton::PillButton(const QString &text, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(text);
    setFont(Theme::font(TextRole::Chip));
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize PillButton::sizeHint() const
{
    const int words = fontMetrics().horizontalAdvance(text());
    return {words + arrow + Theme::grid + 2 * side, Theme::chipHeight + Theme::grid};
}

void PillButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Token fill = isDown() ? Token::AccentPressed
        : underMouse()          ? Token::AccentHover
                                : Token::Accent;
    paint::box(&painter, rect(), Theme::colour(fill, this), {}, 1, height() / 2);
    const QColor ink = Theme::colour(Token::OnAccent, this);
    const QRect room = rect().adjusted(side, 0, -side, 0);
    const QRect place = QStyle::alignedRect(
        layoutDirection(), Qt::AlignRight | Qt::AlignVCenter, {arrow, arrow}, room);
    icons::paint(&painter, place, IconName::ChevronUp, ink);
    painter.setPen(ink);
    painter.drawText(room,
        int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter), text());
    if (hasFocus())
        paint::box(&painter, rect().adjusted(2, 2, -2, -2), {}, ink, Theme::line, height() / 2 - 2);
}
