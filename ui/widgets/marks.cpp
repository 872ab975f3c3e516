#include "ui/widgets/marks.h"

#include "ui/look/icons.h"
#include "ui/look/paint.h"
#include "ui/look/theme.h"

#include <QStyle>

namespace {

constexpr int barThickness = 4;
constexpr double nearlyUsedUp = 0.9;
constexpr int levelFloors[] = {-85, -75, -65, -55}; // dBm, for 1 to 4 bars

} // namespace

namespace marks {

void usageBar(QPainter *painter, const QRect &room, double fraction, const QPalette &palette,
    Qt::LayoutDirection direction)
{
    const QRect groove = paint::middle(room, barThickness);
    paint::box(painter, groove, Theme::colour(Token::Line, palette), {}, 1, barThickness / 2);
    const int width = qRound(qBound(0.0, fraction, 1.0) * groove.width());
    if (width <= 0)
        return;
    const QRect used(groove.x(), groove.y(), qMax(width, barThickness), barThickness);
    const Token ink = fraction >= nearlyUsedUp ? Token::DiffersInk : Token::Accent;
    paint::box(painter, QStyle::visualRect(direction, groove, used), Theme::colour(ink, palette),
        {}, 1, barThickness / 2);
}

int signalLevel(int dbm)
{
    int level = 0;
    for (const int floor : levelFloors)
        level += dbm >= floor ? 1 : 0;
    return level;
}

void signalBars(
    QPainter *painter, const QRect &room, std::optional<int> dbm, const QPalette &palette)
{
    if (!dbm)
        return;
    const int level = signalLevel(*dbm);
    const Token ink = level <= 1 ? Token::DiffersInk : Token::Ink2;
    icons::paint(painter, paint::square(room, Theme::iconSize), icons::wireless(level),
        Theme::colour(ink, palette));
}

} // namespace marks
