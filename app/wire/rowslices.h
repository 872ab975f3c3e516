#pragma once

#include <QByteArrayView>
#include <QLatin1StringView>

namespace wire {

/// Where the list under a key of the root begins, behind its bracket; -1 where the first kilobytes
/// hold no such list. For any bytes, well-formed or not.
[[nodiscard]] qsizetype listStart(QByteArrayView json, QLatin1StringView key);

/// The end of a row: the first comma between two rows that is at least atLeast bytes behind from,
/// where a row begins. -1 where the list ends before, or the text does. For any bytes.
[[nodiscard]] qsizetype rowsEnd(QByteArrayView json, qsizetype from, qsizetype atLeast);

} // namespace wire
