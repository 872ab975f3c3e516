#pragma once

#include <QAbstractButton>

/// A small accented pill such as "2 new ▴", for news that waits until somebody wants it.
class PillButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit PillButton(const QString &text = {}, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};
