#pragma once

#include <QString>

namespace wire {

/// What a controller said, fit to be shown as plain text: one line without control characters, at
/// most 300 characters.
[[nodiscard]] QString foreignText(const QString &text);

} // namespace wire
