#include "ui/pages/historytimeline.h"

#include "ui/look/theme.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace {

constexpr int barsHeight = 44;
constexpr qreal mostBarWidth = 40;
constexpr qreal leastBarHeight = 2;

bool isHour(const HistoryBar &bar)
{
    return bar.start.secsTo(bar.end) <= 60 * 60;
}

QString startText(const HistoryBar &bar)
{
    const QLocale locale;
    if (isHour(bar))
        return locale.toString(bar.start, u"ddd HH:mm"_s);
    return bar.start.daysTo(bar.end) <= 1 ? locale.toString(bar.start.date(), u"ddd d MMM"_s)
                                          : locale.toString(bar.start.date(), u"MMM yyyy"_s);
}

QString axisText(const HistoryBar &bar, bool manyDays)
{
    if (!isHour(bar))
        return startText(bar);
    return manyDays ? QLocale().toString(bar.start.date(), u"ddd d MMM"_s)
                    : QLocale().toString(bar.start.time(), u"HH:mm"_s);
}

} // namespace

HistoryTimeline::HistoryTimeline(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Actions over time"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setToolTip(tr("Drag over the bars to see only that time. By keyboard: Shift with the arrow "
                  "keys, then Enter."));
}

void HistoryTimeline::setBars(const QList<HistoryBar> &bars)
{
    const bool sameSpan = !m_bars.isEmpty() && m_bars.size() == bars.size()
        && m_bars.first().start == bars.first().start;
    m_bars = bars;
    if (!sameSpan)
        m_anchor = m_current = m_chosenFirst = m_chosenLast = -1;
    update();
    Q_EMIT sentenceChanged(sentence());
}

QSize HistoryTimeline::sizeHint() const
{
    return {
        400, barsHeight + QFontMetrics(Theme::font(TextRole::Secondary)).height() + Theme::grid};
}

QString HistoryTimeline::sentence() const
{
    if (m_bars.isEmpty())
        return {};
    int first = 0;
    int last = int(m_bars.size()) - 1;
    if (m_current >= 0) {
        first = std::min(m_anchor < 0 ? m_current : m_anchor, m_current);
        last = std::max(m_anchor, m_current);
    } else if (m_chosenFirst >= 0) {
        first = m_chosenFirst;
        last = m_chosenLast;
    }
    return tr("%n action(s), %1", "number and span of time", total(first, last))
        .arg(spanText(first, last));
}

int HistoryTimeline::total(int first, int last) const
{
    return std::accumulate(m_bars.begin() + first, m_bars.begin() + last + 1, 0,
        [](int sum, const HistoryBar &bar) { return sum + bar.count; });
}

QString HistoryTimeline::spanText(int first, int last) const
{
    const QString from = startText(m_bars[first]);
    if (isHour(m_bars[last])) {
        const QString until = QLocale().toString(m_bars[last].end.time(), u"HH:mm"_s);
        return tr("%1 to %2", "from one time to another").arg(from, until);
    }
    return first == last
        ? from
        : tr("%1 to %2", "from one time to another").arg(from, startText(m_bars[last]));
}

QString HistoryTimeline::spanText() const
{
    return m_chosenFirst < 0 ? QString() : spanText(m_chosenFirst, m_chosenLast);
}

void HistoryTimeline::clearChoice()
{
    m_chosenFirst = m_chosenLast = m_anchor = -1;
    update();
    Q_EMIT sentenceChanged(sentence());
}

QRectF HistoryTimeline::barRect(int bar) const
{
    const qreal step = qreal(width()) / qreal(std::max<qsizetype>(1, m_bars.size()));
    const int place = layoutDirection() == Qt::RightToLeft ? int(m_bars.size()) - 1 - bar : bar;
    const auto highest = std::ranges::max_element(m_bars, {}, &HistoryBar::count);
    const int most = std::max(1, highest == m_bars.end() ? 1 : highest->count);
    const int count = m_bars[bar].count;
    const qreal height
        = count == 0 ? 0 : std::max(leastBarHeight, qreal(barsHeight) * count / most);
    return {place * step, barsHeight - height, step, height};
}

int HistoryTimeline::barAt(const QPointF &position) const
{
    if (m_bars.isEmpty())
        return -1;
    const QRectF first = barRect(0);
    int place = int(position.x() / first.width());
    if (layoutDirection() == Qt::RightToLeft)
        place = int(m_bars.size()) - 1 - place;
    return std::clamp(place, 0, int(m_bars.size()) - 1);
}

