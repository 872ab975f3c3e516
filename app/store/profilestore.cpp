#include "store/profilestore.h"

#include "store/profiledirectory.h"
#include "store/profilejson.h"
#include "store/systemuser.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSaveFile>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int lockTimeoutMs = 5000;
constexpr qint64 maxFileBytes = 16 * 1024 * 1024;

tl::unexpected<Failure> failed(const QString &path, const QString &what)
{
    return fail(
        Failure::Kind::StorageFailed, u"%1: %2"_s.arg(QDir::toNativeSeparators(path), what));
}

const Preset *presetNamed(const QList<Preset> &presets, const QString &name)
{
    const auto found = std::ranges::find(presets, name, &Preset::name);
    return found == presets.end() ? nullptr : &*found;
}

void dropDanglingDefaults(Profile &profile)
{
    profile.siteDefaults.removeIf(
        [&](const auto &entry) { return !presetNamed(profile.presets, entry.value()); });
    if (!presetNamed(profile.presets, profile.defaultPreset))
        profile.defaultPreset
            = profile.presets.isEmpty() ? QString() : profile.presets.first().name;
}

} // namespace

ProfileStore::ProfileStore(const QString &directory)
    : m_directory(ProfileDirectory::at(directory).path())
    , m_profile(freshProfile())
{
}

QString ProfileStore::path() const
{
    return ProfileDirectory::at(m_directory).controllersFile();
}

Result<Done> ProfileStore::load()
{
    return makeDirectory().and_then([this](Done) { return read(); }).map([this](Profile &&profile) {
        m_profile = std::move(profile);
        return Done{};
    });
}

std::optional<ControllerProfile> ProfileStore::controller(const QString &id) const
{
    const auto found = std::ranges::find(m_profile.controllers, id, &ControllerProfile::id);
    return found == m_profile.controllers.end() ? std::nullopt : std::optional(*found);
}

QString ProfileStore::newControllerId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

Result<Done> ProfileStore::putController(const ControllerProfile &controller)
{
    return change([&](Profile &profile) -> Result<Done> {
        const auto found
            = std::ranges::find(profile.controllers, controller.id, &ControllerProfile::id);
        if (found == profile.controllers.end())
            profile.controllers += controller;
        else
            *found = controller;
        return Done{};
    });
}

Result<Done> ProfileStore::removeController(const QString &id)
{
    return change([&](Profile &profile) -> Result<Done> {
        if (profile.controllers.removeIf([&](const auto &each) { return each.id == id; }) == 0)
            return fail(
                Failure::Kind::NotFound, u"there is no controller with the id %1"_s.arg(id));
        const auto isOfIt = [&](const auto &entry) { return entry.key().first == id; };
        profile.siteDefaults.removeIf(isOfIt);
        profile.loginPolicies.removeIf(isOfIt);
        return Done{};
    });
}

Result<Done> ProfileStore::setPresets(const QList<Preset> &presets)
{
    return change([&](Profile &profile) -> Result<Done> {
        profile.presets = presets;
        dropDanglingDefaults(profile);
        return Done{};
    });
}

Preset ProfileStore::defaultPreset(const QString &controllerId, const QString &siteId) const
{
    const auto &own = m_profile.siteDefaults;
    const QString name
        = own.value({controllerId, siteId}, own.value({controllerId, {}}, m_profile.defaultPreset));
    const Preset *preset = presetNamed(m_profile.presets, name);
    return preset ? *preset : m_profile.presets.value(0);
}

bool ProfileStore::hasOwnDefault(const QString &controllerId, const QString &siteId) const
{
    return m_profile.siteDefaults.contains({controllerId, siteId});
}

Result<Done> ProfileStore::setDefaultPreset(
    const QString &controllerId, const QString &siteId, const QString &presetName)
{
    return change([&](Profile &profile) -> Result<Done> {
        const bool isOverall = controllerId.isEmpty();
        if (presetName.isEmpty() && !isOverall) {
            profile.siteDefaults.remove({controllerId, siteId});
            return Done{};
        }
        if (!presetNamed(profile.presets, presetName))
            return fail(Failure::Kind::NotFound, u"there is no preset named %1"_s.arg(presetName));
        if (isOverall)
            profile.defaultPreset = presetName;
        else
            profile.siteDefaults.insert({controllerId, siteId}, presetName);
        return Done{};
    });
}

