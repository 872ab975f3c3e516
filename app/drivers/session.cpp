#include "drivers/session.h"

#include "drivers/asked.h"
#include "drivers/patientexchange.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace {

/// How long to keep from signing in when the controller asks for a pause without naming one: longer
/// each time, for another attempt prolongs its own.
std::chrono::seconds pauseAfter(int waitsInARow)
{
    constexpr std::chrono::seconds longest = 1h;
    return std::min<std::chrono::seconds>(longest, 60s * (1 << std::min(waitsInARow, 6)));
}

/// A refusal is short, or somebody's page. What is longer is a list, read once, by whom it is for.
bool isList(const HttpReply &reply)
{
    constexpr qsizetype longestRefusal = 16 * 1024;
    return reply.body.size() > longestRefusal && !reply.body.startsWith('<');
}

} // namespace

/// One request: waits for the sign-in, sends, and does so once more when the reply says that it was
/// refused for the session's sake. Child of the job it settles.
class SessionExchange final : public QObject
{
public:
    SessionExchange(Session &session, Session::MakeRequest makeRequest, Job<HttpReply> *job)
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
        m_signIns = m_session.m_signIns;
        m_request = m_makeRequest();
        Job<HttpReply> *sent = sendPatiently(m_session.channel(), m_request, this);
        sent->then(this, [this](const Result<HttpReply> &answer) { judge(answer); });
        connect(m_job, &JobBase::cancelled, sent, &JobBase::cancel);
    }

    void judge(const Result<HttpReply> &answer)
    {
        using Again = Session::Again;
        if (answer)
            m_session.replyArrived(*answer);
        const bool mayBeRefused = answer && !m_job->isSettled() && !isList(*answer);
        const Again again = mayBeRefused ? m_session.mayGoAgain(m_request, *answer) : Again::No;
        if (again == Again::No || m_repeated)
            return m_job->settle(answer);
        // Refused for the session's sake, the request did nothing: also an action may go again.
        m_repeated = true;
        if (again == Again::SameSession)
            return send();
        m_session.sessionEnded(m_signIns);
        begin();
    }

    Session &m_session;
    Session::MakeRequest m_makeRequest;
    HttpRequest m_request;
    Job<HttpReply> *m_job;
    quint64 m_signIns = 0;
    bool m_repeated = false;
};

Session::Session(HttpChannel *channel, QObject *parent)
    : QObject(parent)
    , m_channel(channel)
{
    m_channel->setParent(this);
}

Job<HttpReply> *Session::exchange(MakeRequest makeRequest, QObject *parent)
{
    auto *job = new Job<HttpReply>(parent);
    (new SessionExchange(*this, std::move(makeRequest), job))->begin();
    return job;
}

Job<Done> *Session::signIn(QObject *parent)
{
    if (const std::optional<Failure> failure = barred())
        return Job<Done>::settled(fail(*failure), parent);
    if (m_signedIn)
        return Job<Done>::settled(Done{}, parent);
    auto *job = new Job<Done>(parent);
    m_waiting.append(job);
    if (!m_signingIn) {
        m_signingIn = true;
        beginSignIn();
    }
    return job;
}

/// Why no sign-in may be tried now, with the seconds that are left to wait.
std::optional<Failure> Session::barred() const
{
    if (!m_refused || m_barredUntil.hasExpired())
        return std::nullopt;
    Failure failure = *m_refused;
    if (!m_barredUntil.isForever())
        failure.retryAfter
            = std::chrono::ceil<std::chrono::seconds>(m_barredUntil.remainingTimeAsDuration());
    return failure;
}

void Session::endSignIn(const Result<Done> &answer)
{
    m_signingIn = false;
    m_signedIn = answer.has_value();
    Result<Done> told = answer;
    if (answer) {
        ++m_signIns;
        m_waitsInARow = 0;
        m_refused.reset();
    } else {
        Failure failure = beforeSending(answer.error());
        // With a fresh sign-in there is no session that could have ended.
        if (failure.kind == Failure::Kind::SessionExpired)
            failure.kind = Failure::Kind::SignInRefused;
        const bool mustWait = failure.kind == Failure::Kind::RateLimited
            || failure.kind == Failure::Kind::LockedOut;
        if (mustWait) {
            if (!failure.retryAfter)
                failure.retryAfter = pauseAfter(m_waitsInARow);
            ++m_waitsInARow;
            m_barredUntil.setRemainingTime(
                std::chrono::duration_cast<std::chrono::milliseconds>(*failure.retryAfter));
        } else {
            m_barredUntil = QDeadlineTimer(QDeadlineTimer::Forever);
        }
        const bool isFinal = failure.kind == Failure::Kind::SignInRefused
            || failure.kind == Failure::Kind::SecondFactorNeeded;
        m_refused = mustWait || isFinal ? std::optional(failure) : std::nullopt;
        told = fail(failure);
    }
    const QList<QPointer<Job<Done>>> waiting = std::exchange(m_waiting, {});
    for (const QPointer<Job<Done>> &job : waiting)
        if (job)
            job->settle(told);
}

void Session::endSession()
{
    m_signedIn = false;
    forgetSession();
}

/// The session that signIns had opened has ended; a newer one, opened meanwhile for somebody else,
/// stays.
void Session::sessionEnded(quint64 signIns)
{
    if (!m_signedIn || signIns != m_signIns)
        return;
    endSession();
}
