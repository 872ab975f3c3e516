#include "ui/dialogs/certificatedialog.h"

#include "ui/dialogs/certificatequestion.h"
#include "ui/dialogs/labels.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QPushButton>

CertificateDialog::CertificateDialog(
    Gatehouse &gatehouse, const QString &controllerId, const Failure &failure, QWidget *parent)
    : Sheet(tr("Review certificate"), tr("&Trust and connect"), parent)
    , m_gatehouse(gatehouse)
    , m_controllerId(controllerId)
    , m_seen(failure.seenFingerprint)
    , m_trust(new QCheckBox(tr("Trust the &new certificate")))
{
    setMinimumWidth(Theme::dialogWidth);
    const ControllerLink *link = gatehouse.link(controllerId);
    const QString name = link ? link->profile().name : QString();
    auto *title = new TextLabel(
        tr("%1 shows a certificate that you have not trusted").arg(name), TextRole::Section);
    title->wrap();
    contents()->addWidget(title);
    contents()->addWidget(labels::hint(
        tr("Gatehouse has stopped talking to it, and has sent it nothing. This is harmless when "
           "the controller was "
           "updated, reset or replaced. If nobody did that, somebody may be standing between you "
           "and the controller: "
           "ask whoever runs it, and compare the new fingerprint with the one that it shows.")));
    if (!failure.expectedFingerprint.isEmpty())
        buildFingerprint(tr("Trusted until now (SHA-256)"), failure.expectedFingerprint);
    buildFingerprint(tr("Shown now (SHA-256)"), m_seen);
    m_trust->setAccessibleName(tr("Trust the new certificate"));
    contents()->addWidget(m_trust);
    contents()->addStretch(1);
    mainButton()->setEnabled(false);
    connect(m_trust, &QCheckBox::toggled, mainButton(),
        [this](bool on) { mainButton()->setEnabled(on && !m_seen.isEmpty()); });
}

void CertificateDialog::buildFingerprint(const QString &title, const QByteArray &sha256)
{
    auto *group = new QVBoxLayout;
    group->setSpacing(Theme::grid);
    TextLabel *print = labels::fixed(CertificateQuestion::inGroups(sha256));
    group->addWidget(labels::forField(title, print));
    group->addWidget(print);
    contents()->addLayout(group);
}

void CertificateDialog::confirm()
{
    clearProblem();
    if (const auto stored = m_gatehouse.trust(m_controllerId, m_seen); !stored)
        return showFailure(stored.error());
    Q_EMIT trusted(m_controllerId);
    accept();
}
