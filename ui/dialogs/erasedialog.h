#pragma once

#include "core/audit.h"
#include "core/job.h"
#include "ui/dialogs/sheet.h"

#include <QPointer>

class ChoiceChips;
class Gatehouse;
class QLineEdit;
class TextLabel;

/// Forgets for good whom records were about: says of how many before, and what stays.
class EraseDialog : public Sheet
{
    Q_OBJECT

public:
    /// Starts with whoever this record is about; record number 0: with nobody.
    EraseDialog(Gatehouse &gatehouse, const AuditRecord &about, QWidget *parent = nullptr);

protected:
    void confirm() override;

private:
    enum Whom { Device, Login, Name, Room };

    void propose(const AuditRecord &about);
    [[nodiscard]] std::optional<HistoryFilter> wanted() const; ///< nothing while it is not typed
    void count();

    Gatehouse &m_gatehouse;
    AuditIntent m_about;
    ChoiceChips *m_whom;
    QLineEdit *m_text;
    TextLabel *m_count;
    QPointer<Job<qint64>> m_job;
};
