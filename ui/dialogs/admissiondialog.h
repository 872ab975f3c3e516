#pragma once

#include "clients/admissionrun.h"
#include "ui/dialogs/sheet.h"

#include <QPointer>

/// A guest comes with one device more than the site allows, and a person is to say what happens:
/// which devices the guest has now, and three ways on. Closing it lets nobody in.
class AdmissionDialog : public Sheet
{
    Q_OBJECT

public:
    /// Closes by itself when the run has ended otherwise.
    explicit AdmissionDialog(AdmissionRun &run, const QDateTime &now, QWidget *parent = nullptr);

    void reject() override;

protected:
    void confirm() override;

private:
    void listHolders(const QDateTime &now);
    void goOnWithAll();

    QPointer<AdmissionRun> m_run;
};
