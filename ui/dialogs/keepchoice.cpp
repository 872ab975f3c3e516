#include "ui/dialogs/keepchoice.h"

#include "phrases/phrases.h"
#include "ui/dialogs/labels.h"
#include "ui/look/theme.h"

#include <QBoxLayout>
#include <QRadioButton>

KeepChoice::KeepChoice(bool vaultIsPersistent, QWidget *parent)
    : QWidget(parent)
    , m_why(labels::hint({}, Token::WaitingInk))
    , m_keychain(new QRadioButton(tr("Try the ke&ychain again")))
    , m_session(new QRadioButton(tr("Keep it in &memory, only for this session")))
{
    m_keychain->setChecked(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Theme::grid);
    column->addWidget(m_why);
    column->addWidget(m_keychain);
    column->addWidget(m_session);
    if (vaultIsPersistent) {
        hide();
        return;
    }
    m_why->setInk(Token::Ink2);
    labels::say(m_why, tr("Secrets are kept in memory here and are gone when Gatehouse ends."));
    m_keychain->hide();
    m_session->hide();
}

bool KeepChoice::takes(const Failure &failure)
{
    switch (failure.kind) {
    case Failure::Kind::KeychainMissing:
    case Failure::Kind::KeychainLocked:
    case Failure::Kind::KeychainRefused:
        break;
    default:
        return false;
    }
    labels::say(m_why, phrases::textWithNextStep(failure));
    m_session->setChecked(true);
    show();
    m_session->setFocus();
    return true;
}

bool KeepChoice::isRemembered() const
{
    return !m_session->isChecked();
}
