#include "core/controllerprofile.h"
#include "drivers/fakehalf.h"
#include "drivers/jobanswer.h"
#include "drivers/pairdriver.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Kind = Failure::Kind;
using enum Capability;

/// What the pair makes of what its halves say; the halves are puppets here.
class TestPairHalves : public QObject
{
    Q_OBJECT

private:
    FakeHalf *m_api = nullptr;
    FakeHalf *m_account = nullptr;
    std::unique_ptr<PairDriver> m_pair;

    static Failure refusal(Kind kind) { return {kind, u"a test says so"_s}; }
    static WifiClient guest()
    {
        WifiClient client;
        client.key = {u"controller-1"_s, u"uuid"_s, *MacAddress::parse(u"02:00:5e:10:00:a1"_s)};
        client.state = ClientState::Waiting;
        return client;
    }
    void makePair(Generation api, Generation account)
    {
        auto first = std::make_unique<FakeHalf>();
        auto second = std::make_unique<FakeHalf>();
        m_api = first.get();
        m_account = second.get();
        m_pair = std::make_unique<PairDriver>(
            PairHalf{std::move(first), {api, credentialKindFor(api)}},
            PairHalf{std::move(second), {account, credentialKindFor(account)}});
        m_api->sites = QList<Site>{{u"uuid"_s, u"Default"_s, u"default"_s}};
        m_account->sites = QList<Site>{{u"default"_s, u"Default"_s}};
    }
    void makeUnifi()
    {
        makePair(Generation::UnifiIntegration, Generation::UnifiClassic);
        m_api->can = capabilitiesOf({ListSites, ListClients, AuthorizeListedClient, LimitDuration,
                                        LimitDownload, CancelOnline},
            {Cue::AccessPoint}, {{Block, CredentialKind::LocalAccount}});
        m_account->can
            = capabilitiesOf({ListSites, ListClients, AuthorizeListedClient, AuthorizeUnlistedMac,
                                 LimitDuration, LimitDownload, CancelOnline, CancelOffline, Block},
                {Cue::AccessPoint, Cue::Ssid, Cue::Signal});
        m_api->rules.minutes = LimitRange{1, 1000};
        m_api->rules.downKbps = LimitRange{2, 1000};
        m_account->rules = m_api->rules;
    }
    void makeOmada()
    {
        makePair(Generation::OmadaOpenApi, Generation::Omada5);
        m_account->sites = m_api->sites;
        m_api->can = capabilitiesOf({ListSites, ListClients, AuthorizeListedClient, LimitDownload,
                                        LimitUpload, CancelOnline},
            {Cue::Ssid}, {{LimitDuration, CredentialKind::HotspotOperator}});
        m_account->can = capabilitiesOf(
            {ListSites, AuthorizeCapturedRedirect, LimitDuration, CancelOnline}, {Cue::Ssid});
        m_api->rules.downKbps = m_api->rules.upKbps = LimitRange{1, 100'000};
        m_api->rules.wholeMbitAboveKbps = 1024;
        m_api->rates = m_api->rules;
        m_account->rules.minutes = LimitRange{1, 1000};
    }
    void start()
    {
        QVERIFY(answerOf(m_pair->identify()));
        QVERIFY(answerOf(m_pair->listSites()));
        m_api->asked.clear();
        m_account->asked.clear();
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void whatNeedsTheAccountIsServedByIt()
    {
        makeUnifi();
        start();
        const Capabilities can = m_pair->capabilities();
        QCOMPARE(can.path(ListClients)->credential, CredentialKind::ApiKey);
        QCOMPARE(can.path(Block)->credential, CredentialKind::LocalAccount);
        QCOMPARE(can.path(AuthorizeListedClient)->generation, Generation::UnifiIntegration);
        QVERIFY(can.gives(Cue::Ssid) && can.gives(Cue::AccessPoint));
        QVERIFY(can.unlockedBy.empty() && can.failing.empty());
    }

    void oneIdIsShownForASiteAndEachHalfHearsItsOwn()
    {
        makeUnifi();
        start();
        QVERIFY(answerOf(m_pair->lister()->listClients({u"uuid"_s})));
        QCOMPARE(m_api->asked, QStringList{u"list uuid"_s});
        QCOMPARE(m_account->asked, QStringList{u"list default"_s});
        QCOMPARE(answerOf(m_pair->listSites())->size(), 1);
    }

    void theAccountsHintsSpeakOfTheSiteThatIsShown()
    {
        makeUnifi();
        start();
        ChangeHints *hints = m_pair->hints();
        QVERIFY(hints);
        QSignalSpy spy(hints, &ChangeHints::mayHaveChanged);
        Q_EMIT m_account->ownHints.mayHaveChanged(u"default"_s);
        QCOMPARE(spy.size(), 0); // nobody listens
        hints->listenTo(u"uuid"_s);
        QCOMPARE(m_account->ownHints.heard, u"default"_s);
        Q_EMIT m_account->ownHints.mayHaveChanged(u"other"_s);
        QCOMPARE(spy.size(), 0);
        Q_EMIT m_account->ownHints.mayHaveChanged(u"default"_s);
        QCOMPARE(spy.size(), 1);
        QCOMPARE(spy.first().first().toString(), u"uuid"_s);
        hints->listenTo({});
        QCOMPARE(m_account->ownHints.heard, QString());
    }

    void aSiteThatTheAccountDoesNotSeeIsServedByTheKeyAlone()
    {
        makeUnifi();
        m_account->sites = QList<Site>{{u"other"_s, u"Other"_s}};
        start();
        QVERIFY(answerOf(m_pair->lister()->listClients({u"uuid"_s})));
        QVERIFY(m_account->asked.isEmpty());
        m_api->action = fail(refusal(Kind::NotFound));
        QCOMPARE(kindOf(answerOf(m_pair->canceller()->cancel(guest()))), Kind::NotFound);
        QVERIFY(m_account->asked.isEmpty());
    }

    void rowsAreJoinedOnTheirAddress()
    {
        makeUnifi();
        start();
        ClientSnapshot bare{u"uuid"_s, {guest()}};
        WifiClient known = guest();
        known.key.siteId = u"default"_s;
        known.ssid = u"Guests"_s;
        known.signalDbm = -60;
        known.vendorId = u"5f0c"_s;
        m_api->snapshot = bare;
        m_account->snapshot = ClientSnapshot{u"default"_s, {known}};
        const auto rows = answerOf(m_pair->lister()->listClients({u"uuid"_s}));
        QCOMPARE(rows->clients.size(), 1);
        QCOMPARE(rows->clients.first().key, guest().key);
        QCOMPARE(rows->clients.first().ssid, u"Guests"_s);
        QCOMPARE(rows->clients.first().signalDbm, -60);
        QVERIFY(rows->clients.first().vendorId.isEmpty());
    }

    /// A device that was let back, and has come back: the key's interface tells the device, and
    /// nothing of blocking.
    void whoIsBlockedIsAskedOfTheOneThatTells()
    {
        makeUnifi();
        start();
        m_api->client = guest();
        WifiClient known = guest();
        known.key.siteId = u"default"_s;
        known.blocked = false;
        m_account->client = known;
        WifiClient seen = guest();
        QVERIFY(!answerOf(m_pair->reader()->readClient(seen))->blocked);
        QVERIFY(m_account->asked.isEmpty());
        seen.blocked = true;
        const auto read = answerOf(m_pair->reader()->readClient(seen));
        QCOMPARE(read->blocked, false);
        QCOMPARE(read->key, guest().key);
    }

    void aRevokedKeyIsNamedAndTheAccountGoesOn()
    {
        makeUnifi();
        start();
        m_api->identity = fail(refusal(Kind::SignInRefused));
        m_api->snapshot = fail(refusal(Kind::SignInRefused));
        QVERIFY(answerOf(m_pair->lister()->listClients({u"uuid"_s})));
        QTRY_VERIFY(m_pair->capabilities().failing.contains(CredentialKind::ApiKey));
        QVERIFY(m_pair->capabilities().can(ListClients));
        QCOMPARE(
            m_pair->capabilities().path(ListClients)->credential, CredentialKind::LocalAccount);
        m_api->asked.clear();
        QVERIFY(answerOf(m_pair->lister()->listClients({u"uuid"_s})));
        QVERIFY(answerOf(m_pair->listSites()));
        QVERIFY(answerOf(m_pair->canceller()->cancel(guest())));
        QVERIFY(m_api->asked.isEmpty()); // a refused key is not tried again
    }

    void whatOnlyALockedOperatorServesIsMissingAndNamed()
    {
        makeOmada();
        m_account->identity = fail(refusal(Kind::LockedOut));
        m_account->sites = fail(refusal(Kind::LockedOut));
        start();
        const Capabilities can = m_pair->capabilities();
        QVERIFY(!can.can(LimitDuration) && can.can(AuthorizeListedClient));
        QCOMPARE(can.unlocking(LimitDuration), CredentialKind::HotspotOperator);
        QCOMPARE(can.failing.at(CredentialKind::HotspotOperator).kind, Kind::LockedOut);
        QVERIFY(!m_pair->authorizer()->limitRules().minutes);
    }

    void oneRefusedListDoesNotCondemnTheKey()
    {
        makeUnifi();
        start();
        m_api->snapshot = fail(refusal(Kind::SignInRefused)); // while the key still signs in
        for (int i = 0; i < 3; ++i)
            QVERIFY(answerOf(m_pair->lister()->listClients({u"uuid"_s})));
        QCOMPARE(m_api->asked.count(u"identify"_s), 1);
        QVERIFY(m_pair->capabilities().failing.empty());
        m_api->asked.clear();
        m_account->asked.clear();
        QVERIFY(answerOf(m_pair->canceller()->cancel(guest())));
        QCOMPARE(m_api->asked, QStringList{u"cancel uuid"_s});
        QVERIFY(m_account->asked.isEmpty());
    }

    void anActionGoesToTheOtherHalfOnlyWhenItSurelyDidNothing_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<bool>("goesOn");
        QTest::newRow("not listed") << Kind::NotFound << true;
        QTest::newRow("may not") << Kind::NotPermitted << true;
        QTest::newRow("revoked") << Kind::SignInRefused << true;
        QTest::newRow("silence") << Kind::NoAnswer << false;
        QTest::newRow("busy") << Kind::Busy << false;
        QTest::newRow("unreadable") << Kind::UnreadableReply << false;
        QTest::newRow("refused") << Kind::Refused << false;
    }
    void anActionGoesToTheOtherHalfOnlyWhenItSurelyDidNothing()
    {
        QFETCH(Kind, kind);
        QFETCH(bool, goesOn);
        makeUnifi();
        start();
        m_api->action = fail(refusal(kind));
        const auto answer = answerOf(m_pair->canceller()->cancel(guest()));
        QCOMPARE(answer.has_value(), goesOn);
        QCOMPARE(m_account->asked.contains(u"cancel default"_s), goesOn);
    }

    void aTimeLimitIsTheOperatorsAndTheRatesFollow()
    {
        makeOmada();
        start();
        QCOMPARE(m_pair->authorizer()->limitRules().minutes, (LimitRange{1, 1000}));
        QCOMPARE(m_pair->authorizer()->limitRules().wholeMbitAboveKbps, 1024);
        const auto answer = answerOf(
            m_pair->authorizer()->authorize({guest(), Limits{.minutes = 60, .downKbps = 2000}}));
        QVERIFY(answer && answer->incomplete.isEmpty());
        QCOMPARE(m_account->asked, QStringList{u"authorize uuid"_s});
        QCOMPARE(m_account->order.limits, Limits{.minutes = 60});
        QCOMPARE(m_api->asked, QStringList{u"rates uuid 2000"_s});
    }

    void ratesThatAreRefusedAfterwardsLeaveTheAnswerIncomplete()
    {
        makeOmada();
        start();
        m_api->ratesSet = fail(refusal(Kind::Refused));
        const auto answer = answerOf(
            m_pair->authorizer()->authorize({guest(), Limits{.minutes = 60, .downKbps = 2000}}));
        QVERIFY(answer.has_value());
        QCOMPARE(answer->incomplete.size(), 1);
    }

    void withoutATimeLimitTheOpenApiLetsIn()
    {
        makeOmada();
        start();
        QVERIFY(answerOf(m_pair->authorizer()->authorize({guest(), {}})));
        QVERIFY(answerOf(m_pair->authorizer()->authorize({guest(), Limits{.downKbps = 2000}})));
        QCOMPARE(m_api->asked.count(u"authorize uuid"_s), 2);
        QVERIFY(m_account->asked.isEmpty());
    }

    void aLimitThatNeitherSetsIsRefusedBeforeAnythingIsSent()
    {
        makeOmada();
        start();
        const auto answer
            = answerOf(m_pair->authorizer()->authorize({guest(), Limits{.dataMb = 100}}));
        QCOMPARE(kindOf(answer), Kind::NotSupported);
        QVERIFY(m_api->asked.isEmpty() && m_account->asked.isEmpty());
    }

    void aFailureThatMayPassIsToldBeforeOneThatLasts()
    {
        makeUnifi();
        m_api->identity = fail(refusal(Kind::SignInRefused));
        m_account->identity = fail(refusal(Kind::Busy));
        QCOMPARE(kindOf(answerOf(m_pair->identify())), Kind::Busy);
        m_account->identity = fail(refusal(Kind::SecondFactorNeeded));
        QCOMPARE(kindOf(answerOf(m_pair->identify())), Kind::SignInRefused);
        QVERIFY(!m_pair->lister() && !m_pair->authorizer());
    }

    void aClientThatTheKeyDoesNotSeeIsReadByTheAccount()
    {
        makeUnifi();
        start();
        m_account->client = guest();
        const auto read = answerOf(m_pair->reader()->readClient(guest()));
        QVERIFY(read.has_value());
        QCOMPARE(read->key, guest().key);
        m_account->client = fail(refusal(Kind::Busy));
        QCOMPARE(kindOf(answerOf(m_pair->reader()->readClient(guest()))), Kind::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestPairHalves)
#include "tst_pairhalves.moc"
