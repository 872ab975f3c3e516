#pragma once

#include "store/database.h"

#include <span>

/// "Gate": SQLite's application_id of the history file, so that no other program's database is
/// taken for it.
inline constexpr int historyApplicationId = 0x47617465;

/// Every step of the history's schema, oldest first. Append only.
[[nodiscard]] std::span<const Migration> historyMigrations();
