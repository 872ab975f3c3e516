#pragma once

#include "store/profile.h"

#include <functional>

/// The person's controllers, presets and defaults in controllers.json. Reads answer from memory,
/// from the last load or write; each write first reads the file again under a lock, so that window
/// and command line can share a profile, and replaces it in one step. A file that cannot be read is
/// never written over. Holds no secret.
class ProfileStore
{
public:
    /// The folder of the profile, see ProfileDirectory. Nothing is touched yet.
    explicit ProfileStore(const QString &directory);

    [[nodiscard]] QString path() const; ///< of controllers.json

    /// Makes the folder where there is none, for this person only, and reads the file; no file is a
    /// fresh profile. StorageNewer, StorageFailed.
    [[nodiscard]] Result<Done> load();

    [[nodiscard]] const QList<ControllerProfile> &controllers() const
    {
        return m_profile.controllers;
    }
    [[nodiscard]] std::optional<ControllerProfile> controller(const QString &id) const;

    /// An id for a new controller, never used before.
    [[nodiscard]] static QString newControllerId();

    /// Adds it, or replaces the one of the same id. InvalidInput: no name, a name that another one
    /// has, an address that is none or holds a password.
    [[nodiscard]] Result<Done> putController(const ControllerProfile &controller);

    /// Also forgets its defaults and policies. NotFound when there is none of this id.
    [[nodiscard]] Result<Done> removeController(const QString &id);

    [[nodiscard]] const QList<Preset> &presets() const { return m_profile.presets; }

    /// InvalidInput: no preset at all, a name that is empty or there twice, or a limit that cannot
    /// be. A default that names a preset which is no longer there falls away.
    [[nodiscard]] Result<Done> setPresets(const QList<Preset> &presets);

    /// The site's own default, or its controller's, or the overall one.
    [[nodiscard]] Preset defaultPreset(
        const QString &controllerId = {}, const QString &siteId = {}) const;

    /// Whether this site (with an empty site id: this controller) has a default of its own.
    [[nodiscard]] bool hasOwnDefault(const QString &controllerId, const QString &siteId) const;

    /// Both ids empty: the overall default. An empty site id: for all sites of the controller. An
    /// empty preset name removes the own default. NotFound for a preset that does not exist.
    [[nodiscard]] Result<Done> setDefaultPreset(
        const QString &controllerId, const QString &siteId, const QString &presetName);

    /// The site's own policy, or its controller's, or the overall one; empty: none holds there.
    [[nodiscard]] std::optional<LoginPolicy> loginPolicy(
        const QString &controllerId = {}, const QString &siteId = {}) const;

    /// Whether a policy was set for just this site, controller (empty site id) or overall (both
    /// empty).
    [[nodiscard]] bool hasOwnLoginPolicy(const QString &controllerId, const QString &siteId) const;

    /// As setDefaultPreset(); nothing removes the own policy. InvalidInput: a policy that cannot
    /// be, or a site without its controller.
    [[nodiscard]] Result<Done> setLoginPolicy(const QString &controllerId, const QString &siteId,
        const std::optional<LoginPolicy> &policy);

    /// Who the history says it was: the name set here, or else the user of the operating system.
    [[nodiscard]] QString operatorName() const;
    [[nodiscard]] Result<Done> setOperatorName(const QString &name); ///< empty: the OS user again

    /// After how many days the history forgets whom its records were about; 0: never.
    [[nodiscard]] int historyRetentionDays() const { return m_profile.historyRetentionDays; }
    /// InvalidInput: less than 0 or more than mostRetentionDays.
    [[nodiscard]] Result<Done> setHistoryRetentionDays(int days);

    [[nodiscard]] const WaitingRoomSettings &waitingRoom() const { return m_profile.waitingRoom; }
    /// InvalidInput: a port out of range, or enabled without an address.
    [[nodiscard]] Result<Done> setWaitingRoom(const WaitingRoomSettings &settings);

private:
    [[nodiscard]] Result<Done> makeDirectory() const;
    [[nodiscard]] Result<Profile> read() const;
    [[nodiscard]] Result<Done> write(const Profile &profile) const;
    [[nodiscard]] Result<Done> change(const std::function<Result<Done>(Profile &)> &edit);

    QString m_directory;
    Profile m_profile;
};
