#pragma once

#include "ui/dialogs/sheet.h"

class Gatehouse;
class Preferences;
class QListWidget;
class QStackedLayout;
class SettingsGeneral;
class SettingsPresets;

/// Settings in three parts: general, presets, controllers. The first two are kept with Save; what
/// is done to a controller counts at once, and says so.
class SettingsDialog : public Sheet
{
    Q_OBJECT

public:
    enum class Part { General, Presets, Controllers };

    SettingsDialog(Gatehouse &gatehouse, Preferences &preferences, QWidget *parent = nullptr);

    void showPart(Part part);

protected:
    void confirm() override;

private:
    SettingsGeneral *m_general = nullptr;
    SettingsPresets *m_presets = nullptr;
    QListWidget *m_parts = nullptr;
    QStackedLayout *m_stack = nullptr;
};
