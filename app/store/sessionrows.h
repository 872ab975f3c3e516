#pragma once

#include "core/wificlient.h"

#include <optional>

/// What a site showed when it was last seen: some of its rows, as they were told at one time.
struct SessionRows
{
    QString controllerId;
    Site site;
    QDateTime seenAt; ///< UTC, our clock
    QList<WifiClient> clients; ///< may be none: then it only says that there is such a site

    friend bool operator==(const SessionRows &, const SessionRows &) = default;
};

inline constexpr qsizetype mostSessionRows = 250; ///< in one SessionRows
inline constexpr qsizetype mostSessionText = 512; ///< characters; what is longer is cut

/// What is needed to show the rows, in few bytes. Left out are the handles by which a controller is
/// asked (vendor's ids, attachment): they are of the session that is over. At most mostSessionRows.
[[nodiscard]] QByteArray encodeSessionRows(const SessionRows &rows);

/// Total: nothing where the bytes are not exactly such rows.
[[nodiscard]] std::optional<SessionRows> decodeSessionRows(QByteArrayView bytes);
