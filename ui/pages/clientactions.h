#pragma once

#include "clients/offers.h"
#include "core/audit.h"
#include "core/wificlient.h"
#include "ui/pages/authorizechoices.h"

#include <QList>
#include <QObject>
#include <QTimer>

class Gatehouse;
class QAction;
class QMenu;
class QWidget;

/// What can be done with the selected clients: one set of actions that button, menu and keys share.
/// An action that is not possible stays visible and says why.
class ClientActions : public QObject
{
    Q_OBJECT

public:
    /// Menus belong to owner.
    ClientActions(Gatehouse &gatehouse, QWidget *owner);

    void setClients(const QList<ClientKey> &clients);
    [[nodiscard]] const QList<ClientKey> &clients() const { return m_clients; }

    [[nodiscard]] QAction *authorize() const { return m_authorize; }
    [[nodiscard]] QMenu *presets() const { return m_presets; }
    [[nodiscard]] QAction *custom() const { return m_custom; }
    [[nodiscard]] QAction *extend() const { return m_extend; }
    [[nodiscard]] QAction *cancel() const { return m_cancel; }
    [[nodiscard]] QAction *block() const { return m_block; }
    [[nodiscard]] QAction *unblock() const { return m_unblock; }
    [[nodiscard]] QAction *pasteAddress() const { return m_pasteAddress; }
    [[nodiscard]] QAction *copyMac() const { return m_copyMac; }

    /// Everything, for the context menu of the table and for its keys.
    [[nodiscard]] QMenu *contextMenu() const { return m_contextMenu; }

    /// How many of the selected clients the action would be asked for.
    [[nodiscard]] int readyCount(ClientAction action) const;

    /// Why the action cannot be asked now, as a sentence; empty when it can.
    [[nodiscard]] QString whyNot(ClientAction action) const;

    /// What a plain Authorize means: a preset's name, or the controller's own duration. Empty when
    /// nothing can be authorized.
    [[nodiscard]] QString plainMeaning() const;

Q_SIGNALS:
    /// Offers, choices or the clients themselves have changed.
    void changed();

    // Wishes that need a dialog; the clients are those for which the action is possible.
    void customAsked(const QList<ClientKey> &clients);
    void extendAsked(const QList<ClientKey> &clients);
    void cancelAsked(const QList<ClientKey> &clients);
    void blockAsked(const QList<ClientKey> &clients);
    void unblockAsked(const QList<ClientKey> &clients);

    /// The address to which a waiting device's browser was sent is to be read from the clipboard.
    void pasteAsked();

    /// This many clients were asked for at once.
    void started(AuditAction action, const QList<ClientKey> &clients);

private:
    void makeActions(QWidget *owner);
    void connectActions();
    void fillContextMenu();
    void reviewSoon();
    void review();
    void reviewAction(ClientAction action, QAction *shown);
    void fillPresets();
    [[nodiscard]] QList<ClientKey> ready(ClientAction action) const;
    [[nodiscard]] QList<AuthorizeChoice> choicesFor(const QList<ClientKey> &clients) const;
    void authorizePlainly();
    void authorizeWith(const AuthorizeChoice &choice);

    Gatehouse &m_gatehouse;
    QList<ClientKey> m_clients;
    QList<AuthorizeChoice> m_choices;
    QAction *m_authorize = nullptr;
    QAction *m_custom = nullptr;
    QAction *m_extend = nullptr;
    QAction *m_cancel = nullptr;
    QAction *m_block = nullptr;
    QAction *m_unblock = nullptr;
    QAction *m_pasteAddress = nullptr;
    QAction *m_copyMac = nullptr;
    QMenu *m_presets = nullptr;
    QMenu *m_contextMenu = nullptr;
    QTimer m_review;
};
