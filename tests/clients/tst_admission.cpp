#include "clients/admissionrun.h"
#include "clients/fakes.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Stage = AdmissionRun::Stage;

class TestAdmission : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_clock = std::make_unique<ManualClock>();
        m_driver = std::make_unique<FakeDriver>();
        m_driver->world.emplace();
        m_driver->actions.say(ActionAnswer());
        m_audit = std::make_unique<FakeAudit>();
        m_policy = LoginPolicy();
        m_replaces.reset();
        m_stages.clear();
        m_cancels.clear();
        waits(9);
    }

    void theOldDeviceIsOutBeforeTheNewOneIsLetIn()
    {
        letIn(1);
        const ActionReport report = admit(9);
        QCOMPARE(report.outcome, Outcome::Confirmed);
        QCOMPARE(actions(), (QStringList{u"cancel 1"_s, u"authorize 9"_s}));
        QCOMPARE(m_stages,
            (QList<Stage>{Stage::Looking, Stage::Counting, Stage::Cancelling, Stage::Authorizing,
                Stage::Finished}));
        QCOMPARE(m_cancels.size(), 1);
        QCOMPARE(m_cancels.first().outcome, Outcome::Confirmed);
        const AuditIntent &cancel = m_audit->intents.at(1);
        QCOMPARE(cancel.action, AuditAction::Cancel);
        QCOMPARE(cancel.reason, u"for 9"_s);
        QCOMPARE(cancel.guest.login, u"anna"_s);
    }

    void whoHasNoOtherDeviceIsJustLetIn()
    {
        letIn(1, u"bob"_s);
        QCOMPARE(admit(9).outcome, Outcome::Confirmed);
        QCOMPARE(actions(), QStringList{u"authorize 9"_s});
    }

    void loginsAreComparedWithoutCase()
    {
        letIn(1, u"ANNA"_s);
        QCOMPARE(admit(9).outcome, Outcome::Confirmed);
        QCOMPARE(actions(), (QStringList{u"cancel 1"_s, u"authorize 9"_s}));
    }

    void asManyOfTheOldestGoAsAreTooMany()
    {
        letIn(3);
        letIn(1);
        letIn(2);
        m_policy.devices = 2;
        QCOMPARE(admit(9).outcome, Outcome::Confirmed);
        QCOMPARE(actions(), (QStringList{u"cancel 3"_s, u"cancel 1"_s, u"authorize 9"_s}));
    }

    void whatIsWithinThePolicyStays()
    {
        letIn(1);
        m_policy.devices = 2;
        QCOMPARE(admit(9).outcome, Outcome::Confirmed);
        QCOMPARE(actions(), QStringList{u"authorize 9"_s});
    }

    void whomTheControllerDoesNotLetInCountsForNothing_data()
    {
        QTest::addColumn<ClientState>("state");
        QTest::newRow("waits") << ClientState::Waiting;
        QTest::newRow("expired") << ClientState::Expired;
        QTest::newRow("on another network") << ClientState::NotGuest;
    }
    void whomTheControllerDoesNotLetInCountsForNothing()
    {
        QFETCH(ClientState, state);
        letIn(1);
        (*m_driver->world)[MacAddress(1)].state = state;
        QCOMPARE(admit(9).outcome, Outcome::Confirmed);
        QCOMPARE(actions(), QStringList{u"authorize 9"_s});
    }

    void whoWasCancelledOrIsPastTheEndIsNotAskedAbout()
    {
        letIn(1);
        record(1, AuditAction::Cancel, Outcome::Confirmed);
        letIn(2, u"anna"_s, 30);
        m_clock->advance(1h);
        QCOMPARE(admit(9).outcome, Outcome::Confirmed);
        QCOMPARE(actions(), QStringList{u"authorize 9"_s});
        QVERIFY(!m_driver->log.contains(u"read 000000000001"_s));
        QVERIFY(!m_driver->log.contains(u"read 000000000002"_s));
    }

    void aDeviceThatSomebodyElseHasNowIsNotTheirs()
    {
        letIn(1);
        letIn(1, u"bob"_s);
        QCOMPARE(admit(9).outcome, Outcome::Confirmed);
        QCOMPARE(actions(), QStringList{u"authorize 9"_s});
    }

    void anotherSiteCountsItsOwn()
    {
        letIn(1);
        m_audit->intents.first().client.siteId = u"annex"_s;
        QCOMPARE(admit(9).outcome, Outcome::Confirmed);
        QCOMPARE(actions(), QStringList{u"authorize 9"_s});
    }

    void roomsAndNamesAreCountedWhereThePolicySaysSo()
    {
        letIn(1, {}, {}, u"214"_s);
        m_policy.per = LoginPolicy::Per::Room;
        m_guest = Guest{u"Anna"_s, u"214"_s, {}};
        QCOMPARE(admit(9).outcome, Outcome::Confirmed);
        QCOMPARE(actions(), (QStringList{u"cancel 1"_s, u"authorize 9"_s}));
        m_guest = {{}, {}, u"anna"_s};
    }

    void nobodyIsPutOutForADeviceThatCannotBeLetIn()
    {
        letIn(1);
        m_driver->world->remove(MacAddress(9));
        const ActionReport report = admit(9);
        QCOMPARE(report.outcome, Outcome::Failed);
        QCOMPARE(report.offer, Offer::NotConnected);
        QCOMPARE(report.record, 0);
        QCOMPARE(actions(), QStringList());
    }

    void aCancelThatIsNotProvenEndsIt()
    {
        letIn(1);
        m_driver->stubborn = {MacAddress(1)};
        const ActionReport report = admit(9);
        QCOMPARE(report.outcome, Outcome::Failed);
        QCOMPARE(report.record, 0);
        QCOMPARE(report.cancelOutcome, Outcome::NotConfirmed);
        QCOMPARE(report.heldBy.size(), 1);
        QCOMPARE(report.heldBy.first().key.mac, MacAddress(1));
        QCOMPARE(actions(), QStringList{u"cancel 1"_s});
    }

    void aCancelThatIsNotProvenHindersNobodyWhereThePolicySaysSo()
    {
        letIn(1);
        m_driver->stubborn = {MacAddress(1)};
        m_policy.goOnUnconfirmed = true;
        QCOMPARE(admit(9).outcome, Outcome::Confirmed);
        QCOMPARE(actions(), (QStringList{u"cancel 1"_s, u"authorize 9"_s}));
    }

    void refusingNamesTheDevicesAndSendsNothing()
    {
        letIn(1);
        m_policy.atLimit = LoginPolicy::AtLimit::Refuse;
        const ActionReport report = admit(9);
        QCOMPARE(report.outcome, Outcome::Failed);
        QCOMPARE(report.failure->kind, Failure::Kind::Refused);
        QCOMPARE(report.heldBy.size(), 1);
        QCOMPARE(report.heldBy.first().label(), u"Device 1"_s);
        QCOMPARE(actions(), QStringList());
        QCOMPARE(m_audit->intents.size(), 1);
    }

    void aPersonIsAskedAndAnswers_data()
    {
        QTest::addColumn<int>("answer");
        QTest::addColumn<QStringList>("sent");
        QTest::newRow("cancel the oldest") << 0 << QStringList{u"cancel 1"_s, u"authorize 9"_s};
        QTest::newRow("go on") << 1 << QStringList{u"authorize 9"_s};
        QTest::newRow("give up") << 2 << QStringList();
        QTest::newRow("cancelled") << 3 << QStringList();
    }
    void aPersonIsAskedAndAnswers()
    {
        QFETCH(int, answer);
        QFETCH(QStringList, sent);
        letIn(1);
        m_policy.atLimit = LoginPolicy::AtLimit::Ask;
        AdmissionRun *run = make(9);
        QSignalSpy asked(run, &AdmissionRun::asked);
        QSignalSpy finished(run, &AdmissionRun::finished);
        run->start();
        QTRY_COMPARE(asked.size(), 1);
        QCOMPARE(run->stage(), Stage::Asking);
        QCOMPARE(run->holders().size(), 1);
        QCOMPARE(actions(), QStringList());
        constexpr std::array answers{&AdmissionRun::cancelOldest, &AdmissionRun::goOn,
            &AdmissionRun::giveUp, &AdmissionRun::cancel};
        (run->*answers.at(size_t(answer)))();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(actions(), sent);
    }

    void aDeviceThatIsAwayIsPutOffAndTheNewOneIsLetIn()
    {
        letIn(1);
        m_driver->world->remove(MacAddress(1));
        QCOMPARE(admit(9).outcome, Outcome::Confirmed);
        QCOMPARE(actions(), QStringList{u"authorize 9"_s});
        QCOMPARE(m_cancels.size(), 1);
        QVERIFY(m_cancels.first().putOff);
        const AuditOutcome outcome = m_audit->outcomes.value(m_cancels.first().record);
        QCOMPARE(outcome.outcome, Outcome::Failed);
        QVERIFY(outcome.putOff);
    }

    void whatIsPutOffAlreadyIsNotPutOffAgain()
    {
        letIn(1);
        m_driver->world->remove(MacAddress(1));
        QCOMPARE(admit(9).outcome, Outcome::Confirmed);
        waits(8);
        QCOMPARE(admit(8).outcome, Outcome::Confirmed);
        QCOMPARE(actions(), (QStringList{u"authorize 9"_s, u"cancel 9"_s, u"authorize 8"_s}));
        HistoryFilter open;
        open.need = HistoryFilter::Need::Completing;
        QCOMPARE(m_audit->list(open)->size(), 1);
    }

    void whoIsPutOffAndSeenAgainIsCancelledAndThatCompletesTheRecord()
    {
        letIn(1);
        const WifiClient old = m_driver->world->take(MacAddress(1));
        QCOMPARE(admit(9).outcome, Outcome::Confirmed);
        m_driver->world->insert(MacAddress(1), old);
        waits(8);
        m_policy.devices = 2;
        QCOMPARE(admit(8).outcome, Outcome::Confirmed);
        QCOMPARE(actions(), (QStringList{u"authorize 9"_s, u"cancel 1"_s, u"authorize 8"_s}));
        QVERIFY(m_audit->intents.at(3).refersTo
            == (AuditReference{AuditReference::Relation::Completes, 2}));
    }

    void aControllerThatCannotBeAskedAboutTheOthersLetsNobodyIn()
    {
        letIn(1);
        m_driver->world.reset();
        m_driver->reads.say(clientOf(9));
        m_driver->reads.say(fail(Failure::Kind::NoAnswer, u"silence"_s));
        const ActionReport report = admit(9);
        QCOMPARE(report.outcome, Outcome::Failed);
        QCOMPARE(report.failure->kind, Failure::Kind::NoAnswer);
        QCOMPARE(actions(), QStringList());
    }

    void aHistoryThatCannotBeReadLetsNobodyIn()
    {
        m_audit->refusesList = true;
        const ActionReport report = admit(9);
        QCOMPARE(report.failure->kind, Failure::Kind::StorageFailed);
        QCOMPARE(actions(), QStringList());
    }

    void whoeverTakesAnothersPlaceEndsItFirst()
    {
        letIn(1, u"anna"_s);
        letIn(2, u"anna"_s);
        m_replaces = clientOf(2).key;
        m_policy.devices = 5;
        QCOMPARE(admit(9).outcome, Outcome::Confirmed);
        QCOMPARE(actions(), (QStringList{u"cancel 2"_s, u"authorize 9"_s}));
    }

    void nothingIsCarriedOverFromWhatHasEnded()
    {
        letIn(2);
        (*m_driver->world)[MacAddress(2)].state = ClientState::Expired;
        m_replaces = clientOf(2).key;
        QCOMPARE(admit(9).outcome, Outcome::Failed);
        QCOMPARE(actions(), QStringList());
    }

    void whoGivesUpWhileADeviceIsCancelledLetsNobodyIn()
    {
        letIn(1);
        AdmissionRun *run = make(9);
        connect(run, &AdmissionRun::cancelling, run,
            [run] { QMetaObject::invokeMethod(run, &AdmissionRun::cancel, Qt::QueuedConnection); });
        QSignalSpy finished(run, &AdmissionRun::finished);
        run->start();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished.first().first().value<ActionReport>().outcome, Outcome::Failed);
        QVERIFY(!actions().contains(u"authorize 9"_s));
    }

