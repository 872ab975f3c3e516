#include "assembly/gatehouse.h"
#include "net/namchannelfactory.h"
#include "net/tlspeerreader.h"
#include "sim/simulatorthread.h"
#include "store/sqliteauditlog.h"
#include "vault/memoryvault.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int guests = 50;
constexpr int patience = 60'000;

Credential credentialOf(CredentialKind kind, const QJsonObject &told)
{
    const auto secret
        = [&](const char *key) { return Secret(told.value(QLatin1String(key)).toString()); };
    switch (kind) {
    case CredentialKind::ApiKey:
        return {kind, {}, secret("apiKey")};
    case CredentialKind::OpenApiApplication:
        return {kind, told.value("clientId"_L1).toString(), secret("clientSecret")};
    case CredentialKind::LocalAccount:
    case CredentialKind::HotspotOperator:
    case CredentialKind::ControllerAccount:
        return {kind, told.value("user"_L1).toString(), secret("password")};
    }
    Q_UNREACHABLE();
}

bool isSignIn(const QJsonObject &request)
{
    const QString path = request.value("path"_L1).toString();
    return path.endsWith("/login"_L1);
}

} // namespace

/// Fifty authorizations at once, and in their midst the session or the controller's patience ends.
class TestBulk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_simulators = std::make_unique<SimulatorThread>();
        Ports ports;
        ports.clock = std::make_unique<SystemClock>();
        ports.channels = std::make_unique<NamChannelFactory>();
        ports.certificates = std::make_unique<TlsPeerReader>();
        ports.profiles = std::make_unique<ProfileStore>(m_folder->path());
        ports.audit = std::move(*SqliteAuditLog::open(m_folder->filePath(u"history.db"_s)));
        ports.vault = std::make_unique<MemoryVault>();
        ports.patience = {{20ms, 100ms}, 8s, 120s, 2, 50ms};
        m_gatehouse = std::make_unique<Gatehouse>(std::move(ports));
        QVERIFY(m_gatehouse->load());
        m_gatehouse->connectAll();
    }
    void cleanup() { m_gatehouse.reset(); }

    void everyRowEndsTruthfullyAndNothingIsDoneTwice_data()
    {
        QTest::addColumn<QString>("generation");
        QTest::addColumn<CredentialKind>("kind");
        QTest::addColumn<QStringList>("faults");
        QTest::addColumn<QStringList>("faultsLater"); // once the list is there
        QTest::addColumn<int>("signIns"); // at most so many from then on; -1: any
        using enum CredentialKind;
        const auto row = [](const char *name, const char *generation, CredentialKind kind,
                             const QStringList &faults, const QStringList &later, int signIns) {
            QTest::newRow(name) << QString::fromLatin1(generation) << kind << faults << later
                                << signIns;
        };
        const QStringList expires{u"session-expiry=40"_s};
        row("a 429", "unifi-integration", ApiKey, {}, {u"rate-limit=2"_s}, 0);
        row("tokens that expire", "omada-openapi", OpenApiApplication, {u"token-expiry=15"_s}, {},
            -1);
        row("a session that expires", "unifi-classic", LocalAccount, expires, {}, -1);
        row("no more sign-ins for a while", "unifi-classic", LocalAccount, expires,
            {u"login-throttle=0"_s}, 1);
        row("a portal's session that expires", "omada5", HotspotOperator, expires, {}, -1);
        row("a lock-out", "omada5", HotspotOperator, expires, {u"lock-after=0"_s}, 1);
        row("a password that was changed", "omada5", HotspotOperator, expires,
            {u"sign-in-error=30109"_s}, 1);
    }
    void everyRowEndsTruthfullyAndNothingIsDoneTwice()
    {
        QFETCH(QString, generation);
        QFETCH(CredentialKind, kind);
        QFETCH(QStringList, faults);
        QFETCH(QStringList, faultsLater);
        QFETCH(int, signIns);
        QVERIFY(connectTo(generation, kind, faults));
        const QList<ClientKey> keys = waiting();
        QCOMPARE(keys.size(), guests);
        qsizetype before = 0;
        m_simulators->with(0, [&](Simulator &simulator) {
            for (const QString &fault : faultsLater)
                QVERIFY(!simulator.addFault(fault));
            before = simulator.requests().size();
        });
        QSignalSpy finished(&m_gatehouse->actions(), &ActionRunner::finished);
        for (const ClientKey &key : keys)
            QVERIFY(m_gatehouse->authorize(key, limits()));
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), guests, patience);

        int acted = 0;
        int signedIn = 0;
        QSet<MacAddress> letIn;
        m_simulators->with(0, [&](Simulator &simulator) {
            for (const QJsonObject &request : simulator.requests().mid(before)) {
                signedIn += isSignIn(request) ? 1 : 0;
                acted += request.value("acted"_L1).toBool() ? 1 : 0;
            }
            for (const ClientKey &key : keys)
                if (simulator.isAuthorized(key.mac.toString()))
                    letIn.insert(key.mac);
        });
        QVERIFY2(signIns < 0 || signedIn <= signIns, qPrintable(QString::number(signedIn)));
        // As many actions as devices that are in: none took effect twice.
        QCOMPARE(acted, int(letIn.size()));
        QHash<Outcome, int> outcomes;
        for (const QList<QVariant> &each : finished) {
            const auto report = each.first().value<ActionReport>();
            const bool isIn = letIn.contains(report.client.key.mac);
            ++outcomes[report.outcome];
            if (report.outcome == Outcome::Confirmed)
                QVERIFY(isIn);
            if (report.outcome == Outcome::Refused || report.outcome == Outcome::Failed) {
                QVERIFY(!isIn);
                QVERIFY(report.failure);
            }
        }
        QVERIFY(outcomes.value(Outcome::Confirmed) > 0);
        QCOMPARE(m_gatehouse->actions().underWay(), 0);
        qInfo("%d confirmed, %d not confirmed, %d refused, %d failed, %d unknown",
            outcomes.value(Outcome::Confirmed), outcomes.value(Outcome::NotConfirmed),
            outcomes.value(Outcome::Refused), outcomes.value(Outcome::Failed),
            outcomes.value(Outcome::Unknown));
    }

    void ofHundredsOnlyWhatWasSentIsDoneOnceSomebodyStopsThem()
    {
        constexpr int many = 300;
        QVERIFY(connectTo(u"unifi-classic"_s, CredentialKind::LocalAccount, {}, many));
        const QList<ClientKey> keys = waiting();
        QSignalSpy finished(&m_gatehouse->actions(), &ActionRunner::finished);
        for (const ClientKey &key : keys)
            QVERIFY(m_gatehouse->authorize(key, limits()));
        QCOMPARE(m_gatehouse->actions().underWay(), many);
        QTRY_VERIFY_WITH_TIMEOUT(finished.size() >= 40, patience);
        m_gatehouse->actions().cancelQueued();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), many, patience);

        QHash<Outcome, int> outcomes;
        for (const QList<QVariant> &each : finished) {
            const auto report = each.first().value<ActionReport>();
            ++outcomes[report.outcome];
            if (report.outcome == Outcome::Failed)
                QCOMPARE(report.failure->kind, Failure::Kind::Cancelled);
        }
        int letIn = 0;
        m_simulators->with(0, [&](Simulator &simulator) {
            letIn = int(std::ranges::count_if(keys,
                [&](const ClientKey &key) { return simulator.isAuthorized(key.mac.toString()); }));
            QCOMPARE(simulator.actions(), letIn);
        });
        QCOMPARE(outcomes.value(Outcome::Confirmed), letIn);
        QCOMPARE(outcomes.value(Outcome::Failed) + outcomes.value(Outcome::Refused), many - letIn);
        QVERIFY(letIn >= 30 && letIn < many);

        // Who only waited left no record; who was stopped while the intent was being recorded has
        // one, and it says so.
        HistoryFilter all;
        all.limit = many;
        QHash<Outcome, int> recorded;
        const auto records = m_gatehouse->audit().list(all);
        for (const AuditRecord &record : *records) {
            QVERIFY(record.outcome);
            ++recorded[record.outcome->outcome];
        }
        QCOMPARE(recorded.value(Outcome::Confirmed), letIn);
        QCOMPARE(recorded.value(Outcome::Refused), outcomes.value(Outcome::Refused));
        const int stopped = recorded.value(Outcome::Failed);
        QCOMPARE(records->size(), letIn + outcomes.value(Outcome::Refused) + stopped);
        QVERIFY2(stopped < many / 10, qPrintable(QString::number(stopped)));
    }

