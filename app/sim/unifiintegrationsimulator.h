#pragma once

#include "sim/controllersimulator.h"
#include "sim/filterexpression.h"
#include "sim/world.h"

#include <QVersionNumber>

#include <deque>

struct UnifiIntegrationOptions
{
    /// How the console is reached.
    enum class Deployment {
        Console, ///< UniFi OS: /proxy/network/integration/v1
        SelfHosted, ///< Network Server: /integration/v1, and 403 without a key
        Connector, ///< api.ui.com: /v1/connector/consoles/{consoleId}/…
    };

    Deployment deployment = Deployment::Console;
    QString version; ///< such as 10.0.162
    quint32 seed = 1;
    int reconnectSeconds = 4; ///< how long a guest is gone after its authorization was cancelled
};

/// UniFi Network integration API v1, after Ubiquiti's OpenAPI files of 9.0 to 10.6 and what clients
/// have observed.
class UnifiIntegrationSimulator final : public ControllerSimulator
{
public:
    UnifiIntegrationSimulator(SimWorld &world, UnifiIntegrationOptions options);

    [[nodiscard]] SimReply answer(const SimRequest &request) override;
    [[nodiscard]] QString basePath() const override;
    [[nodiscard]] QJsonObject credentials() const override;
    [[nodiscard]] QJsonArray sites() const override;
    [[nodiscard]] QString macSpelling(quint64 mac) const override;
    [[nodiscard]] QString commonName() const override;
    [[nodiscard]] SimReply signInPage() const override;
    [[nodiscard]] SimReply tooManyRequests() const override;

    /// Whether a controller of this version has this API at all.
    [[nodiscard]] bool isThere() const { return m_version >= QVersionNumber(9); }
    [[nodiscard]] QString siteId(int site) const;
    [[nodiscard]] QString clientId(int client) const;
    [[nodiscard]] QString consoleId() const;

private:
    struct Page
    {
        qint64 offset = 0;
        qint64 limit = 25;
    };
    using Refused = tl::unexpected<SimReply>;

    [[nodiscard]] std::optional<SimReply> refusedByFrontDoor(
        const SimRequest &request, const QString &below);
    [[nodiscard]] SimReply refusedByConnector(
        int status, const QString &code, const QString &message) const;
    [[nodiscard]] SimReply refused(
        const SimRequest &request, int status, const QString &code, const QString &message) const;
    [[nodiscard]] SimReply noEndpoint(const SimRequest &request) const;
    [[nodiscard]] SimReply outside(const SimRequest &request) const;
    [[nodiscard]] SimReply answerApi(const SimRequest &request, const QStringList &parts);
    [[nodiscard]] SimReply answerSite(const SimRequest &request, const QStringList &parts);
    [[nodiscard]] SimReply answerClient(
        const SimRequest &request, int site, const QStringList &parts);

    [[nodiscard]] tl::expected<Page, SimReply> pageOf(const SimRequest &request) const;
    [[nodiscard]] SimReply pageReply(const Page &page, std::vector<int> rows, bool mayTear,
        const std::function<QJsonObject(int)> &render);
    [[nodiscard]] SimReply listSites(const SimRequest &request);
    [[nodiscard]] SimReply listDevices(const SimRequest &request, int site);
    [[nodiscard]] SimReply listClients(const SimRequest &request, int site);
    [[nodiscard]] const std::vector<int> &clientRows(
        int site, const QString &filterText, const FilterExpression *filter);
    [[nodiscard]] FilterValue clientValue(int client, int property, qint64 now) const;
    [[nodiscard]] QJsonObject clientRow(int client, qint64 now) const;
    [[nodiscard]] QJsonObject clientDetail(int client) const;
    [[nodiscard]] QJsonObject authorization(const Grant &grant, qint64 now) const;
    [[nodiscard]] QJsonObject deviceRow(int device) const;
    [[nodiscard]] SimReply apiDescription() const;

    [[nodiscard]] SimReply act(const SimRequest &request, int client);
    [[nodiscard]] SimReply authorize(
        const SimRequest &request, int client, const QJsonObject &body);
    [[nodiscard]] SimReply unauthorize(int client);
    [[nodiscard]] tl::expected<QJsonObject, SimReply> bodyOf(const SimRequest &request) const;

    [[nodiscard]] QString idOf(QLatin1StringView kind, int index, int turn = 0) const;
    [[nodiscard]] std::optional<int> siteWithId(const QString &id) const;
    [[nodiscard]] std::optional<int> clientWithId(const QString &id) const;
    [[nodiscard]] bool hasActions() const;

    SimWorld &m_world;
    UnifiIntegrationOptions m_options;
    QVersionNumber m_version;
    QString m_key;
    QString m_idDigits; ///< what all ids of this console share
    quint64 m_idMask; ///< what hides the row's number in them
    std::deque<qint64> m_connectorCalls; ///< those of the last minute

    struct ListCache
    {
        int site = -1;
        QString filter;
        quint64 revision = 0;
        qint64 second = 0;
        std::vector<int> rows;
    };
    ListCache m_cache;
};
