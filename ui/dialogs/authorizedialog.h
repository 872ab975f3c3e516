#pragma once

#include "ui/dialogs/actionsubject.h"
#include "ui/dialogs/sharedrules.h"
#include "ui/dialogs/sheet.h"

class ChoiceChips;
class LimitRows;
class QLineEdit;
class TextLabel;

/// Lets one device or many in, with a preset or limits of their own, and notes for whom and why.
class AuthorizeDialog : public Sheet
{
    Q_OBJECT

public:
    AuthorizeDialog(Gatehouse &gatehouse, const QList<ClientKey> &keys, QWidget *parent = nullptr);

Q_SIGNALS:
    /// This many authorizations were asked for.
    void asked(int count);

protected:
    void confirm() override;

private:
    void buildGuest();
    void buildLimits();
    void buildReason();
    void usePreset(int place);
    void showRules();
    [[nodiscard]] int defaultPresetPlace() const;
    [[nodiscard]] Guest guestFor(const ClientKey &key) const;
    [[nodiscard]] QString leftOutOf(const Preset &preset) const;
    [[nodiscard]] QDateTime localNow() const;

    Gatehouse &m_gatehouse;
    ActionSubject m_subject;
    QList<Preset> m_presets;
    SharedRules m_rules;
    QLineEdit *m_guest = nullptr;
    QLineEdit *m_room = nullptr;
    QLineEdit *m_login = nullptr;
    ChoiceChips *m_chips = nullptr;
    TextLabel *m_presetNote = nullptr;
    LimitRows *m_limits = nullptr;
    QLineEdit *m_reason = nullptr;
};
