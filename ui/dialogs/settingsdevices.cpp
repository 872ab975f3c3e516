#include "ui/dialogs/settingsdevices.h"

#include "assembly/gatehouse.h"
#include "ui/dialogs/choicechips.h"
#include "ui/dialogs/labels.h"
#include "ui/look/theme.h"
#include "ui/widgets/formrow.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QSpinBox>

#include <algorithm>

namespace {

constexpr int mostDevices = 99;

/// In the order of the chips.
constexpr LoginPolicy::Per countings[]
    = {LoginPolicy::Per::Login, LoginPolicy::Per::Room, LoginPolicy::Per::Guest};
constexpr LoginPolicy::AtLimit answers[]
    = {LoginPolicy::AtLimit::CancelOldest, LoginPolicy::AtLimit::Refuse, LoginPolicy::AtLimit::Ask};

template <typename T, size_t count>
int placeIn(const T (&all)[count], T wanted)
{
    return int(std::ranges::find(all, wanted) - std::begin(all));
}

} // namespace

SettingsDevices::SettingsDevices(Gatehouse &gatehouse, QWidget *parent)
    : QWidget(parent)
    , m_gatehouse(gatehouse)
    , m_place(new QComboBox)
    , m_own(new QCheckBox(tr("&Differs here")))
    , m_limited(new QCheckBox(tr("&Limit how many devices one guest may have")))
    , m_rule(new QWidget)
    , m_devices(new QSpinBox)
    , m_per(new ChoiceChips(tr("Counted by")))
    , m_atLimit(new ChoiceChips(tr("At one device more")))
    , m_goOn(
          new QCheckBox(tr("Let the new device in even if the controller does not confirm that the "
                           "old one is &out")))
{
    build();
    listPlaces();
    connect(m_place, &QComboBox::currentIndexChanged, this, &SettingsDevices::showPlace);
    for (QCheckBox *box : {m_own, m_limited, m_goOn})
        connect(box, &QCheckBox::clicked, this, &SettingsDevices::takeEdit);
    connect(m_devices, &QSpinBox::valueChanged, this, &SettingsDevices::takeEdit);
    connect(m_per, &ChoiceChips::chosen, this, &SettingsDevices::takeEdit);
    connect(m_atLimit, &ChoiceChips::chosen, this, &SettingsDevices::takeEdit);
    showPlace();
}

void SettingsDevices::build()
{
    m_place->setAccessibleName(tr("Where"));
    m_devices->setAccessibleName(tr("Devices"));
    m_devices->setRange(1, mostDevices);
    m_per->addChip(tr("Login ID"));
    m_per->addChip(tr("Room"));
    m_per->addChip(tr("Guest name"));
    m_atLimit->addChip(tr("End the oldest"),
        tr("The device that has been in longest is cancelled first, then the new one is let in"));
    m_atLimit->addChip(tr("Refuse"), tr("The new device is not let in"));
    m_atLimit->addChip(tr("Ask"), tr("The person at the desk decides"));

    auto *rule = new QVBoxLayout(m_rule);
    rule->setContentsMargins({});
    rule->setSpacing(Theme::groupGap);
    rule->addWidget(new FormRow(tr("D&evices at once"), m_devices));
    rule->addWidget(labels::above(tr("Counted by"), m_per));
    rule->addWidget(labels::above(tr("At one device more"), m_atLimit));
    rule->addWidget(m_goOn);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Theme::groupGap);
    column->addWidget(labels::hint(
        tr("A guest who comes with one device more loses an older one: it must sign in again, and "
           "is never blocked. What is known of a guest is what was typed when a device was let "
           "in.")));
    column->addWidget(new FormRow(tr("&Where"), m_place));
    column->addWidget(m_own);
    column->addWidget(m_limited);
    column->addWidget(m_rule);
    column->addStretch(1);
}

void SettingsDevices::listPlaces()
{
    addPlace(tr("Everywhere"), {}, {});
    for (const ControllerLink *link : m_gatehouse.links()) {
        const ControllerProfile &profile = link->profile();
        addPlace(profile.name, profile.id, {});
        if (link->sites().size() < 2)
            continue;
        for (const Site &site : link->sites())
            addPlace(tr("%1 · %2", "controller, site").arg(profile.name, site.name), profile.id,
                site.id);
    }
}

void SettingsDevices::addPlace(
    const QString &name, const QString &controllerId, const QString &siteId)
{
    const ProfileStore &profiles = m_gatehouse.profiles();
    Place place{controllerId, siteId, {}};
    if (profiles.hasOwnLoginPolicy(controllerId, siteId))
        place.own = profiles.loginPolicy(controllerId, siteId);
    m_places.append(place);
    m_place->addItem(name);
}

std::optional<LoginPolicy> SettingsDevices::widerThan(const Place &place) const
{
    const auto controller = std::ranges::find_if(m_places, [&](const Place &other) {
        return other.controllerId == place.controllerId && other.siteId.isEmpty();
    });
    const bool isOfASite = !place.siteId.isEmpty() && controller != m_places.end();
    return isOfASite && controller->own ? controller->own : m_places.first().own;
}

void SettingsDevices::showPlace()
{
    const Place &place = m_places.at(m_place->currentIndex());
    const bool isEverywhere = place.controllerId.isEmpty();
    const auto holds = place.own || isEverywhere ? place.own : widerThan(place);
    const LoginPolicy shown = holds.value_or(LoginPolicy());
    const QSignalBlocker quiet(m_devices);
    m_own->setVisible(!isEverywhere);
    m_own->setChecked(place.own.has_value());
    m_limited->setVisible(isEverywhere);
    m_limited->setChecked(place.own.has_value());
    m_devices->setValue(shown.devices);
    m_per->setCurrent(placeIn(countings, shown.per));
    m_atLimit->setCurrent(placeIn(answers, shown.atLimit));
    m_goOn->setChecked(shown.goOnUnconfirmed);
    m_rule->setEnabled(place.own.has_value());
}

void SettingsDevices::takeEdit()
{
    Place &place = m_places[m_place->currentIndex()];
    const bool isSet = place.controllerId.isEmpty() ? m_limited->isChecked() : m_own->isChecked();
    place.own.reset();
    if (isSet)
        place.own = LoginPolicy{.per = countings[std::max(0, m_per->current())],
            .devices = m_devices->value(),
            .atLimit = answers[std::max(0, m_atLimit->current())],
            .goOnUnconfirmed = m_goOn->isChecked()};
    showPlace();
}

Result<Done> SettingsDevices::keep()
{
    ProfileStore &profiles = m_gatehouse.profiles();
    for (const Place &place : m_places) {
        std::optional<LoginPolicy> kept;
        if (profiles.hasOwnLoginPolicy(place.controllerId, place.siteId))
            kept = profiles.loginPolicy(place.controllerId, place.siteId);
        if (place.own == kept)
            continue;
        if (auto done = profiles.setLoginPolicy(place.controllerId, place.siteId, place.own); !done)
            return done;
    }
    return Done{};
}
