#include "clients/waitingroom.h"
#include "fakes.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const RedirectPlace lobby{u"c1"_s, u"lobby"_s};
const RedirectPlace bar{u"c1"_s, u"bar"_s};
constexpr bool makesRow = true;
constexpr bool onlyAdds = false;

CapturedRedirect redirectOf(quint64 mac, int second = 0)
{
    CapturedRedirect redirect;
    redirect.client = MacAddress(mac);
    redirect.site = u"lobby"_s;
    redirect.accessPoint = MacAddress(0xa0);
    redirect.radio = 1;
    redirect.ssid = u"Guests"_s;
    redirect.clientIp = u"10.0.0.7"_s;
    redirect.redirectedAt = QDateTime::fromSecsSinceEpoch(1'772'373'600 + second, Qt::UTC);
    return redirect;
}

ClientKey keyOf(quint64 mac, const RedirectPlace &place = lobby)
{
    return {place.controllerId, place.siteId, MacAddress(mac)};
}

} // namespace

class TestWaitingRoom : public QObject
{
    Q_OBJECT

private:
    ManualClock m_clock;
    std::unique_ptr<ClientDirectory> m_directory;
    std::unique_ptr<WaitingRoom> m_room;

    void makeRoom(const WaitingRoomSize &size = {})
    {
        m_directory = std::make_unique<ClientDirectory>(m_clock);
        m_room = std::make_unique<WaitingRoom>(*m_directory, m_clock, size);
    }
    [[nodiscard]] std::optional<ClientRow> row(quint64 mac) const
    {
        return m_directory->find(keyOf(mac));
    }
    void poll(const QList<WifiClient> &clients)
    {
        m_directory->pollAnswered(u"c1"_s, m_directory->nextTick(), snapshotOf(clients));
    }
    /// Lets the device in as on a controller that cannot be asked.
    void grant(quint64 mac, int minutes)
    {
        Authorization authorization;
        authorization.since = m_clock.now();
        authorization.until = m_clock.now().addSecs(minutes * 60);
        m_directory->grantedHere(keyOf(mac), authorization);
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        makeRoom();
    }

    void aCaptureIsAWaitingRowWhereTheControllerCannotListWhoWaits()
    {
        QSignalSpy changed(m_directory.get(), &ClientDirectory::changed);
        const auto *entry = m_room->enter(redirectOf(1), {lobby}, makesRow);
        QVERIFY(entry);
        QCOMPARE(changed.size(), 1);
        QVERIFY(row(1));
        QCOMPARE(row(1)->seen, Seen::InCapture);
        QCOMPARE(row(1)->client.state, ClientState::Waiting);
        QCOMPARE(row(1)->client.ssid, u"Guests"_s);
        QCOMPARE(row(1)->client.ip, u"10.0.0.7"_s);
        QCOMPARE(row(1)->client.attachment.accessPoint, std::optional(MacAddress(0xa0)));
        QCOMPARE(row(1)->capture->code, entry->capture->code);
        QCOMPARE(m_directory->counts(), (ClientCounts{1, 0, 1}));
    }

    void aDeviceOfAControllerThatListsIsARowOnlyWhenItIsListed()
    {
        m_room->enter(redirectOf(1), {lobby}, onlyAdds);
        QVERIFY(!row(1));
        QCOMPARE(m_directory->counts().all, 0);
        poll({clientOf(1)});
        QVERIFY(row(1)->capture);
        QCOMPARE(row(1)->seen, Seen::OnController);
        poll({clientOf(1), clientOf(2)});
        QVERIFY(!row(2)->capture);
        m_room->enter(redirectOf(2), {lobby}, onlyAdds);
        QVERIFY(row(2)->capture);
        QCOMPARE(row(2)->client, clientOf(2));
    }

    void aVisitThatTellsNothingNewIsNoNews()
    {
        m_room->enter(redirectOf(1), {lobby}, makesRow);
        QSignalSpy changed(m_directory.get(), &ClientDirectory::changed);
        m_clock.advance(5s);
        m_room->enter(redirectOf(1), {lobby}, makesRow);
        QCOMPARE(changed.size(), 0);
        QCOMPARE(row(1)->lastSeen, m_clock.now());
    }

