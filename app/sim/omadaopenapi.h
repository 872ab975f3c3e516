#pragma once

#include "sim/controllersimulator.h"
#include "sim/omadaenvelope.h"
#include "sim/omadarows.h"
#include "sim/omadaversion.h"

#include <tl/expected.hpp>

#include <map>

/// Omada's northbound Open API, after TP-Link's specification of 2025-10 and what clients have
/// observed on 5.15 to 6.2.
class OmadaOpenApi
{
public:
    OmadaOpenApi(SimWorld &world, const OmadaOptions &options);

    /// Nothing when the path is not one of the Open API's.
    [[nodiscard]] std::optional<SimReply> answer(
        const SimRequest &request, const QStringList &parts);
    [[nodiscard]] const QString &clientId() const { return m_clientId; }
    [[nodiscard]] const QString &clientSecret() const { return m_clientSecret; }

private:
    struct Page
    {
        int page = 1;
        int size = 10;
    };
    /// What a list request asks for beside its page.
    struct ClientWish
    {
        Page page;
        int scope = 1; ///< 0 all, 1 online, 2 offline, 3 blocked
        QString search;
        QJsonObject filters;

        [[nodiscard]] bool wantsTheSameAs(const ClientWish &other) const
        {
            return scope == other.scope && search == other.search && filters == other.filters;
        }
    };
    /// The rows of the list that is being read page by page.
    struct ListCache
    {
        int site = -1;
        ClientWish wish;
        quint64 revision = 0;
        qint64 second = 0;
        std::vector<int> rows;
        QJsonObject stat;
    };
    struct Token
    {
        qint64 expiresAt = 0;
        int requestsLeft = -1; ///< below zero: only time ends it
    };
    using Refused = tl::unexpected<SimReply>;

    [[nodiscard]] SimReply giveToken(const SimRequest &request);
    [[nodiscard]] SimReply newToken();
    [[nodiscard]] std::optional<SimReply> refusedWithoutToken(const SimRequest &request);
    [[nodiscard]] SimReply answerApi(const SimRequest &request, const QStringList &parts);
    [[nodiscard]] SimReply answerSite(
        const SimRequest &request, int apiVersion, int site, const QStringList &below);
    [[nodiscard]] SimReply actOnClient(
        const SimRequest &request, int site, const QString &mac, const QString &what);
    [[nodiscard]] SimReply answerHotspot(
        const SimRequest &request, int site, const QStringList &below);

    [[nodiscard]] tl::expected<Page, SimReply> pageOf(const SimRequest &request) const;
    [[nodiscard]] SimReply pageReply(const Page &page, std::vector<int> rows,
        const std::function<QJsonObject(int)> &render, QJsonObject extra = {});
    [[nodiscard]] SimReply listSites(const SimRequest &request);
    [[nodiscard]] SimReply listClientsV1(const SimRequest &request, int site);
    [[nodiscard]] SimReply listClientsV2(const SimRequest &request, int site);
    [[nodiscard]] SimReply listClients(int site, const ClientWish &wish);
    [[nodiscard]] bool matches(const SimClient &client, const ClientWish &wish, qint64 now) const;
    [[nodiscard]] bool passes(
        const SimClient &client, const QJsonObject &filters, qint64 now) const;
    [[nodiscard]] QJsonObject clientStat(const std::vector<int> &rows, qint64 now) const;
    [[nodiscard]] SimReply oneClient(int site, const QString &mac);

    [[nodiscard]] SimReply authorize(int site, const QString &mac);
    [[nodiscard]] SimReply unauthorize(int site, const QString &mac);
    [[nodiscard]] SimReply listRecords(const SimRequest &request, int site);
    [[nodiscard]] SimReply extendRecord(const SimRequest &request, int grant);
    [[nodiscard]] SimReply endRecord(int grant);
    [[nodiscard]] SimReply limitRate(const SimRequest &request, int site, const QString &mac);
    [[nodiscard]] SimReply block(
        const SimRequest &request, int site, const QString &mac, bool blocked);

    SimWorld &m_world;
    OmadaVersion m_version;
    quint32 m_seed;
    OmadaEnvelope m_envelope;
    OmadaRows m_rows;
    QString m_controllerId;
    QString m_clientId;
    QString m_clientSecret;
    std::map<QByteArray, Token> m_tokens;
    std::map<QString, bool> m_refreshTokens; ///< true: not used yet
    int m_tokensGiven = 0;
    ListCache m_cache;
};
