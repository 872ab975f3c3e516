#pragma once

#include "sim/unifisessions.h"
#include "sim/world.h"

#include <QJsonArray>
#include <QVersionNumber>

#include <tl/expected.hpp>

#include <span>

struct UnifiClassicOptions
{
    UnifiSessions::Host host = UnifiSessions::Host::UnifiOs;
    QString version; ///< of the Network application, such as 10.0.162
    quint32 seed = 1;
    int reconnectSeconds = 4; ///< how long a guest is gone after it was cancelled or kicked
    QStringList externalIds; ///< what the integration API calls the sites; empty: has no such API
};

/// UniFi's classic API: undocumented by Ubiquiti, as public clients have observed it on Network 8
/// to 10.6. One part of a UnifiControllerSimulator.
class UnifiClassicSimulator
{
public:
    UnifiClassicSimulator(SimWorld &world, UnifiClassicOptions options);

    /// Nothing when the path belongs to somebody else.
    [[nodiscard]] std::optional<SimReply> answer(const SimRequest &request);
    [[nodiscard]] QJsonObject credentials() const; ///< user and password

    /// Guests who came or went since this was asked last, by the feed of their site.
    [[nodiscard]] QList<std::pair<QByteArray, QByteArray>> takeEvents();

private:
    using Answerer = SimReply (UnifiClassicSimulator::*)(const SimRequest &, int site);
    struct Route
    {
        const char *method;
        const char *path; ///< below /api/s/<site>/
        Answerer answerer;
    };
    /// A station command whose body is as it should be.
    struct Command
    {
        int site = 0;
        quint64 mac = 0;
        GrantLimits limits;
        QString accessPoint; ///< empty: none was named
    };
    using Commander = SimReply (UnifiClassicSimulator::*)(const Command &);
    struct CommandWord
    {
        QLatin1StringView word;
        bool takesLimits;
        Commander commander;
    };
    using Refused = tl::unexpected<SimReply>;

    [[nodiscard]] static std::span<const Route> routes();
    [[nodiscard]] std::optional<SimReply> answerDoor(const SimRequest &request);
    [[nodiscard]] SimReply answerApi(const SimRequest &request, const QByteArray &path);
    [[nodiscard]] std::optional<SimReply> answerFeed(const SimRequest &request);
    [[nodiscard]] QByteArray event(const SimClient &client, bool came) const;
    [[nodiscard]] SimReply status() const;

    [[nodiscard]] SimReply listSites(bool withHealth) const;
    [[nodiscard]] SimReply listClients(const SimRequest &request, int site);
    [[nodiscard]] SimReply listKnownClients(const SimRequest &request, int site);
    [[nodiscard]] SimReply listGuests(const SimRequest &request, int site);
    [[nodiscard]] SimReply listDevices(const SimRequest &request, int site);
    [[nodiscard]] SimReply systemInfo(const SimRequest &request, int site);
    [[nodiscard]] SimReply health(const SimRequest &request, int site);
    [[nodiscard]] SimReply guestAccess(const SimRequest &request, int site);
    [[nodiscard]] SimReply oneClient(int site, const QByteArray &mac) const;

    [[nodiscard]] QJsonObject clientRow(int client, qint64 shownTime) const;
    [[nodiscard]] QJsonObject knownRow(int client) const;
    [[nodiscard]] QJsonObject guestRow(int grant, qint64 now) const;
    [[nodiscard]] QJsonObject lastStayRow(int grant) const;
    [[nodiscard]] QJsonArray healthRows(int site) const;
    void addLink(QJsonObject &row, const SimClient &client) const;

    [[nodiscard]] SimReply manageStation(const SimRequest &request, int site);
    [[nodiscard]] tl::expected<Command, SimReply> commandOf(
        const QJsonObject &body, const CommandWord &word, int site) const;
    [[nodiscard]] SimReply authorize(const Command &command);
    [[nodiscard]] SimReply unauthorize(const Command &command);
    [[nodiscard]] SimReply kick(const Command &command);
    [[nodiscard]] SimReply block(const Command &command);
    [[nodiscard]] SimReply unblock(const Command &command);
    [[nodiscard]] SimReply setBlocked(const Command &command, bool blocked);
    [[nodiscard]] QJsonObject grantReply(const Command &command, qint64 start, int minutes) const;

    [[nodiscard]] QString idOf(char kind, int index, int turn = 0) const;
    [[nodiscard]] QString clientId(int client) const;
    [[nodiscard]] std::optional<int> siteNamed(const QString &shortName) const;
    [[nodiscard]] std::optional<int> clientOf(int site, quint64 mac) const;
    [[nodiscard]] int defaultMinutes() const;
    [[nodiscard]] qint64 awayMs() const { return qint64(m_options.reconnectSeconds) * 1000; }

    SimWorld &m_world;
    UnifiClassicOptions m_options;
    QVersionNumber m_version;
    UnifiSessions m_sessions;
    QByteArray m_prefix; ///< of the Network application's paths
    std::map<int, bool> m_present; ///< guests, as the feeds told it last
    QString m_idDigits; ///< what all ids of this controller share
};

/// As this API spells an address.
[[nodiscard]] QString classicMac(quint64 mac);
