#pragma once

#include "ui/models/clienttablemodel.h"
#include "ui/widgets/statechip.h"

/// How the chip of a row looks.
[[nodiscard]] ChipKind chipKind(RowChip chip);

/// How an outcome looks.
[[nodiscard]] ChipKind chipKind(Outcome outcome);

/// How a record looks that may still be open.
[[nodiscard]] ChipKind chipKind(const std::optional<AuditOutcome> &outcome);
