#pragma once

#include "core/result.h"

#include <QList>
#include <QUrl>

/// The base URLs at which a controller may be found whose address a person typed or pasted: a host
/// name, an IP address, with a port, or a whole URL from the browser. The port that was named comes
/// first, then those that controllers use. InvalidInput when it names no host.
[[nodiscard]] Result<QList<QUrl>> candidatesFor(const QString &typed);
