#include "ui/pages/navigationentry.h"

#include "ui/look/paint.h"
#include "ui/look/theme.h"

#include <QPainter>
#include <QStyle>

NavigationEntry::NavigationEntry(IconName icon, const QString &text, QWidget *parent)
    : QAbstractButton(parent)
    , m_icon(icon)
{
    setText(text);
    setFont(Theme::font(TextRole::Body));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

QSize NavigationEntry::sizeHint() const
{
    return {Theme::sidebarWidth / 2, Theme::rowHeight};
}

void NavigationEntry::enterEvent(QEnterEvent *)
{
    update();
}

void NavigationEntry::leaveEvent(QEvent *)
{
    update();
}

void NavigationEntry::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (isChecked())
        paint::box(&painter, rect(), Theme::colour(Token::Selection, this));
    else if (isDown() || underMouse())
        paint::box(&painter, rect(), Theme::colour(isDown() ? Token::Pressed : Token::Hover, this));
    if (hasFocus())
        paint::focusRing(&painter, rect(), Theme::colour(Token::Accent, this));

    const QColor ink = Theme::colour(Token::Ink, this);
    const QRect icon(Theme::gap, 0, Theme::iconSize, height());
    const QRect words = rect().adjusted(2 * Theme::gap + Theme::iconSize, 0, -Theme::gap, 0);
    icons::paint(&painter, QStyle::visualRect(layoutDirection(), rect(), icon), m_icon, ink);
    const bool underlined = style()->styleHint(QStyle::SH_UnderlineShortcut, nullptr, this) != 0;
    painter.setFont(font());
    painter.setPen(ink);
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), words),
        int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)) | Qt::AlignVCenter
            | Qt::TextSingleLine | (underlined ? Qt::TextShowMnemonic : Qt::TextHideMnemonic),
        text());
}
