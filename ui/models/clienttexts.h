#pragma once

#include "clients/clientdirectory.h"

#include <QString>

/// Who a row is about: guest and room where known, else the device's name, host name or address.
[[nodiscard]] QString titleOf(const ClientRow &row);
/// The same without the rest of the row. slot must be used.
[[nodiscard]] QString titleOf(const ClientDirectory &directory, int slot);

/// The device behind a guest, host name and maker, as far as the title does not say it already.
[[nodiscard]] QString deviceLineOf(const ClientRow &row);
