#include "clients/actionrunbench.h"

using namespace Qt::StringLiterals;

/// Runs while another program is writing to the audit log.
class TestActionRunHeld : public ActionRunBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { layOut(); }

    void itLooksAndBeginsAgainUntilTheIntentIsRecorded()
    {
        m_audit->heldBegins = 2;
        m_driver->reads.say(clientOf(1));
        m_driver->reads.say(clientOf(1));
        m_driver->reads.say(clientOf(1));
        m_driver->reads.say(authorized(120));
        m_driver->actions.say(ActionAnswer());
        QCOMPARE(run(AuditAction::Authorize, {.minutes = 120}).outcome, Outcome::Confirmed);
        QCOMPARE(m_driver->log.count(u"begin"_s), 3);
        QCOMPARE(m_driver->log.count(u"authorize"_s), 1);
        QCOMPARE(m_audit->intents.size(), 1);
    }

    void whatChangedMeanwhileIsSeen()
    {
        m_audit->heldBegins = 1;
        m_driver->reads.say(clientOf(1));
        m_driver->reads.say(authorized(120));
        const ActionReport report = run(AuditAction::Authorize, {.minutes = 120});
        QCOMPARE(report.outcome, Outcome::Failed);
        QCOMPARE(report.offer, Offer::AlreadyDone);
        QVERIFY(!m_driver->log.contains(u"authorize"_s));
    }

    void heldForTooLongNothingIsSent()
    {
        m_audit->heldBegins = 1000;
        m_driver->reads.say(clientOf(1));
        const ActionReport report = run(AuditAction::Authorize, {.minutes = 120});
        QCOMPARE(report.outcome, Outcome::Failed);
        QCOMPARE(report.failure->kind, Failure::Kind::StorageFailed);
        QCOMPARE(report.record, 0);
        QVERIFY(m_driver->log.count(u"begin"_s) > 1);
        QVERIFY(!m_driver->log.contains(u"authorize"_s));
    }

    void theOutcomeIsRecordedAsSoonAsItCanBe()
    {
        m_audit->heldFinishes = 2;
        m_driver->reads.say(clientOf(1));
        m_driver->reads.say(authorized(120));
        m_driver->actions.say(ActionAnswer());
        const ActionReport report = run(AuditAction::Authorize, {.minutes = 120});
        QCOMPARE(report.outcome, Outcome::Confirmed);
        QVERIFY(!report.failure);
        QCOMPARE(m_driver->log.count(u"finish"_s), 3);
        QCOMPARE(m_audit->outcomes[1].outcome, Outcome::Confirmed);
    }

    void anOutcomeThatCannotBeRecordedForLongIsSaid()
    {
        m_audit->heldFinishes = 1000;
        m_driver->reads.say(clientOf(1));
        m_driver->reads.say(authorized(120));
        m_driver->actions.say(ActionAnswer());
        const ActionReport report = run(AuditAction::Authorize, {.minutes = 120});
        QCOMPARE(report.outcome, Outcome::Confirmed);
        QCOMPARE(report.failure->kind, Failure::Kind::StorageFailed);
        QVERIFY(m_audit->outcomes.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestActionRunHeld)
#include "tst_actionrunheld.moc"
