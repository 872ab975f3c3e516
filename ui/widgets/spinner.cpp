#include "ui/widgets/spinner.h"

#include "ui/look/paint.h"
#include "ui/look/theme.h"

using namespace std::chrono_literals;

namespace {

constexpr int steps = 12; ///< of a turn
constexpr int sixteenths = 16; ///< Qt's unit of an angle
constexpr int arcDegrees = 100;

} // namespace

Spinner::Spinner(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Working"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_turn.setInterval(90ms);
    connect(&m_turn, &QTimer::timeout, this, [this] {
        m_step = (m_step + 1) % steps;
        update();
    });
}

QSize Spinner::sizeHint() const
{
    return {Theme::iconSize, Theme::iconSize};
}

void Spinner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const paint::Scope scope(&painter);
    const QRectF ring = QRectF(paint::square(rect(), Theme::iconSize)).adjusted(2, 2, -2, -2);
    painter.setPen(QPen(Theme::colour(Token::Line, this), Theme::focusWidth));
    painter.drawEllipse(ring);
    painter.setPen(
        QPen(Theme::colour(Token::Accent, this), Theme::focusWidth, Qt::SolidLine, Qt::RoundCap));
    painter.drawArc(ring, (90 - m_step * 360 / steps) * sixteenths, -arcDegrees * sixteenths);
}

void Spinner::showEvent(QShowEvent *event)
{
    m_turn.start();
    QWidget::showEvent(event);
}

void Spinner::hideEvent(QHideEvent *event)
{
    m_turn.stop();
    QWidget::hideEvent(event);
}
