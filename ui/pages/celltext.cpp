#include "ui/pages/celltext.h"

#include <QFontMetrics>
#include <QPainter>

namespace {
constexpr int keptTexts = 4096;
}

CellText::CellText()
    : m_laidOut(keptTexts)
{
}

void CellText::draw(QPainter *painter, const QRect &room, const QString &text, TextRole role,
    Qt::Alignment alignment)
{
    if (text.isEmpty() || room.width() <= 0)
        return;
    const QFont font = Theme::font(role);
    const Key key{text, int(role), room.width()};
    QStaticText *laidOut = m_laidOut.object(key);
    if (!laidOut) {
        laidOut
            = new QStaticText(QFontMetrics(font).elidedText(text, Qt::ElideRight, room.width()));
        laidOut->setTextFormat(Qt::PlainText);
        laidOut->setPerformanceHint(QStaticText::AggressiveCaching);
        laidOut->prepare(painter->transform(), font);
        m_laidOut.insert(key, laidOut);
    }
    const QSizeF size = laidOut->size();
    qreal x = room.left();
    if (alignment & Qt::AlignRight)
        x = room.right() + 1 - size.width();
    else if (alignment & Qt::AlignHCenter)
        x = room.left() + (room.width() - size.width()) / 2;
    painter->setFont(font);
    painter->drawStaticText(QPointF(x, room.top() + (room.height() - size.height()) / 2), *laidOut);
}

int CellText::width(const QString &text, TextRole role)
{
    return QFontMetrics(Theme::font(role)).horizontalAdvance(text);
}

int CellText::lineHeight(TextRole role)
{
    return QFontMetrics(Theme::font(role)).height();
}

void CellText::forget()
{
    m_laidOut.clear();
}
