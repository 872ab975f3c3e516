#include "ui/widgets/banner.h"

#include "ui/widgets/iconbutton.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace {

struct BannerLook
{
    IconName icon;
    Token ink;
    Token ground;
};

BannerLook lookOf(Banner::Kind kind)
{
    switch (kind) {
    case Banner::Kind::Info:
        return {IconName::Info, Token::AskedInk, Token::AskedGround};
    case Banner::Kind::Warning:
        return {IconName::Warning, Token::WaitingInk, Token::WaitingGround};
    case Banner::Kind::Failure:
        return {IconName::Refused, Token::RefusedInk, Token::RefusedGround};
    }
    return {IconName::Info, Token::AskedInk, Token::AskedGround};
}

} // namespace

Banner::Banner(Kind kind, const QString &text, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_text(new TextLabel(text))
    , m_action(new QPushButton)
    , m_close(new IconButton(IconName::Close, tr("Close this message")))
{
    static_cast<TextLabel *>(m_text)->wrap();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::groupGap, Theme::grid, Theme::groupGap, Theme::grid);
    row->addWidget(new IconLabel(lookOf(kind).icon, lookOf(kind).ink));
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(m_close);
    setMinimumHeight(Theme::controlHeight + 2 * Theme::grid);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    m_action->hide();
    m_close->hide();
    connect(m_action, &QAbstractButton::clicked, this, &Banner::actionTriggered);
    connect(m_close, &QAbstractButton::clicked, this, [this] {
        hide();
        Q_EMIT dismissed();
    });
}

void Banner::setText(const QString &text)
{
    m_text->setText(text);
}

QString Banner::text() const
{
    return m_text->text();
}

void Banner::setAction(const QString &text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

void Banner::setDismissible(bool dismissible)
{
    m_close->setVisible(dismissible);
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::colour(lookOf(m_kind).ground, this));
}
