#pragma once

#include <QString>

/// Under whose account of the operating system this program runs.
[[nodiscard]] QString systemUser();
