#pragma once

#include "assembly/gatehouse.h"
#include "ui/dialogs/presetdraft.h"

#include <QWidget>

class IconButton;
class PresetEditor;
class QComboBox;
class QListWidget;

/// The presets of the desk, in the order in which they are offered, and which one a plain click
/// uses where.
class SettingsPresets : public QWidget
{
    Q_OBJECT

public:
    explicit SettingsPresets(Gatehouse &gatehouse, QWidget *parent = nullptr);

    /// Goes to what cannot be kept; false when there is something.
    [[nodiscard]] bool isValid();
    [[nodiscard]] Result<Done> keep();

private:
    [[nodiscard]] QLayout *buildList();
    [[nodiscard]] QLayout *buildDefaults();
    void select(int index);
    void takeEdit();
    void add();
    void remove();
    void move(int by);
    void listPresets();
    void showDefaults();
    void showSiteDefault();
    void refresh();
    [[nodiscard]] QList<PresetDraft::Place> places() const;
    [[nodiscard]] PresetDraft::Place chosenPlace() const;

    Gatehouse &m_gatehouse;
    PresetDraft m_draft;
    int m_current = 0;
    QListWidget *m_list = nullptr;
    IconButton *m_remove = nullptr;
    IconButton *m_up = nullptr;
    IconButton *m_down = nullptr;
    PresetEditor *m_editor = nullptr;
    QComboBox *m_everywhere = nullptr;
    QComboBox *m_site = nullptr;
    QComboBox *m_siteDefault = nullptr;
    QWidget *m_siteRow = nullptr;
};
