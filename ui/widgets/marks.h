#pragma once

#include <QPalette>
#include <QRect>

#include <optional>

class QPainter;

/// Small drawings for table cells. All take the scheme from the palette.
namespace marks {

/// Data used against its quota: fraction 0…1, more is full. From nine tenths on it changes its
/// colour.
void usageBar(QPainter *painter, const QRect &room, double fraction, const QPalette &palette,
    Qt::LayoutDirection direction);

/// 0…4 bars of a signal in dBm: from -55 all, below -85 none.
[[nodiscard]] int signalLevel(int dbm);

/// The bars, in the middle of room; nothing is painted when the signal is not known.
void signalBars(
    QPainter *painter, const QRect &room, std::optional<int> dbm, const QPalette &palette);

} // namespace marks
