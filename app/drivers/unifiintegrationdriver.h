#pragma once

#include "core/controllerdriver.h"
#include "drivers/unificonnection.h"
#include "drivers/unifidevicenames.h"

/// UniFi Network 9.1 and newer by its official integration API, with an API key: on a console, on a
/// self-hosted server, or through Ubiquiti's cloud connector.
class UnifiIntegrationDriver final : public ControllerDriver,
                                     private ClientLister,
                                     private ClientReader,
                                     private ClientAuthorizer,
                                     private AuthorizationExtender,
                                     private AuthorizationCanceller
{
    Q_OBJECT

public:
    /// Owns the channel from now on.
    UnifiIntegrationDriver(const QString &controllerId, const Secret &key, HttpChannel *channel,
        QObject *parent = nullptr);

    [[nodiscard]] Job<ControllerIdentity> *identify() override;
    [[nodiscard]] Job<QList<Site>> *listSites() override;
    [[nodiscard]] Capabilities capabilities() const override;
    [[nodiscard]] ClientLister *lister() override { return this; }
    [[nodiscard]] ClientReader *reader() override { return this; }
    [[nodiscard]] ClientAuthorizer *authorizer() override { return this; }
    [[nodiscard]] AuthorizationExtender *extender() override { return this; }
    [[nodiscard]] AuthorizationCanceller *canceller() override { return this; }
    [[nodiscard]] std::chrono::milliseconds clockOffset() const override;
    [[nodiscard]] std::chrono::milliseconds pollPause() const override;

private:
    [[nodiscard]] Job<ClientSnapshot> *listClients(const ClientQuery &query) override;
    [[nodiscard]] Job<WifiClient> *readClient(const QString &siteId, MacAddress mac) override;
    [[nodiscard]] Job<WifiClient> *readClient(const WifiClient &seen) override;
    [[nodiscard]] LimitRules limitRules() const override;
    [[nodiscard]] Job<ActionAnswer> *authorize(const AuthorizeOrder &order) override;
    [[nodiscard]] bool restartsUsage() const override { return true; }
    [[nodiscard]] Job<ActionAnswer> *extend(const ExtendOrder &order) override;
    [[nodiscard]] bool disconnects() const override { return true; }
    [[nodiscard]] Job<ActionAnswer> *cancel(const WifiClient &client) override;

    [[nodiscard]] Job<WifiClient> *readDetail(
        const QString &siteId, MacAddress mac, const QString &knownId);
    void complete(WifiClient &client, const QString &siteId) const;
    [[nodiscard]] std::function<Result<ClientSnapshot>()> snapshotOf(
        WholeList<WifiClient> list, const QString &siteId) const;

    QString m_controllerId;
    UnifiConnection m_connection;
    UnifiDeviceNames m_names;
};
