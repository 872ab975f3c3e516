#include "ui/pages/actionbuttons.h"

#include "ui/look/theme.h"
#include "ui/pages/clientactions.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/splitbutton.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>

namespace {

QString withoutMnemonic(QString text)
{
    return text.remove(QLatin1Char('&'));
}

} // namespace

ActionButtons::ActionButtons(ClientActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_authorize(
          new SplitButton(actions.authorize()->text(), withoutMnemonic(actions.presets()->title())))
    , m_custom(makeButton(actions.custom()))
    , m_extend(makeButton(actions.extend()))
    , m_cancel(makeButton(actions.cancel()))
    , m_more(makeMenuButton())
    , m_why(new TextLabel({}, TextRole::Secondary, Token::Ink2))
{
    m_authorize->setMenu(actions.presets());
    m_authorize->setActionName(withoutMnemonic(actions.authorize()->text()));
    connect(m_authorize, &SplitButton::clicked, actions.authorize(), &QAction::trigger);
    // A long preset name is cut rather than wider than the panel.
    m_authorize->actionPart()->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_why->wrap();

    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::gap);
    layout->addWidget(m_authorize, 0, 0, 1, 2);
    layout->addWidget(m_custom, 1, 0);
    layout->addWidget(m_extend, 1, 1);
    auto *last = new QHBoxLayout;
    last->setSpacing(Theme::gap);
    last->addWidget(m_cancel, 1);
    last->addWidget(m_more);
    layout->addLayout(last, 2, 0, 1, 2);
    layout->addWidget(m_why, 3, 0, 1, 2);
    layout->setColumnStretch(0, 1);
    layout->setColumnStretch(1, 1);

    connect(&actions, &ClientActions::changed, this, &ActionButtons::review);
    review();
}

QPushButton *ActionButtons::makeButton(QAction *action)
{
    auto *button = new QPushButton(action->icon(), action->text(), this);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    return button;
}

/// What an admin does, and seldom.
IconButton *ActionButtons::makeMenuButton()
{
    auto *button = new IconButton(IconName::More, tr("More actions"), this);
    auto *menu = new QMenu(button);
    menu->setToolTipsVisible(true);
    menu->addActions({m_actions.block(), m_actions.unblock()});
    menu->addSeparator();
    menu->addAction(m_actions.pasteAddress());
    connect(button, &QAbstractButton::clicked, menu,
        [button, menu] { menu->popup(button->mapToGlobal(button->rect().bottomLeft())); });
    return button;
}

void ActionButtons::review()
{
    const int count = m_actions.readyCount(ClientAction::Authorize);
    const QString meaning = m_actions.plainMeaning().replace(QLatin1Char('&'), QLatin1String("&&"));
    const bool several = m_actions.clients().size() > 1;
    QString text = m_actions.authorize()->text();
    if (!meaning.isEmpty())
        text = several ? tr("&Authorize %n device(s), %1", "%1 a preset", count).arg(meaning)
                       : tr("&Authorize, %1", "%1 a preset such as 24 h").arg(meaning);
    m_authorize->setText(text);
    const QAction *authorize = m_actions.authorize();
    m_authorize->setActionEnabled(authorize->isEnabled(), authorize->statusTip());
    m_authorize->setMenuEnabled(authorize->isEnabled(), authorize->statusTip());
    for (const auto &[button, action] : {std::pair(m_custom, m_actions.custom()),
             std::pair(m_extend, m_actions.extend()), std::pair(m_cancel, m_actions.cancel())}) {
        button->setEnabled(action->isEnabled());
        button->setToolTip(action->statusTip());
    }
    const QString why = reasons();
    m_why->setText(why);
    m_why->setVisible(!why.isEmpty());
}

QString ActionButtons::reasons() const
{
    // Two actions that cannot be used for the same reason share the sentence.
    QStringList sentences;
    QMap<QString, QStringList> actions;
    for (const QAction *action : {m_actions.authorize(), m_actions.extend(), m_actions.cancel()}) {
        if (action->isEnabled())
            continue;
        if (!sentences.contains(action->statusTip()))
            sentences += action->statusTip();
        actions[action->statusTip()] += withoutMnemonic(action->text()).remove(QChar(u'…'));
    }
    QStringList lines;
    for (const QString &sentence : std::as_const(sentences)) {
        const QStringList names = actions.value(sentence);
        lines += names.size() == 3 ? sentence
                                   : tr("%1: %2", "names of actions, why they cannot be used")
                                         .arg(names.join(tr(", ", "between actions")), sentence);
    }
    return lines.join(QLatin1Char('\n'));
}
