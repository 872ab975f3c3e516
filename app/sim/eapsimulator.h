#pragma once

#include "sim/controllersimulator.h"
#include "sim/world.h"

#include <QVersionNumber>

#include <map>

struct EapOptions
{
    QString version; ///< such as 2.5.4 or 3.2.17
    quint32 seed = 1;
};

/// TP-Link's EAP Controller up to 2.5.4 and Omada Controller 2.6.0 to 3.2.17, after FAQ928 and
/// FAQ2274: forms go in, something close to JSON comes out, and nothing but letting in is possible.
class EapSimulator final : public ControllerSimulator
{
public:
    EapSimulator(SimWorld &world, EapOptions options);

    [[nodiscard]] SimReply answer(const SimRequest &request) override;
    [[nodiscard]] QJsonObject credentials() const override;
    [[nodiscard]] QJsonArray sites() const override;
    [[nodiscard]] QString macSpelling(quint64 mac) const override;
    [[nodiscard]] QString commonName() const override;
    [[nodiscard]] QList<QUrl> redirects(const QUrl &portal) const override;
    [[nodiscard]] SimReply signInPage() const override;
    [[nodiscard]] SimReply tooManyRequests() const override;

private:
    /// A browser's; signed in once it has a token.
    struct Session
    {
        QByteArray token;
        qint64 lastUsed = 0;
        int requestsLeft = -1; ///< below zero: only time ends it
    };

    [[nodiscard]] SimReply said(
        bool success, const QString &message, const QString &value = {}) const;
    [[nodiscard]] SimReply firstPage(const SimRequest &request);
    [[nodiscard]] SimReply signIn(const SimRequest &request);
    [[nodiscard]] SimReply signOut(const SimRequest &request);
    [[nodiscard]] SimReply authorize(const SimRequest &request, const QString &site);
    [[nodiscard]] SimReply letIn(int client, qint64 seconds);
    [[nodiscard]] SimReply lostSession() const;

    [[nodiscard]] QByteArray newCookie();
    [[nodiscard]] bool isSignedIn(const SimRequest &request);
    /// From 2.6.0 on, actions carry the token that signing in has given.
    [[nodiscard]] bool hasTokens() const { return m_version >= QVersionNumber(2, 6); }

    SimWorld &m_world;
    EapOptions m_options;
    QVersionNumber m_version;
    QString m_password;
    std::map<QByteArray, Session> m_sessions; ///< by the value of their cookie
    int m_sessionsGiven = 0;
    int m_tokensGiven = 0;
};

/// The fields of a form; nothing when the body is no form or names one twice.
[[nodiscard]] std::optional<QMap<QString, QString>> eapForm(const SimRequest &request);
