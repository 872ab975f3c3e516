#include "ui/widgets/splitbutton.h"

#include "ui/look/icons.h"
#include "ui/look/theme.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>

SplitButton::SplitButton(const QString &text, const QString &menuName, QWidget *parent)
    : QWidget(parent)
    , m_action(new QPushButton(this))
    , m_arrow(new QPushButton(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(0);
    row->addWidget(m_action, 1);
    row->addWidget(m_arrow);
    Theme::setKind(m_action, ButtonKind::Primary);
    Theme::setKind(m_arrow, ButtonKind::Primary);
    Theme::setJoined(m_action, Qt::RightEdge);
    Theme::setJoined(m_arrow, Qt::LeftEdge);
    m_action->setAutoDefault(false);
    m_arrow->setAutoDefault(false);
    m_arrow->setIcon(icons::icon(IconName::ChevronDown, Token::OnAccent));
    m_arrow->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_arrow->setAccessibleName(menuName);
    m_arrow->setToolTip(menuName);
    m_arrow->setEnabled(false);
    setText(text);
    connect(m_action, &QPushButton::clicked, this, &SplitButton::clicked);
    connect(m_arrow, &QPushButton::clicked, this, &SplitButton::showMenu);
}

void SplitButton::setText(const QString &text)
{
    m_action->setText(text);
}

void SplitButton::setActionName(const QString &name)
{
    m_action->setAccessibleName(name);
}

void SplitButton::setMenu(QMenu *menu)
{
    m_menu = menu;
    m_arrow->setEnabled(menu != nullptr);
}

void SplitButton::setActionEnabled(bool enabled, const QString &reason)
{
    m_action->setEnabled(enabled);
    m_action->setToolTip(reason);
}

void SplitButton::setMenuEnabled(bool enabled, const QString &reason)
{
    m_arrow->setEnabled(enabled && m_menu);
    m_arrow->setToolTip(reason.isEmpty() ? m_arrow->accessibleName() : reason);
}

void SplitButton::showMenu()
{
    if (!m_menu)
        return;
    // Under the whole button; Qt moves it where the screen ends.
    m_menu->setMinimumWidth(width());
    m_menu->popup(mapToGlobal(rect().bottomLeft() + QPoint(0, Theme::grid)));
}
