#pragma once

#include "core/controllerdriver.h"
#include "drivers/pairhalf.h"
#include "drivers/pairhints.h"
#include "drivers/pairsites.h"

/// One controller by two credentials: an official interface (UniFi integration API, Omada Open API)
/// and a user's account (UniFi classic, Omada hotspot operator). Each role is taken from the half
/// that has it or does it best, and an action goes to the other half only when the first one surely
/// did nothing. When one half does not work, the other one goes on by itself.
class PairDriver final : public ControllerDriver,
                         private ClientLister,
                         private ClientReader,
                         private ClientAuthorizer,
                         private AuthorizationExtender,
                         private AuthorizationCanceller,
                         private ClientBlocker
{
    Q_OBJECT

public:
    PairDriver(PairHalf api, PairHalf account, QObject *parent = nullptr);

    [[nodiscard]] Job<ControllerIdentity> *identify() override;
    [[nodiscard]] Job<QList<Site>> *listSites() override;
    [[nodiscard]] Capabilities capabilities() const override;
    [[nodiscard]] ClientLister *lister() override;
    [[nodiscard]] ClientReader *reader() override;
    [[nodiscard]] ClientAuthorizer *authorizer() override;
    [[nodiscard]] AuthorizationExtender *extender() override;
    [[nodiscard]] AuthorizationCanceller *canceller() override;
    [[nodiscard]] ClientBlocker *blocker() override;
    [[nodiscard]] ChangeHints *hints() override { return m_hints.get(); }
    [[nodiscard]] std::chrono::milliseconds clockOffset() const override;
    [[nodiscard]] std::chrono::milliseconds pollPause() const override;

private:
    using Half = PairHalf PairDriver::*;
    using Attempt = std::function<Job<ActionAnswer> *()>;

    [[nodiscard]] Job<ClientSnapshot> *listClients(const ClientQuery &query) override;
    [[nodiscard]] Job<WifiClient> *readClient(const QString &siteId, MacAddress mac) override;
    [[nodiscard]] Job<WifiClient> *readClient(const WifiClient &seen) override;
    [[nodiscard]] LimitRules limitRules() const override;
    [[nodiscard]] bool needsRedirect() const override;
    [[nodiscard]] Job<ActionAnswer> *authorize(const AuthorizeOrder &order) override;
    [[nodiscard]] bool restartsUsage() const override;
    [[nodiscard]] Job<ActionAnswer> *extend(const ExtendOrder &order) override;
    [[nodiscard]] bool disconnects() const override;
    [[nodiscard]] Job<ActionAnswer> *cancel(const WifiClient &client) override;
    [[nodiscard]] Job<ActionAnswer> *block(const WifiClient &client) override;
    [[nodiscard]] Job<ActionAnswer> *unblock(const WifiClient &client) override;

    /// Those that work and have this role, the official interface first.
    template <typename Role>
    [[nodiscard]] QList<Half> having(Role *(ControllerDriver::*role)()) const;
    template <typename Role>
    [[nodiscard]] Role *roleIfAny(Role *(ControllerDriver::*role)());

    [[nodiscard]] QString siteIdFor(Half half, const QString &shownId) const;
    [[nodiscard]] WifiClient toldTo(Half half, WifiClient client) const;
    [[nodiscard]] static WifiClient toldBy(Half half, WifiClient client, const QString &shownId);

    [[nodiscard]] Job<ClientSnapshot> *listBy(Half half, const ClientQuery &query);
    [[nodiscard]] bool addsCues(const QString &siteId) const;
    void listed(Job<ClientSnapshot> *job, const ClientQuery &query,
        const Result<ClientSnapshot> &byApi, const Result<ClientSnapshot> &byAccount);
    [[nodiscard]] Job<WifiClient> *readBy(Half half, const WifiClient &seen);
    [[nodiscard]] QList<Half> grantersOf(const AuthorizeOrder &order) const;
    [[nodiscard]] Job<ActionAnswer> *grantBy(Half half, const AuthorizeOrder &order);
    template <typename Role>
    [[nodiscard]] Job<ActionAnswer> *onClient(Role *(ControllerDriver::*role)(),
        const WifiClient &client,
        const std::function<Job<ActionAnswer> *(Role &, const WifiClient &)> &act);
    [[nodiscard]] Job<ActionAnswer> *inTurn(const QList<Attempt> &attempts);
    void tryNext(Job<ActionAnswer> *job, QList<Attempt> attempts);

    /// A call of this half was refused: finds out whether it does not work any more.
    void doubt(Half half, const Failure &failure);

    PairHalf m_api;
    PairHalf m_account;
    PairSites m_sites;
    std::unique_ptr<PairHints> m_hints; ///< null where the account has none
};

template <typename Role>
QList<PairDriver::Half> PairDriver::having(Role *(ControllerDriver::*role)()) const
{
    QList<Half> result;
    for (const Half half : {&PairDriver::m_api, &PairDriver::m_account})
        if ((this->*half).works() && ((this->*half).driver.get()->*role)())
            result.append(half);
    return result;
}

template <typename Role>
Role *PairDriver::roleIfAny(Role *(ControllerDriver::*role)())
{
    return having(role).isEmpty() ? nullptr : this;
}
