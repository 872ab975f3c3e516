#pragma once

#include "core/credential.h"
#include "drivers/session.h"
#include "wire/omada_openapi/replies.h"
#include "wire/omada_openapi/requests.h"

/// One Open API application on one channel.
class OmadaSession final : public Session
{
    Q_OBJECT

public:
    using Requests = wire::omada_openapi::Requests;
    using MakeCall = std::function<HttpRequest(const Requests &requests)>;

    /// Owns the channel from now on. omadacId may be empty: the controller is asked.
    OmadaSession(QString omadacId, Credential application, HttpChannel *channel, QObject *parent);

    /// Asks the controller who it is; without a token.
    [[nodiscard]] Job<wire::omada_openapi::ApiInfo> *apiInfo(QObject *parent);

    /// One request with its reply, signed in.
    [[nodiscard]] Job<HttpReply> *exchange(MakeCall makeCall, QObject *parent);

private:
    void beginSignIn() override;
    [[nodiscard]] Again mayGoAgain(const HttpRequest &sent, const HttpReply &reply) override;
    void forgetSession() override;

    void learnId();
    void requestToken();

    QString m_omadacId;
    Credential m_application;
    Secret m_token;
};
