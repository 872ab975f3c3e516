#pragma once

#include "inbound/message.h"

#include <QUrl>

#include <optional>

/// A request's target, with the door that the portal's address names taken off.
struct PortalTarget
{
    QString door; ///< from /for/<door>; empty: none
    QByteArray target; ///< the rest, beginning with '/'
};

[[nodiscard]] PortalTarget portalTargetOf(const QByteArray &target);

/// Whether a phone or a system only tries what network it is on, or a browser wants an icon.
[[nodiscard]] bool isProbe(const QByteArray &path);

/// Where a browser may be sent: a plain web address of ordinary length that is not ours (host is
/// the request's own Host header). Anything else could be anybody's trick.
[[nodiscard]] std::optional<QUrl> plainDestination(
    const QString &destination, const QByteArray &ownHost);

[[nodiscard]] InboundReply htmlAnswer(int status, const QByteArray &page);
[[nodiscard]] InboundReply shortAnswer(int status);
