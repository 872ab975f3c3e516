#include "drivers/omadasession.h"

#include "drivers/asked.h"
#include "drivers/patientexchange.h"
#include "wire/omada_openapi/failures.h"

namespace openapi = wire::omada_openapi;

/// One request: waits for a token, sends, and does so once more when the token turns out to have
/// ended. Child of the job it settles.
class OmadaExchange final : public QObject
{
public:
    OmadaExchange(OmadaSession &session, OmadaSession::MakeRequest makeRequest, Job<HttpReply> *job)
        : QObject(job)
        , m_session(session)
        , m_makeRequest(std::move(makeRequest))
        , m_job(job)
    {
    }

    void begin()
    {
        m_session.signIn(this)->then(this, [this](const Result<Done> &signedIn) {
            if (m_job->isSettled())
                return;
            if (!signedIn)
                return m_job->settle(fail(signedIn.error()));
            send();
        });
    }

private:
    void send()
    {
        m_token = m_session.token();
        const OmadaSession::Requests requests(m_session.m_omadacId, m_token);
        Job<HttpReply> *sent = sendPatiently(m_session.channel(), m_makeRequest(requests), this);
        sent->then(this, [this](const Result<HttpReply> &answer) { judge(answer); });
        connect(m_job, &JobBase::cancelled, sent, &JobBase::cancel);
    }

    void judge(const Result<HttpReply> &answer)
    {
        const std::optional<Failure> failure = answer ? openapi::failureOf(*answer) : std::nullopt;
        const bool ended = failure && failure->kind == Failure::Kind::SessionExpired;
        if (!ended || m_renewed || m_job->isSettled())
            return m_job->settle(answer);
        // Refused for its token, the request did nothing: also an action may be sent again.
        m_renewed = true;
        m_session.forget(m_token);
        begin();
    }

    OmadaSession &m_session;
    OmadaSession::MakeRequest m_makeRequest;
    Job<HttpReply> *m_job;
    Secret m_token;
    bool m_renewed = false;
};

OmadaSession::OmadaSession(
    QString omadacId, Credential application, HttpChannel *channel, QObject *parent)
    : QObject(parent)
    , m_omadacId(std::move(omadacId))
    , m_application(std::move(application))
    , m_channel(channel)
{
    m_channel->setParent(this);
}

Job<openapi::ApiInfo> *OmadaSession::apiInfo(QObject *parent)
{
    return askedOf<openapi::ApiInfo>(
        sendPatiently(*m_channel, openapi::apiInfo(), parent), openapi::readApiInfo, parent);
}

Job<HttpReply> *OmadaSession::exchange(MakeRequest makeRequest, QObject *parent)
{
    auto *job = new Job<HttpReply>(parent);
    (new OmadaExchange(*this, std::move(makeRequest), job))->begin();
    return job;
}

Job<Done> *OmadaSession::signIn(QObject *parent)
{
    if (m_refused)
        return Job<Done>::settled(fail(*m_refused), parent);
    if (!m_token.isEmpty())
        return Job<Done>::settled(Done{}, parent);
    auto *job = new Job<Done>(parent);
    m_waiting.append(job);
    if (!m_signingIn)
        begin();
    return job;
}

void OmadaSession::begin()
{
    m_signingIn = true;
    if (m_omadacId.isEmpty())
        learnId();
    else
        requestToken();
}

void OmadaSession::learnId()
{
    apiInfo(this)->then(this, [this](const Result<openapi::ApiInfo> &info) {
        if (!info)
            return settleWaiting(fail(beforeSending(info.error())));
        m_omadacId = info->omadacId;
        requestToken();
    });
}

void OmadaSession::requestToken()
{
    Job<HttpReply> *sent = m_channel->send(
        openapi::token(m_omadacId, m_application.account.trimmed(), m_application.secret));
    askedOf<openapi::Token>(sent, openapi::readToken, this)
        ->then(this, [this](const Result<openapi::Token> &token) { signedIn(token); });
}

void OmadaSession::signedIn(const Result<openapi::Token> &token)
{
    if (token) {
        m_token = token->accessToken;
        return settleWaiting(Done{});
    }
    Failure failure = beforeSending(token.error());
    // With a fresh sign-in there is no session that could have ended.
    if (failure.kind == Failure::Kind::SessionExpired)
        failure.kind = Failure::Kind::SignInRefused;
    if (failure.kind == Failure::Kind::SignInRefused)
        m_refused = failure;
    settleWaiting(fail(failure));
}

void OmadaSession::settleWaiting(const Result<Done> &answer)
{
    m_signingIn = false;
    const QList<QPointer<Job<Done>>> waiting = std::exchange(m_waiting, {});
    for (const QPointer<Job<Done>> &job : waiting)
        if (job)
            job->settle(answer);
}

void OmadaSession::forget(const Secret &ended)
{
    if (m_token == ended)
        m_token = {};
}
