#pragma once

#include "ui/models/clienttablemodel.h"
#include "ui/widgets/statechip.h"

/// How the chip of a row looks.
[[nodiscard]] ChipKind chipKind(RowChip chip);

/// How an outcome looks in a list of records.
[[nodiscard]] ChipKind chipKind(const std::optional<AuditOutcome> &outcome);
