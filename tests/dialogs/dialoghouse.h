#pragma once

#include "assembly/gatehouse.h"
#include "assembly/historyfile.h"
#include "net/namchannelfactory.h"
#include "net/tlspeerreader.h"
#include "sim/simulatorthread.h"
#include "store/sqliteauditlog.h"

#include <QAbstractButton>
#include <QElapsedTimer>
#include <QHash>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

/// A vault in memory that refuses when it is told to.
class MoodyVault final : public CredentialVault
{
public:
    Job<Credentials> *read(const QString &id) override
    {
        return Job<Credentials>::settled(items.contains(id)
                ? Result<Credentials>(items.value(id))
                : Result<Credentials>(fail(Failure::Kind::NotFound, QStringLiteral("no item"))));
    }
    Job<Done> *write(const QString &id, const Credentials &credentials) override
    {
        if (refusal)
            return Job<Done>::settled(fail(*refusal));
        items.insert(id, credentials);
        return Job<Done>::settled(Done{});
    }
    Job<Done> *remove(const QString &id) override
    {
        items.remove(id);
        return Job<Done>::settled(Done{});
    }
    [[nodiscard]] bool isPersistent() const override { return true; }

    QHash<QString, Credentials> items;
    std::optional<Failure> refusal;
};

/// A whole Gatehouse on a temporary profile, with simulated controllers to connect to.
class DialogHouse
{
public:
    DialogHouse()
    {
        Ports ports;
        ports.clock = std::make_unique<SystemClock>();
        ports.channels = std::make_unique<NamChannelFactory>();
        ports.certificates = std::make_unique<TlsPeerReader>();
        ports.profiles = std::make_unique<ProfileStore>(folder.path());
        ports.audit
            = std::move(*SqliteAuditLog::open(folder.filePath(QStringLiteral("history.db"))));
        ports.openHistory = openerOf(folder.filePath(QStringLiteral("history.db")));
        auto given = std::make_unique<MoodyVault>();
        vault = given.get();
        ports.vault = std::move(given);
        gatehouse = std::make_unique<Gatehouse>(std::move(ports));
        isLoaded = gatehouse->load().has_value();
        gatehouse->connectAll();
    }

    /// Starts a simulator of this generation. Once per house.
    SimulatorInfo simulate(const QString &generation)
    {
        SimulatorOptions options;
        options.generation = generation;
        const auto started = simulators.startAndWait({options});
        return started ? started->first() : SimulatorInfo();
    }

    /// Adds the simulated controller and waits until its clients are listed.
    bool connectTo(const SimulatorInfo &info, const QString &name)
    {
        const bool isUnifi = info.generation == QLatin1String("unifi-integration");
        NewController controller;
        controller.profile.name = name;
        controller.profile.url = info.url;
        controller.profile.pinnedSha256 = info.certificateSha256;
        controller.profile.generation
            = isUnifi ? Generation::UnifiIntegration : Generation::OmadaOpenApi;
        const auto secret = [&](const char *key) {
            return info.credentials.value(QLatin1String(key)).toString();
        };
        controller.credentials
            = {isUnifi ? Credential{CredentialKind::ApiKey, {}, Secret(secret("apiKey"))}
                       : Credential{CredentialKind::OpenApiApplication, secret("clientId"),
                           Secret(secret("clientSecret"))}};
        gatehouse->add(controller)->then(&context, [](const Result<Done> &) {});
        return QTest::qWaitFor(
            [this] { return gatehouse->directory().counts().waiting > 1; }, 20'000);
    }

    /// Rows in this state.
    [[nodiscard]] QList<ClientKey> keys(ClientState state)
    {
        QList<ClientKey> result;
        ClientDirectory &directory = gatehouse->directory();
        for (int slot = 0; slot < directory.slotCount(); ++slot)
            if (directory.isUsed(slot) && directory.row(slot).client.state == state)
                result << directory.row(slot).client.key;
        return result;
    }

    QTemporaryDir folder;
    SimulatorThread simulators;
    std::unique_ptr<Gatehouse> gatehouse;
    MoodyVault *vault = nullptr;
    bool isLoaded = false;
    QObject context;
};

/// The widget of this kind that screen readers find under this name.
template <typename Kind>
Kind *named(QWidget *within, const QString &name)
{
    for (Kind *found : within->findChildren<Kind *>())
        if (found->accessibleName() == name)
            return found;
    return nullptr;
}

/// A button by what is written on it, mnemonics left out.
inline QAbstractButton *button(QWidget *within, const QString &text)
{
    for (auto *found : within->findChildren<QAbstractButton *>())
        if (QString(found->text()).remove(QLatin1Char('&')) == text)
            return found;
    return nullptr;
}
