#pragma once

#include <QWidget>

/// The bar of data used against its quota, as wide as it is given.
class UsageLine : public QWidget
{
    Q_OBJECT

public:
    explicit UsageLine(QWidget *parent = nullptr);

    /// fraction: 0…1.
    void setFraction(double fraction);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double m_fraction = 0;
};
