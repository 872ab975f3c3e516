#include "ui/pages/usageline.h"

#include "ui/look/theme.h"
#include "ui/widgets/marks.h"

#include <QPainter>

UsageLine::UsageLine(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void UsageLine::setFraction(double fraction)
{
    m_fraction = fraction;
    update();
}

QSize UsageLine::sizeHint() const
{
    return {Theme::detailsWidth / 2, Theme::grid + 2};
}

void UsageLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    marks::usageBar(&painter, rect(), m_fraction, palette(), layoutDirection());
}
