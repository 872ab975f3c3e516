#pragma once

#include "ui/look/tokens.h"

#include <QIcon>
#include <QPixmap>

class QPainter;
class QPalette;
class QRect;

/// Our own icons, drawn in ink on a 16 px grid. The names are those of resources/icons/*.svg.
enum class IconName {
    AccessPoint,
    Add,
    Asked,
    Authorized,
    Blocked,
    Cancel,
    Cancelled,
    Certificate,
    ChevronDown,
    ChevronLeft,
    ChevronRight,
    ChevronUp,
    Close,
    Columns,
    Confirmed,
    Controller,
    Copy,
    Demo,
    Desk,
    Differs,
    Edit,
    Expired,
    Export,
    Extend,
    Filter,
    Guest,
    History,
    Info,
    Key,
    Laptop,
    Lock,
    Menu,
    More,
    NotConfirmed,
    Offline,
    Phone,
    Preset,
    Print,
    Private,
    Refresh,
    Refused,
    Remove,
    Search,
    Settings,
    Site,
    Sites,
    Tablet,
    Undo,
    Unknown,
    Waiting,
    Warning,
    Wired,
    Wireless0,
    Wireless1,
    Wireless2,
    Wireless3,
    Wireless4,
};
inline constexpr int iconCount = int(IconName::Wireless4) + 1;

/// Icons tinted with a token of the scheme at hand. Never the desktop's icon theme: its look-up
/// costs tens of milliseconds at start and mixes families. Main thread.
namespace icons {

/// An icon for buttons and actions. It follows the application's scheme by itself, is paler when
/// disabled.
[[nodiscard]] QIcon icon(IconName name, Token ink = Token::Ink);

/// One drawing, size × size device-independent pixels, tinted. Cached.
[[nodiscard]] QPixmap pixmap(IconName name, int size, const QColor &colour, qreal devicePixelRatio);

/// Paints the icon into the middle of rect, as large as its shorter side.
void paint(QPainter *painter, const QRect &rect, IconName name, const QColor &colour);

/// The bars for a level of 0…4; -1 (nothing known) gives Wireless0.
[[nodiscard]] IconName wireless(int level);

/// The program's own icon, in colour, 16…512 px.
[[nodiscard]] QIcon application();

} // namespace icons
