#include "ui/pages/celltext.h"

#include <QFontMetrics>
#include <QPainter>

namespace {
constexpr int keptTexts = 4096;
}

CellText::CellText()
    : m_laidOut(keptTexts)
    , m_widths(keptTexts)
{
}

void CellText::draw(QPainter *painter, const QRect &room, const QString &text, TextRole role,
    Qt::Alignment alignment)
{
    if (text.isEmpty() || room.width() <= 0)
        return;
    const QFont &font = typeOf(role).font;
    const Key key{text, int(role), room.width()};
    Line *line = m_laidOut.object(key);
    if (!line) {
        line = new Line{
            QStaticText(QFontMetrics(font).elidedText(text, Qt::ElideRight, room.width())), {}};
        line->text.setTextFormat(Qt::PlainText);
        line->text.setPerformanceHint(QStaticText::AggressiveCaching);
        line->text.prepare(painter->transform(), font);
        line->size = line->text.size();
        m_laidOut.insert(key, line);
    }
    qreal x = room.left();
    if (alignment & Qt::AlignRight)
        x = room.right() + 1 - line->size.width();
    else if (alignment & Qt::AlignHCenter)
        x = room.left() + (room.width() - line->size.width()) / 2;
    painter->setFont(font);
    painter->drawStaticText(
        QPointF(x, room.top() + (room.height() - line->size.height()) / 2), line->text);
}

int CellText::keptWidth(const QString &text, TextRole role)
{
    const Key key{text, int(role), 0};
    if (const int *known = m_widths.object(key))
        return *known;
    const int measured = QFontMetrics(typeOf(role).font).horizontalAdvance(text);
    m_widths.insert(key, new int(measured));
    return measured;
}

const CellText::Type &CellText::typeOf(TextRole role)
{
    std::optional<Type> &type = m_types[size_t(role)];
    if (!type)
        type = {Theme::font(role), lineHeight(role)};
    return *type;
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
    m_widths.clear();
    m_types.fill(std::nullopt);
}
