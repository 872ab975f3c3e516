#include "clients/actionrunner.h"
#include "clients/controllerlink.h"
#include "clients/fakes.h"

#include <QSignalSpy>
#include <QTest>

#include <numeric>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestActionRunner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_clock = std::make_unique<ManualClock>();
        m_directory = std::make_unique<ClientDirectory>(*m_clock);
        m_audit = std::make_unique<FakeAudit>();
        ControllerProfile profile;
        profile.id = u"c1"_s;
        m_link = std::make_unique<ControllerLink>(profile, *m_directory, *m_clock);
        auto driver = std::make_unique<FakeDriver>();
        m_driver = driver.get();
        m_link->connectWith(std::move(driver)); // stays at its first question
        m_runner = std::make_unique<ActionRunner>(
            *m_directory, *m_audit, *m_clock, [](const ActionReport &) { return u"a sentence"_s; },
            [](const ActionReport &) { return u"a line"_s; },
            ReadBackPatience{{1ms}, 5s, 120s, 4, 1ms});
    }
    void cleanup()
    {
        m_runner.reset();
        m_link.reset();
    }

    void theRowSaysAskedAtOnceAndThenHowItEnded()
    {
        list({1});
        m_driver->reads.say(clientOf(1));
        WifiClient done = clientOf(1, ClientState::Authorized);
        done.authorization = Authorization();
        m_driver->reads.say(done);
        m_driver->actions.say(ActionAnswer());
        QSignalSpy finished(m_runner.get(), &ActionRunner::finished);
        ActionRequest request = wish(1);
        request.guest.name = u"Anna"_s;
        QVERIFY(m_runner->run(request, *m_link));
        QCOMPARE(row(1).action.stage, RowAction::Stage::Asked);
        QVERIFY(m_runner->isUnderWay(clientOf(1).key));
        QVERIFY(!m_runner->run(request, *m_link));

        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(row(1).action.stage, RowAction::Stage::Ended);
        QCOMPARE(row(1).action.outcome, Outcome::Confirmed);
        QCOMPARE(row(1).action.sentence, u"a line"_s);
        QCOMPARE(row(1).client.state, ClientState::Authorized);
        QCOMPARE(row(1).guest.name, u"Anna"_s);
        QCOMPARE(m_runner->underWay(), 0);
    }

    void aFewRunSideBySideAndTheOthersWaitTheirTurn()
    {
        list({1, 2, 3, 4, 5, 6, 7, 8});
        for (quint64 mac = 1; mac <= 8; ++mac)
            QVERIFY(m_runner->run(wish(mac), *m_link));
        QCOMPARE(m_runner->underWay(), 8);
        QCOMPARE(m_driver->log.filter(u"read"_s).size(), 6);
        m_driver->reads.open.takeFirst()->settle(fail(Failure::Kind::Unreachable, u"no"_s));
        QTRY_COMPARE(m_driver->log.filter(u"read"_s).size(), 7);
    }

    void theQueueWaitsOutAPauseThatTheControllerAskedFor()
    {
        list({1, 2, 3, 4, 5, 6, 7});
        for (quint64 mac = 1; mac <= 7; ++mac)
            QVERIFY(m_runner->run(wish(mac), *m_link));
        QCOMPARE(m_driver->log.filter(u"read"_s).size(), 6);
        // The sixth is let through to the controller, which refuses it for the moment.
        Failure wait{Failure::Kind::RateLimited, u"429"_s};
        wait.retryAfter = 1s;
        QSignalSpy finished(m_runner.get(), &ActionRunner::finished);
        m_driver->actions.say(fail(wait));
        m_driver->reads.open.takeLast()->settle(clientOf(6));
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished.first().first().value<ActionReport>().outcome, Outcome::Refused);
        QCOMPARE(m_driver->log.filter(u"read"_s).size(), 6);
        QTRY_COMPARE(m_driver->log.filter(u"read"_s).size(), 7);
        QCOMPARE(m_driver->log.count(u"authorize"_s), 1);
    }

    void aGrantThatNothingCanConfirmIsMarkedAsOurs()
    {
        m_driver->able = capabilitiesOf(
            {Capability::AuthorizeCapturedRedirect, Capability::LimitDuration}, {});
        m_driver->canBeAsked = false;
        m_driver->actions.say(ActionAnswer());
        auto capture = std::make_shared<Capture>();
        capture->redirect.client = clientOf(1).key.mac;
        m_directory->captured(clientOf(1).key, capture, true);
        QSignalSpy finished(m_runner.get(), &ActionRunner::finished);
        ActionRequest request = wish(1);
        request.redirect = capture->redirect;
        request.limits.minutes = 60;
        QVERIFY(m_runner->run(request, *m_link));
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(row(1).action.outcome, Outcome::NotConfirmed);
        QCOMPARE(row(1).seen, Seen::GrantedHere);
        QCOMPARE(row(1).client.state, ClientState::Authorized);
        QCOMPARE(row(1).client.authorization->until, m_clock->now().addSecs(3600));
        QVERIFY(row(1).listedNow);
    }

    void whatWaitsCanBeCancelledAndSendsNothing()
    {
        list({1, 2, 3, 4, 5, 6});
        QSignalSpy finished(m_runner.get(), &ActionRunner::finished);
        for (quint64 mac = 1; mac <= 6; ++mac)
            QVERIFY(m_runner->run(wish(mac), *m_link));
        m_runner->cancelQueued();
        QCOMPARE(finished.size(), 6);
        QCOMPARE(m_runner->underWay(), 0);
        QVERIFY(m_audit->intents.isEmpty());
        QCOMPARE(row(6).action.outcome, Outcome::Failed);
    }

    void devicesOfOneGuestAreLetInOneAfterTheOther()
    {
        openWorld({1, 2});
        QSignalSpy finished(m_runner.get(), &ActionRunner::finished);
        for (const quint64 mac : {1, 2})
            QVERIFY(m_runner->admit(guestWish(mac), {LoginPolicy(), {}}, *m_link));
        QTRY_COMPARE(finished.size(), 3);
        QCOMPARE(m_driver->log.filter(QRegularExpression(u"^(cancel|authorize) "_s)),
            (QStringList{u"authorize 1"_s, u"cancel 1"_s, u"authorize 2"_s}));
        QCOMPARE(row(1).action.action, AuditAction::Cancel);
        QCOMPARE(row(1).action.outcome, Outcome::Confirmed);
        QCOMPARE(row(1).client.state, ClientState::Waiting);
        QCOMPARE(row(2).client.state, ClientState::Authorized);
        QCOMPARE(m_audit->intents.at(1).reason, u"a reason"_s);
        QCOMPARE(m_runner->underWay(), 0);
    }

    void aQuestionHoldsUpNobodyElse()
    {
        openWorld({1, 2, 3, 4, 5, 6, 7});
        QSignalSpy finished(m_runner.get(), &ActionRunner::finished);
        QVERIFY(m_runner->admit(guestWish(1), {LoginPolicy(), {}}, *m_link));
        QTRY_COMPARE(finished.size(), 1);
        AdmissionRun *asked = nullptr;
        connect(m_runner.get(), &ActionRunner::admissionAsked, this,
            [&asked](AdmissionRun *run) { asked = run; });
        const LoginPolicy asking{.atLimit = LoginPolicy::AtLimit::Ask};
        QVERIFY(m_runner->admit(guestWish(2), {asking, {}}, *m_link));
        QTRY_VERIFY(asked);
        for (quint64 mac = 3; mac <= 7; ++mac)
            QVERIFY(m_runner->run(wish(mac), *m_link));
        QTRY_COMPARE(finished.size(), 6);
        QVERIFY(m_runner->isUnderWay(clientOf(2).key));
        asked->cancelOldest();
        QTRY_COMPARE(finished.size(), 8);
        QCOMPARE(row(2).client.state, ClientState::Authorized);
        QCOMPARE(m_runner->underWay(), 0);
    }

    void whoIsOnlyReadBackLeavesItsPlaceToOthersWithinReason()
    {
        QList<quint64> macs(40);
        std::iota(macs.begin(), macs.end(), 1);
        openWorld(macs);
        m_driver->proofsStayOpen = true;
        for (const quint64 mac : std::as_const(macs))
            QVERIFY(m_runner->run(wish(mac), *m_link));
        QTRY_VERIFY(m_driver->acted.size() >= 18);
        QTRY_COMPARE(m_driver->readsInFlight(), int(m_driver->acted.size())); // all wait for a proof
        QVERIFY(m_driver->acted.size() <= 24);

        m_driver->proofsStayOpen = false;
        const auto open = m_driver->reads.open;
        for (const QPointer<Job<WifiClient>> &job : open)
            job->settle(fail(Failure::Kind::NoAnswer, u"lost"_s));
        QTRY_COMPARE(m_runner->underWay(), 0);
        QCOMPARE(m_driver->acted.size(), macs.size());
    }

    void whereNobodyCanBeAskedTheNewDeviceStaysOut()
    {
        openWorld({1, 2});
        QSignalSpy finished(m_runner.get(), &ActionRunner::finished);
        QVERIFY(m_runner->admit(guestWish(1), {LoginPolicy(), {}}, *m_link));
        QTRY_COMPARE(finished.size(), 1);
        const LoginPolicy asking{.atLimit = LoginPolicy::AtLimit::Ask};
        QVERIFY(m_runner->admit(guestWish(2), {asking, {}}, *m_link));
        QTRY_COMPARE(finished.size(), 2);
        const auto report = finished.last().first().value<ActionReport>();
        QCOMPARE(report.outcome, Outcome::Failed);
        QCOMPARE(report.heldBy.size(), 1);
    }

    void withoutAConnectionItFailsInWords()
    {
        list({1});
        m_link->disconnectNow();
        QSignalSpy finished(m_runner.get(), &ActionRunner::finished);
        QVERIFY(m_runner->run(wish(1), *m_link));
        QCOMPARE(finished.size(), 1);
        QCOMPARE(finished.first().first().value<ActionReport>().failure->kind,
            Failure::Kind::Unreachable);
    }

