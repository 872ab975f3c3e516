#include "clients/fakes.h"
#include "clients/settler.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// A program died between intent and outcome; the next one asks the controller.
class TestSettler : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_clock = std::make_unique<ManualClock>();
        m_driver = std::make_unique<FakeDriver>();
        m_audit = std::make_unique<FakeAudit>();
        m_patience = {{1ms}, 45s, 120s, 1, 1ms};
        m_manner = {10ms, SettlingManner::Unclear::LeaveOpen};
    }

    void whatTheControllerShowsIsConfirmedAtOnce()
    {
        leaveBehind(AuditAction::Authorize);
        m_driver->reads.say(authorized());
        const auto ended = settle();
        QCOMPARE(ended.size(), 1);
        const AuditOutcome &outcome = m_audit->outcomes[1];
        QCOMPARE(outcome.outcome, Outcome::Confirmed);
        QVERIFY(outcome.settledLater);
        QCOMPARE(outcome.shown, ClientState::Authorized);
        QCOMPARE(outcome.since, m_clock->now());
        QCOMPARE(outcome.message, u"settled"_s);
        QCOMPARE(m_driver->log, QStringList{u"read 000000000001"_s});
    }

    void whatItDoesNotShowYetStaysOpenUntilItWould()
    {
        leaveBehind(AuditAction::Authorize);
        m_driver->reads.say(clientOf(1));
        QVERIFY(!settle().first().outcome);
        QVERIFY(m_audit->outcomes.isEmpty());
        m_clock->advance(45s);
        QCOMPARE(settle().first().outcome->outcome, Outcome::NotConfirmed);
    }

    void itWaitsUntilTheControllerHasHadItsTimeAndNoShorter()
    {
        leaveBehind(AuditAction::Authorize);
        m_clock->advance(10ms);
        m_patience.longest = 40ms;
        m_manner.longest = 1s;
        m_driver->reads.say(clientOf(1));
        QCOMPARE(settle().first().outcome->outcome, Outcome::NotConfirmed);
        QCOMPARE(
            m_driver->log.size(), 1 + 30); // a pause of a millisecond before each but the first
    }

    void aDeviceThatIsAboutToBeActedOnIsSettledByTheLookOfNow()
    {
        leaveBehind(AuditAction::Authorize);
        m_driver->reads.say(clientOf(1));
        m_manner.unclear = SettlingManner::Unclear::TakeLatestLook;
        QCOMPARE(settle().first().outcome->outcome, Outcome::NotConfirmed);
    }

    void aControllerThatIsAwayLeavesItOpen()
    {
        leaveBehind(AuditAction::Authorize);
        m_clock->advance(1h);
        m_driver->reads.say(fail(Failure::Kind::Unreachable, u"off"_s));
        m_manner.unclear = SettlingManner::Unclear::TakeLatestLook;
        QVERIFY(!settle().first().outcome);
        m_manner.unclear = SettlingManner::Unclear::TakeAnyhow;
        QCOMPARE(settle().first().outcome->outcome, Outcome::Unknown);
        QCOMPARE(m_audit->outcomes[1].detail, u"off"_s);
        QVERIFY(!m_audit->outcomes[1].shown);
    }

    void whoCannotBeAskedLeavesItUnknown_data()
    {
        QTest::addColumn<bool>("canBeAsked");
        QTest::addColumn<Failure::Kind>("kind");
        QTest::newRow("no list at all") << false << Failure::Kind::NotFound;
        QTest::newRow("not of this device") << true << Failure::Kind::NotSupported;
        QTest::newRow("not by this account") << true << Failure::Kind::NotPermitted;
        QTest::newRow("not listed") << true << Failure::Kind::NotFound;
    }
    void whoCannotBeAskedLeavesItUnknown()
    {
        QFETCH(bool, canBeAsked);
        QFETCH(Failure::Kind, kind);
        leaveBehind(AuditAction::Cancel);
        m_clock->advance(1min);
        m_driver->canBeAsked = canBeAsked;
        m_driver->reads.say(fail(kind, u"no"_s));
        QCOMPARE(settle().first().outcome->outcome, Outcome::Unknown);
        QVERIFY(!m_audit->outcomes[1].detail.isEmpty());
    }

    void ofTwoOnOneDeviceOnlyTheLaterIsProven()
    {
        leaveBehind(AuditAction::Authorize);
        leaveBehind(AuditAction::Authorize);
        m_clock->advance(1min);
        WifiClient client = authorized();
        client.authorization->since = m_clock->now().addSecs(-60);
        client.authorization->until = client.authorization->since->addSecs(3600);
        m_driver->reads.say(client);
        settle();
        QCOMPARE(m_audit->outcomes[1].outcome, Outcome::Unknown);
        QCOMPARE(m_audit->outcomes[2].outcome, Outcome::Confirmed);
    }

    void aLaterOneThatHadNoEffectDoesNotMatter()
    {
        leaveBehind(AuditAction::Authorize);
        leaveBehind(AuditAction::Authorize);
        m_audit->outcomes[2].outcome = Outcome::Refused;
        m_driver->reads.say(authorized());
        QCOMPARE(settle().first().outcome->outcome, Outcome::Confirmed);
    }

    void manyAreAskedAFewAtATime()
    {
        for (quint64 mac = 1; mac <= 40; ++mac)
            leaveBehind(AuditAction::Authorize, mac);
        m_driver->reads.say(authorized());
        QCOMPARE(settle().size(), 40);
        QCOMPARE(m_audit->outcomes.size(), 40);
        // Each question lives on for a moment after its answer was heard.
        QVERIFY(m_driver->mostReadsInFlight <= 2 * 4);
    }

    void aRecordIsNotSettledTwiceAtATime()
    {
        leaveBehind(AuditAction::Authorize);
        Settler settler(*m_audit, *m_clock, wording(), m_patience);
        QSignalSpy settled(&settler, &Settler::settled);
        auto *first = settler.settle(u"c1"_s, *m_driver, manner());
        auto *second = settler.settle(u"c1"_s, *m_driver, manner());
        int answers = 0;
        for (auto *job : {first, second})
            job->then(this, [&](const auto &) { ++answers; });
        QTRY_COMPARE(m_driver->reads.open.size(), 1);
        m_driver->reads.open.first()->settle(authorized());
        QTRY_COMPARE(answers, 2);
        QCOMPARE(settled.size(), 1);
    }

    void aDriverThatDiesLeavesTheRestOpen()
    {
        for (quint64 mac = 1; mac <= 6; ++mac)
            leaveBehind(AuditAction::Authorize, mac);
        Settler settler(*m_audit, *m_clock, wording(), m_patience);
        std::optional<QList<AuditRecord>> ended;
        settler.settle(u"c1"_s, *m_driver, manner())->then(this, [&](const auto &records) {
            ended = *records;
        });
        QTRY_COMPARE(m_driver->reads.open.size(), 4);
        m_driver.reset();
        QTRY_VERIFY(ended);
        QCOMPARE(ended->size(), 6);
        QVERIFY(m_audit->outcomes.isEmpty());
    }

    void whatAnotherProgramHasSettledMeanwhileIsLeftToIt()
    {
        leaveBehind(AuditAction::Authorize);
        m_driver->reads.say(authorized());
        m_audit->refusesFinish = true;
        Settler settler(*m_audit, *m_clock, wording(), m_patience);
        QSignalSpy settled(&settler, &Settler::settled);
        QVERIFY(!settle().first().outcome);
        QVERIFY(settled.isEmpty());
    }

    void whoseControllerIsGoneIsGivenUp()
    {
        leaveBehind(AuditAction::Authorize);
        Settler settler(*m_audit, *m_clock, wording(), m_patience);
        QSignalSpy settled(&settler, &Settler::settled);
        const auto ended = settler.giveUp(
            *settler.openRecords(), {Failure::Kind::NotFound, u"no such controller"_s});
        QVERIFY(ended);
        QCOMPARE(m_audit->outcomes[1].outcome, Outcome::Unknown);
        QVERIFY(m_audit->outcomes[1].settledLater);
        QCOMPARE(settled.size(), 1);
    }

