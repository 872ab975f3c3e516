#include "ui/dialogs/glyph.h"

#include "ui/look/theme.h"

#include <QPainter>

Glyph::Glyph(IconName icon, Token ink, QWidget *parent)
    : QWidget(parent)
    , m_icon(icon)
    , m_ink(ink)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Glyph::show(IconName icon, Token ink)
{
    m_icon = icon;
    m_ink = ink;
    update();
}

QSize Glyph::sizeHint() const
{
    return {Theme::iconSize, Theme::iconSize};
}

void Glyph::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    icons::paint(&painter, rect(), m_icon, Theme::colour(m_ink, this));
}
