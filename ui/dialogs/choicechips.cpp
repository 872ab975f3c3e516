#include "ui/dialogs/choicechips.h"

#include "ui/dialogs/flowlayout.h"
#include "ui/look/paint.h"
#include "ui/look/theme.h"

#include <QAbstractButton>
#include <QKeyEvent>
#include <QPainter>

namespace {

constexpr int side = 12;

} // namespace

class ChoiceChip : public QAbstractButton
{
    Q_OBJECT

public:
    ChoiceChip(const QString &word, QWidget *parent)
        : QAbstractButton(parent)
    {
        setText(word);
        setAccessibleName(word);
        setCheckable(true);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        return {
            2 * side + fontMetrics().horizontalAdvance(text()), Theme::controlHeight - Theme::grid};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const int round = height() / 2;
        const auto tone = [this](Token token) { return Theme::colour(token, this); };
        if (!isEnabled())
            paint::box(&painter, rect(), tone(isChecked() ? Token::Hover : Token::Panel),
                tone(Token::Line), Theme::line, round);
        else if (isChecked())
            paint::box(&painter, rect(), tone(Token::Accent), {}, Theme::line, round);
        else
            paint::box(&painter, rect(), tone(underMouse() ? Token::Hover : Token::Raised),
                tone(Token::ButtonEdge), Theme::line, round);
        if (hasFocus())
            paint::box(&painter, rect().adjusted(2, 2, -2, -2), {},
                tone(isChecked() ? Token::OnAccent : Token::Accent), Theme::line, round - 2);
        painter.setPen(tone(!isEnabled() ? Token::Disabled
                : isChecked()            ? Token::OnAccent
                                         : Token::Ink));
        painter.drawText(rect(), Qt::AlignCenter, text());
    }
};

ChoiceChips::ChoiceChips(const QString &name, QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(name);
    new FlowLayout(this);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChoiceChips::addChip(const QString &word, const QString &description)
{
    auto *chip = new ChoiceChip(word, this);
    chip->setAccessibleDescription(description);
    chip->setToolTip(description);
    chip->setFocusPolicy(m_chips.isEmpty() ? Qt::StrongFocus : Qt::ClickFocus);
    chip->installEventFilter(this);
    connect(chip, &QAbstractButton::clicked, this,
        [this, chip] { choose(int(m_chips.indexOf(chip))); });
    layout()->addWidget(chip);
    m_chips << chip;
}

void ChoiceChips::clear()
{
    qDeleteAll(m_chips);
    m_chips.clear();
    m_current = -1;
}

void ChoiceChips::setCurrent(int place)
{
    m_current = place;
    for (int i = 0; i < count(); ++i) {
        m_chips[i]->setChecked(i == place);
        m_chips[i]->setFocusPolicy(i == std::max(0, place) ? Qt::StrongFocus : Qt::ClickFocus);
    }
}

void ChoiceChips::choose(int place)
{
    setCurrent(place);
    Q_EMIT chosen(place);
}

void ChoiceChips::giveFocusTo(int place)
{
    if (place < 0 || place >= count())
        return;
    choose(place);
    m_chips[place]->setFocus(Qt::OtherFocusReason);
}

bool ChoiceChips::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int place = int(m_chips.indexOf(static_cast<ChoiceChip *>(watched)));
    const int forwards = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Right:
        giveFocusTo(place + forwards);
        return true;
    case Qt::Key_Left:
        giveFocusTo(place - forwards);
        return true;
    case Qt::Key_Home:
        giveFocusTo(0);
        return true;
    case Qt::Key_End:
        giveFocusTo(count() - 1);
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

#include "choicechips.moc"
