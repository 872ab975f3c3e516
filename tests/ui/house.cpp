#include "ui/house.h"

#include "net/namchannelfactory.h"
#include "net/tlspeerreader.h"
#include "store/profiledirectory.h"
#include "store/sqliteauditlog.h"
#include "vault/memoryvault.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

SimulatorOptions simulated(const QString &generation, int clients, int waiting)
{
    SimulatorOptions options;
    options.generation = generation;
    options.clients = clients;
    options.waiting = waiting;
    return options;
}

Credential credentialOf(const QJsonObject &told)
{
    if (told.contains(u"apiKey"_s))
        return {CredentialKind::ApiKey, {}, Secret(told[u"apiKey"_s].toString())};
    return {CredentialKind::OpenApiApplication, told[u"clientId"_s].toString(),
        Secret(told[u"clientSecret"_s].toString())};
}

ControllerProfile profileOf(const SimulatorInfo &info, int number)
{
    const Credential credential = credentialOf(info.credentials);
    ControllerProfile profile;
    profile.id = ProfileStore::newControllerId();
    profile.name = u"Controller %1"_s.arg(number);
    profile.url = info.url;
    profile.generation = generationFromWord(info.generation).value();
    profile.pinnedSha256 = info.certificateSha256;
    profile.vendorControllerId = info.credentials[u"omadacId"_s].toString();
    profile.version = info.version;
    profile.credentials = {{credential.kind, credential.account}};
    return profile;
}

} // namespace

House::House(const QList<SimulatorOptions> &controllers)
{
    const QString folder = m_folder.path();
    Ports ports;
    ports.clock = std::make_unique<SystemClock>();
    ports.channels = std::make_unique<NamChannelFactory>();
    ports.certificates = std::make_unique<TlsPeerReader>();
    ports.vault = std::make_unique<MemoryVault>();
    ports.profiles = std::make_unique<ProfileStore>(folder);
    ports.patience.pauses = {20ms, 50ms, 100ms};
    if (!ports.profiles->load())
        qFatal("the profile cannot be made");
    auto audit = SqliteAuditLog::open(ProfileDirectory::at(folder).historyFile());
    if (!audit)
        qFatal("the history cannot be made");
    ports.audit = std::move(*audit);
    if (!controllers.isEmpty()) {
        const auto started = m_simulators.startAndWait(controllers);
        if (!started)
            qFatal("%s", qPrintable(started.error()));
        m_running = *started;
    }
    int number = 0;
    for (const SimulatorInfo &info : std::as_const(m_running)) {
        const ControllerProfile profile = profileOf(info, ++number);
        if (!ports.profiles->putController(profile))
            qFatal("the controller cannot be stored");
        (void)ports.vault->write(profile.id, {credentialOf(info.credentials)});
    }
    m_preferences = std::make_unique<Preferences>(ProfileDirectory::at(folder).settingsFile());
    m_gatehouse = std::make_unique<Gatehouse>(std::move(ports));
    if (!m_gatehouse->load())
        qFatal("the profile cannot be loaded");
    m_window = std::make_unique<MainWindow>(*m_gatehouse, *m_preferences, false);
}

House::~House() = default;

void House::open()
{
    m_window->show();
    m_gatehouse->connectAll();
}

void House::reopen()
{
    m_window->close();
    m_window.reset();
    m_window = std::make_unique<MainWindow>(*m_gatehouse, *m_preferences, false);
    m_window->show();
}

MacAddress House::waitingGuest(int controller) const
{
    return MacAddress::parse(m_running[controller].waiting.first()).value();
}

ClientKey House::keyOf(const MacAddress &mac)
{
    const ClientDirectory &directory = m_gatehouse->directory();
    for (int slot = 0; slot < directory.slotCount(); ++slot) {
        if (directory.isUsed(slot) && directory.row(slot).client.key.mac == mac)
            return directory.row(slot).client.key;
    }
    return {};
}

SimulatorOptions unifi(int clients, int waiting)
{
    return simulated(u"unifi-integration"_s, clients, waiting);
}

SimulatorOptions omada(int clients, int waiting)
{
    return simulated(u"omada-openapi"_s, clients, waiting);
}
