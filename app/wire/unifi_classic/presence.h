#pragma once

#include "core/http.h"

namespace wire::unifi_classic {

/// What a stranger is shown at the root of a UniFi controller.
enum class FrontPage {
    None, ///< something else answers
    UnifiOs, ///< a console's own page
    SelfHosted, ///< a Network Server moves the browser on to its manager
};

[[nodiscard]] HttpRequest frontPage();
[[nodiscard]] FrontPage readFrontPage(const HttpReply &reply);

/// The version that self-hosted servers up to 9.x tell anybody.
[[nodiscard]] HttpRequest status();
/// Empty where it is not told.
[[nodiscard]] QString readStatus(const HttpReply &reply);

} // namespace wire::unifi_classic
