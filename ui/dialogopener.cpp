#include "ui/dialogopener.h"

#include "assembly/gatehouse.h"
#include "ui/dialogs/addcontrollerdialog.h"
#include "ui/dialogs/admissiondialog.h"
#include "ui/dialogs/authorizedialog.h"
#include "ui/dialogs/blockdialog.h"
#include "ui/dialogs/canceldialog.h"
#include "ui/dialogs/certificatedialog.h"
#include "ui/dialogs/credentialdialog.h"
#include "ui/dialogs/erasedialog.h"
#include "ui/dialogs/extenddialog.h"
#include "ui/dialogs/redirectdialog.h"
#include "ui/dialogs/settingsdialog.h"

#include <algorithm>

DialogOpener::DialogOpener(Gatehouse &gatehouse, Preferences &preferences, QWidget *window)
    : QObject(window)
    , m_gatehouse(gatehouse)
    , m_preferences(preferences)
    , m_window(window)
{
}

void DialogOpener::open(QDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void DialogOpener::openAuthorize(const QList<ClientKey> &clients)
{
    auto *dialog = new AuthorizeDialog(m_gatehouse, clients, m_window);
    connect(dialog, &AuthorizeDialog::asked, this,
        [this, clients] { announce(AuditAction::Authorize, clients); });
    open(dialog);
}

void DialogOpener::openExtend(const QList<ClientKey> &clients)
{
    auto *dialog = new ExtendDialog(m_gatehouse, clients, m_window);
    connect(dialog, &ExtendDialog::asked, this,
        [this, clients] { announce(AuditAction::Extend, clients); });
    open(dialog);
}

void DialogOpener::openCancel(const QList<ClientKey> &clients)
{
    auto *dialog = new CancelDialog(m_gatehouse, clients, m_window);
    connect(dialog, &CancelDialog::asked, this,
        [this, clients] { announce(AuditAction::Cancel, clients); });
    open(dialog);
}

void DialogOpener::openBlock(const QList<ClientKey> &clients)
{
    openBlocking(ClientAction::Block, clients);
}

void DialogOpener::openUnblock(const QList<ClientKey> &clients)
{
    openBlocking(ClientAction::Unblock, clients);
}

void DialogOpener::openBlocking(ClientAction action, const QList<ClientKey> &clients)
{
    auto *dialog = new BlockDialog(m_gatehouse, action, clients, m_window);
    connect(dialog, &BlockDialog::asked, this, [this, action, clients] {
        announce(
            action == ClientAction::Block ? AuditAction::Block : AuditAction::Unblock, clients);
    });
    open(dialog);
}

void DialogOpener::openPaste()
{
    auto *dialog = new RedirectDialog(m_gatehouse, m_window);
    connect(dialog, &RedirectDialog::placed, this,
        [this](const ClientKey &client) { openAuthorize({client}); });
    if (!dialog->takeClipboard())
        return open(dialog);
    delete dialog;
}

void DialogOpener::openAddController()
{
    open(new AddControllerDialog(m_gatehouse, m_window));
}

void DialogOpener::openCertificate(const QString &controllerId)
{
    const ControllerLink *link = m_gatehouse.link(controllerId);
    if (link && link->failure())
        open(new CertificateDialog(m_gatehouse, controllerId, *link->failure(), m_window));
}

void DialogOpener::openCredentials(const QString &controllerId)
{
    if (m_gatehouse.link(controllerId))
        open(new CredentialDialog(m_gatehouse, controllerId, m_window));
}

void DialogOpener::openSettings()
{
    open(new SettingsDialog(m_gatehouse, m_preferences, m_window));
}

void DialogOpener::announce(AuditAction action, const QList<ClientKey> &clients)
{
    QList<ClientKey> underWay;
    std::ranges::copy_if(clients, std::back_inserter(underWay),
        [this](const ClientKey &key) { return m_gatehouse.actions().isUnderWay(key); });
    Q_EMIT asked(action, underWay);
}

void DialogOpener::openAdmission(AdmissionRun *run)
{
    open(new AdmissionDialog(*run, m_gatehouse.clock().now(), m_window));
}

void DialogOpener::openErase(const AuditRecord &about)
{
    open(new EraseDialog(m_gatehouse, about, m_window));
}
