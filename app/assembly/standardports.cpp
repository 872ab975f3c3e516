#include "assembly/standardports.h"

#include "assembly/historyfile.h"
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

Result<Ports> standardPorts(const QString &profileFolder)
{
    const ProfileDirectory folder = directoryOf(profileFolder);
    auto profiles = std::make_unique<ProfileStore>(folder.path());
    // The profile makes its folder, and a profile from a newer version is refused before anything
    // is written.
    if (const auto loaded = profiles->load(); !loaded)
        return fail(loaded.error());
    auto audit = SqliteAuditLog::open(folder.historyFile());
    if (!audit)
        return fail(audit.error());
    (*audit)->setPatience(historyPatience);
    Ports ports;
    ports.clock = std::make_unique<SystemClock>();
    ports.channels = std::make_unique<NamChannelFactory>();
    ports.certificates = std::make_unique<TlsPeerReader>();
    KeychainOptions keychain;
    keychain.isExpected = [profile = profiles.get()](const QString &controllerId) {
        const auto controller = profile->controller(controllerId);
        return controller && controller->secretsInVault;
    };
    ports.vault = std::make_unique<KeychainVault>(keychain);
    ports.audit = std::move(*audit);
    ports.openHistory = openerOf(folder.historyFile());
    ports.lastSession = folder.lastSessionFile();
    ports.profiles = std::move(profiles);
    return ports;
}

QString settingsFile(const QString &profileFolder)
{
    return directoryOf(profileFolder).settingsFile();
}
