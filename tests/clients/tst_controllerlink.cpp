#include "clients/clientdirectory.h"
#include "clients/controllerlink.h"
#include "clients/fakes.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString controller = u"c1"_s;
const Site lobby{u"lobby"_s, u"Lobby"_s};
const Site annex{u"annex"_s, u"Annex"_s};

LinkPace quick()
{
    LinkPace pace;
    pace.betweenSites = 0ms;
    pace.longest = 20ms;
    pace.hurried = 2ms;
    return pace;
}

Failure failureOf(Failure::Kind kind)
{
    return {kind, u"a reason"_s};
}

} // namespace

class TestControllerLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_clock = std::make_unique<ManualClock>();
        m_directory = std::make_unique<ClientDirectory>(*m_clock);
        m_next = std::make_unique<FakeDriver>();
        m_driver = m_next.get();
        m_driver->identity.say(ControllerIdentity());
        ControllerProfile profile;
        profile.id = controller;
        m_link
            = std::make_unique<ControllerLink>(profile, *m_directory, *m_clock, nullptr, quick());
    }
    void cleanup() { m_link.reset(); }

    void itSignsInListsSitesAndFillsTheDirectory()
    {
        m_driver->sites.say(QList<Site>{lobby, annex});
        m_driver->lists[lobby.id].say(snapshotOf({clientOf(1)}));
        m_driver->lists[annex.id].say(snapshotOf({}, annex.id));
        m_driver->offset = 7s;
        QSignalSpy sites(m_link.get(), &ControllerLink::sitesChanged);
        QSignalSpy capabilities(m_link.get(), &ControllerLink::capabilitiesChanged);
        connectNow();
        QCOMPARE(m_link->state(), ControllerLink::State::Connecting);
        QTRY_COMPARE(m_link->state(), ControllerLink::State::Connected);
        QCOMPARE(m_driver->log,
            (QStringList{u"identify"_s, u"sites"_s, u"clients lobby"_s, u"clients annex"_s}));
        QCOMPARE(sites.size(), 1);
        QCOMPARE(capabilities.size(), 1);
        QCOMPARE(m_directory->counts(controller).waiting, 1);
        QCOMPARE(m_directory->clockOffset(controller), 7s);
        QCOMPARE(m_link->lastAnswerAt(), m_clock->now());
    }

    void onePollIsUnderWayAtATime()
    {
        m_driver->sites.say(QList<Site>{lobby, annex});
        connectNow();
        QTRY_COMPARE(m_driver->log.filter(u"clients"_s).size(), 1);
        m_link->refreshSoon();
        m_link->refreshSoon(lobby.id);
        m_clock->advance(1min);
        QCoreApplication::processEvents();
        QCOMPARE(m_driver->log.filter(u"clients"_s).size(), 1);
        m_driver->lists[lobby.id].open.takeFirst()->settle(snapshotOf({}));
        QTRY_COMPARE(m_driver->log.filter(u"clients"_s).size(), 2);
    }

    void aRefreshDuringAPollIsFollowedByAnother()
    {
        m_driver->sites.say(QList<Site>{lobby});
        connectNow();
        QTRY_COMPARE(m_driver->log.filter(u"clients"_s).size(), 1);
        m_link->refreshSoon(lobby.id);
        m_driver->lists[lobby.id].open.takeFirst()->settle(snapshotOf({}));
        QTRY_COMPARE(m_driver->log.filter(u"clients"_s).size(), 2);
    }

    void theWatchedSiteComesFirst()
    {
        m_driver->sites.say(QList<Site>{lobby, annex});
        m_driver->lists[annex.id].say(snapshotOf({}, annex.id));
        m_driver->lists[lobby.id].say(snapshotOf({}));
        m_link->setAudience(ControllerLink::Audience::Here, annex.id);
        connectNow();
        QTRY_COMPARE(m_link->state(), ControllerLink::State::Connected);
        QCOMPARE(m_driver->log.filter(u"clients"_s).first(), u"clients annex"_s);
        m_clock->advance(m_driver->pause);
        QTRY_COMPARE(m_driver->log.count(u"clients annex"_s), 2);
        QCOMPARE(m_driver->log.count(u"clients lobby"_s), 1);
    }

    void whileNobodyLooksItIsHardlyEverAskedAndAtOnceWhenSomebodyDoes()
    {
        m_driver->sites.say(QList<Site>{lobby});
        m_driver->lists[lobby.id].say(snapshotOf({}));
        m_link->setAudience(ControllerLink::Audience::Nobody);
        connectNow();
        QTRY_COMPARE(m_link->state(), ControllerLink::State::Connected);
        const auto asked = [this] { return m_driver->log.filter(u"clients"_s).size(); };
        QCOMPARE(asked(), 1);
        m_clock->advance(LinkPace().unseen - 1s);
        m_link->hurry(annex.id); // of another site: nothing is due
        QCoreApplication::processEvents();
        QCOMPARE(asked(), 1);
        m_link->setAudience(ControllerLink::Audience::Here);
        QTRY_COMPARE(asked(), 2);
    }

    void whereSomebodyActsItIsAskedMoreOften()
    {
        m_driver->pause = 1h;
        m_driver->sites.say(QList<Site>{lobby});
        m_driver->lists[lobby.id].say(snapshotOf({}));
        connectNow();
        QTRY_COMPARE(m_link->state(), ControllerLink::State::Connected);
        const auto asked = [this] { return m_driver->log.filter(u"clients"_s).size(); };
        m_link->hurry(lobby.id);
        for (int times = 2; times < 6; ++times) {
            m_clock->advance(quick().hurried);
            QTRY_COMPARE(asked(), times);
        }
        m_clock->advance(LinkPace().hurry);
        QTRY_COMPARE(asked(), 6);
        m_clock->advance(quick().hurried);
        QCoreApplication::processEvents();
        QCOMPARE(asked(), 6);
    }

    void aHintQuickensThePollOfItsSite()
    {
        m_driver->sites.say(QList<Site>{lobby, annex});
        m_driver->lists[annex.id].say(snapshotOf({}, annex.id));
        m_driver->lists[lobby.id].say(snapshotOf({}));
        m_link->setAudience(ControllerLink::Audience::Here, annex.id);
        connectNow();
        QCOMPARE(m_driver->changeHints.listenedTo, annex.id);
        QTRY_COMPARE(m_link->state(), ControllerLink::State::Connected);
        m_driver->changeHints.hint(annex.id);
        QTRY_COMPARE(m_driver->log.count(u"clients annex"_s), 2); // no time has passed
        QCOMPARE(m_driver->log.count(u"clients lobby"_s), 1);
        m_link->setAudience(ControllerLink::Audience::Elsewhere, annex.id);
        QVERIFY(m_driver->changeHints.listenedTo.isEmpty());
    }

    void theOnlySiteIsListenedTo()
    {
        m_driver->sites.say(QList<Site>{lobby});
        connectNow();
        QTRY_COMPARE(m_driver->changeHints.listenedTo, lobby.id);
    }

    void aPersonMustActOn_data()
    {
        QTest::addColumn<Failure::Kind>("kind");
        QTest::newRow("refused credentials") << Failure::Kind::SignInRefused;
        QTest::newRow("no credential") << Failure::Kind::CredentialMissing;
        QTest::newRow("no rights") << Failure::Kind::NotPermitted;
        QTest::newRow("unknown certificate") << Failure::Kind::UntrustedCertificate;
        QTest::newRow("changed certificate") << Failure::Kind::ChangedCertificate;
        QTest::newRow("plain text port") << Failure::Kind::NotTls;
        QTest::newRow("locked keychain") << Failure::Kind::KeychainLocked;
    }
    void aPersonMustActOn()
    {
        QFETCH(Failure::Kind, kind);
        m_driver->identity.answers.clear();
        m_driver->identity.say(fail(failureOf(kind)));
        connectNow();
        QTRY_COMPARE(m_link->state(), ControllerLink::State::NeedsAttention);
        QCOMPARE(m_link->failure()->kind, kind);
        QVERIFY(!m_link->nextAttemptAt());
        QVERIFY(!m_link->driver());
    }

    void aControllerThatIsAwayIsAskedAfterGrowingPauses()
    {
        m_driver->pause = 1ms;
        m_driver->identity.answers.clear();
        m_driver->identity.say(fail(failureOf(Failure::Kind::Unreachable)));
        QList<qint64> pauses;
        connect(m_link.get(), &ControllerLink::stateChanged, m_link.get(), [this, &pauses] {
            if (m_link->nextAttemptAt())
                pauses += m_clock->now().msecsTo(*m_link->nextAttemptAt());
        });
        connectNow();
        QTRY_VERIFY(pauses.size() >= 7);
        m_link->disconnectNow();
        QCOMPARE(pauses.first(7), (QList<qint64>{2, 4, 8, 16, 20, 20, 20}));
    }

    void losingTheControllerKeepsRowsAndMarksThemStale()
    {
        m_driver->sites.say(QList<Site>{lobby});
        m_driver->lists[lobby.id].say(snapshotOf({clientOf(1)}));
        m_driver->lists[lobby.id].say(fail(failureOf(Failure::Kind::NoAnswer)));
        connectNow();
        QTRY_COMPARE(m_directory->counts().waiting, 1);
        m_clock->advance(m_driver->pause);
        QTRY_COMPARE(m_link->state(), ControllerLink::State::Offline);
        QVERIFY(m_directory->find(clientOf(1).key)->staleSince);
        m_driver->lists[lobby.id].say(snapshotOf({clientOf(1)}));
        QTRY_COMPARE(m_link->state(), ControllerLink::State::Connected);
        QVERIFY(!m_directory->find(clientOf(1).key)->staleSince);
        QVERIFY(!m_link->failure());
    }

    void aRateLimitIsWaitedOutAndShown()
    {
        m_driver->sites.say(QList<Site>{lobby});
        Failure limited = failureOf(Failure::Kind::RateLimited);
        limited.retryAfter = 90s;
        m_driver->lists[lobby.id].say(fail(limited));
        connectNow();
        QTRY_COMPARE(m_link->state(), ControllerLink::State::Offline);
        QCOMPARE(m_link->nextAttemptAt(), m_clock->now().addSecs(90));
        m_link->refreshSoon();
        QCOMPARE(m_link->nextAttemptAt(), m_clock->now().addSecs(90));
    }

    void aSiteThatMayNotBeReadIsSkipped()
    {
        m_driver->sites.say(QList<Site>{annex, lobby});
        m_driver->lists[annex.id].say(fail(failureOf(Failure::Kind::NotPermitted)));
        m_driver->lists[lobby.id].say(snapshotOf({clientOf(1)}));
        connectNow();
        QTRY_COMPARE(m_link->state(), ControllerLink::State::Connected);
        QCOMPARE(m_directory->counts().waiting, 1);
    }

    void whenNoSiteMayBeReadAPersonMustAct()
    {
        m_driver->sites.say(QList<Site>{annex, lobby});
        m_driver->lists[annex.id].say(fail(failureOf(Failure::Kind::NotPermitted)));
        m_driver->lists[lobby.id].say(fail(failureOf(Failure::Kind::NotPermitted)));
        connectNow();
        QTRY_COMPARE(m_link->state(), ControllerLink::State::NeedsAttention);
        QCOMPARE(m_link->failure()->kind, Failure::Kind::NotPermitted);
    }

    void aSiteThatTheControllerNoLongerHasDisappears()
    {
        m_driver->sites.say(QList<Site>{lobby, annex});
        m_driver->sites.say(QList<Site>{lobby});
        m_driver->lists[lobby.id].say(snapshotOf({clientOf(1)}));
        m_driver->lists[annex.id].say(
            snapshotOf({clientOf(2, ClientState::Waiting, annex.id)}, annex.id));
        connectNow();
        QTRY_COMPARE(m_directory->counts().all, 2);
        m_clock->advance(6min);
        QTRY_COMPARE(m_link->sites().size(), 1);
        QCOMPARE(m_directory->counts().all, 1);
    }

    void visibleAuthorizedClientsAreReadAFewAtATime()
    {
        QList<WifiClient> clients;
        QList<ClientKey> keys;
        for (quint64 mac = 1; mac <= 9; ++mac) {
            clients += clientOf(mac, mac == 9 ? ClientState::Waiting : ClientState::Authorized);
            keys += clients.last().key;
        }
        m_driver->sites.say(QList<Site>{lobby});
        m_driver->lists[lobby.id].say(snapshotOf(clients));
        m_driver->pause = 1h;
        m_link->setVisibleClients(keys);
        connectNow();
        QTRY_COMPARE(m_driver->reads.open.size(), 4);
        for (int i = 0; i < 8; ++i) {
            QTRY_VERIFY(m_driver->reads.open.size() > i);
            WifiClient read = clientOf(quint64(i) + 1, ClientState::Authorized);
            read.authorization = Authorization();
            m_driver->reads.open[i]->settle(read);
        }
        QTRY_VERIFY(m_directory->find(keys[7])->client.authorization);
        QCOMPARE(m_driver->mostReadsInFlight, 4);
        QCOMPARE(m_driver->log.filter(u"read"_s).size(), 8);
        QVERIFY(!m_driver->log.contains(u"read 000000000009"_s));
    }

    void aVisibleClientIsReadAtOnceWhenItBecomesAuthorized()
    {
        m_driver->sites.say(QList<Site>{lobby});
        m_driver->lists[lobby.id].say(snapshotOf({clientOf(1)}));
        m_driver->lists[lobby.id].say(snapshotOf({clientOf(1, ClientState::Authorized)}));
        m_link->setVisibleClients({clientOf(1).key});
        connectNow();
        QTRY_COMPARE(m_link->state(), ControllerLink::State::Connected);
        QVERIFY(m_driver->log.filter(u"read"_s).isEmpty());
        m_clock->advance(m_driver->pause);
        QTRY_COMPARE(m_driver->log.filter(u"read"_s).size(), 1);
    }

    void whatTheListsTellIsNotReadAgain()
    {
        WifiClient told = clientOf(1, ClientState::Authorized);
        told.authorization = Authorization();
        m_driver->sites.say(QList<Site>{lobby});
        m_driver->lists[lobby.id].say(snapshotOf({told}));
        m_link->setVisibleClients({told.key});
        connectNow();
        QTRY_COMPARE(m_link->state(), ControllerLink::State::Connected);
        QVERIFY(m_driver->log.filter(u"read"_s).isEmpty());
    }

    void theRestOfALongListStaysAwayWhenTheLinkEnds()
    {
        m_driver->sites.say(QList<Site>{lobby});
        m_driver->lists[lobby.id].say(snapshotOf(crowd()));
        int parts = 0;
        connect(m_directory.get(), &ClientDirectory::changed, this, [&] {
            if (++parts == 2)
                m_link->disconnectNow();
        });
        connectNow();
        QTRY_COMPARE(m_link->state(), ControllerLink::State::Idle);
        const int known = m_directory->counts().all;
        QVERIFY(known < int(crowd().size()));
        m_next = std::make_unique<FakeDriver>();
        m_driver = m_next.get();
        m_driver->identity.say(ControllerIdentity());
        m_driver->sites.say(QList<Site>{lobby});
        m_driver->lists[lobby.id].say(snapshotOf({clientOf(1)}));
        connectNow();
        QTRY_COMPARE(m_link->state(), ControllerLink::State::Connected);
        QCOMPARE(m_directory->counts().all, known);
    }

    void answersOfADriverFromBeforeAreNobodys()
    {
        m_driver->sites.say(QList<Site>{lobby});
        connectNow();
        QTRY_COMPARE(m_driver->log.filter(u"clients"_s).size(), 1);
        QPointer<FakeDriver> before = m_driver;
        m_next = std::make_unique<FakeDriver>();
        before->lists[lobby.id].open.first()->settle(snapshotOf({clientOf(1)}));
        m_driver = m_next.get();
        connectNow();
        QTRY_VERIFY(!before);
        QCOMPARE(m_directory->counts().all, 0);
        QCOMPARE(m_link->state(), ControllerLink::State::Connecting);
    }

    void disconnectingKeepsTheRows()
    {
        m_driver->sites.say(QList<Site>{lobby});
        m_driver->lists[lobby.id].say(snapshotOf({clientOf(1)}));
        connectNow();
        QTRY_COMPARE(m_directory->counts().all, 1);
        m_link->disconnectNow();
        QCOMPARE(m_link->state(), ControllerLink::State::Idle);
        QVERIFY(m_directory->find(clientOf(1).key)->staleSince);
    }

private:
    /// More than come at once.
    static QList<WifiClient> crowd()
    {
        QList<WifiClient> clients;
        clients.reserve(12'000);
        for (quint64 mac = 1; mac <= 12'000; ++mac)
            clients.append(clientOf(mac));
        return clients;
    }
    void connectNow() { m_link->connectWith(std::move(m_next)); }

    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<ClientDirectory> m_directory;
    std::unique_ptr<FakeDriver> m_next;
    FakeDriver *m_driver = nullptr;
    std::unique_ptr<ControllerLink> m_link;
};

QTEST_GUILESS_MAIN(TestControllerLink)
#include "tst_controllerlink.moc"
