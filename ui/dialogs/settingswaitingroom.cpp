#include "ui/dialogs/settingswaitingroom.h"

#include "assembly/captureportal.h"
#include "assembly/gatehouse.h"
#include "phrases/phrases.h"
#include "ui/dialogs/labels.h"
#include "ui/widgets/copyabletext.h"
#include "ui/widgets/formrow.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QSpinBox>

namespace {

constexpr int mostPort = 65535;
constexpr int plainPort = 80; ///< the one that browsers take when an address names none

bool isUnifi(Generation generation)
{
    return generation == Generation::UnifiIntegration || generation == Generation::UnifiClassic;
}

} // namespace

SettingsWaitingRoom::SettingsWaitingRoom(Gatehouse &gatehouse, QWidget *parent)
    : QWidget(parent)
    , m_gatehouse(gatehouse)
    , m_enabled(new QCheckBox(tr("&Receive waiting devices here")))
    , m_address(new QComboBox)
    , m_port(new QSpinBox)
    , m_state(labels::hint())
{
    const WaitingRoomSettings &now = gatehouse.profiles().waitingRoom();
    m_enabled->setChecked(now.enabled);
    m_address->setAccessibleName(tr("Address"));
    listAddresses(now.address);
    m_addressRow = new FormRow(tr("&Address"), m_address);
    m_addressRow->setHint(tr("The address of this computer at which devices of the guest network "
                             "reach it."));
    m_port->setAccessibleName(tr("Port"));
    m_port->setRange(1, mostPort);
    m_port->setValue(now.port);
    m_portRow = new FormRow(tr("&Port"), m_port);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Theme::groupGap);
    column->addWidget(labels::hint(
        tr("For networks whose controller sends new devices to an external portal. Their browsers "
           "land on a page with a code, and the devices appear in the table with that code. The "
           "oldest controllers tell of waiting devices in no other way.")));
    column->addWidget(m_enabled);
    column->addWidget(m_addressRow);
    column->addWidget(m_portRow);
    column->addWidget(buildPortalAddress());
    column->addStretch(1);
    column->addWidget(m_state);

    connect(m_enabled, &QCheckBox::toggled, this, &SettingsWaitingRoom::refresh);
    connect(m_address, &QComboBox::currentIndexChanged, this, &SettingsWaitingRoom::refresh);
    connect(m_port, &QSpinBox::valueChanged, this, &SettingsWaitingRoom::refresh);
    connect(m_controller, &QComboBox::currentIndexChanged, this,
        &SettingsWaitingRoom::showPortalAddress);
    connect(
        &gatehouse.portal(), &CapturePortal::stateChanged, this, &SettingsWaitingRoom::showState);
    connect(&gatehouse, &Gatehouse::linkAdded, this, &SettingsWaitingRoom::listControllers);
    connect(&gatehouse, &Gatehouse::linkRemoved, this, &SettingsWaitingRoom::listControllers,
        Qt::QueuedConnection); // a link is still there while its removal is announced
    listControllers();
    refresh();
}

QWidget *SettingsWaitingRoom::buildPortalAddress()
{
    m_controller = new QComboBox;
    m_controller->setAccessibleName(tr("Controller"));
    m_portal = new CopyableText(tr("Portal address"));
    m_portalHint = labels::hint();
    m_portalPart = new QWidget;
    auto *column = new QVBoxLayout(m_portalPart);
    column->setContentsMargins({});
    column->setSpacing(Theme::grid);
    column->addWidget(labels::above(tr("Portal address to enter on"), m_controller));
    column->addWidget(m_portal);
    column->addWidget(m_portalHint);
    return m_portalPart;
}

void SettingsWaitingRoom::listAddresses(const QString &chosen)
{
    const QStringList addresses = CapturePortal::addressesOfThisComputer();
    for (const QString &address : addresses)
        m_address->addItem(address, address);
    if (!chosen.isEmpty() && m_address->findData(chosen) < 0)
        m_address->addItem(tr("%1 (not there now)").arg(chosen), chosen);
    m_address->setCurrentIndex(std::max(0, m_address->findData(chosen)));
}

void SettingsWaitingRoom::listControllers()
{
    m_controller->clear();
    const auto links = m_gatehouse.links();
    for (const ControllerLink *link : links)
        m_controller->addItem(link->profile().name, link->profile().id);
    m_portalPart->setVisible(!links.isEmpty());
    showPortalAddress();
}

WaitingRoomSettings SettingsWaitingRoom::settings() const
{
    return {m_enabled->isChecked(), m_address->currentData().toString(), m_port->value()};
}

void SettingsWaitingRoom::refresh()
{
    const bool enabled = m_enabled->isChecked();
    for (QWidget *part :
        {static_cast<QWidget *>(m_addressRow), static_cast<QWidget *>(m_portRow), m_portalPart})
        part->setEnabled(enabled);
    m_addressRow->setError({});
    m_portRow->setError({});
    showPortalAddress();
    showState();
}

void SettingsWaitingRoom::showPortalAddress()
{
    const ControllerLink *link = m_gatehouse.link(m_controller->currentData().toString());
    if (!link)
        return;
    const WaitingRoomSettings wanted = settings();
    m_portal->setText(CapturePortal::urlFor(link->profile(), wanted).toString());
    if (!isUnifi(link->profile().generation))
        labels::say(m_portalHint,
            tr("On the controller, enter it as the External Portal Server of the guest network."));
    else if (wanted.port == plainPort)
        labels::say(m_portalHint, tr("On UniFi, enter it as the External Portal Server."));
    else
        labels::say(m_portalHint,
            tr("On UniFi, enter it as the External Portal Server. Where UniFi takes no port, "
               "choose "
               "port 80 here, or let port 80 of this address lead to this one."));
}

void SettingsWaitingRoom::showState()
{
    const CapturePortal &portal = m_gatehouse.portal();
    const WaitingRoomSettings &now = m_gatehouse.profiles().waitingRoom();
    QString state;
    if (portal.isListening())
        state = tr("Listening at %1, port %2.").arg(now.address).arg(now.port);
    else if (portal.failure())
        state = phrases::textWithNextStep(*portal.failure());
    if (const int unclear = portal.room().unplaced(); unclear > 0)
        state += u' '
            + tr("%n device(s) wait of which it is not clear on which controller. Enter the portal "
                 "address above on each controller.",
                nullptr, unclear);
    labels::say(m_state, state.trimmed());
}

Result<Done> SettingsWaitingRoom::keep()
{
    auto kept = m_gatehouse.portal().apply(settings());
    if (!kept && kept.error().kind == Failure::Kind::InvalidInput)
        m_portRow->setError(kept.error().said);
    return kept;
}
