#pragma once

#include "core/wificlient.h"

#include <string>
#include <string_view>

/// An attachment as a run of bytes, for a pool of texts: few differ, for they name access points
/// and ports. Empty for one that tells nothing.
[[nodiscard]] std::string packAttachment(const Attachment &attachment);

/// Nothing is told by bytes that packAttachment() did not write.
[[nodiscard]] Attachment unpackAttachment(std::string_view bytes);
