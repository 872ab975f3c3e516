#include "clients/actionrunbench.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Runs on controllers that list a device late, only by its redirect, or never; and blocking.
class TestActionRunUnlisted : public ActionRunBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { layOut(); }

    void aPauseThatOutlastsThePatienceIsNotWaitedForWithTheProof()
    {
        m_driver->reads.say(clientOf(1));
        Failure wait{Failure::Kind::RateLimited, u"429"_s};
        wait.retryAfter = 1h;
        m_driver->reads.say(fail(wait));
        m_driver->actions.say(ActionAnswer());
        const ActionReport report = run(AuditAction::Authorize);
        QCOMPARE(report.outcome, Outcome::NotConfirmed);
        QCOMPARE(report.failure->kind, Failure::Kind::RateLimited);
        QCOMPARE(m_driver->log.size(), 5); // look, begin, authorize, one look at the proof, finish
    }

    void aRedirectGoesWithTheOrderAndItsProofIsTheStateOfWhomNoListShowed()
    {
        usePortal();
        m_driver->reads.say(fail(Failure::Kind::NotFound, u"no record"_s));
        m_driver->reads.say(fail(Failure::Kind::NotFound, u"no record"_s));
        m_driver->reads.say(authorized(60));
        m_driver->actions.say(ActionAnswer());
        const ActionReport report = run(AuditAction::Authorize, {.minutes = 60});
        QCOMPARE(report.outcome, Outcome::Confirmed);
        QCOMPARE(m_driver->redirected, m_redirect);
        QVERIFY(report.clientIsListed);
    }

    void whereTheControllerSawTheDeviceLastGoesBeforeAnOlderRedirect()
    {
        usePortal();
        WifiClient roamed = clientOf(1);
        roamed.attachment = {MacAddress(0xbb), 1, {}, {}};
        roamed.ip = u"10.0.0.9"_s;
        m_driver->reads.say(roamed);
        m_driver->reads.say(authorized(60));
        m_driver->actions.say(ActionAnswer());
        QCOMPARE(run(AuditAction::Authorize, {.minutes = 60}).outcome, Outcome::Confirmed);
        QCOMPARE(m_driver->redirected->accessPoint, MacAddress(0xbb));
        QCOMPARE(m_driver->redirected->radio, 1);
        QCOMPARE(m_driver->redirected->clientIp, u"10.0.0.9"_s);
        QCOMPARE(m_driver->redirected->ssid, m_redirect->ssid);
    }

    void withoutTheRedirectThatAControllerNeedsNothingIsSent()
    {
        usePortal();
        m_redirect.reset();
        m_driver->canBeAsked = false;
        const ActionReport report = run(AuditAction::Authorize);
        QCOMPARE(report.outcome, Outcome::Failed);
        QCOMPARE(report.offer, Offer::NeedsRedirect);
        QCOMPARE(report.failure->kind, Failure::Kind::RedirectNeeded);
        QVERIFY(m_driver->log.isEmpty());
    }

    void whatCannotBeAskedIsAcceptedButNeverConfirmed()
    {
        usePortal();
        m_driver->canBeAsked = false;
        m_driver->actions.say(ActionAnswer());
        const ActionReport report = run(AuditAction::Authorize, {.minutes = 60});
        QCOMPARE(report.outcome, Outcome::NotConfirmed);
        QVERIFY(report.cannotBeAsked);
        QVERIFY(!report.clientWasRead);
        QVERIFY(!report.until);
        QCOMPARE(report.askedUntil, m_clock->now().addSecs(3600));
        QCOMPARE(m_driver->log, (QStringList{u"begin"_s, u"authorize"_s, u"finish"_s}));
    }

    void silenceOfAControllerThatCannotBeAskedIsUnknown()
    {
        usePortal();
        m_driver->canBeAsked = false;
        m_driver->actions.say(fail(Failure::Kind::NoAnswer, u"silence"_s));
        const ActionReport report = run(AuditAction::Authorize);
        QCOMPARE(report.outcome, Outcome::Unknown);
        QVERIFY(!report.cannotBeAsked);
    }

    void aReaderThatTurnsOutToBeNoneIsNoHindrance()
    {
        usePortal();
        m_driver->reads.say(fail(Failure::Kind::NotSupported, u"no records here"_s));
        m_driver->actions.say(ActionAnswer());
        const ActionReport report = run(AuditAction::Authorize);
        QCOMPARE(report.outcome, Outcome::NotConfirmed);
        QVERIFY(report.cannotBeAsked);
    }

    void blockingIsProvenByTheControllersOwnWord_data()
    {
        QTest::addColumn<AuditAction>("action");
        QTest::addColumn<bool>("before");
        QTest::addColumn<std::optional<bool>>("after");
        QTest::addColumn<Outcome>("outcome");
        const auto block = AuditAction::Block;
        const auto unblock = AuditAction::Unblock;
        QTest::newRow("blocked") << block << false << std::optional(true) << Outcome::Confirmed;
        QTest::newRow("still not blocked")
            << block << false << std::optional(false) << Outcome::NotConfirmed;
        QTest::newRow("not told") << block << false << std::optional<bool>()
                                  << Outcome::NotConfirmed;
        QTest::newRow("unblocked") << unblock << true << std::optional(false) << Outcome::Confirmed;
        QTest::newRow("still blocked")
            << unblock << true << std::optional(true) << Outcome::NotConfirmed;
    }

    void blockingIsProvenByTheControllersOwnWord()
    {
        QFETCH(AuditAction, action);
        QFETCH(bool, before);
        QFETCH(std::optional<bool>, after);
        QFETCH(Outcome, outcome);
        m_driver->able = capabilitiesOf({Capability::Block}, {});
        WifiClient client = clientOf(1);
        client.blocked = before;
        m_driver->reads.say(client);
        client.blocked = after;
        m_driver->reads.say(client);
        m_driver->actions.say(ActionAnswer());
        QCOMPARE(run(action).outcome, outcome);
        QCOMPARE(m_driver->log.filter(u"block"_s), QStringList{toWord(action)});
    }

    void aDeviceThatHasJustJoinedIsLookedForAFewTimes()
    {
        m_driver->reads.say(fail(Failure::Kind::NotFound, u"not listed yet"_s));
        m_driver->reads.say(fail(Failure::Kind::NotFound, u"not listed yet"_s));
        m_driver->reads.say(clientOf(1));
        m_driver->reads.say(authorized(60));
        m_driver->actions.say(ActionAnswer());
        const ActionReport report = run(AuditAction::Authorize, {.minutes = 60});
        QCOMPARE(report.outcome, Outcome::Confirmed);
        QVERIFY(report.clientIsListed);
        QCOMPARE(m_driver->log.indexOf(u"authorize"_s), 4);
    }

    void aDeviceThatNeverComesIsGivenUp()
    {
        m_driver->reads.say(fail(Failure::Kind::NotFound, u"not listed"_s));
        const ActionReport report = run(AuditAction::Authorize);
        QCOMPARE(report.outcome, Outcome::Failed);
        QCOMPARE(report.offer, Offer::NotConnected);
        QVERIFY(!report.clientIsListed);
        QCOMPARE(m_driver->log.size(), 4);
        QVERIFY(m_audit->intents.isEmpty());
    }

    void whoseAuthorizationIsToEndIsNotWaitedFor()
    {
        m_driver->reads.say(fail(Failure::Kind::NotFound, u"gone"_s));
        QCOMPARE(run(AuditAction::Cancel).outcome, Outcome::Failed);
        QCOMPARE(m_driver->log.size(), 1);
    }

    void aControllerThatAsksToWaitBeforeTheLookIsGivenTheTime()
    {
        Failure wait{Failure::Kind::RateLimited, u"429"_s};
        wait.retryAfter = 0s;
        m_driver->reads.say(fail(wait));
        m_driver->reads.say(clientOf(1));
        m_driver->reads.say(authorized(60));
        m_driver->actions.say(ActionAnswer());
        QCOMPARE(run(AuditAction::Authorize, {.minutes = 60}).outcome, Outcome::Confirmed);

        m_driver->reads.answers.clear();
        wait.retryAfter = 1h;
        m_driver->reads.say(fail(wait));
        const ActionReport report = run(AuditAction::Authorize);
        QCOMPARE(report.outcome, Outcome::Failed);
        QCOMPARE(report.failure->kind, Failure::Kind::RateLimited);
        QCOMPARE(m_driver->log.count(u"authorize"_s), 1);
    }
};

QTEST_GUILESS_MAIN(TestActionRunUnlisted)
#include "tst_actionrununlisted.moc"