    void oneDeviceIsOneEntryWithOneCodeAndTheLatestRedirect()
    {
        const QString code = m_room->enter(redirectOf(1), {lobby}, makesRow)->capture->code;
        const auto *entry = m_room->enter(redirectOf(1, 60), {lobby}, makesRow);
        QCOMPARE(entry->capture->code, code);
        QCOMPARE(entry->capture->redirect, redirectOf(1, 60));
        QCOMPARE(row(1)->capture->redirect, redirectOf(1, 60));
        QCOMPARE(m_room->size(), 1);
        QCOMPARE(m_directory->counts().all, 1);
    }

    void codesDifferAndHaveNoLookAlikes()
    {
        QSet<QString> codes;
        for (quint64 mac = 1; mac <= 1000; ++mac) {
            const QString code = m_room->enter(redirectOf(mac), {}, onlyAdds)->capture->code;
            QCOMPARE(code.size(), 4);
            for (const QChar c : code)
                QVERIFY(!u"0O1IL5S2Z8BQVUG"_s.contains(c));
            codes.insert(code);
        }
        QCOMPARE(codes.size(), 1000);
    }

    void aRowFromACaptureSurvivesPollsOfGrants()
    {
        m_room->enter(redirectOf(1), {lobby}, makesRow);
        for (int i = 0; i < 3; ++i) {
            poll({clientOf(2, ClientState::Authorized)});
            m_clock.advance(3min);
        }
        QVERIFY(row(1) && row(1)->listedNow);
        QCOMPARE(row(1)->client.state, ClientState::Waiting);
        m_directory->pollFailed(u"c1"_s, {});
        QVERIFY(!row(1)->staleSince);
        m_directory->clientGone(m_directory->nextTick(), keyOf(1));
        QVERIFY(row(1)->listedNow);
    }

    void theControllersWordOfAGrantMakesItAuthorized()
    {
        m_room->enter(redirectOf(1), {lobby}, makesRow);
        poll({clientOf(1, ClientState::Authorized)});
        QCOMPARE(row(1)->seen, Seen::OnController);
        QCOMPARE(row(1)->client.state, ClientState::Authorized);
        QCOMPARE(m_directory->counts(), (ClientCounts{0, 1, 1}));
        // Its page asks once more: that is no reason to doubt the controller.
        m_room->enter(redirectOf(1), {lobby}, makesRow);
        QCOMPARE(row(1)->client.state, ClientState::Authorized);
    }

    void whoseGrantEndedWaitsAgainWhenTheBrowserComesBack()
    {
        m_room->enter(redirectOf(1), {lobby}, makesRow);
        poll({clientOf(1, ClientState::Authorized)});
        poll({});
        m_room->enter(redirectOf(1, 600), {lobby}, makesRow);
        QCOMPARE(row(1)->client.state, ClientState::Waiting);
        QCOMPARE(row(1)->seen, Seen::InCapture);
        QVERIFY(row(1)->listedNow);
        poll({clientOf(1, ClientState::Expired)}); // the old record does not deny it
        QCOMPARE(row(1)->client.state, ClientState::Waiting);
    }

    void aGrantOfOursLastsUntilItsEndAndIsNeverTakenForTheControllersWord()
    {
        m_room->enter(redirectOf(1), {lobby}, makesRow);
        grant(1, 60);
        QCOMPARE(row(1)->seen, Seen::GrantedHere);
        QCOMPARE(row(1)->client.state, ClientState::Authorized);
        m_room->enter(redirectOf(1), {lobby}, makesRow); // its page asks once more
        m_clock.advance(10s);
        m_room->enter(redirectOf(1, 10), {lobby}, makesRow); // the network follows late
        QCOMPARE(row(1)->client.state, ClientState::Authorized);
        m_clock.advance(40min);
        m_room->sweep();
        QCOMPARE(row(1)->client.state, ClientState::Authorized);
        m_clock.advance(21min);
        m_room->enter(redirectOf(1, 3700), {lobby}, makesRow);
        QCOMPARE(row(1)->client.state, ClientState::Waiting);
    }

