#pragma once

#include "sim/exchange.h"
#include "sim/world.h"

#include <map>

/// Who has signed in to UniFi's classic API with user name and password: cookies, CSRF tokens, and
/// everything that refuses them. A self-hosted Network Server and a UniFi OS console each do it in
/// their own way.
class UnifiSessions
{
public:
    enum class Host {
        NetworkServer, ///< /api/login, cookies unifises and csrf_token
        UnifiOs, ///< /api/auth/login, a JWT in TOKEN (on some UOS_TOKEN), X-CSRF-Token
    };

    /// majorVersion is the Network application's.
    UnifiSessions(SimWorld &world, Host host, int majorVersion, quint32 seed);

    [[nodiscard]] QString user() const;
    [[nodiscard]] QString password() const;

    [[nodiscard]] SimReply signIn(const SimRequest &request);
    [[nodiscard]] SimReply signOut(const SimRequest &request);

    /// The refusal of a request that comes without a session, or, on UniFi OS, without the CSRF
    /// token that belongs to its cookie.
    [[nodiscard]] std::optional<SimReply> refused(const SimRequest &request);
    /// Adds the CSRF token to an answer on UniFi OS; after an action, a new cookie and a new token
    /// for it. The cookie before stays good, with its own token.
    void stamp(const SimRequest &request, SimReply &reply);

private:
    struct Session
    {
        qint64 expiresAt = 0;
        int requestsLeft = -1; ///< below zero: only time ends it
    };
    /// One cookie. The cookies of a session live and end together.
    struct Ticket
    {
        int session = 0;
        QByteArray csrf;
    };

    [[nodiscard]] bool isThrottled();
    [[nodiscard]] SimReply throttled() const;
    [[nodiscard]] std::optional<SimReply> wantsSecondFactor(
        const SimRequest &request, const QJsonObject &body) const;
    [[nodiscard]] SimReply welcome(bool remember, bool strict);
    [[nodiscard]] SimReply sessionEnded() const;
    [[nodiscard]] QByteArray issueTicket(int session);
    [[nodiscard]] QByteArray ticketOf(const SimRequest &request) const;
    [[nodiscard]] QByteArray cookieName() const;
    [[nodiscard]] QByteArray cookie(const QByteArray &ticket) const;

    SimWorld &m_world;
    Host m_host;
    int m_majorVersion;
    quint32 m_seed;
    std::map<int, Session> m_sessions;
    std::map<QByteArray, Ticket> m_tickets;
    std::vector<qint64> m_signIns; ///< when, good ones and bad ones
    qint64 m_throttledUntil = 0;
};
