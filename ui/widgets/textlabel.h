#pragma once

#include "ui/look/theme.h"

#include <QLabel>

/// A label in one of the theme's sizes and inks, which follows the scheme. Always plain text: much
/// of what it shows comes from devices and controllers.
class TextLabel : public QLabel
{
    Q_OBJECT

public:
    /// ink: Ink, Ink2, Accent, RefusedInk or WaitingInk.
    explicit TextLabel(const QString &text = {}, TextRole role = TextRole::Body,
        Token ink = Token::Ink, QWidget *parent = nullptr);

    void setInk(Token ink);

    /// Breaks long text into lines; the label then grows downwards.
    void wrap();
};
