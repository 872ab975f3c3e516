#include "ui/widgets/iconbutton.h"

#include "ui/look/theme.h"

IconButton::IconButton(IconName icon, const QString &name, QWidget *parent)
    : QToolButton(parent)
{
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    setToolButtonStyle(Qt::ToolButtonIconOnly);
    setIconSize({Theme::iconSize, Theme::iconSize});
    setAccessibleName(name);
    setToolTip(name);
    setIconName(icon);
}

void IconButton::setIconName(IconName icon, Token ink)
{
    setIcon(icons::icon(icon, ink));
}
