#include "drivers/unificlassicsession.h"

#include "drivers/patientexchange.h"
#include "wire/unifi_classic/failures.h"
#include "wire/unifi_classic/replies.h"

#include <algorithm>
#include <utility>

namespace classic = wire::unifi_classic;

UnifiClassicSession::UnifiClassicSession(Credential account, HttpChannel *channel, QObject *parent)
    : Session(channel, parent)
    , m_account(std::move(account))
{
}

Job<HttpReply> *UnifiClassicSession::exchange(MakeCall makeCall, QObject *parent)
{
    return Session::exchange(
        [this, makeCall = std::move(makeCall)] { return makeCall(requests()); }, parent);
}

UnifiClassicSession::Requests UnifiClassicSession::requests() const
{
    return Requests(m_style.value_or(classic::Style::UnifiOs), m_csrfToken);
}

void UnifiClassicSession::beginSignIn()
{
    channel().forgetCookies();
    if (m_style)
        sendSignIn();
    else
        learnStyle();
}

void UnifiClassicSession::learnStyle()
{
    sendPatiently(channel(), classic::root(), this)
        ->then(this, [this](const Result<HttpReply> &answer) {
            const Result<classic::Style> style
                = answer ? classic::readStyle(*answer) : fail(answer.error());
            if (!style)
                return endSignIn(fail(style.error()));
            m_style = *style;
            sendSignIn();
        });
}

void UnifiClassicSession::sendSignIn()
{
    const HttpRequest request
        = classic::signIn(*m_style, m_account.account.trimmed(), m_account.secret);
    channel().send(request)->then(this, [this](const Result<HttpReply> &answer) {
        const Result<Done> done = answer ? classic::readSignIn(*answer) : fail(answer.error());
        if (done)
            keepToken(*answer);
        else if (done.error().kind == Failure::Kind::NotFound)
            m_style.reset(); // another kind of controller stands here by now
        endSignIn(done);
    });
}

/// Of requests side by side an early one may be answered late, with the token that was replaced
/// meanwhile: a token never comes back.
void UnifiClassicSession::keepToken(const HttpReply &reply)
{
    constexpr qsizetype mostRemembered = 32;
    const std::optional<Secret> token = classic::csrfTokenIn(reply);
    if (!token || *token == m_csrfToken || m_replacedTokens.contains(*token))
        return;
    m_replacedTokens.prepend(std::exchange(m_csrfToken, *token));
    m_replacedTokens.resize(std::min(m_replacedTokens.size(), mostRemembered));
}

void UnifiClassicSession::replyArrived(const HttpReply &reply)
{
    if (classic::mayRefuseToken(reply))
        m_replacedTokens.clear(); // what a refusal brings is the one that counts
    keepToken(reply);
}

/// An account that may only look can be answered as if its session had ended. A fresh session that
/// did not help an action is therefore the last one: more of them would lock the account out.
Session::Again UnifiClassicSession::mayGoAgain(const HttpRequest &sent, const HttpReply &reply)
{
    const std::optional<Failure> failure = classic::failureOf(reply);
    if (!failure && sent.isAction)
        m_signedInForAction = false;
    if (!failure)
        return Again::No;
    if (failure->kind == Failure::Kind::SessionExpired) {
        const bool wasInVain = sent.isAction && std::exchange(m_signedInForAction, true);
        return wasInVain ? Again::No : Again::AfterSignIn;
    }
    const bool tokenIsNewer = sent.verb != HttpRequest::Verb::Get
        && classic::csrfTokenOf(sent) != m_csrfToken.reveal().toUtf8();
    return tokenIsNewer && classic::mayRefuseToken(reply) ? Again::SameSession : Again::No;
}

void UnifiClassicSession::forgetSession()
{
    m_csrfToken = {};
    m_replacedTokens.clear();
}