private:
    void list(const QList<quint64> &macs)
    {
        QList<WifiClient> clients;
        for (const quint64 mac : macs)
            clients += clientOf(mac);
        m_directory->pollAnswered(u"c1"_s, m_directory->nextTick(), snapshotOf(clients));
    }
    static ActionRequest wish(quint64 mac)
    {
        ActionRequest request;
        request.client = clientOf(mac);
        return request;
    }
    static ActionRequest guestWish(quint64 mac)
    {
        ActionRequest request = wish(mac);
        request.guest.login = u"anna"_s;
        return request;
    }
    /// Everybody waits, and actions do what they say.
    void openWorld(const QList<quint64> &macs)
    {
        list(macs);
        m_driver->world.emplace();
        for (const quint64 mac : macs)
            m_driver->world->insert(MacAddress(mac), clientOf(mac));
        m_driver->actions.say(ActionAnswer());
        m_runner->setCancelReason([](const ActionRequest &) { return u"a reason"_s; });
    }
    ClientRow row(quint64 mac) { return *m_directory->find(clientOf(mac).key); }

    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<ClientDirectory> m_directory;
    std::unique_ptr<FakeAudit> m_audit;
    std::unique_ptr<ControllerLink> m_link;
    FakeDriver *m_driver = nullptr;
    std::unique_ptr<ActionRunner> m_runner;
};

QTEST_GUILESS_MAIN(TestActionRunner)
#include "tst_actionrunner.moc"
