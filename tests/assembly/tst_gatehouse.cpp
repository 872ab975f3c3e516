#include "assembly/gatehouse.h"
#include "assembly/historyfile.h"
#include "net/namchannelfactory.h"
#include "net/tlspeerreader.h"
#include "store/sqliteauditlog.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// Remembers what it was asked, and fails when told to.
class ScriptedVault final : public CredentialVault
{
public:
    Job<Credentials> *read(const QString &id) override
    {
        ++reads;
        return Job<Credentials>::settled(items.contains(id)
                ? Result<Credentials>(items.value(id))
                : Result<Credentials>(fail(Failure::Kind::NotFound, u"no item"_s)));
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
        if (refusal)
            return Job<Done>::settled(fail(*refusal));
        items.remove(id);
        return Job<Done>::settled(Done{});
    }
    [[nodiscard]] bool isPersistent() const override { return true; }

    QHash<QString, Credentials> items;
    std::optional<Failure> refusal;
    int reads = 0;
};

template <typename T>
std::optional<Result<T>> wait(Job<T> *job)
{
    QObject context;
    std::optional<Result<T>> answer;
    job->then(&context, [&](const Result<T> &result) { answer = result; });
    [[maybe_unused]] const bool inTime
        = QTest::qWaitFor([&] { return answer.has_value(); }, 20'000);
    return answer;
}

/// Nothing listens at port 9 of the loopback: the link goes offline, which is all these tests need.
NewController someController(const QString &name)
{
    NewController controller;
    controller.profile.name = name;
    controller.profile.url = QUrl(u"https://127.0.0.1:9"_s);
    controller.profile.generation = Generation::UnifiIntegration;
    controller.credentials = {{CredentialKind::ApiKey, {}, Secret(u"a-key"_s)}};
    return controller;
}

} // namespace