private:
    [[nodiscard]] QStringList actions() const
    {
        return m_driver->log.filter(QRegularExpression(u"^(cancel|authorize) "_s));
    }

    void waits(quint64 mac) { m_driver->world->insert(MacAddress(mac), clientOf(mac)); }

    qint64 record(quint64 mac, AuditAction action, Outcome outcome, const Guest &guest = {},
        std::optional<int> minutes = {})
    {
        m_clock->advance(1s);
        AuditIntent intent;
        intent.action = action;
        intent.time = m_clock->now();
        intent.client = clientOf(mac).key;
        intent.deviceName = clientOf(mac).name;
        intent.guest = guest;
        intent.asked.minutes = minutes;
        const qint64 id = m_audit->begin(intent).value();
        AuditOutcome ended;
        ended.outcome = outcome;
        ended.time = m_clock->now();
        (void)m_audit->finish(id, ended);
        return id;
    }

    void letIn(quint64 mac, const QString &login = u"anna"_s, std::optional<int> minutes = {},
        const QString &room = {})
    {
        record(mac, AuditAction::Authorize, Outcome::Confirmed, Guest{{}, room, login}, minutes);
        m_driver->world->insert(MacAddress(mac), clientOf(mac, ClientState::Authorized));
    }

    AdmissionRun *make(quint64 mac)
    {
        ActionRequest request;
        request.client = clientOf(mac);
        request.guest = m_guest;
        const ReadBackPatience patience{{1ms}, 20ms, 120s, 4, 1ms};
        auto *run = new AdmissionRun(request, {m_policy, m_replaces}, *m_driver, *m_audit, *m_clock,
            patience,
            {[](const ActionReport &) { return u"a sentence"_s; },
                [](const ActionRequest &newcomer) {
                    return u"for %1"_s.arg(newcomer.client.key.mac.bits());
                }});
        connect(run, &AdmissionRun::stageChanged, this, [this](Stage stage) { m_stages += stage; });
        connect(run, &AdmissionRun::cancelled, this,
            [this](const ActionRequest &, const ActionReport &report) { m_cancels += report; });
        return run;
    }

    ActionReport admit(quint64 mac)
    {
        AdmissionRun *run = make(mac);
        QSignalSpy finished(run, &AdmissionRun::finished);
        run->start();
        if (finished.isEmpty() && !finished.wait())
            return {};
        return finished.first().first().value<ActionReport>();
    }

    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<FakeDriver> m_driver;
    std::unique_ptr<FakeAudit> m_audit;
    LoginPolicy m_policy;
    std::optional<ClientKey> m_replaces;
    Guest m_guest{{}, {}, u"anna"_s};
    QList<Stage> m_stages;
    QList<ActionReport> m_cancels;
};

QTEST_GUILESS_MAIN(TestAdmission)
#include "tst_admission.moc"
