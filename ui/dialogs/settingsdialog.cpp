#include "ui/dialogs/settingsdialog.h"

#include "assembly/gatehouse.h"
#include "ui/dialogs/panel.h"
#include "ui/dialogs/settingscontrollers.h"
#include "ui/dialogs/settingsdevices.h"
#include "ui/dialogs/settingsgeneral.h"
#include "ui/dialogs/settingspresets.h"
#include "ui/dialogs/settingswaitingroom.h"
#include "ui/look/icons.h"
#include "ui/look/theme.h"

#include <QBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QStackedLayout>

namespace {

constexpr int partsWidth = 176;
constexpr QSize startSize(860, 560);

} // namespace

SettingsDialog::SettingsDialog(Gatehouse &gatehouse, Preferences &preferences, QWidget *parent)
    : Sheet(tr("Settings"), tr("&Save"), parent)
    , m_general(new SettingsGeneral(gatehouse.profiles(), preferences))
    , m_presets(new SettingsPresets(gatehouse))
    , m_devices(new SettingsDevices(gatehouse))
    , m_waitingRoom(new SettingsWaitingRoom(gatehouse))
    , m_parts(new QListWidget)
    , m_stack(new QStackedLayout)
{
    m_parts->setAccessibleName(tr("Parts of the settings"));
    m_parts->addItem(new QListWidgetItem(icons::icon(IconName::Settings), tr("General")));
    m_parts->addItem(new QListWidgetItem(icons::icon(IconName::Preset), tr("Presets")));
    m_parts->addItem(new QListWidgetItem(icons::icon(IconName::Phone), tr("Guest devices")));
    m_parts->addItem(new QListWidgetItem(icons::icon(IconName::Controller), tr("Controllers")));
    m_parts->addItem(new QListWidgetItem(icons::icon(IconName::Waiting), tr("Waiting room")));
    m_stack->addWidget(m_general);
    m_stack->addWidget(m_presets);
    m_stack->addWidget(m_devices);
    m_stack->addWidget(new SettingsControllers(gatehouse));
    m_stack->addWidget(m_waitingRoom);
    auto *line = new QHBoxLayout;
    line->setSpacing(Theme::pageMargin);
    line->addWidget(Panel::around(m_parts, partsWidth));
    line->addLayout(m_stack, 1);
    contents()->addLayout(line, 1);
    connect(m_parts, &QListWidget::currentRowChanged, this, [this](int part) {
        m_stack->setCurrentIndex(part);
        setNote(Part(part) == Part::Controllers ? tr("Changes to controllers count at once.")
                                                : QString());
    });
    m_parts->setCurrentRow(0);
    resize(startSize);
}

void SettingsDialog::showPart(Part part)
{
    m_parts->setCurrentRow(int(part));
}

void SettingsDialog::confirm()
{
    clearProblem();
    if (!m_presets->isValid())
        return showPart(Part::Presets);
    if (const auto kept = m_presets->keep(); !kept)
        return showFailure(kept.error());
    if (const auto kept = m_general->keep(); !kept)
        return showFailure(kept.error());
    if (const auto kept = m_devices->keep(); !kept)
        return showFailure(kept.error());
    if (const auto kept = m_waitingRoom->keep(); !kept) {
        showPart(Part::WaitingRoom);
        if (kept.error().kind != Failure::Kind::InvalidInput)
            showFailure(kept.error());
        return;
    }
    accept();
}
