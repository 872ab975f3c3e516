#include "ui/dialogs/blockdialog.h"

#include "ui/dialogs/labels.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

BlockDialog::BlockDialog(
    Gatehouse &gatehouse, ClientAction action, const QList<ClientKey> &keys, QWidget *parent)
    : Sheet(action == ClientAction::Block ? tr("Block") : tr("Unblock"),
        action == ClientAction::Block ? tr("&Block") : tr("&Unblock"), parent)
    , m_gatehouse(gatehouse)
    , m_action(action)
    , m_subject(gatehouse, action, keys)
    , m_reason(new QLineEdit)
{
    const bool blocks = action == ClientAction::Block;
    setMinimumWidth(Theme::dialogWidth);
    mainButton()->setAccessibleName(windowTitle());
    Theme::setKind(mainButton(), blocks ? ButtonKind::Danger : ButtonKind::Primary);
    contents()->setSpacing(Theme::gap);
    auto *title = new TextLabel(blocks ? tr("Shut %1 out of the network?").arg(m_subject.name())
                                       : tr("Let %1 into the network again?").arg(m_subject.name()),
        TextRole::Section);
    title->wrap();
    contents()->addWidget(title);
    contents()->addWidget(labels::hint(blocks
            ? tr("The device cannot connect any more, on no network of this site, until somebody "
                 "unblocks it. To end only its authorization, cancel that instead.")
            : tr("The device may connect again. It is not authorized by that.")));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setPlaceholderText(tr("optional, for the history"));
    contents()->addWidget(labels::above(tr("&Reason"), m_reason));
    contents()->addStretch(1);
    setNote(m_subject.place());
    if (const QString leftOut = m_subject.leftOut(); !leftOut.isEmpty())
        showProblem(leftOut);
    mainButton()->setEnabled(!m_subject.ready().isEmpty());
    m_reason->setFocus();
}

void BlockDialog::confirm()
{
    const QString reason = m_reason->text().trimmed();
    int count = 0;
    for (const ClientKey &key : m_subject.ready()) {
        const bool started = m_action == ClientAction::Block ? m_gatehouse.block(key, reason)
                                                             : m_gatehouse.unblock(key, reason);
        count += started ? 1 : 0;
    }
    if (count == 0)
        return showProblem(tr("Another action on this device is still under way. Wait until it has "
                              "ended, then try again."));
    Q_EMIT asked(count);
    accept();
}
