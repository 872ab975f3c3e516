#include "proof/killledger.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QDateTime start = QDateTime::fromString(u"2026-03-01T14:00:00Z"_s, Qt::ISODate);
const MacAddress phone(0xa1);

AuditRecord recordOf(qint64 id, AuditAction action, int second, std::optional<Outcome> outcome)
{
    AuditRecord record;
    record.id = id;
    record.intent.action = action;
    record.intent.time = start.addSecs(second);
    record.intent.client.mac = phone;
    if (outcome) {
        record.outcome = AuditOutcome();
        record.outcome->outcome = *outcome;
        record.outcome->time = start.addSecs(second + 10);
    }
    return record;
}

LoggedAction letIn(int second)
{
    return {start.addSecs(second), phone, {AuditAction::Authorize, AuditAction::Extend},
        u"authorized"_s};
}

} // namespace

/// The judge of the kill harness sees what is wrong.
class TestKillLedger : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatFitsIsClean()
    {
        const KillFigures figures
            = judged({recordOf(2, AuditAction::Cancel, 60, Outcome::NotConfirmed),
                         recordOf(1, AuditAction::Authorize, 0, Outcome::Confirmed)},
                {letIn(1)}, {2});
        QVERIFY2(figures.isClean(), qPrintable(figures.text(u"figures"_s)));
        QCOMPARE(figures.recorded, 1);
    }

    void whatWasConfirmedAndNeverDoneIsFalse()
    {
        QCOMPARE(judged({recordOf(1, AuditAction::Authorize, 0, Outcome::Confirmed)}, {}, {})
                     .falseRecords,
            1);
    }

    void whatWasDoneAndIsDeniedIsFalse()
    {
        const auto denied = [](Outcome outcome) {
            return judged({recordOf(1, AuditAction::Authorize, 0, outcome)}, {letIn(1)}, {1});
        };
        QCOMPARE(denied(Outcome::NotConfirmed).falseRecords, 1);
        QCOMPARE(denied(Outcome::Refused).falseRecords, 1);
        QCOMPARE(denied(Outcome::Failed).falseRecords, 1);
        QCOMPARE(denied(Outcome::Unknown).falseRecords, 0);
    }

    void whatNobodyAskedForIsMissing()
    {
        QCOMPARE(judged({}, {letIn(1)}, {}).missing, 1);
        QCOMPARE(judged({recordOf(1, AuditAction::Cancel, 0, Outcome::Confirmed)}, {letIn(1)}, {})
                     .missing,
            1);
        QCOMPARE(judged({recordOf(1, AuditAction::Authorize, 5, Outcome::Unknown)}, {letIn(1)}, {})
                     .missing,
            1);
    }

    void whatWasDoneTwiceForOneIntentShows()
    {
        QCOMPARE(judged({recordOf(1, AuditAction::Authorize, 0, Outcome::Confirmed)},
                     {letIn(1), letIn(2)}, {})
                     .twice,
            1);
    }

    void whatIsStillOpenShows()
    {
        QCOMPARE(judged({recordOf(1, AuditAction::Authorize, 0, {})}, {}, {1}).open, 1);
    }

private:
    static KillFigures judged(const QList<AuditRecord> &records, const QList<LoggedAction> &log,
        const QSet<qint64> &leftOpen)
    {
        KillFigures figures;
        compare(records, log, leftOpen, figures);
        return figures;
    }
};

QTEST_GUILESS_MAIN(TestKillLedger)
#include "tst_killledger.moc"
