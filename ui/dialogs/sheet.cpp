#include "ui/dialogs/sheet.h"

#include "phrases/phrases.h"
#include "ui/dialogs/labels.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/spinner.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QPushButton>

Sheet::Sheet(const QString &title, const QString &mainButton, QWidget *parent)
    : QDialog(parent)
    , m_contents(new QVBoxLayout)
    , m_problem(new Banner(Banner::Kind::Failure))
    , m_note(labels::hint())
    , m_spinner(new Spinner)
    , m_closeButton(new QPushButton(tr("Cancel")))
    , m_mainButton(new QPushButton(mainButton))
    , m_buttons(new QHBoxLayout)
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(
        Theme::pageMargin, Theme::pageMargin, Theme::pageMargin, Theme::groupGap);
    column->setSpacing(Theme::groupGap);
    m_contents->setSpacing(Theme::groupGap);
    column->addLayout(m_contents, 1);
    column->addWidget(m_problem);
    m_problem->hide();

    m_spinner->hide();
    m_closeButton->setAutoDefault(false);
    m_mainButton->setDefault(true);
    Theme::setKind(m_mainButton, ButtonKind::Primary);
    m_buttons->setSpacing(Theme::gap);
    m_buttons->addWidget(m_spinner);
    m_buttons->addWidget(m_note, 1);
    m_buttons->addWidget(m_closeButton);
    m_buttons->addWidget(m_mainButton);
    column->addLayout(m_buttons);
    connect(m_closeButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_mainButton, &QPushButton::clicked, this, &Sheet::confirm);
}

QPushButton *Sheet::addButton(const QString &text)
{
    auto *button = new QPushButton(text);
    button->setAutoDefault(false);
    m_buttons->insertWidget(m_buttons->indexOf(m_mainButton), button);
    setTabOrder(m_closeButton, button);
    setTabOrder(button, m_mainButton);
    return button;
}

void Sheet::setNote(const QString &note)
{
    m_noteText = note;
    if (!m_spinner->isVisibleTo(this))
        m_note->setText(note);
}

QString Sheet::problem() const
{
    return m_problem->isVisibleTo(this) ? m_problem->text() : QString();
}

void Sheet::showFailure(const Failure &failure)
{
    showProblem(phrases::textWithNextStep(failure));
}

void Sheet::showProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->show();
}

void Sheet::clearProblem()
{
    m_problem->hide();
}

void Sheet::setBusy(const QString &what)
{
    m_spinner->show();
    m_note->setText(what);
}

void Sheet::setIdle()
{
    m_spinner->hide();
    m_note->setText(m_noteText);
}

void Sheet::confirm()
{
    accept();
}

bool Sheet::event(QEvent *event)
{
    const bool handled = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show)
        growToContents();
    return handled;
}

/// Wrapped text needs more height the narrower the dialog is, which no size hint tells.
void Sheet::growToContents()
{
    const int needed = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width())
                                                     : layout()->totalMinimumSize().height();
    setMinimumHeight(needed);
}

void Sheet::goOn()
{
    m_mainButton->click();
}

void Sheet::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isEnter)
        return QDialog::keyPressEvent(event);
    if (auto *focused = qobject_cast<QPushButton *>(focusWidget()))
        focused->click();
    else
        goOn();
}