void HistoryTimeline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const int first = m_anchor >= 0 ? std::min(m_anchor, m_current) : m_chosenFirst;
    const int last = m_anchor >= 0 ? std::max(m_anchor, m_current) : m_chosenLast;
    for (int bar = 0; bar < int(m_bars.size()); ++bar) {
        const QRectF rect = barRect(bar);
        const QRectF column(rect.x(), 0, rect.width(), barsHeight);
        const bool inStretch = first >= 0 && bar >= first && bar <= last;
        if (inStretch || bar == m_current)
            painter.fillRect(
                column, Theme::colour(inStretch ? Token::Selection : Token::Hover, this));
        const qreal gap = rect.width() > Theme::grid ? 1 : 0;
        painter.setBrush(Theme::colour(first < 0 || inStretch ? Token::Accent : Token::Edge, this));
        const qreal spare = std::max(gap, (rect.width() - mostBarWidth) / 2);
        painter.drawRoundedRect(rect.adjusted(spare, 0, -spare, 0), gap, gap);
    }
    drawAxis(painter);
}

void HistoryTimeline::drawAxis(QPainter &painter) const
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(QRect(0, barsHeight, width(), Theme::line),
        Theme::colour(hasFocus() ? Token::Accent : Token::Line, this));
    painter.setFont(Theme::font(TextRole::Secondary));
    painter.setPen(Theme::colour(Token::Ink2, this));
    const QFontMetrics metrics(painter.font());
    const bool manyDays = m_bars.size() > 2 * 24;
    qreal free = 0;
    for (int bar = 0; bar < int(m_bars.size()); ++bar) {
        const bool midnight = m_bars[bar].start.time() == QTime(0, 0);
        if (isHour(m_bars[bar]) && !midnight
            && (manyDays || m_bars[bar].start.time().hour() % 3 != 0))
            continue;
        const QString text = axisText(m_bars[bar], manyDays);
        const int textWidth = metrics.horizontalAdvance(text);
        const bool mirrored = layoutDirection() == Qt::RightToLeft;
        const qreal edge = mirrored ? width() - barRect(bar).right() : barRect(bar).left();
        if (edge < free || edge + textWidth > width())
            continue;
        const qreal x = mirrored ? width() - edge - textWidth : edge;
        painter.drawText(QPointF(x, barsHeight + Theme::grid + metrics.ascent()), text);
        free = edge + textWidth + Theme::groupGap;
    }
}

void HistoryTimeline::moveTo(int bar, bool keepAnchor)
{
    if (m_bars.isEmpty())
        return;
    const int before = m_current;
    m_current = std::clamp(bar, 0, int(m_bars.size()) - 1);
    if (!keepAnchor)
        m_anchor = -1;
    else if (m_anchor < 0)
        m_anchor = before < 0 ? m_current : before;
    update();
    setAccessibleDescription(sentence());
    Q_EMIT sentenceChanged(sentence());
}

void HistoryTimeline::choose()
{
    if (m_current < 0)
        return;
    m_chosenFirst = m_anchor < 0 ? m_current : std::min(m_anchor, m_current);
    m_chosenLast = m_anchor < 0 ? m_current : std::max(m_anchor, m_current);
    m_anchor = -1;
    update();
    Q_EMIT chosen(m_bars[m_chosenFirst].start, m_bars[m_chosenLast].end);
}

void HistoryTimeline::keyPressEvent(QKeyEvent *event)
{
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const bool extend = event->modifiers().testFlag(Qt::ShiftModifier);
    const int last = int(m_bars.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int step = (event->key() == Qt::Key_Right) != mirrored ? 1 : -1;
        return moveTo(m_current < 0 ? last : m_current + step, extend);
    }
    case Qt::Key_Home:
        return moveTo(0, extend);
    case Qt::Key_End:
        return moveTo(last, extend);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        return choose();
    case Qt::Key_Escape:
        if (m_chosenFirst >= 0 || m_anchor >= 0) {
            clearChoice();
            Q_EMIT choiceCleared();
            return;
        }
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void HistoryTimeline::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_bars.isEmpty())
        return;
    m_dragging = true;
    m_anchor = -1;
    m_current = barAt(event->position());
    moveTo(m_current, true);
}

void HistoryTimeline::mouseMoveEvent(QMouseEvent *event)
{
    moveTo(barAt(event->position()), m_dragging);
}

void HistoryTimeline::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_dragging)
        return;
    m_dragging = false;
    choose();
}

void HistoryTimeline::leaveEvent(QEvent *)
{
    if (m_dragging || hasFocus())
        return;
    m_current = -1;
    update();
    Q_EMIT sentenceChanged(sentence());
}

void HistoryTimeline::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}
