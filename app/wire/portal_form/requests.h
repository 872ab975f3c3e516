#pragma once

#include "core/capturedredirect.h"
#include "core/http.h"
#include "core/limits.h"
#include "core/secret.h"

namespace wire::portal_form {

/// The wire has seconds and no documented end; 1000 days are the most that later generations grant.
inline constexpr LimitRange durationMinutes{1, 1'440'000};

/// How long somebody is let in when nobody said: the portal has to tell it.
inline constexpr int defaultMinutes = 480;

/// How the names of an authorization are spelled: CapturedRedirect's, of which UniFi's is none
/// here.
enum class Spelling { Cid, ClientMac };

/// Signs in as a user of the controller.
[[nodiscard]] HttpRequest login(const QString &user, const Secret &password);

/// The requests of one session. Forms, every value and path part percent-encoded; the session's
/// cookie is the channel's business.
class Requests
{
public:
    /// token: what the sign-in brought; empty on EAP Controller, which has none.
    explicit Requests(const Secret &token = {});

    /// Lets the device in that the redirect names. What the redirect does not tell is left out.
    [[nodiscard]] HttpRequest authorize(
        const CapturedRedirect &redirect, int minutes, Spelling spelling) const;

    /// Nobody waits long for its answer, and nothing depends on it.
    [[nodiscard]] HttpRequest logout() const;

private:
    [[nodiscard]] HttpRequest withToken(HttpRequest request) const;

    Secret m_token;
};

} // namespace wire::portal_form
