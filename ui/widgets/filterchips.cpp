#include "ui/widgets/filterchips.h"

#include "ui/look/paint.h"
#include "ui/look/theme.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QStyle>

namespace {

constexpr int side = 12;
constexpr int between = 6;

} // namespace

class FilterChip : public QAbstractButton
{
    Q_OBJECT

public:
    FilterChip(int id, const QString &word, QWidget *parent)
        : QAbstractButton(parent)
        , m_id(id)
    {
        setText(word);
        setAccessibleName(word);
        setCheckable(true);
        setFocusPolicy(Qt::NoFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    [[nodiscard]] int id() const { return m_id; }

    void setCount(int count)
    {
        m_count = count < 0 ? QString() : QLocale().toString(count);
        setAccessibleDescription(count < 0 ? QString() : tr("%n clients", nullptr, count));
        updateGeometry();
        update();
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        const int count
            = m_count.isEmpty() ? 0 : between + fontMetrics().horizontalAdvance(m_count);
        return {2 * side + fontMetrics().horizontalAdvance(text()) + count,
            Theme::controlHeight - Theme::grid};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const int round = height() / 2;
        const QColor outline = Theme::colour(Token::ButtonEdge, this);
        if (isChecked())
            paint::box(&painter, rect(), Theme::colour(Token::Accent, this), {}, 1, round);
        else
            paint::box(&painter, rect(),
                Theme::colour(underMouse() ? Token::Hover : Token::Raised, this), outline, 1,
                round);
        const auto toStart = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft);
        const auto toEnd = QStyle::visualAlignment(layoutDirection(), Qt::AlignRight);
        const QRect room = rect().adjusted(side, 0, -side, 0);
        painter.setPen(Theme::colour(isChecked() ? Token::OnAccent : Token::Ink, this));
        painter.drawText(room, int(toStart | Qt::AlignVCenter), text());
        painter.setPen(Theme::colour(isChecked() ? Token::OnAccent : Token::Ink2, this));
        painter.drawText(room, int(toEnd | Qt::AlignVCenter), m_count);
        if (hasFocus()) {
            const QColor ring = Theme::colour(isChecked() ? Token::OnAccent : Token::Accent, this);
            paint::box(&painter, rect().adjusted(2, 2, -2, -2), {}, ring, Theme::line, round - 2);
        }
    }

private:
    int m_id;
    QString m_count;
};

FilterChips::FilterChips(QWidget *parent)
    : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(Theme::gap);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void FilterChips::addChip(int id, const QString &word)
{
    auto *chip = new FilterChip(id, word, this);
    chip->installEventFilter(this);
    connect(chip, &QAbstractButton::clicked, this, [this, id] { choose(id); });
    layout()->addWidget(chip);
    m_chips << chip;
    if (m_chips.size() == 1)
        setCurrent(id);
}

void FilterChips::setCount(int id, int count)
{
    if (FilterChip *found = chip(id))
        found->setCount(count);
}

void FilterChips::setCurrent(int id)
{
    if (!chip(id))
        return;
    m_current = id;
    for (FilterChip *each : std::as_const(m_chips)) {
        each->setChecked(each->id() == id);
        each->setFocusPolicy(each->id() == id ? Qt::StrongFocus : Qt::NoFocus);
    }
}

bool FilterChips::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int last = int(m_chips.size()) - 1;
    int place = placeOf(m_current);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Left:
        place += mirrored ? 1 : -1;
        break;
    case Qt::Key_Right:
        place += mirrored ? -1 : 1;
        break;
    case Qt::Key_Home:
        place = 0;
        break;
    case Qt::Key_End:
        place = last;
        break;
    default:
        return QWidget::eventFilter(watched, event);
    }
    choose(m_chips.at(qBound(0, place, last))->id());
    chip(m_current)->setFocus(Qt::OtherFocusReason);
    return true;
}

void FilterChips::choose(int id)
{
    const bool another = id != m_current;
    setCurrent(id); // also puts back the mark that a click on the chosen chip took away
    if (another)
        Q_EMIT currentChanged(id);
}

FilterChip *FilterChips::chip(int id) const
{
    const int place = placeOf(id);
    return place < 0 ? nullptr : m_chips.at(place);
}

int FilterChips::placeOf(int id) const
{
    for (int i = 0; i < m_chips.size(); ++i) {
        if (m_chips.at(i)->id() == id)
            return i;
    }
    return -1;
}

#include "filterchips.moc"
