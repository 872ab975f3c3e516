#include "ui/look/paint.h"

#include "ui/look/theme.h"

namespace paint {

Scope::Scope(QPainter *painter)
    : m_painter(painter)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
}

Scope::~Scope()
{
    m_painter->restore();
}

void box(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &outline,
    int outlineWidth, int radius)
{
    const Scope scope(painter);
    const qreal corner = radius < 0 ? Theme::radius : radius;
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter->setPen(Qt::NoPen);
    QRectF inner(rect);
    if (outline.isValid()) {
        painter->setPen(QPen(outline, outlineWidth));
        const qreal half = outlineWidth / 2.0;
        inner.adjust(half, half, -half, -half);
    }
    painter->drawRoundedRect(inner, corner, corner);
}

void focusRing(QPainter *painter, const QRect &rect, const QColor &colour, int radius)
{
    box(painter, rect, {}, colour, Theme::focusWidth, radius);
}

QRect middle(const QRect &rect, int height)
{
    return {rect.x(), rect.y() + (rect.height() - height) / 2, rect.width(), height};
}

QRect square(const QRect &rect, int side)
{
    return {
        rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, side, side};
}

} // namespace paint