class TestGatehouse : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    ScriptedVault *m_vault = nullptr;

    std::unique_ptr<Gatehouse> makeGatehouse(ScriptedVault *vault)
    {
        Ports ports;
        ports.clock = std::make_unique<SystemClock>();
        ports.channels = std::make_unique<NamChannelFactory>();
        ports.certificates = std::make_unique<TlsPeerReader>();
        ports.profiles = std::make_unique<ProfileStore>(m_folder->path());
        ports.audit = std::move(*SqliteAuditLog::open(m_folder->filePath(u"history.db"_s)));
        ports.openHistory = openerOf(m_folder->filePath(u"history.db"_s));
        ports.vault.reset(vault);
        m_vault = vault;
        auto gatehouse = std::make_unique<Gatehouse>(std::move(ports));
        if (!gatehouse->load())
            return nullptr;
        return gatehouse;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void whomOldRecordsWereAboutIsForgotten()
    {
        const auto gatehouse = makeGatehouse(new ScriptedVault);
        AuditIntent intent;
        intent.client = {u"c1"_s, u"s1"_s, MacAddress(0xa1)};
        intent.guest.name = u"Anna"_s;
        for (const int days : {91, 89}) {
            intent.time = QDateTime::currentDateTimeUtc().addDays(-days);
            QVERIFY(gatehouse->audit().begin(intent));
        }
        gatehouse->eraseOldRecords();
        QVERIFY(gatehouse->profiles().setHistoryRetentionDays(90));
        QSignalSpy erased(gatehouse.get(), &Gatehouse::historyErased);
        gatehouse->connectAll();
        QTRY_COMPARE(erased.size(), 1);
        const auto records = gatehouse->audit().list({});
        QVERIFY(records->last().erased);
        QVERIFY(!records->first().erased);
    }

    void addingStoresTheSecretInTheVaultAndTheRestInTheProfile()
    {
        const auto gatehouse = makeGatehouse(new ScriptedVault);
        QSignalSpy added(gatehouse.get(), &Gatehouse::linkAdded);
        QVERIFY(wait(gatehouse->add(someController(u"Desk"_s)))->has_value());
        QCOMPARE(added.count(), 1);
        QCOMPARE(m_vault->items.size(), 1);
        const QString id = gatehouse->linkByName(u"desk"_s)->profile().id;
        QVERIFY(m_vault->items.contains(id));
        QFile profile(m_folder->filePath(u"controllers.json"_s));
        QVERIFY(profile.open(QIODevice::ReadOnly));
        QVERIFY(!profile.readAll().contains("a-key"));
    }

    void aKeychainThatRefusesLeavesNothingBehind()
    {
        const auto gatehouse = makeGatehouse(new ScriptedVault);
        m_vault->refusal = Failure{Failure::Kind::KeychainMissing, u"no bus"_s};
        const auto added = wait(gatehouse->add(someController(u"Desk"_s)));
        QCOMPARE(added->error().kind, Failure::Kind::KeychainMissing);
        QVERIFY(gatehouse->links().isEmpty());
        QVERIFY(gatehouse->profiles().controllers().isEmpty());
    }

    void aSecretForThisSessionOnlyNeverReachesTheVault()
    {
        const auto gatehouse = makeGatehouse(new ScriptedVault);
        NewController controller = someController(u"Desk"_s);
        controller.rememberSecrets = false;
        QVERIFY(wait(gatehouse->add(controller))->has_value());
        QVERIFY(m_vault->items.isEmpty());
        const QString id = gatehouse->links().first()->profile().id;
        QCOMPARE(wait(gatehouse->credentials(id))->value(), controller.credentials);
    }

    void twoControllersCannotHaveOneName()
    {
        const auto gatehouse = makeGatehouse(new ScriptedVault);
        QVERIFY(wait(gatehouse->add(someController(u"Desk"_s)))->has_value());
        const auto second = wait(gatehouse->add(someController(u"desk"_s)));
        QCOMPARE(second->error().kind, Failure::Kind::InvalidInput);
        QCOMPARE(gatehouse->links().size(), 1);
        QCOMPARE(m_vault->items.size(), 1);
    }

    void eachSecretIsReadOncePerStart()
    {
        {
            const auto gatehouse = makeGatehouse(new ScriptedVault);
            QVERIFY(wait(gatehouse->add(someController(u"Desk"_s)))->has_value());
            const auto items = m_vault->items;
            auto *vault = new ScriptedVault;
            vault->items = items;
            const auto next = makeGatehouse(vault);
            const QString id = next->links().first()->profile().id;
            QVERIFY(wait(next->credentials(id))->has_value());
            QVERIFY(wait(next->credentials(id))->has_value());
            QCOMPARE(vault->reads, 1);
        }
    }

    void anItemThatIsGoneReadsAsALockedKeychain()
    {
        const auto gatehouse = makeGatehouse(new ScriptedVault);
        QVERIFY(wait(gatehouse->add(someController(u"Desk"_s)))->has_value());
        const auto next = makeGatehouse(new ScriptedVault);
        next->connectAll();
        ControllerLink *link = next->links().first();
        QTRY_COMPARE(link->state(), ControllerLink::State::NeedsAttention);
        QCOMPARE(link->failure()->kind, Failure::Kind::KeychainLocked);
    }

    void aFurtherCredentialStandsBesideTheFirst()
    {
        const auto gatehouse = makeGatehouse(new ScriptedVault);
        QVERIFY(wait(gatehouse->add(someController(u"Desk"_s)))->has_value());
        const QString id = gatehouse->links().first()->profile().id;
        const Credential account{CredentialKind::LocalAccount, u"desk"_s, Secret(u"secret"_s)};
        QVERIFY(wait(gatehouse->addCredential(id, account))->has_value());
        QCOMPARE(m_vault->items.value(id).size(), 2);
        QCOMPARE(gatehouse->links().first()->profile().credentials,
            (QList<CredentialNote>{
                {CredentialKind::ApiKey, {}}, {CredentialKind::LocalAccount, u"desk"_s}}));
    }

    void aFurtherCredentialIsNotWrittenOverThoseThatCannotBeRead()
    {
        const auto gatehouse = makeGatehouse(new ScriptedVault);
        QVERIFY(wait(gatehouse->add(someController(u"Desk"_s)))->has_value());
        const auto next = makeGatehouse(new ScriptedVault); // a locked ring reads as an empty one
        const QString id = next->links().first()->profile().id;
        const Credential account{CredentialKind::LocalAccount, u"desk"_s, Secret(u"secret"_s)};
        const auto refused = wait(next->addCredential(id, account));
        QCOMPARE(refused->error().kind, Failure::Kind::KeychainLocked);
        QVERIFY(m_vault->items.isEmpty());
        const Credential newKey{CredentialKind::ApiKey, {}, Secret(u"new-key"_s)};
        QVERIFY(wait(next->addCredential(id, newKey))->has_value()); // replaces all there was
        QCOMPARE(m_vault->items.value(id).size(), 1);
    }

    void aControllerCanGoWhileItsKeychainDoesNotAnswer()
    {
        const auto gatehouse = makeGatehouse(new ScriptedVault);
        QVERIFY(wait(gatehouse->add(someController(u"Desk"_s)))->has_value());
        const QString id = gatehouse->links().first()->profile().id;
        m_vault->refusal = Failure{Failure::Kind::KeychainLocked, u"locked"_s};
        QCOMPARE(wait(gatehouse->remove(id))->error().kind, Failure::Kind::KeychainLocked);
        QCOMPARE(gatehouse->links().size(), 1);
        QVERIFY(wait(gatehouse->remove(id, Gatehouse::SecretsOf::LeftBehind))->has_value());
        QVERIFY(gatehouse->links().isEmpty());
        QVERIFY(m_vault->items.contains(id));
    }

    void whereAPersonKeepsTheSecretsTheFirstCredentialStaysNoted()
    {
        {
            const auto gatehouse = makeGatehouse(new ScriptedVault);
            NewController controller = someController(u"Desk"_s);
            controller.rememberSecrets = false;
            QVERIFY(wait(gatehouse->add(controller))->has_value());
        }
        const auto next = makeGatehouse(new ScriptedVault); // knows no secret any more
        const QString id = next->links().first()->profile().id;
        const Credential account{CredentialKind::LocalAccount, u"desk"_s, Secret(u"secret"_s)};
        QVERIFY(wait(next->addCredential(id, account, false))->has_value());
        QCOMPARE(next->links().first()->profile().credentials.size(), 2);
    }

    void renamingKeepsTheSecretAndTheIdentity()
    {
        const auto gatehouse = makeGatehouse(new ScriptedVault);
        QVERIFY(wait(gatehouse->add(someController(u"Desk"_s)))->has_value());
        const QString id = gatehouse->links().first()->profile().id;
        QVERIFY(gatehouse->rename(id, u"Harbour Hotel"_s).has_value());
        QCOMPARE(gatehouse->linkByName(u"Harbour Hotel"_s)->profile().id, id);
        QVERIFY(m_vault->items.contains(id));
    }

    void removingTakesTheSecretAndLeavesTheHistory()
    {
        const auto gatehouse = makeGatehouse(new ScriptedVault);
        QVERIFY(wait(gatehouse->add(someController(u"Desk"_s)))->has_value());
        const QString id = gatehouse->links().first()->profile().id;
        AuditIntent intent;
        intent.time = gatehouse->clock().now();
        intent.client = {id, u"site"_s, MacAddress(1)};
        QVERIFY(gatehouse->audit().begin(intent).has_value());

        QSignalSpy removed(gatehouse.get(), &Gatehouse::linkRemoved);
        QVERIFY(wait(gatehouse->remove(id))->has_value());
        QCOMPARE(removed.count(), 1);
        QVERIFY(m_vault->items.isEmpty());
        QVERIFY(gatehouse->links().isEmpty());
        QCOMPARE(gatehouse->audit().list({})->size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestGatehouse)
#include "tst_gatehouse.moc"