private:
    static ReportWording wording()
    {
        return [](const ActionReport &report) {
            return report.settledLater ? u"settled"_s : u"not settled"_s;
        };
    }

    void leaveBehind(AuditAction action, quint64 mac = 1)
    {
        AuditIntent intent;
        intent.action = action;
        intent.time = m_clock->now();
        intent.controllerTime = m_clock->now();
        intent.client = clientOf(mac).key;
        intent.asked.minutes = 60;
        (void)m_audit->begin(intent);
    }

    [[nodiscard]] WifiClient authorized() const
    {
        WifiClient client = clientOf(1, ClientState::Authorized);
        client.authorization = Authorization();
        client.authorization->since = m_clock->now();
        client.authorization->until = m_clock->now().addSecs(3600);
        return client;
    }

    [[nodiscard]] Settler::MannerFor manner() const
    {
        return [manner = m_manner](const AuditRecord &) { return manner; };
    }

    QList<AuditRecord> settle()
    {
        Settler settler(*m_audit, *m_clock, wording(), m_patience);
        std::optional<QList<AuditRecord>> ended;
        settler.settle(u"c1"_s, *m_driver, manner())
            ->then(this, [&](const Result<QList<AuditRecord>> &records) { ended = *records; });
        (void)QTest::qWaitFor([&] { return ended.has_value(); });
        return ended.value_or(QList<AuditRecord>());
    }

    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<FakeDriver> m_driver;
    std::unique_ptr<FakeAudit> m_audit;
    ReadBackPatience m_patience;
    SettlingManner m_manner;
};

QTEST_GUILESS_MAIN(TestSettler)
#include "tst_settler.moc"
