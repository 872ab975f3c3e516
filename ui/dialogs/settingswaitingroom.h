#pragma once

#include "core/result.h"
#include "core/waitingroomsettings.h"

#include <QWidget>

class CopyableText;
class FormRow;
class Gatehouse;
class QCheckBox;
class QComboBox;
class QSpinBox;
class TextLabel;

/// Whether and where the waiting room listens, and what to enter on each controller so that it
/// sends waiting devices there.
class SettingsWaitingRoom : public QWidget
{
    Q_OBJECT

public:
    explicit SettingsWaitingRoom(Gatehouse &gatehouse, QWidget *parent = nullptr);

    /// Listens by these settings and stores them. InvalidInput is shown beside its field.
    [[nodiscard]] Result<Done> keep();

private:
    [[nodiscard]] QWidget *buildPortalAddress();
    [[nodiscard]] WaitingRoomSettings settings() const;
    void listAddresses(const QString &chosen);
    void listControllers();
    void refresh();
    void showState();
    void showPortalAddress();

    Gatehouse &m_gatehouse;
    QCheckBox *m_enabled = nullptr;
    QComboBox *m_address = nullptr;
    QSpinBox *m_port = nullptr;
    FormRow *m_addressRow = nullptr;
    FormRow *m_portRow = nullptr;
    TextLabel *m_state = nullptr;
    QComboBox *m_controller = nullptr;
    CopyableText *m_portal = nullptr;
    TextLabel *m_portalHint = nullptr;
    QWidget *m_portalPart = nullptr;
};
