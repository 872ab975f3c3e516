#pragma once

#include "core/controllerdriver.h"
#include "core/controllerprofile.h"
#include "drivers/omadasession.h"

/// Omada controllers from 5.12 on by their Open API, with the client id and secret of an
/// application. Rates can be set while authorizing; duration and data cannot.
class OmadaOpenApiDriver final : public ControllerDriver,
                                 private ClientLister,
                                 private ClientReader,
                                 private ClientAuthorizer,
                                 private AuthorizationExtender,
                                 private AuthorizationCanceller,
                                 private ClientBlocker,
                                 private ClientRateSetter
{
    Q_OBJECT

public:
    /// Owns the channel from now on.
    OmadaOpenApiDriver(const ControllerProfile &profile, const Credential &application,
        HttpChannel *channel, QObject *parent = nullptr);

    [[nodiscard]] Job<ControllerIdentity> *identify() override;
    [[nodiscard]] Job<QList<Site>> *listSites() override;
    [[nodiscard]] Capabilities capabilities() const override;
    [[nodiscard]] ClientLister *lister() override { return this; }
    [[nodiscard]] ClientReader *reader() override { return this; }
    [[nodiscard]] ClientAuthorizer *authorizer() override { return this; }
    [[nodiscard]] AuthorizationExtender *extender() override { return this; }
    [[nodiscard]] AuthorizationCanceller *canceller() override { return this; }
    [[nodiscard]] ClientBlocker *blocker() override { return this; }
    [[nodiscard]] ClientRateSetter *rateSetter() override { return this; }
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
    [[nodiscard]] Job<ActionAnswer> *block(const WifiClient &client) override;
    [[nodiscard]] Job<ActionAnswer> *unblock(const WifiClient &client) override;
    [[nodiscard]] LimitRules rateRules() const override;
    [[nodiscard]] Job<ActionAnswer> *setRates(
        const WifiClient &client, std::optional<int> downKbps, std::optional<int> upKbps) override;

    [[nodiscard]] Job<ActionAnswer> *act(OmadaSession::MakeCall makeCall);
    void addAuthorization(const WifiClient &client, Job<WifiClient> *job);

    QString m_controllerId;
    QString m_version; ///< told by the controller or, before it was asked, by the profile
    OmadaSession m_session;
    wire::omada_openapi::ListVersion m_listVersion;
};
