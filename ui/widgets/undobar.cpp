#include "ui/widgets/undobar.h"

#include "ui/look/paint.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/iconlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStyle>

using namespace std::chrono_literals;

namespace {

constexpr auto tick = 200ms;
constexpr auto slideTime = 160ms;
constexpr int barHeight = 40;

} // namespace

UndoBar::UndoBar(QWidget *parent)
    : QWidget(parent)
    , m_icon(new IconLabel(IconName::Confirmed))
    , m_sentence(new ElidedLabel)
    , m_undo(new QPushButton(tr("Undo")))
    , m_left(new ElidedLabel({}, TextRole::Secondary, Token::Ink2))
{
    m_undo->setFocusPolicy(Qt::TabFocus);
    m_undo->setToolTip(tr("Undo (Ctrl+Z)"));
    m_undo->setIcon(icons::icon(IconName::Undo));
    Theme::setKind(m_undo, ButtonKind::Quiet);
    m_left->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_left->setMinimumWidth(m_left->fontMetrics().horizontalAdvance(u'0') * 5);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::groupGap, Theme::line, Theme::groupGap, 0);
    row->addWidget(m_icon);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_undo);
    row->addWidget(m_left);
    m_slide.setDuration(int(slideTime.count()));
    m_slide.setStartValue(0.0);
    m_slide.setEndValue(1.0);
    m_slide.setEasingCurve(QEasingCurve::OutCubic);
    m_tick.setInterval(tick);
    connect(&m_slide, &QVariantAnimation::valueChanged, this, &UndoBar::place);
    connect(&m_slide, &QVariantAnimation::finished, this,
        [this] { setVisible(m_slide.direction() == QAbstractAnimation::Forward); });
    connect(&m_tick, &QTimer::timeout, this, &UndoBar::countDown);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        withdraw();
        Q_EMIT undoRequested();
    });
    parent->installEventFilter(this);
    hide();
}

void UndoBar::offer(ChipKind kind, const QString &sentence, std::chrono::milliseconds time)
{
    const ChipLook look = statechip::lookOf(kind);
    m_ink = look.ink;
    m_icon->set(look.icon, look.ink);
    m_sentence->setText(sentence);
    m_time = time;
    m_since.start();
    m_tick.start();
    countDown();
    slide(true);
    update();
}

void UndoBar::withdraw()
{
    if (!m_tick.isActive())
        return;
    m_tick.stop();
    slide(false);
}

QString UndoBar::sentence() const
{
    return m_sentence->text();
}

void UndoBar::countDown()
{
    const auto left = m_time - std::chrono::milliseconds(m_since.elapsed());
    if (left <= 0ms) {
        withdraw();
        return Q_EMIT expired();
    }
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(left).count();
    //: seconds that are left to undo
    m_left->setText(tr("%1 s").arg(seconds));
    update();
}

void UndoBar::slide(bool in)
{
    m_slide.setDirection(in ? QAbstractAnimation::Forward : QAbstractAnimation::Backward);
    if (in) {
        show();
        raise();
    }
    if (m_slide.state() != QAbstractAnimation::Running)
        m_slide.start();
    place();
}

void UndoBar::place()
{
    const QRect room = parentWidget()->rect();
    const int height = qMin(barHeight, room.height());
    const int shown = qRound(m_slide.currentValue().toReal() * height);
    setGeometry(0, room.height() - shown, room.width(), height);
}

bool UndoBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return QWidget::eventFilter(watched, event);
}

void UndoBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::colour(Token::Raised, this));
    const QColor line = Theme::colour(Token::ButtonEdge, this);
    painter.fillRect(0, 0, width(), Theme::line, line);
    // What is left of the time, as a line that grows shorter.
    if (m_time > 0ms && m_since.isValid()) {
        const auto left = qMax(0ms, m_time - std::chrono::milliseconds(m_since.elapsed()));
        const int length = int(left.count() * width() / m_time.count());
        const QRect rest(0, 0, length, Theme::focusWidth);
        painter.fillRect(
            QStyle::visualRect(layoutDirection(), rect(), rest), Theme::colour(m_ink, this));
    }
}
