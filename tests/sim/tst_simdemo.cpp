#include "httpsclient.h"
#include "sim/demovenues.h"
#include "sim/venuerush.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestSimDemo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void theDemoHasThreeControllersOnAThreadOfTheirOwn()
    {
        DemoVenues demo;
        QList<DemoController> controllers;
        connect(&demo, &DemoVenues::ready, this,
            [&](const QList<DemoController> &running) { controllers = running; });
        demo.start();
        QTRY_COMPARE(controllers.size(), 3);

        int waiting = 0;
        for (const DemoController &controller : controllers) {
            waiting += int(controller.info.waiting.size());
            const HttpsClient client(controller.info.url);
            QCOMPARE(client.certificateSha256(), controller.info.certificateSha256);
            QVERIFY(!controller.info.credentials.isEmpty());
        }
        QCOMPARE(waiting, 16);
        QCOMPARE(controllers[0].info.sites.first().toObject().value(u"id"_s),
            controllers[1].info.sites.first().toObject().value(u"id"_s));
        QVERIFY(controllers[0].info.credentials != controllers[1].info.credentials);
        QCOMPARE(controllers[2].info.generation, u"omada-openapi"_s);
    }

    void stoppingTheDemoEndsItsConnections()
    {
        auto demo = std::make_unique<DemoVenues>();
        const auto running = demo->startAndWait();
        QVERIFY(running);
        HttpsClient client(running->first().info.url);
        QVERIFY(client.isOpen());
        demo.reset();
        QTRY_VERIFY(!client.isOpen());
    }

    void aSimulatorThatCannotStartSaysWhy()
    {
        SimulatorThread thread;
        QSignalSpy failed(&thread, &SimulatorThread::failed);
        SimulatorOptions options;
        options.generation = u"semaphore"_s;
        thread.start({options});
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(failed.first().first().toString().contains(u"semaphore"_s));
    }

    void workRunsWhereTheSimulatorLives()
    {
        SimulatorThread thread;
        QVERIFY(thread.startAndWait({SimulatorOptions()}));
        QString mac;
        QThread *workedOn = nullptr;
        thread.with(0, [&](Simulator &simulator) {
            mac = simulator.arrive();
            workedOn = QThread::currentThread();
            QVERIFY(simulator.info().waiting.contains(mac));
        });
        QVERIFY(workedOn && workedOn != QThread::currentThread());
    }

    void theVenueLivesByItselfAndStaysWithinBounds()
    {
        VenueOptions options;
        options.sites = QStringList{u"Lobby"_s, u"Rooms"_s};
        options.lively = true;
        options.now = 1'772'443'200'000;
        Venue venue(options);
        VenueLife life(venue, options.seed, options.now);
        const size_t before = venue.clients().size();
        const size_t grantsBefore = venue.grants().size();
        qsizetype most = 0;
        qint64 now = options.now;
        for (int second = 0; second < 2 * 3600; ++second) {
            now += 1000;
            life.step(now);
            most = std::max(most, venue.waiting(now).size());
        }
        const size_t arrivals = venue.clients().size() - before;
        QVERIFY2(arrivals >= 480 && arrivals <= 900, qPrintable(QString::number(arrivals)));
        QVERIFY(venue.grants().size() > grantsBefore + 20);
        QVERIFY2(most <= 15 + 13 + 60, qPrintable(QString::number(most)));
    }

    void aRushChangesTheVenueAndLeavesItsFirstGuestsWaiting()
    {
        VenueOptions options;
        options.sites = QStringList{u"Lobby"_s};
        options.now = 1'772'443'200'000;
        Venue venue(options);
        const QList<quint64> first = venue.waiting(options.now);
        constexpr int turnover = 4;
        constexpr int beatsOfAStay = 15;
        VenueRush rush(venue, {10, turnover}, options.seed);
        qint64 now = options.now;
        for (int beat = 1; beat <= 3 * beatsOfAStay; ++beat) {
            now += std::chrono::milliseconds(VenueRush::beat).count();
            const quint64 revision = venue.revision();
            rush.step(now);
            QVERIFY(venue.revision() > revision);
            QCOMPARE(
                venue.waiting(now).size(), first.size() + turnover * std::min(beat, beatsOfAStay));
        }
        const QList<quint64> waiting = venue.waiting(now);
        for (const quint64 mac : first)
            QVERIFY(waiting.contains(mac));
    }

    void aLivelyGuestUsesItsQuotaUp()
    {
        VenueOptions options;
        options.sites = QStringList{u"Lobby"_s};
        options.lively = true;
        options.now = 1'772'443'200'000;
        Venue venue(options);
        const int guest = venue.arrive(options.now);
        const int grant = venue.authorize(guest, {600, 5, {}, {}}, Grant::Method::Api, options.now);
        const SimClient &row = venue.clients()[size_t(guest)];
        QVERIFY(venue.isAuthorized(row, options.now));
        const qint64 end = venue.endOf(venue.grants()[size_t(grant)]);
        QVERIFY(end > options.now && end < options.now + 600 * 60'000);
        QVERIFY(venue.isAuthorized(row, end - 1));
        QVERIFY(venue.isWaiting(row, end));
    }

    void addressesAreUniqueInALargeVenue()
    {
        VenueOptions options;
        options.sites = QStringList{u"Lobby"_s};
        options.clients = 50'000;
        options.waiting = 10;
        options.remoteRows = false;
        const Venue venue(options);
        QSet<quint64> macs;
        int made = 0;
        for (const SimClient &client : venue.clients()) {
            macs.insert(client.mac);
            made += client.looks.privateAddress;
            QCOMPARE(bool(client.mac >> 41 & 1), client.looks.privateAddress);
        }
        QCOMPARE(macs.size(), 50'000);
        QVERIFY(made > 5'000 && made < 30'000);
    }
};

QTEST_GUILESS_MAIN(TestSimDemo)
#include "tst_simdemo.moc"
