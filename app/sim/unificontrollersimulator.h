#pragma once

#include "sim/unificlassicsimulator.h"
#include "sim/unifiintegrationsimulator.h"

/// One UniFi controller with everything that its kind and version answer: the integration API from
/// Network 9 on, and, everywhere but in the cloud, the classic one. Both show and change the same
/// world; their ids differ.
class UnifiControllerSimulator final : public ControllerSimulator
{
public:
    enum class Asked { Integration, Classic }; ///< whose words sites() uses
    UnifiControllerSimulator(SimWorld &world, const UnifiIntegrationOptions &options, Asked asked);

    [[nodiscard]] SimReply answer(const SimRequest &request) override;
    [[nodiscard]] QString basePath() const override { return m_integration.basePath(); }
    [[nodiscard]] QJsonObject credentials() const override;
    [[nodiscard]] QJsonArray sites() const override;
    [[nodiscard]] QString macSpelling(quint64 mac) const override { return classicMac(mac); }
    [[nodiscard]] QString commonName() const override { return m_integration.commonName(); }
    [[nodiscard]] QList<QUrl> redirects(const QUrl &portal) const override;
    [[nodiscard]] QList<std::pair<QByteArray, QByteArray>> takeEvents() override;
    [[nodiscard]] SimReply signInPage() const override { return m_integration.signInPage(); }
    [[nodiscard]] SimReply tooManyRequests() const override
    {
        return m_integration.tooManyRequests();
    }

private:
    SimWorld &m_world;
    quint32 m_seed;
    Asked m_asked;
    bool m_hasKey; ///< a self-hosted Network Server has no page to make one
    UnifiIntegrationSimulator m_integration;
    std::optional<UnifiClassicSimulator> m_classic;
};
