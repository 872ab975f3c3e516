#include "ui/widgets/iconlabel.h"

#include "ui/look/theme.h"

#include <QPainter>

IconLabel::IconLabel(IconName icon, Token ink, QWidget *parent)
    : QWidget(parent)
    , m_icon(icon)
    , m_ink(ink)
{
    setIconSize(Theme::iconSize);
}

void IconLabel::set(IconName icon, Token ink)
{
    m_icon = icon;
    m_ink = ink;
    update();
}

void IconLabel::setIconSize(int size)
{
    setFixedSize(size, size);
}

void IconLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    icons::paint(
        &painter, rect(), m_icon, Theme::colour(isEnabled() ? m_ink : Token::Disabled, this));
}
