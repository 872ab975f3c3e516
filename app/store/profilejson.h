#pragma once

#include "store/profile.h"

#include <QByteArray>

/// The file's format. A change that an older Gatehouse would misread takes the next number.
inline constexpr int profileVersion = 1;

[[nodiscard]] QByteArray toJson(const Profile &profile);

/// StorageNewer for a later version; StorageFailed for what is damaged, naming the first place that
/// is wrong.
[[nodiscard]] Result<Profile> readProfile(const QByteArray &json);
