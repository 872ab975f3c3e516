// bench_guests: three hundred guests let in at once, from the wish to the proof, by a controller
// that takes 20 ms to answer; and how often it saw each of them.
#include "assembly/gatehouse.h"
#include "assembly/historyfile.h"
#include "assembly/historyondemand.h"
#include "bench/fetch/contenders.h"
#include "bench/figures.h"
#include "bench/heartbeat.h"
#include "drivers/driverfactory.h"
#include "net/namchannelfactory.h"
#include "net/tlspeerreader.h"
#include "vault/memoryvault.h"

#include <QApplication>
#include <QEventLoop>
#include <QStandardItemModel>
#include <QTableView>
#include <QTemporaryDir>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr int clients = 1000; // of whom 300 wait
constexpr int guests = 300;
constexpr int latencyMs = 20;
constexpr int connections = 6; // of HTTP/1.1, as browsers keep
const double floorMs = std::ceil(double(guests) / connections) * latencyMs;
const QString floorName = u"300 requests by 6, 20 ms each"_s;
const QString goal = u"P12"_s;

/// Lets events be handled until this is so; what does not come about ends the benchmark.
void waitFor(const std::function<bool()> &isSo)
{
    QTimer patience;
    patience.callOnTimeout([] { qFatal("waited too long"); });
    patience.start(std::chrono::minutes(3));
    while (!isSo())
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
}

/// A whole Gatehouse, without its window, connected to one controller.
class House
{
public:
    explicit House(const FastController &controller)
    {
        Ports ports;
        ports.clock = std::make_unique<SystemClock>();
        ports.channels = std::make_unique<NamChannelFactory>();
        ports.certificates = std::make_unique<TlsPeerReader>();
        ports.profiles = std::make_unique<ProfileStore>(m_folder.path());
        ports.openHistory = openerOf(m_folder.filePath(u"history.db"_s));
        ports.audit = std::make_unique<HistoryOnDemand>(ports.openHistory);
        ports.vault = std::make_unique<MemoryVault>();
        m_gatehouse = std::make_unique<Gatehouse>(std::move(ports));
        std::ignore = m_gatehouse->load();
        m_gatehouse->connectAll();
        NewController added;
        added.profile.name = u"Harbour"_s;
        added.profile.url = QUrl(controller.url());
        added.profile.pinnedSha256 = QByteArray::fromHex(controller.sha256().toLatin1());
        added.profile.generation = Generation::UnifiIntegration;
        added.profile.version = u"10.0.162"_s;
        added.credentials = {{CredentialKind::ApiKey, {}, Secret(u"key"_s)}};
        m_gatehouse->add(added)->then(m_gatehouse.get(), [](const Result<Done> &done) {
            if (!done)
                qFatal("%s", qPrintable(done.error().detail));
        });
    }

    /// Those who wait, once the list is there.
    [[nodiscard]] QList<ClientKey> waiting()
    {
        const ClientDirectory &directory = m_gatehouse->directory();
        waitFor([&] { return directory.counts().waiting == guests; });
        QList<ClientKey> keys;
        for (int slot = 0; slot < directory.slotCount(); ++slot)
            if (directory.isUsed(slot) && directory.row(slot).client.state == ClientState::Waiting)
                keys.append(directory.row(slot).client.key);
        return keys;
    }

