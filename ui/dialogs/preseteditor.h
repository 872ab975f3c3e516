#pragma once

#include "core/clock.h"
#include "core/controllerprofile.h"

#include <QWidget>

class DataField;
class DurationField;
class FormRow;
class QLineEdit;
class QRadioButton;
class QSpinBox;
class QTimeEdit;
class RateField;

/// The fields of one preset.
class PresetEditor : public QWidget
{
    Q_OBJECT

public:
    /// clock must outlive the editor.
    explicit PresetEditor(const Clock &clock, QWidget *parent = nullptr);

    void setPreset(const Preset &preset);
    [[nodiscard]] Preset preset() const;

    /// Whether every field but the name is right.
    [[nodiscard]] bool isValid() const;

    /// Below the name: that it is missing or taken.
    void setNameProblem(const QString &problem);
    void focusName();

Q_SIGNALS:
    void edited(); ///< by the person

private:
    [[nodiscard]] QWidget *buildEnd(const Clock &clock);
    void changed();

    QLineEdit *m_name = nullptr;
    FormRow *m_nameRow = nullptr;
    QRadioButton *m_lasts = nullptr;
    QRadioButton *m_ends = nullptr;
    DurationField *m_duration = nullptr;
    QTimeEdit *m_endTime = nullptr;
    QSpinBox *m_extraDays = nullptr;
    DataField *m_quota = nullptr;
    RateField *m_down = nullptr;
    RateField *m_up = nullptr;
    bool m_filling = false;
};
