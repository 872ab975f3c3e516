#pragma once

#include "core/credential.h"
#include "core/http.h"
#include "wire/omada_openapi/replies.h"
#include "wire/omada_openapi/requests.h"

#include <functional>

/// One Open API application on one channel. Signs in on first use, once more when the controller
/// says that the token has ended, and shares one sign-in between requests that find it missing
/// together. A refused secret is not tried again: the controller would lock it.
class OmadaSession final : public QObject
{
    Q_OBJECT

public:
    using Requests = wire::omada_openapi::Requests;
    using MakeRequest = std::function<HttpRequest(const Requests &requests)>;

    /// Owns the channel from now on. omadacId may be empty: the controller is asked.
    OmadaSession(QString omadacId, Credential application, HttpChannel *channel, QObject *parent);

    [[nodiscard]] HttpChannel &channel() const { return *m_channel; }

    /// Asks the controller who it is; without a token.
    [[nodiscard]] Job<wire::omada_openapi::ApiInfo> *apiInfo(QObject *parent);

    /// Has a token, or says why not.
    [[nodiscard]] Job<Done> *signIn(QObject *parent);

    /// One request with its reply, signed in. A failure to sign in never reads as if the request
    /// had been sent.
    [[nodiscard]] Job<HttpReply> *exchange(MakeRequest makeRequest, QObject *parent);

private:
    friend class OmadaExchange;

    void begin();
    void learnId();
    void requestToken();
    void signedIn(const Result<wire::omada_openapi::Token> &token);
    void settleWaiting(const Result<Done> &answer);

    [[nodiscard]] const Secret &token() const { return m_token; }
    /// The token has ended; a newer one, fetched meanwhile for somebody else, stays.
    void forget(const Secret &ended);

    QString m_omadacId;
    Credential m_application;
    HttpChannel *m_channel;
    Secret m_token;
    std::optional<Failure> m_refused;
    QList<QPointer<Job<Done>>> m_waiting;
    bool m_signingIn = false;
};
