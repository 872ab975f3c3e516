#include "ui/widgets/statusstrip.h"

#include "ui/widgets/elidedlabel.h"

#include <QHBoxLayout>
#include <QPainter>

namespace {

constexpr int stripHeight = 40; ///< holds the undo bar

} // namespace

StatusStrip::StatusStrip(QWidget *parent)
    : QWidget(parent)
    , m_text(new ElidedLabel({}, TextRole::Secondary, Token::Ink2))
    , m_row(new QHBoxLayout(this))
    , m_undo(new UndoBar(this))
{
    setFixedHeight(stripHeight);
    m_row->setContentsMargins(Theme::groupGap, Theme::line, Theme::groupGap, 0);
    m_row->setSpacing(Theme::groupGap);
    m_row->addWidget(m_text, 1);
}

void StatusStrip::setText(const QString &sentence)
{
    m_text->setText(sentence);
}

QString StatusStrip::text() const
{
    return m_text->text();
}

void StatusStrip::addWidget(QWidget *widget)
{
    m_row->insertWidget(1, widget);
}

void StatusStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::colour(Token::Panel, this));
    painter.fillRect(0, 0, width(), Theme::line, Theme::colour(Token::Line, this));
}
