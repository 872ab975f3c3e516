#pragma once

#include "core/http.h"

#include <QDeadlineTimer>

#include <functional>

/// A signed-in conversation with one controller. Signs in on first use, once more when a reply says
/// that the session has ended, and shares one sign-in between requests that find it missing
/// together. Refused credentials are never tried again by this object, and a controller that asks
/// for a pause before the next sign-in gets it. What a sign-in is, the subclass knows.
class Session : public QObject
{
    Q_OBJECT

public:
    /// Runs when the session is signed in, so that it may use what the sign-in brought.
    using MakeRequest = std::function<HttpRequest()>;

    [[nodiscard]] HttpChannel &channel() const { return *m_channel; }

    /// Is signed in, or says why not. A failure never reads as if an action had been sent.
    [[nodiscard]] Job<Done> *signIn(QObject *parent);

    /// One request with its reply, signed in.
    [[nodiscard]] Job<HttpReply> *exchange(MakeRequest makeRequest, QObject *parent);

protected:
    /// Owns the channel from now on.
    Session(HttpChannel *channel, QObject *parent);

    /// Whether a reply was refused so that the request did nothing and may be sent once more.
    enum class Again {
        No,
        SameSession, ///< the reply brought what was missing, such as a newer CSRF token
        AfterSignIn, ///< the session has ended
    };

    /// Starts to sign in; ends with endSignIn(), later.
    virtual void beginSignIn() = 0;
    /// Looks at every reply, before anything else does: for tokens that its headers renew.
    virtual void replyArrived(const HttpReply &reply) { Q_UNUSED(reply) }
    /// Asked of a reply right after it has arrived; not of long lists, which refuse nothing.
    [[nodiscard]] virtual Again mayGoAgain(const HttpRequest &sent, const HttpReply &reply) = 0;
    /// The session has ended: drop its tokens.
    virtual void forgetSession() = 0;

    void endSignIn(const Result<Done> &answer);

    [[nodiscard]] bool isSignedIn() const { return m_signedIn; }
    /// Signed out by ourselves: the next request signs in again.
    void endSession();

private:
    friend class SessionExchange;

    [[nodiscard]] std::optional<Failure> barred() const;
    void sessionEnded(quint64 signIns);

    HttpChannel *m_channel;
    QList<QPointer<Job<Done>>> m_waiting;
    std::optional<Failure> m_refused; ///< or the wait that was asked for
    QDeadlineTimer m_barredUntil{QDeadlineTimer::Forever};
    quint64 m_signIns = 0; ///< how many have succeeded
    int m_waitsInARow = 0;
    bool m_signedIn = false;
    bool m_signingIn = false;
};
