#pragma once

#include "core/capturedredirect.h"

#include <QByteArray>
#include <QHash>

#include <optional>

namespace wire {

/// The parameters of one redirect, found in a text. Names are in lower case, values decoded.
struct RedirectQuery
{
    QByteArray before; ///< what stands before the query, decoded: scheme, host, path; or a sentence
    QByteArray deviceName; ///< clientmac, cid or id, whichever names the device
    QHash<QByteArray, QByteArray> values; ///< the first of each known name
    QList<MacAddress> devices; ///< all that it names, the one that deviceName names first

    /// The value of the first of these names that is there.
    [[nodiscard]] QByteArray value(std::initializer_list<const char *> names) const;
};

/// What follows the query in the text.
enum class AfterQuery {
    Nothing,
    Anything, ///< the rest of a sentence, closing quotes, a fragment
};

/// Finds the query that names a device by a MAC address. Nothing where there is none.
[[nodiscard]] std::optional<RedirectQuery> redirectQueryIn(
    const QByteArray &text, AfterQuery after);

/// The text of a parameter that should name a device but holds no MAC address; empty where there is
/// none.
[[nodiscard]] QByteArray unreadableDeviceIn(const QByteArray &text);

/// Percent-decoded once. Unlike Qt's own it leaves alone what is no escape ("50% off").
[[nodiscard]] QByteArray percentDecoded(QByteArrayView text);

} // namespace wire
