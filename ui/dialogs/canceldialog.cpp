#include "ui/dialogs/canceldialog.h"

#include "phrases/phrases.h"
#include "ui/dialogs/labels.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QKeySequence>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

CancelDialog::CancelDialog(Gatehouse &gatehouse, const QList<ClientKey> &keys, QWidget *parent)
    : Sheet(tr("Cancel authorization"), tr("&Cancel authorization"), parent)
    , m_gatehouse(gatehouse)
    , m_subject(gatehouse, ClientAction::Cancel, keys)
{
    setMinimumWidth(Theme::dialogWidth);
    mainButton()->setAccessibleName(tr("Cancel authorization"));
    Theme::setKind(mainButton(), ButtonKind::Danger);
    closeButton()->setText(tr("&Keep"));
    contents()->setSpacing(Theme::gap);
    auto *title = new TextLabel(
        tr("End the authorization of %1?").arg(m_subject.name()), TextRole::Section);
    title->wrap();
    contents()->addWidget(title);
    contents()->addWidget(labels::hint(consequences()));
    contents()->addSpacing(Theme::gap);
    buildReasons();
    contents()->addStretch(1);
    setNote(m_subject.place());
    if (const QString leftOut = m_subject.leftOut(); !leftOut.isEmpty())
        showProblem(leftOut);
    mainButton()->setEnabled(!m_subject.ready().isEmpty());
    setFocus();
}

QString CancelDialog::consequences() const
{
    QStringList sentences;
    for (ControllerLink *link : m_subject.links()) {
        const auto *driver = link->driver();
        const auto *canceller = driver ? link->driver()->canceller() : nullptr;
        if (!canceller)
            continue;
        const QString sentence = phrases::whatCancelDoes(canceller->disconnects());
        if (!sentences.contains(sentence))
            sentences << sentence;
    }
    return sentences.size() < 2 ? sentences.value(0)
                                : tr("Some of these devices are also disconnected from the Wi-Fi, "
                                     "others stay connected. All must "
                                     "authenticate again. None is blocked.");
}

void CancelDialog::buildReasons()
{
    m_reasons = {{Qt::Key_L, tr("Guest has left")}, {Qt::Key_W, tr("Wrong device")},
        {Qt::Key_A, tr("Abuse")}};
    auto *grid = new QGridLayout;
    grid->setSpacing(Theme::gap);
    for (int i = 0; i < int(m_reasons.size()); ++i) {
        const Reason reason = m_reasons[i];
        auto *button = new QPushButton(tr("%1   %2", "reason and its key")
                                           .arg(reason.word, QKeySequence(reason.key).toString()));
        button->setAccessibleName(reason.word);
        button->setAutoDefault(false);
        button->setEnabled(!m_subject.ready().isEmpty());
        connect(button, &QPushButton::clicked, this, [this, reason] { cancelFor(reason.word); });
        grid->addWidget(button, 0, i);
    }
    m_words = new QLineEdit;
    m_words->setAccessibleName(tr("Reason"));
    m_words->setPlaceholderText(tr("Other reason, in your words (O)"));
    grid->addWidget(m_words, 1, 0, 1, int(m_reasons.size()));
    contents()->addLayout(grid);
}

void CancelDialog::confirm()
{
    cancelFor(m_words->text().trimmed());
}

void CancelDialog::cancelFor(const QString &reason)
{
    int count = 0;
    for (const ClientKey &key : m_subject.ready())
        count += m_gatehouse.cancel(key, reason) ? 1 : 0;
    if (count == 0)
        return showProblem(tr("Another action on this device is still under way. Wait until it has "
                              "ended, then try again."));
    Q_EMIT asked(count);
    accept();
}

void CancelDialog::keyPressEvent(QKeyEvent *event)
{
    const bool plain = event->modifiers() == Qt::NoModifier && !m_subject.ready().isEmpty();
    if (plain && event->key() == Qt::Key_O)
        return m_words->setFocus();
    for (const Reason &reason : m_reasons)
        if (plain && event->key() == reason.key)
            return cancelFor(reason.word);
    Sheet::keyPressEvent(event);
}
