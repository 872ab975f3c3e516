#include "drivers/portalformsession.h"

#include "drivers/asked.h"
#include "wire/portal_form/replies.h"

namespace portal = wire::portal_form;

PortalFormSession::PortalFormSession(Credential user, HttpChannel *channel, QObject *parent)
    : Session(channel, parent)
    , m_user(std::move(user))
{
}

Job<HttpReply> *PortalFormSession::visit(MakeCall makeCall, QObject *parent)
{
    const auto make
        = [this, makeCall = std::move(makeCall)] { return makeCall(Requests(m_token)); };
    return inside(exchange(make, this), parent);
}

Job<Done> *PortalFormSession::prove(QObject *parent)
{
    return inside(signIn(this), parent);
}

/// Counts the work as somebody inside until it is done, whatever becomes of the job that waits for
/// it.
template <typename T>
Job<T> *PortalFormSession::inside(Job<T> *work, QObject *parent)
{
    ++m_inside;
    auto *job = new Job<T>(parent);
    work->then(this, [this, job = QPointer(job)](const Result<T> &answer) {
        leave([job, answer] {
            if (job)
                job->settle(answer);
        });
    });
    connect(job, &JobBase::cancelled, work, &JobBase::cancel);
    return job;
}

void PortalFormSession::leave(const std::function<void()> &afterwards)
{
    --m_inside;
    if (m_inside > 0 || !isSignedIn())
        return afterwards();
    const HttpRequest logout = Requests(m_token).logout();
    endSession();
    m_signingOut = true;
    channel().send(logout)->then(this, [this, afterwards](const Result<HttpReply> &) {
        m_signingOut = false;
        if (std::exchange(m_signInAwaits, false))
            requestLogin();
        afterwards();
    });
}

void PortalFormSession::beginSignIn()
{
    // The answer of signing out may still take a cookie away.
    if (m_signingOut)
        m_signInAwaits = true;
    else
        requestLogin();
}

void PortalFormSession::requestLogin()
{
    channel().forgetCookies();
    Job<HttpReply> *sent = channel().send(portal::login(m_user.account, m_user.secret));
    askedOf<Secret>(sent, portal::readLogin, this)->then(this, [this](const Result<Secret> &token) {
        if (!token)
            return endSignIn(fail(token.error()));
        m_token = *token;
        endSignIn(Done{});
    });
}

Session::Again PortalFormSession::mayGoAgain(const HttpRequest &sent, const HttpReply &reply)
{
    Q_UNUSED(sent)
    const Result<Done> answer = portal::readAuthorized(reply);
    return !answer && answer.error().kind == Failure::Kind::SessionExpired ? Again::AfterSignIn
                                                                           : Again::No;
}
