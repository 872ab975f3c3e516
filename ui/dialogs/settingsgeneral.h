#pragma once

#include "core/result.h"

#include <QWidget>

class ChoiceChips;
class Preferences;
class ProfileStore;
class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

/// Who works here, how long the history knows people, in which language, and how the window looks.
class SettingsGeneral : public QWidget
{
    Q_OBJECT

public:
    SettingsGeneral(ProfileStore &profiles, Preferences &preferences, QWidget *parent = nullptr);

    [[nodiscard]] Result<Done> keep();

private:
    ProfileStore &m_profiles;
    Preferences &m_preferences;
    QLineEdit *m_operator = nullptr;
    QSpinBox *m_retention = nullptr;
    QComboBox *m_language = nullptr;
    ChoiceChips *m_scheme = nullptr;
    QCheckBox *m_compact = nullptr;
};
