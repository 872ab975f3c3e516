#pragma once

#include "core/credential.h"
#include "drivers/session.h"
#include "wire/unifi_classic/requests.h"

/// One local account on one UniFi controller, for all its sites. Finds out by itself whether that
/// runs UniFi OS.
class UnifiClassicSession final : public Session
{
    Q_OBJECT

public:
    using Requests = wire::unifi_classic::Requests;
    using MakeCall = std::function<HttpRequest(const Requests &requests)>;

    /// Owns the channel from now on.
    UnifiClassicSession(Credential account, HttpChannel *channel, QObject *parent);

    /// One request with its reply, signed in.
    [[nodiscard]] Job<HttpReply> *exchange(MakeCall makeCall, QObject *parent);

    /// As the latest sign-in left them.
    [[nodiscard]] Requests requests() const;

private:
    void beginSignIn() override;
    void replyArrived(const HttpReply &reply) override;
    [[nodiscard]] Again mayGoAgain(const HttpRequest &sent, const HttpReply &reply) override;
    void forgetSession() override;

    void learnStyle();
    void sendSignIn();
    void keepToken(const HttpReply &reply);

    Credential m_account;
    std::optional<wire::unifi_classic::Style> m_style;
    Secret m_csrfToken;
    QList<Secret> m_replacedTokens; ///< of this session, newest first
    bool m_signedInForAction = false; ///< and no action has been done since
};
