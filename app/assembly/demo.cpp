#include "assembly/demo.h"

#include "assembly/historyfile.h"
#include "net/namchannelfactory.h"
#include "net/tlspeerreader.h"
#include "store/profiledirectory.h"
#include "store/sqliteauditlog.h"
#include "vault/memoryvault.h"

using namespace Qt::StringLiterals;

namespace {

/// An API key or an Open API application; and where the building gives one, an account beside it.
Credentials credentialsOf(const DemoController &demo)
{
    const QJsonObject &told = demo.info.credentials;
    const auto secret = [&told](QStringView key) { return Secret(told.value(key).toString()); };
    const bool isUnifi = told.contains(u"apiKey");
    Credentials credentials;
    if (isUnifi)
        credentials += {CredentialKind::ApiKey, {}, secret(u"apiKey")};
    else
        credentials += {CredentialKind::OpenApiApplication, told.value(u"clientId").toString(),
            secret(u"clientSecret")};
    if (demo.givesAccount)
        credentials
            += {isUnifi ? CredentialKind::LocalAccount : CredentialKind::HotspotOperator,
                told.value(u"user").toString(), secret(u"password")};
    return credentials;
}

NewController asController(const DemoController &demo)
{
    NewController controller;
    ControllerProfile &profile = controller.profile;
    profile.id = ProfileStore::newControllerId();
    profile.name = demo.name;
    profile.url = demo.info.url;
    profile.generation
        = generationFromWord(demo.info.generation).value_or(Generation::UnifiIntegration);
    profile.pinnedSha256 = demo.info.certificateSha256;
    profile.vendorControllerId = demo.info.credentials.value(u"omadacId").toString();
    profile.version = demo.info.version;
    controller.credentials = credentialsOf(demo);
    for (const Credential &credential : std::as_const(controller.credentials))
        profile.credentials.append({credential.kind, credential.account});
    return controller;
}

} // namespace

Result<std::unique_ptr<Demo>> Demo::start()
{
    std::unique_ptr<Demo> demo(new Demo);
    const auto controllers = demo->m_venues.startAndWait();
    if (!controllers)
        return fail(Failure::Kind::Unreachable, controllers.error());
    if (const auto laid = demo->layProfile(*controllers); !laid)
        return fail(laid.error());
    return demo;
}

Result<Done> Demo::layProfile(const QList<DemoController> &controllers)
{
    const ProfileDirectory folder = ProfileDirectory::at(m_folder.path());
    auto profiles = std::make_unique<ProfileStore>(folder.path());
    if (const auto loaded = profiles->load(); !loaded)
        return fail(loaded.error());
    auto audit = SqliteAuditLog::open(folder.historyFile());
    if (!audit)
        return fail(audit.error());
    auto vault = std::make_unique<MemoryVault>();
    for (const DemoController &each : controllers) {
        const NewController controller = asController(each);
        if (const auto stored = profiles->putController(controller.profile); !stored)
            return fail(stored.error());
        // Memory cannot refuse; the job deletes itself.
        (void)vault->write(controller.profile.id, controller.credentials);
    }
    m_ports.clock = std::make_unique<SystemClock>();
    m_ports.channels = std::make_unique<NamChannelFactory>();
    m_ports.certificates = std::make_unique<TlsPeerReader>();
    m_ports.vault = std::move(vault);
    m_ports.audit = std::move(*audit);
    m_ports.openHistory = openerOf(folder.historyFile());
    m_ports.profiles = std::move(profiles);
    return Done{};
}
