#pragma once

#include "ui/look/icons.h"

#include <QToolButton>

/// A quiet square button with an icon. The name is what a screen reader says, and the tool tip.
class IconButton : public QToolButton
{
    Q_OBJECT

public:
    IconButton(IconName icon, const QString &name, QWidget *parent = nullptr);

    void setIconName(IconName icon, Token ink = Token::Ink2);
};
