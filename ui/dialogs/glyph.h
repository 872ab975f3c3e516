#pragma once

#include "ui/look/icons.h"

#include <QWidget>

/// One icon of ours in the ink of a token, in whichever scheme is on.
class Glyph : public QWidget
{
    Q_OBJECT

public:
    explicit Glyph(IconName icon, Token ink = Token::Ink2, QWidget *parent = nullptr);

    void show(IconName icon, Token ink);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    IconName m_icon;
    Token m_ink;
};
