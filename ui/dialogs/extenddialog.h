#pragma once

#include "ui/dialogs/actionsubject.h"
#include "ui/dialogs/sheet.h"

class ChoiceChips;
class DurationField;
class QLineEdit;
class TextLabel;

/// Adds time to authorizations, and says when they will end then.
class ExtendDialog : public Sheet
{
    Q_OBJECT

public:
    ExtendDialog(Gatehouse &gatehouse, const QList<ClientKey> &keys, QWidget *parent = nullptr);

Q_SIGNALS:
    /// This many extensions were asked for.
    void asked(int count);

protected:
    void confirm() override;

private:
    void buildTime();
    void refresh();
    [[nodiscard]] bool restartsUsage() const;
    [[nodiscard]] QString newEnd() const;

    Gatehouse &m_gatehouse;
    ActionSubject m_subject;
    ChoiceChips *m_chips = nullptr;
    DurationField *m_time = nullptr;
    TextLabel *m_end = nullptr;
    QLineEdit *m_reason = nullptr;
};
