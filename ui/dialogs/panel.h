#pragma once

#include <QWidget>

class QAbstractItemView;

/// A quiet rounded ground behind a group that belongs together.
class Panel : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// A panel with just this list on it, as wide as given.
    [[nodiscard]] static Panel *around(QAbstractItemView *list, int width);

protected:
    void paintEvent(QPaintEvent *event) override;
};
