#include "assembly/simulatedgatehouse.h"

#include "assembly/historyfile.h"
#include "assembly/historyondemand.h"
#include "net/namchannelfactory.h"
#include "net/tlspeerreader.h"
#include "store/profiledirectory.h"
#include "vault/memoryvault.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

CredentialKind accountKindOf(Generation generation)
{
    switch (generation) {
    case Generation::UnifiIntegration:
    case Generation::UnifiClassic:
        return CredentialKind::LocalAccount;
    case Generation::Omada4:
    case Generation::Omada5:
    case Generation::OmadaOpenApi:
        return CredentialKind::HotspotOperator;
    case Generation::Eap2:
    case Generation::Omada3:
        return CredentialKind::ControllerAccount;
    }
    Q_UNREACHABLE();
}

Credentials credentialsOf(
    const QJsonObject &told, Generation generation, SimulatedGatehouse::Keys keys)
{
    const auto text = [&told](const QString &key) { return told.value(key).toString(); };
    Credentials credentials;
    const bool hasApi = keys != SimulatedGatehouse::Keys::AccountOnly;
    if (hasApi && told.contains(u"apiKey"_s))
        credentials += {CredentialKind::ApiKey, {}, Secret(text(u"apiKey"_s))};
    if (hasApi && told.contains(u"clientId"_s))
        credentials += {CredentialKind::OpenApiApplication, text(u"clientId"_s),
            Secret(text(u"clientSecret"_s))};
    const bool isWhole = keys == SimulatedGatehouse::Keys::ApiOnly && !credentials.isEmpty();
    if (told.contains(u"user"_s) && !isWhole)
        credentials += {accountKindOf(generation), text(u"user"_s), Secret(text(u"password"_s))};
    return credentials;
}

ControllerProfile profileOf(const SimulatorInfo &info, int number)
{
    ControllerProfile profile;
    profile.id = ProfileStore::newControllerId();
    profile.name = u"Controller %1"_s.arg(number);
    profile.url = info.url;
    profile.generation = generationFromWord(info.generation).value();
    profile.pinnedSha256 = info.certificateSha256;
    profile.version = info.version;
    for (const auto &site : info.sites)
        profile.siteNames += site.toObject().value(u"name").toString();
    return profile;
}

} // namespace

SimulatedGatehouse::SimulatedGatehouse(const QList<SimulatorOptions> &controllers, Keys keys)
{
    if (!controllers.isEmpty()) {
        const auto started = m_simulators.startAndWait(controllers);
        if (!started)
            qFatal("%s", qPrintable(started.error()));
        m_running = *started;
    }
    open(keys);
}

SimulatedGatehouse::SimulatedGatehouse(const QList<SimulatorInfo> &running, Keys keys)
    : m_running(running)
{
    open(keys);
}

void SimulatedGatehouse::open(Keys keys)
{
    Ports ports;
    ports.clock = std::make_unique<SystemClock>();
    ports.channels = std::make_unique<NamChannelFactory>();
    ports.certificates = std::make_unique<TlsPeerReader>();
    ports.vault = std::make_unique<MemoryVault>();
    ports.profiles = std::make_unique<ProfileStore>(folder());
    ports.patience.pauses = {20ms, 50ms, 100ms};
    if (!ports.profiles->load())
        qFatal("the profile cannot be made");
    ports.openHistory = openerOf(ProfileDirectory::at(folder()).historyFile());
    ports.audit = std::make_unique<HistoryOnDemand>(ports.openHistory);
    ports.lastSession = ProfileDirectory::at(folder()).lastSessionFile();
    for (const SimulatorInfo &info : std::as_const(m_running)) {
        ControllerProfile profile = profileOf(info, int(m_ids.size()) + 1);
        const Credentials credentials = credentialsOf(info.credentials, profile.generation, keys);
        for (const Credential &credential : credentials)
            profile.credentials.append({credential.kind, credential.account});
        m_ids += profile.id;
        if (!ports.profiles->putController(profile))
            qFatal("the controller cannot be stored");
        (void)ports.vault->write(profile.id, credentials);
    }
    m_gatehouse = std::make_unique<Gatehouse>(std::move(ports));
    if (!m_gatehouse->load())
        qFatal("the profile cannot be loaded");
}

MacAddress SimulatedGatehouse::waitingGuest(int controller) const
{
    return MacAddress::parse(m_running[controller].waiting.first()).value();
}

ClientKey SimulatedGatehouse::keyOf(const MacAddress &mac)
{
    for (int controller = 0; controller < int(m_ids.size()); ++controller)
        if (ClientKey key = keyOf(mac, controller); !key.controllerId.isEmpty())
            return key;
    return {};
}

ClientKey SimulatedGatehouse::keyOf(const MacAddress &mac, int controller)
{
    const ClientDirectory &directory = m_gatehouse->directory();
    for (int slot = 0; slot < directory.slotCount(); ++slot) {
        if (!directory.isUsed(slot))
            continue;
        ClientKey key = directory.row(slot).client.key;
        if (key.mac == mac && key.controllerId == m_ids[controller])
            return key;
    }
    return {};
}

SimulatorOptions simulated(const QString &generation, int clients, int waiting)
{
    SimulatorOptions options;
    options.generation = generation;
    options.clients = clients;
    options.waiting = waiting;
    return options;
}
