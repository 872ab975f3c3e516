#pragma once

#include "core/http.h"

namespace wire::eap2 {

/// Which controller shows a sign-in page: EAP Controller (to 2.5.4), Omada (2.6 to 3.2), or it does
/// not say.
enum class Product { EapController, Omada, Untold };

[[nodiscard]] HttpRequest frontPage();

/// Where the root of such a controller sends a browser, as it says it; empty when something else
/// answers.
[[nodiscard]] QUrl readFrontPage(const HttpReply &reply);

[[nodiscard]] HttpRequest signInPage(const QUrl &target);
[[nodiscard]] Product readSignInPage(const HttpReply &reply);

} // namespace wire::eap2
