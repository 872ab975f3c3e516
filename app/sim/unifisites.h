#pragma once

#include "sim/world.h"

#include <QUrl>

/// What both of UniFi's APIs call a site in paths and as internalReference: `default`, or eight
/// letters and digits that nobody chose.
[[nodiscard]] QString unifiShortName(quint32 seed, int site);

/// Where UniFi sends the browsers of those who wait, in the order of Venue::waiting(): portal's
/// /guest/s/<site>/ with ap, id, t, url and ssid. Some lack url or ssid, some have a slash of the
/// URL as %2F, blanks behind the SSID or the wrong site, as it has been observed.
[[nodiscard]] QList<QUrl> unifiRedirects(const SimWorld &world, quint32 seed, const QUrl &portal);
