#include "ui/dialogs/settingspresets.h"

#include "ui/dialogs/labels.h"
#include "ui/dialogs/panel.h"
#include "ui/dialogs/preseteditor.h"
#include "ui/widgets/formrow.h"
#include "ui/widgets/iconbutton.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QListWidget>

namespace {

constexpr int listWidth = 220;

} // namespace

SettingsPresets::SettingsPresets(Gatehouse &gatehouse, QWidget *parent)
    : QWidget(parent)
    , m_gatehouse(gatehouse)
    , m_draft(gatehouse.profiles(), places())
    , m_editor(new PresetEditor(gatehouse.clock()))
{
    auto *top = new QHBoxLayout;
    top->setSpacing(Theme::pageMargin);
    top->addLayout(buildList());
    top->addWidget(m_editor, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Theme::groupGap);
    column->addLayout(top, 1);
    column->addLayout(buildDefaults());
    connect(m_list, &QListWidget::currentRowChanged, this, &SettingsPresets::select);
    connect(m_editor, &PresetEditor::edited, this, &SettingsPresets::takeEdit);
    listPresets();
    m_list->setCurrentRow(0);
}

QList<PresetDraft::Place> SettingsPresets::places() const
{
    QList<PresetDraft::Place> result;
    for (const ControllerLink *link : m_gatehouse.links())
        for (const Site &site : link->sites())
            result << PresetDraft::Place{link->profile().id, site.id};
    return result;
}

QLayout *SettingsPresets::buildList()
{
    m_list = new QListWidget;
    m_list->setAccessibleName(tr("Presets"));
    auto *add = new IconButton(IconName::Add, tr("Add preset"));
    m_remove = new IconButton(IconName::Remove, tr("Remove preset"));
    m_up = new IconButton(IconName::ChevronUp, tr("Move up"));
    m_down = new IconButton(IconName::ChevronDown, tr("Move down"));
    connect(add, &IconButton::clicked, this, &SettingsPresets::add);
    connect(m_remove, &IconButton::clicked, this, &SettingsPresets::remove);
    connect(m_up, &IconButton::clicked, this, [this] { move(-1); });
    connect(m_down, &IconButton::clicked, this, [this] { move(1); });
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Theme::grid);
    for (IconButton *button : {add, m_remove, m_up, m_down})
        buttons->addWidget(button);
    buttons->addStretch();
    auto *column = new QVBoxLayout;
    column->setSpacing(Theme::grid);
    column->addWidget(Panel::around(m_list, listWidth), 1);
    column->addLayout(buttons);
    return column;
}

QLayout *SettingsPresets::buildDefaults()
{
    m_everywhere = new QComboBox;
    m_everywhere->setAccessibleName(tr("Default preset"));
    m_site = new QComboBox;
    m_site->setAccessibleName(tr("Site"));
    m_siteDefault = new QComboBox;
    m_siteDefault->setAccessibleName(tr("Default preset of the site"));
    for (const PresetDraft::Place &place : places()) {
        const ControllerLink *link = m_gatehouse.link(place.controllerId);
        m_site->addItem(
            tr("%1 · %2", "controller, site")
                .arg(link->profile().name, m_gatehouse.siteName(place.controllerId, place.siteId)),
            QStringList{place.controllerId, place.siteId});
    }
    m_siteRow = new QWidget;
    auto *siteRow = new QHBoxLayout(m_siteRow);
    siteRow->setContentsMargins({});
    siteRow->setSpacing(Theme::groupGap);
    siteRow->addWidget(new FormRow(tr("&At this site"), m_site), 1);
    siteRow->addWidget(new FormRow(tr("a cl&ick uses"), m_siteDefault), 1);
    m_siteRow->setVisible(m_site->count() > 0);

    auto *line = new QHBoxLayout;
    line->setSpacing(Theme::groupGap);
    line->addWidget(new FormRow(tr("A plain &click uses"), m_everywhere), 1);
    line->addWidget(m_siteRow, 2);
    connect(m_everywhere, &QComboBox::activated, this,
        [this](int index) { m_draft.setOwnDefault({}, index); });
    connect(m_site, &QComboBox::currentIndexChanged, this, &SettingsPresets::showSiteDefault);
    connect(m_siteDefault, &QComboBox::activated, this,
        [this](int index) { m_draft.setOwnDefault(chosenPlace(), index - 1); });
    return line;
}

PresetDraft::Place SettingsPresets::chosenPlace() const
{
    const QStringList ids = m_site->currentData().toStringList();
    return {ids.value(0), ids.value(1)};
}

void SettingsPresets::listPresets()
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const PresetDraft::Entry &entry : m_draft.entries())
        m_list->addItem(entry.preset.name);
    showDefaults();
}

void SettingsPresets::showDefaults()
{
    m_everywhere->clear();
    for (const PresetDraft::Entry &entry : m_draft.entries())
        m_everywhere->addItem(entry.preset.name);
    m_everywhere->setCurrentIndex(m_draft.ownDefault({}));
    showSiteDefault();
}

void SettingsPresets::showSiteDefault()
{
    m_siteDefault->clear();
    m_siteDefault->addItem(tr("the same as everywhere"));
    for (const PresetDraft::Entry &entry : m_draft.entries())
        m_siteDefault->addItem(entry.preset.name);
    m_siteDefault->setCurrentIndex(m_draft.ownDefault(chosenPlace()) + 1);
}

void SettingsPresets::select(int index)
{
    if (index < 0)
        return;
    m_current = index;
    m_editor->setPreset(m_draft.preset(index));
    refresh();
}

void SettingsPresets::takeEdit()
{
    const Preset edited = m_editor->preset();
    const bool renamed = edited.name != m_draft.preset(m_current).name;
    Preset kept = m_editor->isValid() ? edited : m_draft.preset(m_current);
    kept.name = edited.name; // limits that are half typed do not replace those that were right
    m_draft.replace(m_current, kept);
    if (renamed) {
        m_list->item(m_current)->setText(edited.name);
        showDefaults();
    }
    refresh();
}

void SettingsPresets::refresh()
{
    const QString name = m_draft.preset(m_current).name;
    m_editor->setNameProblem(name.trimmed().isEmpty() ? tr("Give the preset a name.")
            : m_draft.isNameFree(name, m_current)     ? QString()
                                                      : tr("Another preset has this name."));
    m_remove->setEnabled(m_draft.entries().size() > 1);
    m_up->setEnabled(m_current > 0);
    m_down->setEnabled(m_current + 1 < m_draft.entries().size());
}

void SettingsPresets::add()
{
    const int index = m_draft.addAfter(m_current, tr("New preset"));
    listPresets();
    m_list->setCurrentRow(index);
    m_editor->focusName();
}

void SettingsPresets::remove()
{
    m_draft.remove(m_current);
    listPresets();
    m_list->setCurrentRow(std::min(m_current, m_list->count() - 1));
    select(m_list->currentRow());
}

void SettingsPresets::move(int by)
{
    const int to = m_current + by;
    m_draft.move(m_current, to);
    listPresets();
    m_list->setCurrentRow(to);
    select(to);
}

bool SettingsPresets::isValid()
{
    const int wrong = m_draft.firstWrong();
    if (wrong >= 0) {
        m_list->setCurrentRow(wrong);
        m_editor->focusName();
    }
    return wrong < 0 && m_editor->isValid();
}

Result<Done> SettingsPresets::keep()
{
    auto kept = m_draft.keepIn(m_gatehouse.profiles());
    if (kept)
        Q_EMIT m_gatehouse.presetsChanged();
    return kept;
}
