#pragma once

#include "core/controllerprofile.h"
#include "core/loginpolicy.h"
#include "core/result.h"
#include "core/waitingroomsettings.h"

#include <QMap>

#include <utility>

/// A hundred years.
inline constexpr int mostRetentionDays = 36'500;

/// Everything that controllers.json says. Holds no secret.
struct Profile
{
    /// Controller id and site id; an empty site id stands for every site of that controller.
    using SiteKey = std::pair<QString, QString>;

    QList<ControllerProfile> controllers;
    QList<Preset> presets;
    QString defaultPreset; ///< name of one of the presets
    QMap<SiteKey, QString> siteDefaults; ///< names of presets
    QMap<SiteKey, LoginPolicy> loginPolicies; ///< both ids empty: everywhere
    WaitingRoomSettings waitingRoom;
    QString operatorName; ///< empty: the user of the operating system
    int historyRetentionDays = 0; ///< after so many days the history forgets people; 0: never

    friend bool operator==(const Profile &, const Profile &) = default;
};

/// The profile of somebody who has none yet: no controllers, six presets in the language of the
/// program.
[[nodiscard]] Profile freshProfile();

/// InvalidInput when something in it cannot be, such as two controllers of one name.
[[nodiscard]] Result<Done> check(const Profile &profile);
