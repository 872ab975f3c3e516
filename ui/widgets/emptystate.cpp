#include "ui/widgets/emptystate.h"

#include "ui/look/paint.h"
#include "ui/widgets/textlabel.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace {

constexpr int sentenceWidth = 380;
constexpr int discSize = 88;

} // namespace

EmptyState::EmptyState(IconName icon, const QString &sentence, QWidget *parent)
    : QWidget(parent)
    , m_icon(icon)
    , m_place(new QWidget)
    , m_sentence(new TextLabel(sentence, TextRole::Body, Token::Ink2))
    , m_action(new QPushButton)
{
    m_place->setFixedSize(discSize, discSize);
    m_place->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setFixedWidth(sentenceWidth);
    Theme::setKind(m_action, ButtonKind::Primary);
    m_action->hide();
    // Aligned in the column, it would get the height it needs at the column's width.
    auto *line = new QHBoxLayout;
    line->addStretch();
    line->addWidget(m_sentence);
    line->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setSpacing(Theme::groupGap);
    column->addStretch(2);
    column->addWidget(m_place, 0, Qt::AlignHCenter);
    column->addLayout(line);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch(3); // a little above the middle
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionTriggered);
}

void EmptyState::set(IconName icon, const QString &sentence)
{
    m_icon = icon;
    m_sentence->setText(sentence);
    update();
}

void EmptyState::setAction(const QString &text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

void EmptyState::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect disc = m_place->geometry();
    paint::box(&painter, disc, Theme::colour(Token::Hover, this), {}, 1, discSize / 2);
    icons::paint(&painter, paint::square(disc, Theme::largeIconSize - Theme::gap), m_icon,
        Theme::colour(Token::Ink2, this));
}
