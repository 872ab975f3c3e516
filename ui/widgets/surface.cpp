#include "ui/widgets/surface.h"

#include "ui/look/theme.h"
#include "ui/widgets/accessibleroles.h"

#include <QAbstractScrollArea>
#include <QPainter>

Surface::Surface(Token ground, Qt::Edges lines, QWidget *parent)
    : QWidget(parent)
    , m_ground(ground)
    , m_lines(lines)
{
    accessible::installRoles(); // before anybody asks what this is
}

void Surface::letThrough(QAbstractScrollArea *view)
{
    view->setFrameShape(QFrame::NoFrame);
    view->viewport()->setAutoFillBackground(false);
}

void Surface::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::colour(m_ground, this));
    const QColor line = Theme::colour(Token::Line, this);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const auto has = [this](Qt::Edge edge) { return m_lines.testFlag(edge); };
    if (has(Qt::TopEdge))
        painter.fillRect(0, 0, width(), Theme::line, line);
    if (has(Qt::BottomEdge))
        painter.fillRect(0, height() - Theme::line, width(), Theme::line, line);
    if (has(mirrored ? Qt::RightEdge : Qt::LeftEdge))
        painter.fillRect(0, 0, Theme::line, height(), line);
    if (has(mirrored ? Qt::LeftEdge : Qt::RightEdge))
        painter.fillRect(width() - Theme::line, 0, Theme::line, height(), line);
}
