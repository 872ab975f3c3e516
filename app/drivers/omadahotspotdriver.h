#pragma once

#include "core/controllerdriver.h"
#include "core/controllerprofile.h"
#include "drivers/omadahotspotsession.h"
#include "wire/omadarecords.h"

/// Omada 4 and 5 controllers by a hotspot operator: devices are let in as an external portal lets
/// them in; who was let in is listed, extended and cancelled by its records. An operator is not
/// told who waits. Whether a 4.x controller has the records, identify() finds out; without them
/// these roles are null.
class OmadaHotspotDriver final : public ControllerDriver,
                                 private ClientLister,
                                 private ClientReader,
                                 private ClientAuthorizer,
                                 private AuthorizationExtender,
                                 private AuthorizationCanceller
{
    Q_OBJECT

public:
    /// Owns the channel from now on. profile.generation is Omada4, or it is taken for Omada5.
    OmadaHotspotDriver(const ControllerProfile &profile, const Credential &hotspotOperator,
        HttpChannel *channel, QObject *parent = nullptr);

    [[nodiscard]] Job<ControllerIdentity> *identify() override;
    [[nodiscard]] Job<QList<Site>> *listSites() override;
    [[nodiscard]] Capabilities capabilities() const override;
    [[nodiscard]] ClientLister *lister() override { return m_hasRecords ? this : nullptr; }
    [[nodiscard]] ClientReader *reader() override { return m_hasRecords ? this : nullptr; }
    [[nodiscard]] ClientAuthorizer *authorizer() override { return this; }
    [[nodiscard]] AuthorizationExtender *extender() override
    {
        return m_hasRecords ? this : nullptr;
    }
    [[nodiscard]] AuthorizationCanceller *canceller() override
    {
        return m_hasRecords ? this : nullptr;
    }
    [[nodiscard]] std::chrono::milliseconds clockOffset() const override;
    [[nodiscard]] std::chrono::milliseconds pollPause() const override;

private:
    [[nodiscard]] Job<ClientSnapshot> *listClients(const ClientQuery &query) override;
    using ClientReader::readClient;
    [[nodiscard]] Job<WifiClient> *readClient(const QString &siteId, MacAddress mac) override;
    [[nodiscard]] LimitRules limitRules() const override;
    [[nodiscard]] Job<ActionAnswer> *authorize(const AuthorizeOrder &order) override;
    [[nodiscard]] Job<ActionAnswer> *extend(const ExtendOrder &order) override;
    [[nodiscard]] bool disconnects() const override { return false; }
    [[nodiscard]] Job<ActionAnswer> *cancel(const WifiClient &client) override;

    void probeRecords(const QString &siteKey, Job<ControllerIdentity> *job);
    [[nodiscard]] ControllerIdentity identity() const;
    [[nodiscard]] WifiClient clientOf(
        const wire::AuthedRecord &record, const QString &siteId, ClientState state) const;

    QString m_controllerId;
    PortalTimeUnit m_timeUnit;
    OmadaHotspotSession m_session;
    bool m_hasRecords;
};
