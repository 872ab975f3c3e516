#pragma once

#include "ui/look/theme.h"

#include <QStyleOption>

class QPainter;

/// The drawing behind LookStyle, one function a part. All take their colours from option.palette.
namespace styleparts {

/// What a button or tool button is painted as.
[[nodiscard]] ButtonKind kindOf(const QStyleOption &option, const QWidget *widget);
[[nodiscard]] QColor colour(Token token, const QStyleOption &option);

// Where the parts of a control are
[[nodiscard]] QRect comboPart(const QStyleOptionComboBox &option, QStyle::SubControl part);
[[nodiscard]] QRect spinPart(const QStyleOptionSpinBox &option, QStyle::SubControl part);
[[nodiscard]] QRect scrollPart(const QStyleOptionSlider &option, QStyle::SubControl part);
[[nodiscard]] QRect groupPart(const QStyleOptionGroupBox &option, QStyle::SubControl part);

// Buttons and fields
void button(QPainter *painter, const QStyleOption &option, const QWidget *widget);
void joinedButton(
    QPainter *painter, const QStyleOption &option, const QWidget *widget, Qt::Edge side);
void buttonLabel(QPainter *painter, const QStyleOptionButton &option, const QWidget *widget);
void toolButtonPanel(QPainter *painter, const QStyleOption &option, const QWidget *widget);
void field(QPainter *painter, const QStyleOption &option, const QWidget *widget);
void comboBox(QPainter *painter, const QStyleOptionComboBox &option, const QRect &arrow,
    const QWidget *widget);
void spinBox(QPainter *painter, const QStyleOptionSpinBox &option, const QRect &up,
    const QRect &down, const QWidget *widget);
void checkMark(QPainter *painter, const QStyleOption &option);
void radioMark(QPainter *painter, const QStyleOption &option);
void progressBar(QPainter *painter, const QStyleOptionProgressBar &option);
void groupTitle(QPainter *painter, const QStyleOptionGroupBox &option, const QRect &label);

// Lists, headers, scroll bars, tabs
void row(QPainter *painter, const QStyleOptionViewItem &option);
void branch(QPainter *painter, const QStyleOption &option);
void headerSection(QPainter *painter, const QStyleOptionHeader &option);
void headerLabel(QPainter *painter, const QStyleOptionHeader &option);
void scrollBar(QPainter *painter, const QStyleOptionSlider &option, const QRect &thumb);
void splitter(QPainter *painter, const QStyleOption &option);
void tab(QPainter *painter, const QStyleOptionTab &option);
void tabLabel(QPainter *painter, const QStyleOptionTab &option);

// Menus and tool tips
[[nodiscard]] QSize menuItemSize(const QStyleOptionMenuItem &option, const QSize &contents);
void menuItem(QPainter *painter, const QStyleOptionMenuItem &option);
void menuPanel(QPainter *painter, const QStyleOption &option);
void menuBarItem(QPainter *painter, const QStyleOptionMenuItem &option);
void tip(QPainter *painter, const QStyleOption &option);

} // namespace styleparts