    /// Milliseconds until the controller itself shows that all of them are let in.
    [[nodiscard]] double letIn(const QList<ClientKey> &keys)
    {
        int ended = 0;
        const auto connection = QObject::connect(
            &m_gatehouse->actions(), &ActionRunner::finished, [&ended](const ActionReport &report) {
                if (report.outcome != Outcome::Confirmed)
                    qFatal("a guest ended as outcome %d", int(report.outcome));
                ++ended;
            });
        const double ms = timed([&] {
            for (const ClientKey &key : keys)
                if (!m_gatehouse->authorize(key, {.minutes = 60}))
                    qFatal("an action was refused");
            waitFor([&] { return ended == keys.size(); });
        });
        QObject::disconnect(connection);
        return ms;
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Gatehouse> m_gatehouse;
};

/// The requests alone: no look before, no record, no proof.
double requestsAlone(ControllerDriver &driver, const QList<ClientKey> &keys)
{
    ClientSnapshot snapshot;
    driver.lister()
        ->listClients({keys.first().siteId})
        ->then(&driver, [&snapshot](const Result<ClientSnapshot> &list) { snapshot = *list; });
    waitFor([&] { return snapshot.clients.size() == clients; });
    int answered = 0;
    return timed([&] {
        for (const WifiClient &client : snapshot.clients) {
            if (client.state != ClientState::Waiting)
                continue;
            driver.authorizer()
                ->authorize({client, {.minutes = 60}})
                ->then(&driver, [&answered](const Result<ActionAnswer> &answer) {
                    answered += answer ? 1 : 0;
                });
        }
        waitFor([&] { return answered == guests; });
    });
}

std::unique_ptr<ControllerDriver> driverFor(const FastController &controller)
{
    ControllerProfile profile;
    profile.id = u"controller-1"_s;
    profile.url = QUrl(controller.url());
    profile.pinnedSha256 = QByteArray::fromHex(controller.sha256().toLatin1());
    profile.version = u"10.0.162"_s;
    NamChannelFactory channels;
    return std::move(
        *makeControllerDriver(profile, {{CredentialKind::ApiKey, {}, Secret(u"key"_s)}}, channels));
}

/// Milliseconds to paint a screenful of a plain table.
double repaint(QTableView &table)
{
    return timed([&table] { std::ignore = table.viewport()->grab(); });
}

/// What the controller saw must be each guest once.
int mostOfOne(FastController &controller, const QByteArray &word)
{
    const QJsonObject actions = controller.ask(word);
    if (word == "actions" && actions.value("clients"_L1) != guests)
        qFatal("%d guests were let in", actions.value("clients"_L1).toInt());
    return actions.value("mostOfOne"_L1).toInt();
}

} // namespace

int main(int argc, char *argv[])
{
    const QApplication app(argc, argv);
    const BenchOptions options = BenchOptions::read(7);
    QStandardItemModel cells(30, 12);
    for (int i = 0; i < 30 * 12; ++i)
        cells.setItem(i / 12, i % 12, new QStandardItem(u"cell number %1"_s.arg(i)));
    QTableView table;
    table.setModel(&cells);
    table.resize(1280, 800);

    FastController controller(u"integration"_s, clients, latencyMs);
    House house(controller);
    const auto driver = driverFor(controller);
    Comparison whole(goal, u"300 guests, from wish to proof"_s, floorName);
    Comparison alone(goal, u"  their 300 requests alone"_s, floorName);
    Comparison once(goal, u"the most that a guest was sent"_s, u"once"_s, u"times"_s);
    Comparison gap(goal, u"main thread's longest gap"_s, u"one repaint of a plain table"_s);
    for (int round = 0; round < options.rounds; ++round) {
        std::fprintf(stderr, "  round %d of %d\n", round + 1, options.rounds);
        const QList<ClientKey> keys = house.waiting();
        Heartbeat heartbeat;
        heartbeat.start();
        whole.add(house.letIn(keys), floorMs);
        gap.add(heartbeat.stop(), repaint(table));
        once.add(mostOfOne(controller, "actions"), 1);
        std::ignore = mostOfOne(controller, "forget");
        alone.add(requestsAlone(*driver, keys), floorMs);
        once.add(mostOfOne(controller, "actions"), 1);
        std::ignore = mostOfOne(controller, "forget");
    }
    whole.tellAtMost(1.15);
    alone.tell();
    once.tellAtMost(1);
    gap.tellAtMost(1);
    return 0;
}
