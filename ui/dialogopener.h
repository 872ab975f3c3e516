#pragma once

#include "clients/offers.h"
#include "core/audit.h"

#include <QObject>

class AdmissionRun;
class Gatehouse;
class Preferences;
class QDialog;
class QWidget;

/// Opens the dialogs over the window, without ever waiting for one.
class DialogOpener : public QObject
{
    Q_OBJECT

public:
    /// All must outlive the opener.
    DialogOpener(Gatehouse &gatehouse, Preferences &preferences, QWidget *window);

    void openAuthorize(const QList<ClientKey> &clients);
    void openExtend(const QList<ClientKey> &clients);
    void openCancel(const QList<ClientKey> &clients);
    void openBlock(const QList<ClientKey> &clients);
    void openUnblock(const QList<ClientKey> &clients);
    void openPaste();
    void openAddController();
    void openCertificate(const QString &controllerId);
    void openCredentials(const QString &controllerId);
    void openSettings();

    /// A guest has as many devices as are allowed: a person says what happens.
    void openAdmission(AdmissionRun *run);

    /// Whoever this record is about is to be forgotten.
    void openErase(const AuditRecord &about);

Q_SIGNALS:
    /// An action was asked for these clients and is under way.
    void asked(AuditAction action, const QList<ClientKey> &clients);

private:
    void openBlocking(ClientAction action, const QList<ClientKey> &clients);
    void announce(AuditAction action, const QList<ClientKey> &clients);
    static void open(QDialog *dialog);

    Gatehouse &m_gatehouse;
    Preferences &m_preferences;
    QWidget *m_window;
};
