#pragma once

#include "core/credential.h"
#include "drivers/session.h"
#include "wire/portal_form/requests.h"

/// A controller's own user on one channel, for as long as somebody has something to do: these
/// controllers keep few sessions and ask to be signed out of.
class PortalFormSession final : public Session
{
    Q_OBJECT

public:
    using Requests = wire::portal_form::Requests;
    using MakeCall = std::function<HttpRequest(const Requests &requests)>;

    /// Owns the channel from now on.
    PortalFormSession(Credential user, HttpChannel *channel, QObject *parent);

    /// One request with its reply, signed in. Whoever is the last inside signs out before its job
    /// settles.
    [[nodiscard]] Job<HttpReply> *visit(MakeCall makeCall, QObject *parent);

    /// Signs in and out: proves the credentials.
    [[nodiscard]] Job<Done> *prove(QObject *parent);

private:
    void beginSignIn() override;
    [[nodiscard]] Again mayGoAgain(const HttpRequest &sent, const HttpReply &reply) override;
    void forgetSession() override { m_token = {}; }

    template <typename T>
    [[nodiscard]] Job<T> *inside(Job<T> *work, QObject *parent);
    void leave(const std::function<void()> &afterwards);
    void requestLogin();

    Credential m_user;
    Secret m_token;
    int m_inside = 0;
    bool m_signingOut = false;
    bool m_signInAwaits = false; ///< until we are out
};
