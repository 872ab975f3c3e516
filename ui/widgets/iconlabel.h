#pragma once

#include "ui/look/icons.h"

#include <QWidget>

/// An icon that says nothing by itself: there is always a word beside it.
class IconLabel : public QWidget
{
    Q_OBJECT

public:
    explicit IconLabel(IconName icon, Token ink = Token::Ink2, QWidget *parent = nullptr);

    void set(IconName icon, Token ink);
    /// In device-independent pixels, 16 to start with.
    void setIconSize(int size);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    IconName m_icon;
    Token m_ink;
};
