#include "clients/clientdirectory.h"
#include "clients/fakes.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString controller = u"c1"_s;

WifiClient authorizedUntil(quint64 mac, const QDateTime &until)
{
    WifiClient client = clientOf(mac, ClientState::Authorized);
    client.authorization = Authorization();
    client.authorization->until = until;
    return client;
}

} // namespace

class TestClientDirectory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_clock = std::make_unique<ManualClock>();
        m_directory = std::make_unique<ClientDirectory>(*m_clock);
    }

    void aPollThatLeftBeforeALaterReadCannotUndoIt()
    {
        poll({clientOf(1)});
        const quint64 slowPoll = m_directory->nextTick();
        m_directory->clientRead(m_directory->nextTick(), clientOf(1, ClientState::Authorized));
        m_directory->pollAnswered(controller, slowPoll, snapshotOf({clientOf(1)}));
        QCOMPARE(row(1)->client.state, ClientState::Authorized);

        poll({clientOf(1)});
        QCOMPARE(row(1)->client.state, ClientState::Waiting);
    }

    void aPollThatLeftBeforeARowWasSeenDoesNotCallItGone()
    {
        const quint64 slowPoll = m_directory->nextTick();
        m_directory->clientRead(m_directory->nextTick(), clientOf(7));
        m_directory->pollAnswered(controller, slowPoll, snapshotOf({}));
        QVERIFY(row(7)->listedNow);
    }

    void anIncompleteSnapshotRemovesNothing()
    {
        poll({clientOf(1), clientOf(2)});
        m_clock->advance(1h);
        m_directory->pollAnswered(
            controller, m_directory->nextTick(), snapshotOf({clientOf(2)}, u"lobby"_s, false));
        QVERIFY(row(1)->listedNow);
        QCOMPARE(m_directory->counts().waiting, 2);
    }

    void whoIsNoLongerListedStaysForAMomentAndThenGoes()
    {
        poll({clientOf(1), clientOf(2)});
        poll({clientOf(2)});
        QVERIFY(!row(1)->listedNow);
        QCOMPARE(m_directory->counts(), (ClientCounts{1, 0, 2}));
        m_clock->advance(3min);
        poll({clientOf(2)});
        QVERIFY(!row(1));
        QCOMPARE(m_directory->counts(), (ClientCounts{1, 0, 1}));
    }

    void aGuestWithTimeLeftIsRememberedWhileAway()
    {
        poll({authorizedUntil(1, m_clock->now().addSecs(3600))});
        m_clock->advance(10min);
        poll({});
        QVERIFY(row(1));
        m_clock->advance(1h);
        poll({});
        QVERIFY(!row(1));
    }

    void onlySoManyWhoLeftAreRememberedTheLatestFirst()
    {
        const QDateTime until = m_clock->now().addDays(1);
        const auto crowd = [&until](quint64 first) {
            QList<WifiClient> clients;
            for (quint64 mac = first; mac < first + 800; ++mac)
                clients += authorizedUntil(mac, until);
            return clients;
        };
        poll(crowd(1));
        m_clock->advance(10min);
        poll(crowd(1001));
        m_clock->advance(10min);
        m_directory->holdRows();
        poll({});
        poll({});
        QCOMPARE(m_directory->counts().all, 1600);
        m_directory->releaseRows();
        poll({});
        QCOMPARE(m_directory->counts().all, 1000);
        QVERIFY(std::ranges::all_of(crowd(1001), [this](const WifiClient &client) {
            return m_directory->find(client.key).has_value();
        }));
    }

    void heldRowsStayUntilTheyAreReleased()
    {
        poll({clientOf(1)});
        m_directory->holdRows();
        m_clock->advance(10min);
        poll({});
        QVERIFY(row(1));
        QVERIFY(!row(1)->listedNow);
        m_directory->releaseRows();
        poll({});
        QVERIFY(!row(1));
    }

    void aFailedPollKeepsTheRowsAndSaysHowOldTheyAre()
    {
        poll({clientOf(1)});
        const QDateTime seen = m_clock->now();
        m_clock->advance(5min);
        m_directory->pollFailed(controller, {});
        QCOMPARE(row(1)->staleSince, seen);
        QCOMPARE(m_directory->counts().waiting, 1);
        poll({clientOf(1)});
        QVERIFY(!row(1)->staleSince);
    }

    void aListThatDoesNotTellTheAuthorizationKeepsTheOneThatWasRead()
    {
        const QDateTime until = m_clock->now().addSecs(3600);
        poll({clientOf(1, ClientState::Authorized)});
        QVERIFY(!row(1)->client.authorization);
        m_directory->clientRead(m_directory->nextTick(), authorizedUntil(1, until));
        poll({clientOf(1, ClientState::Authorized)});
        QCOMPARE(row(1)->client.authorization->until, until);
        poll({clientOf(1, ClientState::Waiting)});
        poll({clientOf(1, ClientState::Authorized)});
        QVERIFY(!row(1)->client.authorization);
    }

    void aReadKeepsWhatOnlyTheListTellsOfTheConnection()
    {
        WifiClient listed = clientOf(1);
        listed.ssid = u"Guest"_s;
        listed.signalDbm = -60;
        poll({listed});
        m_directory->clientRead(m_directory->nextTick(), clientOf(1, ClientState::Authorized));
        QCOMPARE(row(1)->client.ssid, u"Guest"_s);
        QCOMPARE(row(1)->client.signalDbm, -60);
        poll({clientOf(1)});
        QVERIFY(row(1)->client.ssid.isEmpty());
    }

    void aListInAnotherOrderTellsTheSameRows()
    {
        poll({clientOf(1), clientOf(2), clientOf(3)});
        const auto slots = [this] {
            return QList{*m_directory->slotOf(clientOf(1).key),
                *m_directory->slotOf(clientOf(2).key), *m_directory->slotOf(clientOf(3).key)};
        };
        const QList<int> before = slots();
        poll({clientOf(3, ClientState::Authorized), clientOf(1), clientOf(2)});
        QCOMPARE(slots(), before);
        QCOMPARE(row(3)->client.state, ClientState::Authorized);
        QCOMPARE(m_directory->counts(), (ClientCounts{2, 1, 3}));
    }

    void sitesWithTheSameIdOnTwoControllersAreApart()
    {
        poll({clientOf(1)});
        m_directory->pollAnswered(u"c2"_s, m_directory->nextTick(), snapshotOf({clientOf(1)}));
        QCOMPARE(m_directory->counts().all, 2);
        QCOMPARE(m_directory->counts(controller).all, 1);
        m_directory->pollAnswered(u"c2"_s, m_directory->nextTick(), snapshotOf({}));
        QVERIFY(row(1)->listedNow);
        m_directory->removeController(controller);
        QVERIFY(!row(1));
        QCOMPARE(m_directory->counts().all, 1);
    }

    void rowsStandStillAndSlotsAreUsedAgain()
    {
        poll({clientOf(1), clientOf(2), clientOf(3)});
        const int first = *m_directory->slotOf(clientOf(1).key);
        const int third = *m_directory->slotOf(clientOf(3).key);
        poll({clientOf(3), clientOf(1)});
        m_clock->advance(3min);
        poll({clientOf(3), clientOf(1)});
        poll({clientOf(4), clientOf(3), clientOf(1)});
        QCOMPARE(*m_directory->slotOf(clientOf(1).key), first);
        QCOMPARE(*m_directory->slotOf(clientOf(3).key), third);
        QCOMPARE(m_directory->slotCount(), 3);
    }

    void onlyWhatIsNewIsAnnounced()
    {
        poll({clientOf(1), clientOf(2)});
        QSignalSpy spy(m_directory.get(), &ClientDirectory::changed);
        m_clock->advance(10s);
        poll({clientOf(1), clientOf(2)});
        QCOMPARE(spy.size(), 0);
        WifiClient moved = clientOf(2);
        moved.signalDbm = -70;
        poll({clientOf(1), moved});
        QCOMPARE(spy.size(), 1);
        const auto change = spy.first().first().value<DirectoryChange>();
        QCOMPARE(change.updated, QList<int>{*m_directory->slotOf(moved.key)});
        QVERIFY(change.renamed.isEmpty());
        moved.name = u"Other"_s;
        poll({clientOf(1), moved});
        QCOMPARE(spy.last().first().value<DirectoryChange>().renamed.size(), 1);
    }

    void whoIsToldAsBeforeIsSeenAgain()
    {
        const QList<WifiClient> all{clientOf(1), clientOf(2), clientOf(3)};
        poll(all);
        poll({clientOf(1), clientOf(3)});
        QVERIFY(!row(2)->listedNow);
        m_clock->advance(1min);
        poll(all);
        QVERIFY(row(2)->listedNow);
        for (const quint64 mac : {1, 2, 3})
            QCOMPARE(row(mac)->lastSeen, m_clock->now());

        m_directory->pollFailed(controller, {});
        m_clock->advance(1min);
        poll(all);
        QVERIFY(!row(1)->staleSince);
        QCOMPARE(row(1)->lastSeen, m_clock->now());
    }

    void theSameListOnAnotherSiteMakesRowsOfItsOwn()
    {
        poll({clientOf(1), clientOf(2)});
        m_directory->pollAnswered(
            u"c2"_s, m_directory->nextTick(), snapshotOf({clientOf(1), clientOf(2)}));
        QCOMPARE(m_directory->counts(controller).all, 2);
        QCOMPARE(m_directory->counts(u"c2"_s).all, 2);
    }

    void aDeviceThatCameToTheWaitingRoomIsItsControllersAgainWhenThatTellsAsBefore()
    {
        const auto capture = std::make_shared<const Capture>();
        poll({clientOf(1, ClientState::Authorized)});
        m_clock->advance(1min);
        poll({});
        m_directory->captured(clientOf(1).key, capture, true);
        QCOMPARE(row(1)->client.state, ClientState::Waiting);
        poll({clientOf(1, ClientState::Authorized)});
        QCOMPARE(row(1)->client.state, ClientState::Authorized);
        QCOMPARE(row(1)->seen, Seen::OnController);
    }

    void aKnownGuestComesBackWithTheDevice()
    {
        const Guest anna{u"Anna"_s, u"214"_s, {}};
        m_directory->setKnownGuests({{clientOf(1).key, anna, m_clock->now()}});
        poll({clientOf(1)});
        QCOMPARE(row(1)->guest, anna);
    }

    void rowsOfTheLastSessionGoWithTheFirstAnswerThatDoesNotListThem()
    {
        const QDateTime yesterday = m_clock->now().addDays(-1);
        m_directory->showLastSession({clientOf(1), clientOf(2)}, yesterday);
        QVERIFY(row(1)->fromLastSession);
        QCOMPARE(row(1)->staleSince, yesterday);
        poll({clientOf(2)});
        QVERIFY(!row(1));
        QVERIFY(!row(2)->fromLastSession);
        QVERIFY(!row(2)->staleSince);
    }

    void aRowWithAnActionUnderWayIsNeverRemoved()
    {
        poll({clientOf(1)});
        RowAction asked;
        asked.stage = RowAction::Stage::Asked;
        m_directory->setAction(clientOf(1).key, asked);
        m_clock->advance(1h);
        poll({});
        QVERIFY(row(1));
    }

private:
    void poll(const QList<WifiClient> &clients)
    {
        m_directory->pollAnswered(controller, m_directory->nextTick(), snapshotOf(clients));
    }
    std::optional<ClientRow> row(quint64 mac) { return m_directory->find(clientOf(mac).key); }

    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<ClientDirectory> m_directory;
};

QTEST_GUILESS_MAIN(TestClientDirectory)
#include "tst_clientdirectory.moc"
