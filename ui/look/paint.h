#pragma once

#include <QColor>
#include <QPainter>
#include <QRect>

/// Few strokes that everything is drawn with.
namespace paint {

/// Saves the painter and turns antialiasing on, until the end of the scope.
class Scope
{
public:
    explicit Scope(QPainter *painter);
    ~Scope();
    Q_DISABLE_COPY_MOVE(Scope)

private:
    QPainter *m_painter;
};

/// A filled rounded rectangle with an outline that stays inside rect and sharp. An invalid colour
/// is left out.
void box(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &outline = {},
    int outlineWidth = 1, int radius = -1);

/// The ring around what the keyboard is in.
void focusRing(QPainter *painter, const QRect &rect, const QColor &colour, int radius = -1);

/// The part of rect that a text box of this height needs, in the middle.
[[nodiscard]] QRect middle(const QRect &rect, int height);

/// A square of this side in the middle of rect.
[[nodiscard]] QRect square(const QRect &rect, int side);

} // namespace paint
