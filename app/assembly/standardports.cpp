#include "assembly/standardports.h"

#include "assembly/historyfile.h"
#include "assembly/historyondemand.h"
#include "net/namchannelfactory.h"
#include "net/tlspeerreader.h"
#include "store/profiledirectory.h"
#include "store/sqliteauditlog.h"
#include "vault/keychainvault.h"

namespace {

ProfileDirectory directoryOf(const QString &profileFolder)
{
    return profileFolder.isEmpty() ? ProfileDirectory::standard()
                                   : ProfileDirectory::at(profileFolder);
}

} // namespace

Ports standardPorts(const QString &profileFolder)
{
    const ProfileDirectory folder = directoryOf(profileFolder);
    const HistoryOpener open = openerOf(folder.historyFile());
    auto profiles = std::make_unique<ProfileStore>(folder.path());
    Ports ports;
    ports.clock = std::make_unique<SystemClock>();
    ports.channels = std::make_unique<NamChannelFactory>();
    ports.certificates = std::make_unique<TlsPeerReader>();
    ports.audit = std::make_unique<HistoryOnDemand>(open);
    KeychainOptions keychain;
    keychain.isExpected = [profile = profiles.get()](const QString &controllerId) {
        const auto controller = profile->controller(controllerId);
        return controller && controller->secretsInVault;
    };
    ports.vault = std::make_unique<KeychainVault>(keychain);
    ports.openHistory = open;
    ports.lastSession = folder.lastSessionFile();
    ports.profiles = std::move(profiles);
    return ports;
}

QString settingsFile(const QString &profileFolder)
{
    return directoryOf(profileFolder).settingsFile();
}
