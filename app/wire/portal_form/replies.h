#pragma once

#include "core/http.h"
#include "core/secret.h"

namespace wire::portal_form {

/// The sign-in was taken: the session's token, empty where the controller has none. Read leniently,
/// for only Omada 3 says what it answers: an answer that says success, or status 200 with a cookie
/// and anything but a refusal or the sign-in page. SignInRefused: the controller knows no such user
/// or password.
[[nodiscard]] Result<Secret> readLogin(const HttpReply &reply);

/// The device was let in. SessionExpired: the sign-in page came instead, and nothing was done.
/// Refused: with the controller's own words.
[[nodiscard]] Result<Done> readAuthorized(const HttpReply &reply);

} // namespace wire::portal_form
