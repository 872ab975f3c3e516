#pragma once

#include "ui/dialogs/actionsubject.h"
#include "ui/dialogs/sheet.h"

class QLineEdit;

/// Asks why devices are shut out for good, or let back, and does it.
class BlockDialog : public Sheet
{
    Q_OBJECT

public:
    /// action: Block or Unblock.
    BlockDialog(Gatehouse &gatehouse, ClientAction action, const QList<ClientKey> &keys,
        QWidget *parent = nullptr);

Q_SIGNALS:
    /// This many were asked for.
    void asked(int count);

protected:
    void confirm() override;

private:
    Gatehouse &m_gatehouse;
    const ClientAction m_action;
    ActionSubject m_subject;
    QLineEdit *m_reason;
};