    void whoIsSentHereAgainLongAfterOurGrantWaits()
    {
        m_room->enter(redirectOf(1), {lobby}, makesRow);
        grant(1, 600);
        m_clock.advance(5min);
        m_room->enter(redirectOf(1), {lobby}, makesRow); // an old page that was opened again
        QCOMPARE(row(1)->client.state, ClientState::Authorized);
        m_room->enter(redirectOf(1, 300), {lobby}, makesRow); // the network sent it anew
        QCOMPARE(row(1)->client.state, ClientState::Waiting);
    }

    void whoDoesNotComeForLongLeaves()
    {
        m_room->enter(redirectOf(1), {lobby}, makesRow);
        m_room->enter(redirectOf(2), {lobby}, makesRow);
        m_room->enter(redirectOf(3), {lobby}, onlyAdds);
        poll({clientOf(3)});
        m_clock.advance(20min);
        m_room->enter(redirectOf(2), {lobby}, makesRow);
        m_clock.advance(11min);
        m_room->sweep();
        QVERIFY(!row(1));
        QVERIFY(row(2));
        QVERIFY(row(3) && !row(3)->capture); // listed: only the code goes
        QCOMPARE(m_room->size(), 1);
    }

    void nothingGoesUnderAHandOrInAnAction()
    {
        m_room->enter(redirectOf(1), {lobby}, makesRow);
        m_room->enter(redirectOf(2), {lobby}, makesRow);
        RowAction asked;
        asked.stage = RowAction::Stage::Asked;
        m_directory->setAction(keyOf(2), asked);
        m_directory->holdRows();
        m_clock.advance(31min);
        m_room->sweep();
        QVERIFY(row(1) && row(2));
        m_directory->releaseRows();
        m_room->sweep();
        QVERIFY(!row(1));
        QVERIFY(row(2));
    }

    void aFullRoomLetsThoseGoThatCameLongestAgo()
    {
        makeRoom({.devices = 16, .stay = 30min});
        m_room->enter(redirectOf(1), {lobby}, makesRow);
        for (quint64 mac = 1000; mac < 1100; ++mac) {
            m_clock.advance(100ms);
            m_room->enter(redirectOf(mac), {lobby}, makesRow);
            m_room->enter(redirectOf(1), {lobby}, makesRow); // it waits, and its page asks again
            QVERIFY(m_room->size() <= 16);
            QVERIFY(m_directory->counts().all <= 16);
        }
        QVERIFY(row(1));
        QVERIFY(row(1099));
        QVERIFY(!row(1000));
    }

    void aRoomFullOfWhomWeLetInTakesNobodyElse()
    {
        makeRoom({.devices = 2, .stay = 30min});
        for (quint64 mac = 1; mac <= 2; ++mac) {
            m_room->enter(redirectOf(mac), {lobby}, makesRow);
            grant(mac, 60);
        }
        QVERIFY(!m_room->enter(redirectOf(3), {lobby}, makesRow));
        QVERIFY(row(1) && row(2));
    }

    void whoseSiteIsNotClearIsNoRow()
    {
        const QString code = m_room->enter(redirectOf(1), {lobby, bar}, makesRow)->capture->code;
        QCOMPARE(m_room->unplaced(), 1);
        QCOMPARE(m_directory->counts().all, 0);
        m_room->enter(redirectOf(1), {bar}, makesRow);
        QCOMPARE(m_room->unplaced(), 0);
        QCOMPARE(m_directory->find(keyOf(1, bar))->capture->code, code);
        // It walks over to the other site: one device, one row.
        m_room->enter(redirectOf(1, 60), {lobby}, makesRow);
        QVERIFY(!m_directory->find(keyOf(1, bar)));
        QVERIFY(row(1));
    }

    void aControllerThatIsRemovedTakesItsCapturesAlong()
    {
        m_room->enter(redirectOf(1), {lobby}, makesRow);
        m_directory->removeController(u"c1"_s);
        QVERIFY(!row(1));
        m_clock.advance(31min);
        m_room->sweep();
        QCOMPARE(m_room->size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestWaitingRoom)
#include "tst_waitingroom.moc"