private:
    bool connectTo(const QString &generation, CredentialKind kind, const QStringList &faults,
        int count = guests)
    {
        SimulatorOptions options;
        options.generation = generation;
        options.clients = count + 10;
        options.waiting = count;
        options.sites = {u"Harbour"_s};
        options.faults = faults;
        const auto started = m_simulators->startAndWait({options});
        if (!started)
            return false;
        const SimulatorInfo info = started->first();
        NewController controller;
        controller.profile.name = u"Harbour"_s;
        controller.profile.url = info.url;
        controller.profile.pinnedSha256 = info.certificateSha256;
        controller.profile.generation = *generationFromWord(info.generation);
        controller.profile.vendorControllerId = info.credentials.value("omadacId"_L1).toString();
        controller.profile.version = info.version;
        controller.credentials = {credentialOf(kind, info.credentials)};
        m_gatehouse->add(controller)->then(this, [](const Result<Done> &) {});
        const bool connected = QTest::qWaitFor(
            [this] {
                return !m_gatehouse->links().isEmpty()
                    && m_gatehouse->links().first()->state() == ControllerLink::State::Connected;
            },
            patience);
        if (!connected)
            return false;
        if (!m_gatehouse->links().first()->capabilities().can(Capability::ListClients))
            for (const QString &address : info.redirects) {
                const auto redirect = Gatehouse::readRedirect(address);
                const auto places = m_gatehouse->placesOf(*redirect);
                if (places.size() != 1)
                    return false;
                m_gatehouse->takeRedirect(*redirect, places.first());
            }
        return QTest::qWaitFor(
            [this, count] { return m_gatehouse->directory().counts().waiting == count; }, patience);
    }

    /// An hour, where the controller takes a duration.
    [[nodiscard]] Limits limits() const
    {
        return settable({.minutes = 60}, m_gatehouse->links().first()->limitRules());
    }

    QList<ClientKey> waiting()
    {
        QList<ClientKey> keys;
        const ClientDirectory &directory = m_gatehouse->directory();
        for (int slot = 0; slot < directory.slotCount(); ++slot)
            if (directory.isUsed(slot) && directory.row(slot).client.state == ClientState::Waiting)
                keys += directory.row(slot).client.key;
        return keys;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SimulatorThread> m_simulators;
    std::unique_ptr<Gatehouse> m_gatehouse;
};

QTEST_GUILESS_MAIN(TestBulk)
#include "tst_bulk.moc"
