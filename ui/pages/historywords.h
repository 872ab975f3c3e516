#pragma once

#include "core/audit.h"
#include "ui/widgets/statechip.h"

/// How a record of the history is said and drawn.
namespace historywords {

/// "Authorize", "Cancel": short enough for a column.
[[nodiscard]] QString action(AuditAction action);
[[nodiscard]] IconName iconOf(AuditAction action);

/// "Confirmed"; "No outcome" while there is none.
[[nodiscard]] QString outcome(const AuditRecord &record);
[[nodiscard]] ChipKind chipOf(const AuditRecord &record);

/// "Sat 3 Jan 2026, 14:03:22", local; empty for no time.
[[nodiscard]] QString moment(const QDateTime &utc);

/// The guest's name, room and login in one line.
[[nodiscard]] QString guest(const Guest &guest);

/// The device's name, else its MAC address.
[[nodiscard]] QString device(const AuditRecord &record);

/// What the person saw who asked, or why there is nothing to see.
[[nodiscard]] QString sentence(const AuditRecord &record);

/// The whole record as lines of text, for the clipboard.
[[nodiscard]] QString asText(const AuditRecord &record);

} // namespace historywords
