#pragma once

#include "ui/look/icons.h"

#include <QAbstractButton>

/// One line of the sidebar below the tree: icon and text at the reading start, marked while its
/// page is shown.
class NavigationEntry : public QAbstractButton
{
    Q_OBJECT

public:
    NavigationEntry(IconName icon, const QString &text, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    IconName m_icon;
};
