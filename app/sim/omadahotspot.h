#pragma once

#include "sim/omadaenvelope.h"
#include "sim/omadarows.h"
#include "sim/omadaversion.h"

#include <map>

/// The hotspot operator's part of Omada's private API, 4.1.5 to 6.x: signing in, letting in those
/// who wait at an external portal, and the records of who was let in. After TP-Link's FAQ2907,
/// FAQ3231 and document 132060, the 5.4.6 API document, and what clients have observed.
class OmadaHotspot
{
public:
    OmadaHotspot(SimWorld &world, const OmadaOptions &options);

    /// The parts are those below …/api/v2.
    [[nodiscard]] SimReply answer(const SimRequest &request, const QStringList &parts);
    [[nodiscard]] QString user() const { return QStringLiteral("frontdesk"); }
    [[nodiscard]] const QString &password() const { return m_password; }

    /// How paths name a site: by its id, on 4.x by its key.
    [[nodiscard]] QString siteKey(int site) const;

private:
    struct Session
    {
        QByteArray token;
        qint64 lastUsed = 0;
        int requestsLeft = -1; ///< below zero: only time ends it
    };

    [[nodiscard]] SimReply answerOperator(const SimRequest &request, const QStringList &parts);
    [[nodiscard]] SimReply answerSite(const SimRequest &request, const QStringList &parts);

    [[nodiscard]] SimReply signIn(const SimRequest &request);
    [[nodiscard]] SimReply refusedPassword();
    [[nodiscard]] SimReply newSession();
    [[nodiscard]] SimReply lostSession() const;
    [[nodiscard]] Session *sessionOf(const SimRequest &request);
    [[nodiscard]] SimReply current() const;
    [[nodiscard]] bool isOperatorsSite(int site) const;

    [[nodiscard]] SimReply authorize(const SimRequest &request);
    [[nodiscard]] std::optional<SimReply> refusedForm(const QJsonObject &body) const;
    [[nodiscard]] std::optional<int> siteNamed(const QString &site) const;
    [[nodiscard]] std::optional<int> pendingClient(const QJsonObject &body) const;
    [[nodiscard]] SimReply letIn(int client, const QJsonObject &body);

    [[nodiscard]] SimReply listRecords(const SimRequest &request, int site);
    [[nodiscard]] SimReply extendRecord(const SimRequest &request, int grant);
    [[nodiscard]] SimReply endRecord(const SimRequest &request, int grant);

    SimWorld &m_world;
    OmadaVersion m_version;
    quint32 m_seed;
    OmadaEnvelope m_envelope;
    OmadaRows m_rows;
    QString m_password;
    std::map<QByteArray, Session> m_sessions; ///< by the value of their cookie
    int m_sessionsGiven = 0;
    int m_wrongPasswords = 0;
    qint64 m_lockedUntil = 0;
};
