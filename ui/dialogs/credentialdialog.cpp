#include "ui/dialogs/credentialdialog.h"

#include "phrases/phrases.h"
#include "ui/dialogs/credentialfields.h"
#include "ui/dialogs/keepchoice.h"
#include "ui/dialogs/labels.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QPushButton>

#include <algorithm>

CredentialDialog::CredentialDialog(
    Gatehouse &gatehouse, const QString &controllerId, QWidget *parent)
    : Sheet({}, tr("&Save"), parent)
    , m_gatehouse(gatehouse)
    , m_kinds(new QComboBox)
    , m_fields(new CredentialFields)
    , m_keep(new KeepChoice(gatehouse.vault().isPersistent()))
{
    if (const ControllerLink *link = gatehouse.link(controllerId)) {
        m_profile = link->profile();
        m_capabilities = link->capabilities();
    }
    setWindowTitle(tr("Credentials of %1").arg(m_profile.name));
    setMinimumWidth(Theme::dialogWidth);
    m_kinds->setAccessibleName(tr("Kind of credential"));
    for (const CredentialKind kind : kinds())
        m_kinds->addItem(phrases::text(kind), int(kind));
    if (!m_capabilities.failing.empty()) // that is what one comes here for
        m_kinds->setCurrentIndex(m_kinds->findData(int(m_capabilities.failing.begin()->first)));
    QWidget *kindRow = labels::above(tr("&Kind of credential"), m_kinds);
    kindRow->setVisible(m_kinds->count() > 1);
    contents()->addWidget(kindRow);
    contents()->addWidget(m_fields);
    contents()->addWidget(m_keep);
    contents()->addStretch(1);
    connect(m_kinds, &QComboBox::currentIndexChanged, this, &CredentialDialog::chooseKind);
    connect(m_fields, &CredentialFields::changed, this, [this] {
        m_checked = false;
        clearProblem();
        refresh();
    });
    chooseKind();
    m_fields->focusFirstEmpty();
}

CredentialDialog::~CredentialDialog()
{
    if (m_check)
        m_check->cancel();
}

/// Those it has, then those that would unlock something.
QList<CredentialKind> CredentialDialog::kinds() const
{
    QList<CredentialKind> result;
    for (const CredentialNote &note : m_profile.credentials)
        result << note.kind;
    for (const auto &[capability, kind] : m_capabilities.unlockedBy)
        if (!result.contains(kind))
            result << kind;
    return result;
}

void CredentialDialog::chooseKind()
{
    const auto kind = CredentialKind(m_kinds->currentData().toInt());
    m_fields->setKind(kind);
    const auto known = std::ranges::find(m_profile.credentials, kind, &CredentialNote::kind);
    if (known != m_profile.credentials.end())
        m_fields->setAccount(known->account);
}

void CredentialDialog::confirm()
{
    if (m_check || m_keeping || !m_fields->isComplete())
        return;
    clearProblem();
    if (m_checked)
        return keep();
    m_check = m_gatehouse.check({m_profile, {m_fields->credential()}});
    m_check->then(this, [this](const Result<ControllerCheck> &answer) { showChecked(answer); });
    setBusy(tr("Trying it on the controller…"));
    refresh();
}

void CredentialDialog::showChecked(const Result<ControllerCheck> &answer)
{
    m_check = nullptr;
    setIdle();
    refresh();
    if (!answer)
        return showFailure(answer.error());
    m_checked = true;
    keep();
}

void CredentialDialog::keep()
{
    m_keeping
        = m_gatehouse.addCredential(m_profile.id, m_fields->credential(), m_keep->isRemembered());
    m_keeping->then(this, [this](const Result<Done> &answer) { showKept(answer); });
    setBusy(tr("Keeping the secret…"));
    refresh();
}

void CredentialDialog::showKept(const Result<Done> &answer)
{
    m_keeping = nullptr;
    setIdle();
    refresh();
    if (answer) {
        Q_EMIT kept(m_profile.id);
        return accept();
    }
    if (!m_keep->takes(answer.error()))
        showFailure(answer.error());
}

void CredentialDialog::refresh()
{
    const bool busy = m_check || m_keeping;
    m_kinds->setEnabled(!busy);
    m_fields->setEnabled(!busy);
    mainButton()->setEnabled(!busy && m_fields->isComplete());
}
