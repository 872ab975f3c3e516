#pragma once

#include "assembly/gatehouse.h"
#include "ui/dialogs/sheet.h"

class CredentialFields;
class KeepChoice;
class QComboBox;

/// Takes a credential of a controller that is configured already: its secret anew, or a further
/// kind that unlocks more. It is tried on the controller, without changing anything there, before
/// it is kept.
class CredentialDialog : public Sheet
{
    Q_OBJECT

public:
    CredentialDialog(Gatehouse &gatehouse, const QString &controllerId, QWidget *parent = nullptr);
    ~CredentialDialog() override;

Q_SIGNALS:
    void kept(const QString &controllerId);

protected:
    void confirm() override;

private:
    void chooseKind();
    void keep();
    void showChecked(const Result<ControllerCheck> &answer);
    void showKept(const Result<Done> &answer);
    void refresh();
    [[nodiscard]] QList<CredentialKind> kinds() const;

    Gatehouse &m_gatehouse;
    ControllerProfile m_profile;
    Capabilities m_capabilities;
    QComboBox *m_kinds = nullptr;
    CredentialFields *m_fields = nullptr;
    KeepChoice *m_keep = nullptr;
    QPointer<Job<ControllerCheck>> m_check;
    QPointer<Job<Done>> m_keeping;
    bool m_checked = false; ///< what is typed now was accepted by the controller
};
