#include "clients/actionrunbench.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestActionRun : public ActionRunBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { layOut(); }

    void itRecordsThenSendsOnceThenReadsBackThenRecordsTheOutcome()
    {
        m_driver->reads.say(clientOf(1));
        m_driver->reads.say(clientOf(1));
        m_driver->reads.say(authorized(120));
        m_driver->actions.say(ActionAnswer());
        const ActionReport report = run(AuditAction::Authorize, {.minutes = 120});
        QCOMPARE(report.outcome, Outcome::Confirmed);
        QCOMPARE(m_driver->log,
            (QStringList{u"read 000000000001"_s, u"begin"_s, u"authorize"_s, u"read 000000000001"_s,
                u"read 000000000001"_s, u"finish"_s}));
        QCOMPARE(m_stages,
            (QList{ActionRun::Stage::Looking, ActionRun::Stage::Recording,
                ActionRun::Stage::Sending, ActionRun::Stage::ReadingBack,
                ActionRun::Stage::Finished}));
        QCOMPARE(report.record, 1);
        QCOMPARE(report.client.key, clientOf(1).key);
        QCOMPARE(m_audit->intents.first().asked.minutes, 120);
        QCOMPARE(m_audit->outcomes[1].outcome, Outcome::Confirmed);
        QCOMPARE(m_audit->outcomes[1].message, u"a sentence"_s);
        QCOMPARE(m_audit->outcomes[1].until, report.until);
        QCOMPARE(m_audit->outcomes[1].shown, ClientState::Authorized);
        QCOMPARE(m_audit->outcomes[1].since, m_clock->now().addSecs(1));
        QVERIFY(!m_audit->intents.first().before);
    }

    void whatACancelTakesAwayIsInItsRecord()
    {
        WifiClient before = authorized(30, 2000);
        before.authorization->dataLimitMb = 500;
        before.authorization->usedBytes = 120LL * 1024 * 1024;
        m_driver->reads.say(before);
        m_driver->reads.say(clientOf(1));
        m_driver->actions.say(ActionAnswer());
        QCOMPARE(run(AuditAction::Cancel).outcome, Outcome::Confirmed);
        const Limits left{.minutes = 31, .dataMb = 380, .downKbps = 2000}; // the 31st has begun
        QCOMPARE(m_audit->intents.first().before, left);
        QCOMPARE(m_audit->outcomes[1].shown, ClientState::Waiting);
        QVERIFY(!m_audit->outcomes[1].since);
    }

    void whatWasNotReadIsNotShown()
    {
        m_driver->reads.say(clientOf(1));
        m_driver->reads.say(fail(Failure::Kind::NotPermitted, u"no"_s));
        m_driver->actions.say(ActionAnswer());
        QCOMPARE(run(AuditAction::Authorize).outcome, Outcome::NotConfirmed);
        QVERIFY(!m_audit->outcomes[1].shown);
    }

    void withoutARecordNothingIsSent()
    {
        m_driver->reads.say(clientOf(1));
        m_audit->refusesBegin = true;
        const ActionReport report = run(AuditAction::Authorize);
        QCOMPARE(report.outcome, Outcome::Failed);
        QCOMPARE(report.failure->kind, Failure::Kind::StorageFailed);
        QCOMPARE(report.record, 0);
        QVERIFY(!m_driver->log.contains(u"authorize"_s));
    }

    void aLookThatForbidsTheActionSendsNothing_data()
    {
        QTest::addColumn<AuditAction>("action");
        QTest::addColumn<Limits>("limits");
        QTest::addColumn<ClientState>("state");
        QTest::addColumn<Failure::Kind>("kind");
        QTest::newRow("authorized meanwhile") << AuditAction::Authorize << Limits()
                                              << ClientState::Authorized << Failure::Kind::Refused;
        QTest::newRow("not a guest") << AuditAction::Authorize << Limits() << ClientState::NotGuest
                                     << Failure::Kind::NotGuest;
        QTest::newRow("out of range") << AuditAction::Authorize << Limits{.downKbps = 1}
                                      << ClientState::Waiting << Failure::Kind::InvalidInput;
        QTest::newRow("nothing to cancel")
            << AuditAction::Cancel << Limits() << ClientState::Waiting << Failure::Kind::Refused;
        QTest::newRow("extend by nothing")
            << AuditAction::Extend << Limits() << ClientState::Authorized
            << Failure::Kind::InvalidInput;
        QTest::newRow("block") << AuditAction::Block << Limits() << ClientState::Waiting
                               << Failure::Kind::NotSupported;
    }
    void aLookThatForbidsTheActionSendsNothing()
    {
        QFETCH(AuditAction, action);
        QFETCH(Limits, limits);
        QFETCH(ClientState, state);
        QFETCH(Failure::Kind, kind);
        m_driver->reads.say(clientOf(1, state));
        const ActionReport report = run(action, limits);
        QCOMPARE(report.outcome, Outcome::Failed);
        QCOMPARE(report.failure->kind, kind);
        QCOMPARE(m_driver->log, QStringList{u"read 000000000001"_s});
    }

    void aClientThatHasGoneIsNotFound()
    {
        m_driver->reads.say(fail(Failure::Kind::NotFound, u"gone"_s));
        const ActionReport report = run(AuditAction::Authorize);
        QCOMPARE(report.outcome, Outcome::Failed);
        QCOMPARE(report.failure->kind, Failure::Kind::NotFound);
        QVERIFY(!report.clientIsListed);
        QCOMPARE(report.record, 0);
    }

    void otherLimitsThanAskedAreDifferencesOnceTheyStay()
    {
        m_driver->reads.say(clientOf(1));
        WifiClient got = authorized(8 * 60);
        got.authorization->dataLimitMb = 100;
        m_driver->reads.say(got);
        m_driver->actions.say(ActionAnswer());
        const ActionReport report
            = run(AuditAction::Authorize, {.minutes = 72 * 60, .downKbps = 5000});
        QCOMPARE(report.outcome, Outcome::Differs);
        QCOMPARE(m_driver->log.count(u"read 000000000001"_s), 1 + 3);
        QCOMPARE(report.differences.size(), 3);
        QCOMPARE(report.differences[0].asked, 72 * 60);
        QCOMPARE(report.differences[0].got, 8 * 60);
        QCOMPARE(report.differences[1].limit, Limit::Data);
        QVERIFY(!report.differences[1].asked);
        QCOMPARE(report.differences[2].limit, Limit::Download);
        QVERIFY(!report.differences[2].got);
        QCOMPARE(m_audit->outcomes[1].got.minutes, 8 * 60);
    }

    void limitsThatTheProtocolNeverTellsAreNoDifference()
    {
        m_driver->reads.say(clientOf(1));
        WifiClient got = authorized(60);
        got.authorization->tellsQuota = false;
        got.authorization->tellsRates = false;
        m_driver->reads.say(got);
        m_driver->actions.say(ActionAnswer());
        const ActionReport report
            = run(AuditAction::Authorize, {.minutes = 60, .dataMb = 500, .downKbps = 5000});
        QCOMPARE(report.outcome, Outcome::Confirmed);
        QVERIFY(report.differences.isEmpty());
        QVERIFY(!report.got.dataMb && !report.got.downKbps);
    }

    void limitsThatArriveLaterThanTheStateAreStillConfirmed()
    {
        m_driver->reads.say(clientOf(1));
        m_driver->reads.say(authorized(60));
        m_driver->reads.say(authorized(60, 5000));
        m_driver->actions.say(ActionAnswer());
        QCOMPARE(run(AuditAction::Authorize, {.minutes = 60, .downKbps = 5000}).outcome,
            Outcome::Confirmed);
    }

    void theControllersOwnDurationIsAcceptedWhereNoneWasAsked()
    {
        m_driver->reads.say(clientOf(1));
        m_driver->reads.say(authorized(480));
        m_driver->actions.say(ActionAnswer());
        const ActionReport report = run(AuditAction::Authorize);
        QCOMPARE(report.outcome, Outcome::Confirmed);
        QCOMPARE(report.got.minutes, 480);
    }

    void theEndIsJudgedByTheControllersClock()
    {
        m_driver->offset = 1h;
        m_driver->reads.say(clientOf(1));
        m_driver->reads.say(authorized(60));
        m_driver->actions.say(ActionAnswer());
        QCOMPARE(run(AuditAction::Authorize, {.minutes = 60}).outcome, Outcome::Confirmed);
        QCOMPARE(m_audit->intents.first().controllerTime, m_clock->now().addSecs(3600));
    }

    void aStateThatNeverShowsItIsNotConfirmed()
    {
        m_driver->reads.say(clientOf(1));
        m_driver->actions.say(ActionAnswer());
        const ActionReport report = run(AuditAction::Authorize);
        QCOMPARE(report.outcome, Outcome::NotConfirmed);
        QCOMPARE(m_audit->outcomes[1].outcome, Outcome::NotConfirmed);
        QCOMPARE(m_driver->log.count(u"authorize"_s), 1);
    }

    void aNoFromTheControllerIsRefused()
    {
        m_driver->reads.say(clientOf(1));
        m_driver->actions.say(fail({Failure::Kind::NotPermitted, u"403"_s, u"read only"_s}));
        const ActionReport report = run(AuditAction::Authorize);
        QCOMPARE(report.outcome, Outcome::Refused);
        QCOMPARE(report.failure->said, u"read only"_s);
        QCOMPARE(m_audit->outcomes[1].outcome, Outcome::Refused);
        QCOMPARE(m_driver->log.last(), u"finish"_s);
    }

    void aRequestThatNeverLeftIsFailed()
    {
        m_driver->reads.say(clientOf(1));
        m_driver->actions.say(fail(Failure::Kind::Unreachable, u"no route"_s));
        QCOMPARE(run(AuditAction::Authorize).outcome, Outcome::Failed);
        QCOMPARE(m_audit->outcomes[1].outcome, Outcome::Failed);
    }

    void afterSilenceTheControllersStateDecides_data()
    {
        QTest::addColumn<bool>("tookEffect");
        QTest::addColumn<Outcome>("outcome");
        QTest::newRow("it took effect") << true << Outcome::Confirmed;
        QTest::newRow("nothing to be seen") << false << Outcome::Unknown;
    }
    void afterSilenceTheControllersStateDecides()
    {
        QFETCH(bool, tookEffect);
        QFETCH(Outcome, outcome);
        m_driver->reads.say(clientOf(1));
        m_driver->reads.say(fail(Failure::Kind::NoAnswer, u"still silent"_s));
        m_driver->reads.say(tookEffect ? authorized(60) : clientOf(1));
        m_driver->actions.say(fail(Failure::Kind::NoAnswer, u"silence"_s));
        const ActionReport report = run(AuditAction::Authorize, {.minutes = 60});
        QCOMPARE(report.outcome, outcome);
        QCOMPARE(report.failure.has_value(), !tookEffect);
        QCOMPARE(m_driver->log.count(u"authorize"_s), 1);
    }

    void cancellingIsConfirmedByTheState()
    {
        m_driver->reads.say(authorized(60));
        m_driver->reads.say(authorized(60));
        m_driver->reads.say(clientOf(1));
        m_driver->actions.say(ActionAnswer());
        QCOMPARE(run(AuditAction::Cancel).outcome, Outcome::Confirmed);
    }

    void aDeviceThatCancellingDisconnectedProvesItByItsAbsence()
    {
        m_driver->reads.say(authorized(60));
        m_driver->reads.say(fail(Failure::Kind::NotFound, u"gone"_s));
        ActionAnswer revoked;
        revoked.revoked = Authorization();
        m_driver->actions.say(revoked);
        const ActionReport report = run(AuditAction::Cancel);
        QCOMPARE(report.outcome, Outcome::Confirmed);
        QCOMPARE(report.client.state, ClientState::Expired);
        QVERIFY(!report.clientIsListed);
        QCOMPARE(m_driver->log.count(u"read 000000000001"_s), 1 + 3);
    }

    void absenceAloneProvesNothing()
    {
        m_driver->reads.say(authorized(60));
        m_driver->reads.say(fail(Failure::Kind::NotFound, u"gone"_s));
        m_driver->actions.say(ActionAnswer());
        QCOMPARE(run(AuditAction::Cancel).outcome, Outcome::NotConfirmed);
    }

    void extendingIsConfirmedWhenTheEndGrew_data()
    {
        QTest::addColumn<int>("minutesAfter");
        QTest::addColumn<Outcome>("outcome");
        QTest::newRow("as asked") << 90 << Outcome::Confirmed;
        QTest::newRow("by less") << 70 << Outcome::Differs;
        QTest::newRow("not at all") << 60 << Outcome::NotConfirmed;
    }
    void extendingIsConfirmedWhenTheEndGrew()
    {
        QFETCH(int, minutesAfter);
        QFETCH(Outcome, outcome);
        m_driver->reads.say(authorized(60));
        m_driver->reads.say(authorized(minutesAfter));
        m_driver->actions.say(ActionAnswer());
        QCOMPARE(run(AuditAction::Extend, {.minutes = 30}).outcome, outcome);
        QCOMPARE(m_driver->ordered.minutes, 30);
    }

    void oneMoreMinuteIsNotConfirmedByTheOldEnd()
    {
        m_driver->reads.say(authorized(60));
        m_driver->actions.say(ActionAnswer());
        QCOMPARE(run(AuditAction::Extend, {.minutes = 1}).outcome, Outcome::NotConfirmed);
    }

    void anOutcomeThatCannotBeRecordedIsSaidButKept()
    {
        m_driver->reads.say(clientOf(1));
        m_driver->reads.say(authorized(60));
        m_driver->actions.say(ActionAnswer());
        m_audit->refusesFinish = true;
        const ActionReport report = run(AuditAction::Authorize);
        QCOMPARE(report.outcome, Outcome::Confirmed);
        QCOMPARE(report.failure->kind, Failure::Kind::StorageFailed);
    }

    void cancelledBeforeItIsSentItHasFailed()
    {
        ActionRun *wish = make(AuditAction::Authorize);
        QSignalSpy finished(wish, &ActionRun::finished);
        wish->start();
        wish->cancel();
        QCOMPARE(finished.size(), 1);
        const auto report = finished.first().first().value<ActionReport>();
        QCOMPARE(report.outcome, Outcome::Failed);
        QCOMPARE(report.failure->kind, Failure::Kind::Cancelled);
        QVERIFY(m_audit->intents.isEmpty());
    }

    void cancelledWhileItIsRecordedItHasAnOutcomeAndIsNotSent()
    {
        m_driver->reads.say(clientOf(1));
        m_audit->isSlow = true;
        ActionRun *wish = make(AuditAction::Authorize);
        QSignalSpy finished(wish, &ActionRun::finished);
        wish->start();
        QTRY_VERIFY(m_audit->slowBegin);
        QCOMPARE(wish->stage(), ActionRun::Stage::Recording);
        wish->cancel();
        m_audit->slowBegin->settle(m_audit->begin(m_audit->slowIntent));
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(
            finished.first().first().value<ActionReport>().failure->kind, Failure::Kind::Cancelled);
        QCOMPARE(m_audit->outcomes[1].outcome, Outcome::Failed);
        QVERIFY(m_driver->acted.isEmpty());
    }

    void whoseControllerGoesWhileItIsRecordedHasAnOutcome()
    {
        m_driver->reads.say(clientOf(1));
        m_audit->isSlow = true;
        ActionRun *wish = make(AuditAction::Authorize);
        QSignalSpy finished(wish, &ActionRun::finished);
        wish->start();
        QTRY_VERIFY(m_audit->slowBegin);
        m_audit->log = nullptr;
        m_driver.reset();
        m_audit->slowBegin->settle(m_audit->begin(m_audit->slowIntent));
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(m_audit->outcomes[1].outcome, Outcome::Failed);
    }

    void cancelledWhileItIsProvenItIsNotConfirmed()
    {
        m_driver->reads.say(clientOf(1));
        m_driver->actions.say(ActionAnswer());
        ActionRun *wish = make(AuditAction::Authorize, {}, ReadBackPatience{{1h}, 2h, 120s});
        QSignalSpy finished(wish, &ActionRun::finished);
        wish->start();
        QTRY_COMPARE(wish->stage(), ActionRun::Stage::ReadingBack);
        wish->cancel();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished.first().first().value<ActionReport>().outcome, Outcome::NotConfirmed);
        QCOMPARE(m_audit->outcomes[1].outcome, Outcome::NotConfirmed);
    }

    void droppedOnTheWayItIsLeftToBeSettled()
    {
        m_driver->reads.say(clientOf(1));
        ActionRun *wish = make(AuditAction::Authorize);
        wish->start();
        QTRY_COMPARE(wish->stage(), ActionRun::Stage::Sending);
        delete wish;
        QCOMPARE(m_audit->intents.size(), 1);
        QVERIFY(m_audit->outcomes.isEmpty());
    }

    void anewItTakesThePlaceOfWhatIsUnderWay()
    {
        m_driver->reads.say(authorized(300));
        m_driver->reads.say(authorized(60));
        m_driver->actions.say(ActionAnswer());
        ActionRun *wish = make(AuditAction::Authorize, {.minutes = 60}, ReadBackPatience(), true);
        QSignalSpy finished(wish, &ActionRun::finished);
        wish->start();
        QVERIFY(finished.wait());
        QCOMPARE(finished.first().first().value<ActionReport>().outcome, Outcome::Confirmed);
    }

    void aDriverThatDiesLeavesTheOutcomeUnknown()
    {
        m_driver->reads.say(clientOf(1));
        m_audit->log = nullptr;
        ActionRun *wish = make(AuditAction::Authorize);
        QSignalSpy finished(wish, &ActionRun::finished);
        wish->start();
        QTRY_COMPARE(wish->stage(), ActionRun::Stage::Sending);
        m_driver.reset();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished.first().first().value<ActionReport>().outcome, Outcome::Unknown);
    }
};

QTEST_GUILESS_MAIN(TestActionRun)
#include "tst_actionrun.moc"
