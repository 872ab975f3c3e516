#pragma once

#include "wire/omada_hotspot/requests.h"

#include <QVersionNumber>

namespace wire::omada5 {

[[nodiscard]] QString base(const QString &omadacId);

/// The token stands in a header.
[[nodiscard]] omada_hotspot::Dialect dialect(const QString &omadacId, const Secret &token);

/// From 6.2.10 on a portal tells the client's IP address and the page it wanted, calls the site by
/// its id, and may limit data and rates.
[[nodiscard]] bool knowsLimits(const QVersionNumber &version);

/// From 5.12 on there is an Open API beside it.
[[nodiscard]] bool hasOpenApi(const QVersionNumber &version);

/// What can be set while authorizing.
[[nodiscard]] LimitRules limitRules(const QVersionNumber &version);

/// The fields of an authorization as this version takes them.
[[nodiscard]] QJsonObject portalFields(
    const omada_hotspot::PortalGrant &grant, const QVersionNumber &version);

} // namespace wire::omada5
