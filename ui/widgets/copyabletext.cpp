#include "ui/widgets/copyabletext.h"

#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/iconbutton.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>

using namespace std::chrono_literals;

CopyableText::CopyableText(const QString &what, TextRole role, QWidget *parent)
    : QWidget(parent)
    , m_label(new ElidedLabel({}, role))
    , m_button(new IconButton(IconName::Copy, tr("Copy: %1").arg(what)))
{
    m_label->setElideMode(Qt::ElideMiddle);
    m_label->setLayoutDirection(Qt::LeftToRight); // addresses keep their order in every language
    m_button->setFixedSize(Theme::compactRowHeight, Theme::compactRowHeight - Theme::grid);
    m_button->hide();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(Theme::grid);
    row->addWidget(m_label);
    row->addWidget(m_button);
    row->addStretch(1);
    m_done.setSingleShot(true);
    m_done.setInterval(1500ms);
    connect(&m_done, &QTimer::timeout, this, [this] { m_button->setIconName(IconName::Copy); });
    connect(m_button, &QAbstractButton::clicked, this, &CopyableText::copy);
}

void CopyableText::setText(const QString &text)
{
    m_label->setText(text);
    m_button->setVisible(!text.isEmpty());
}

QString CopyableText::text() const
{
    return m_label->text();
}

void CopyableText::copy()
{
    QGuiApplication::clipboard()->setText(m_label->text());
    m_button->setIconName(IconName::Confirmed, Token::AuthorizedInk);
    m_done.start();
}
