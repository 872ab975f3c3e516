#pragma once

#include "core/controllerdriver.h"
#include "core/controllerprofile.h"
#include "drivers/unificlassicsession.h"
#include "drivers/unifidevicenames.h"
#include "drivers/unifieventhints.h"
#include "drivers/unifisitelooks.h"

/// UniFi Network by its private API, with a local account: self-hosted servers that know no key,
/// and on consoles what the integration API lacks. Everything goes by MAC address, so a device may
/// be let in before it is listed, and shut out after it has left.
class UnifiClassicDriver final : public ControllerDriver,
                                 private ClientLister,
                                 private ClientReader,
                                 private ClientAuthorizer,
                                 private AuthorizationExtender,
                                 private AuthorizationCanceller,
                                 private ClientBlocker
{
    Q_OBJECT

public:
    /// Owns the channel from now on, which must lead to the controller's origin.
    UnifiClassicDriver(const ControllerProfile &profile, const Credential &account,
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
    [[nodiscard]] ChangeHints *hints() override { return &m_hints; }
    [[nodiscard]] std::chrono::milliseconds clockOffset() const override;
    [[nodiscard]] std::chrono::milliseconds pollPause() const override;

private:
    [[nodiscard]] Job<ClientSnapshot> *listClients(const ClientQuery &query) override;
    using ClientReader::readClient;
    /// Also of a device that is not connected: then what the guest list says of it.
    [[nodiscard]] Job<WifiClient> *readClient(const QString &siteId, MacAddress mac) override;
    [[nodiscard]] LimitRules limitRules() const override;
    [[nodiscard]] Job<ActionAnswer> *authorize(const AuthorizeOrder &order) override;
    [[nodiscard]] bool restartsUsage() const override { return true; }
    [[nodiscard]] Job<ActionAnswer> *extend(const ExtendOrder &order) override;
    [[nodiscard]] bool disconnects() const override { return true; }
    [[nodiscard]] Job<ActionAnswer> *cancel(const WifiClient &client) override;
    [[nodiscard]] Job<ActionAnswer> *block(const WifiClient &client) override;
    [[nodiscard]] Job<ActionAnswer> *unblock(const WifiClient &client) override;

    template <typename T, typename Read>
    [[nodiscard]] Job<T> *ask(UnifiClassicSession::MakeCall makeCall, Read read, QObject *parent);
    [[nodiscard]] Job<ActionAnswer> *act(UnifiClassicSession::MakeCall makeCall,
        Result<ActionAnswer> (*read)(const HttpReply &), QObject *parent);
    [[nodiscard]] Job<ActionAnswer> *command(const WifiClient &client,
        HttpRequest (UnifiClassicSession::Requests::*make)(const QString &, MacAddress) const,
        const ActionAnswer &answer);
    [[nodiscard]] Job<ActionAnswer> *sendAuthorization(
        const AuthorizeOrder &order, QObject *parent);
    void identifyBy(const QString &siteId, Job<ControllerIdentity> *job);
    void readAbsent(const QString &siteId, MacAddress mac, const UnifiSiteLooks::Look &look,
        Job<WifiClient> *job);
    [[nodiscard]] std::function<Result<ClientSnapshot>()> snapshotOf(
        const UnifiSiteLooks::Look &look, const ClientQuery &query) const;
    [[nodiscard]] WifiClient completed(WifiClient client, const QString &siteId) const;

    QString m_controllerId;
    UnifiClassicSession m_session;
    UnifiSiteLooks m_looks;
    UnifiDeviceNames m_names;
    UnifiEventHints m_hints;
};