std::optional<LoginPolicy> ProfileStore::loginPolicy(
    const QString &controllerId, const QString &siteId) const
{
    const auto &policies = m_profile.loginPolicies;
    for (const Profile::SiteKey &key :
        {Profile::SiteKey{controllerId, siteId}, {controllerId, {}}, {{}, {}}})
        if (const auto found = policies.find(key); found != policies.end())
            return *found;
    return std::nullopt;
}

bool ProfileStore::hasOwnLoginPolicy(const QString &controllerId, const QString &siteId) const
{
    return m_profile.loginPolicies.contains({controllerId, siteId});
}

Result<Done> ProfileStore::setLoginPolicy(
    const QString &controllerId, const QString &siteId, const std::optional<LoginPolicy> &policy)
{
    return change([&](Profile &profile) -> Result<Done> {
        if (policy)
            profile.loginPolicies.insert({controllerId, siteId}, *policy);
        else
            profile.loginPolicies.remove({controllerId, siteId});
        return Done{};
    });
}

QString ProfileStore::operatorName() const
{
    return m_profile.operatorName.isEmpty() ? systemUser() : m_profile.operatorName;
}

Result<Done> ProfileStore::setOperatorName(const QString &name)
{
    return change([&](Profile &profile) -> Result<Done> {
        profile.operatorName = name.trimmed();
        return Done{};
    });
}

Result<Done> ProfileStore::setHistoryRetentionDays(int days)
{
    return change([&](Profile &profile) -> Result<Done> {
        profile.historyRetentionDays = days;
        return Done{};
    });
}

Result<Done> ProfileStore::setWaitingRoom(const WaitingRoomSettings &settings)
{
    return change([&](Profile &profile) -> Result<Done> {
        profile.waitingRoom = settings;
        return Done{};
    });
}

Result<Done> ProfileStore::makeDirectory() const
{
    const QFileInfo folder(m_directory);
    if (folder.isDir())
        return Done{};
    if (folder.exists())
        return failed(m_directory, u"is not a folder"_s);
    constexpr auto onlyThisPerson = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    if (!QDir().mkpath(folder.absolutePath())
        || (!QDir().mkdir(m_directory, onlyThisPerson) && !QFileInfo(m_directory).isDir()))
        return failed(m_directory, u"the folder cannot be made"_s);
    return Done{};
}

Result<Profile> ProfileStore::read() const
{
    QFile file(path());
    if (!file.exists())
        return freshProfile();
    if (!file.open(QIODevice::ReadOnly))
        return failed(path(), file.errorString());
    if (file.size() > maxFileBytes)
        return failed(path(), u"is too large to be a profile"_s);
    return readProfile(file.readAll()).map_error([this](Failure failure) {
        failure.detail = u"%1: %2"_s.arg(QDir::toNativeSeparators(path()), failure.detail);
        return failure;
    });
}

Result<Done> ProfileStore::write(const Profile &profile) const
{
    QSaveFile file(path());
    const QByteArray json = toJson(profile);
    if (!file.open(QIODevice::WriteOnly))
        return failed(path(), file.errorString());
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (file.write(json) != json.size() || !file.commit())
        return failed(path(), file.errorString());
    return Done{};
}

Result<Done> ProfileStore::change(const std::function<Result<Done>(Profile &)> &edit)
{
    if (auto made = makeDirectory(); !made)
        return made;
    QLockFile lock(path() + u".lock"_s);
    if (!lock.tryLock(lockTimeoutMs))
        return failed(path(),
            lock.error() == QLockFile::LockFailedError ? u"another Gatehouse keeps it locked"_s
                                                       : u"its folder cannot be written"_s);
    auto profile = read();
    if (!profile)
        return fail(profile.error());
    auto written
        = edit(*profile).and_then([&](Done) { return check(*profile); }).and_then([&](Done) {
              return write(*profile);
          });
    if (written)
        m_profile = std::move(*profile);
    return written;
}
