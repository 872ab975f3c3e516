#pragma once

#include "ui/dialogs/sheet.h"

class Gatehouse;
class Preferences;
class QListWidget;
class QStackedLayout;
class SettingsDevices;
class SettingsGeneral;
class SettingsPresets;
class SettingsWaitingRoom;

/// Settings in five parts: general, presets, devices of a guest, controllers, waiting room. They
/// are kept with Save; only what is done to a controller counts at once, and says so.
class SettingsDialog : public Sheet
{
    Q_OBJECT

public:
    enum class Part { General, Presets, Devices, Controllers, WaitingRoom };

    SettingsDialog(Gatehouse &gatehouse, Preferences &preferences, QWidget *parent = nullptr);

    void showPart(Part part);

protected:
    void confirm() override;

private:
    SettingsGeneral *m_general = nullptr;
    SettingsPresets *m_presets = nullptr;
    SettingsDevices *m_devices = nullptr;
    SettingsWaitingRoom *m_waitingRoom = nullptr;
    QListWidget *m_parts = nullptr;
    QStackedLayout *m_stack = nullptr;
};
