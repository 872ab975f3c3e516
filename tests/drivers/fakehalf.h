#pragma once

#include "core/changehints.h"
#include "core/controllerdriver.h"
#include "drivers/pairhalf.h"

#include <QStringList>

/// Remembers what was listened to.
class FakeHints final : public ChangeHints
{
public:
    QString heard; ///< site

    void listenTo(const QString &siteId) override { heard = siteId; }
};

/// A driver that answers what a test told it, and remembers what it was asked.
class FakeHalf final : public ControllerDriver,
                       private ClientLister,
                       private ClientReader,
                       private ClientAuthorizer,
                       private AuthorizationCanceller,
                       private ClientRateSetter
{
public:
    Result<ControllerIdentity> identity = ControllerIdentity{QStringLiteral("Fake"), {}};
    Result<QList<Site>> sites = QList<Site>();
    Result<ClientSnapshot> snapshot = ClientSnapshot();
    Result<WifiClient> client = fail(Failure::Kind::NotFound, QStringLiteral("not there"));
    Result<ActionAnswer> action = ActionAnswer();
    Result<ActionAnswer> ratesSet = ActionAnswer();
    Capabilities can;
    LimitRules rules;
    LimitRules rates; ///< empty: no rate setter
    QStringList asked; ///< such as "list site-1"
    AuthorizeOrder order; ///< the latest
    FakeHints ownHints;

    Job<ControllerIdentity> *identify() override
    {
        return answered(QStringLiteral("identify"), identity);
    }
    Job<QList<Site>> *listSites() override { return answered(QStringLiteral("sites"), sites); }
    [[nodiscard]] Capabilities capabilities() const override { return can; }
    ClientLister *lister() override { return this; }
    ClientReader *reader() override { return this; }
    ClientAuthorizer *authorizer() override { return this; }
    AuthorizationCanceller *canceller() override { return this; }
    ClientRateSetter *rateSetter() override { return rates == LimitRules() ? nullptr : this; }
    ChangeHints *hints() override { return &ownHints; }
    [[nodiscard]] std::chrono::milliseconds clockOffset() const override { return {}; }
    [[nodiscard]] std::chrono::milliseconds pollPause() const override { return {}; }

private:
    template <typename T>
    Job<T> *answered(const QString &what, const Result<T> &answer)
    {
        asked += what;
        return Job<T>::settled(answer, this);
    }

    Job<ClientSnapshot> *listClients(const ClientQuery &query) override
    {
        return answered(QStringLiteral("list ") + query.siteId, snapshot);
    }
    Job<WifiClient> *readClient(const QString &siteId, MacAddress) override
    {
        return answered(QStringLiteral("read ") + siteId, client);
    }
    using ClientReader::readClient;
    [[nodiscard]] LimitRules limitRules() const override { return rules; }
    Job<ActionAnswer> *authorize(const AuthorizeOrder &given) override
    {
        order = given;
        return answered(QStringLiteral("authorize ") + given.client.key.siteId, action);
    }
    [[nodiscard]] bool disconnects() const override { return true; }
    Job<ActionAnswer> *cancel(const WifiClient &given) override
    {
        return answered(QStringLiteral("cancel ") + given.key.siteId, action);
    }
    [[nodiscard]] LimitRules rateRules() const override { return rates; }
    Job<ActionAnswer> *setRates(
        const WifiClient &given, std::optional<int> down, std::optional<int>) override
    {
        return answered(
            QStringLiteral("rates %1 %2").arg(given.key.siteId).arg(down.value_or(0)), ratesSet);
    }
};
