#pragma once

#include "core/capturedredirect.h"
#include "core/result.h"

namespace wire {

/// Reads the address to which a waiting device's browser was sent, out of text that a person
/// pasted: in any spelling, wrapped by a mail, in quotes or within a sentence, encoded twice or
/// inside another link. Total: any text gives a redirect or InvalidInput, whose `said` is the
/// sentence for the person. Texts come without control characters and no longer than they can be;
/// what is optional and unreadable is left out.
[[nodiscard]] Result<CapturedRedirect> readRedirect(const QString &pasted);

/// The same for a caught one: the target of the browser's request as it came, such as
/// "/guest/s/default/?id=…&ap=…". Any bytes may be in it.
[[nodiscard]] Result<CapturedRedirect> readRedirectTarget(const QByteArray &target);

} // namespace wire
