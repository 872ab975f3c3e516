#pragma once

#include "store/database.h"

/// Checks the chain of the first schema, in which everything lay open, and writes its events anew,
/// sealed, behind an event of their own that holds the old head. StorageFailed, in words, when the
/// old chain does not hold: what was changed must not be sealed as if it were true.
[[nodiscard]] Result<Done> sealSchema1(const Database &database);
