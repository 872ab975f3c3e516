#include "clients/fakes.h"
#include "clients/undo.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Reason = UndoRefusal::Reason;

namespace {

const QDateTime now = QDateTime::fromString(u"2026-03-01T14:00:00Z"_s, Qt::ISODate);

AuditRecord recordOf(AuditAction action, Outcome outcome = Outcome::Confirmed)
{
    AuditRecord record;
    record.id = 7;
    record.intent.action = action;
    record.intent.time = now.addSecs(-600);
    record.intent.client = clientOf(1).key;
    record.intent.guest = {u"Anna"_s, u"12"_s, {}};
    record.outcome = AuditOutcome();
    record.outcome->outcome = outcome;
    return record;
}

WifiClient authorized(int minutesLeft)
{
    WifiClient client = clientOf(1, ClientState::Authorized);
    client.authorization = Authorization();
    client.authorization->since = now.addSecs(-600);
    client.authorization->until = now.addSecs(minutesLeft * 60);
    client.authorization->dataLimitMb = 500;
    client.authorization->usedBytes = 100LL * 1024 * 1024;
    client.authorization->downKbps = 2000;
    return client;
}

/// A controller that can do everything and is told everything.
UndoCircumstances able()
{
    UndoCircumstances circumstances;
    FakeDriver driver;
    circumstances.capabilities = driver.able;
    circumstances.capabilities.has.set(size_t(Capability::Block));
    circumstances.rules = driver.rules;
    circumstances.authorizesAnew = true;
    circumstances.now = circumstances.controllerNow = now;
    return circumstances;
}

std::optional<Reason> reasonOf(const tl::expected<UndoPlan, UndoRefusal> &undo)
{
    return undo ? std::nullopt : std::optional(undo.error().reason);
}

} // namespace

class TestUndo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAuthorizationIsCancelled()
    {
        AuditRecord record = recordOf(AuditAction::Authorize);
        record.outcome->since = now.addSecs(-600);
        const auto undo = undoOf(record, authorized(60), able());
        QVERIFY(undo);
        QCOMPARE(undo->action, AuditAction::Cancel);
        QCOMPARE(undo->guest, record.intent.guest);
        QCOMPARE(undo->refersTo, (AuditReference{AuditReference::Relation::Undoes, 7}));
    }

    void aCancelledOneComesBackWithWhatWouldBeLeft()
    {
        AuditRecord record = recordOf(AuditAction::Cancel);
        record.intent.before
            = Limits{.minutes = 60, .dataMb = 380, .downKbps = 2000, .upKbps = 500};
        const auto undo = undoOf(record, clientOf(1), able());
        QVERIFY(undo);
        QCOMPARE(undo->action, AuditAction::Authorize);
        QCOMPARE(
            undo->limits, (Limits{.minutes = 50, .dataMb = 380, .downKbps = 2000, .upKbps = 500}));
        QCOMPARE(undo->guest.name, u"Anna"_s);
        QVERIFY(!undo->anew);
    }

    void anExtendedOneIsGrantedAnewWithItsOldEndAndWhatIsLeftOfItsData()
    {
        AuditRecord record = recordOf(AuditAction::Extend);
        record.intent.before = Limits{.minutes = 60, .dataMb = 480};
        const auto undo = undoOf(record, authorized(110), able());
        QVERIFY(undo);
        QVERIFY(undo->anew);
        QCOMPARE(undo->limits, (Limits{.minutes = 50, .dataMb = 400, .downKbps = 2000}));
    }

    void blockingAndUnblockingUndoEachOther()
    {
        WifiClient client = clientOf(1);
        client.blocked = true;
        QCOMPARE(
            undoOf(recordOf(AuditAction::Block), client, able())->action, AuditAction::Unblock);
        client.blocked = false;
        QCOMPARE(
            undoOf(recordOf(AuditAction::Unblock), client, able())->action, AuditAction::Block);
    }

    void whatCannotBeUndoneSaysWhy()
    {
        const WifiClient in = authorized(60);
        AuditRecord record = recordOf(AuditAction::Authorize);
        UndoCircumstances circumstances = able();
        circumstances.actedOnSince = true;
        QCOMPARE(reasonOf(undoOf(record, in, circumstances)), Reason::ActedOnSince);
        record.outcome->since = now.addSecs(-300); // the one that is there now began earlier
        QCOMPARE(reasonOf(undoOf(record, in, able())), Reason::ActedOnSince);
        record.intent.refersTo = AuditReference{AuditReference::Relation::Undoes, 3};
        QCOMPARE(reasonOf(undoOf(record, in, able())), Reason::IsAnUndo);
        record.undoneBy = 9;
        QCOMPARE(reasonOf(undoOf(record, in, able())), Reason::Undone);
        record.erased = Erasure();
        QCOMPARE(reasonOf(undoOf(record, in, able())), Reason::Erased);
        for (const Outcome outcome :
            {Outcome::NotConfirmed, Outcome::Refused, Outcome::Failed, Outcome::Unknown})
            QCOMPARE(reasonOf(undoOf(recordOf(AuditAction::Authorize, outcome), in, able())),
                Reason::NothingDone);
        record = recordOf(AuditAction::Authorize);
        record.outcome.reset();
        QCOMPARE(reasonOf(undoOf(record, in, able())), Reason::NothingDone);
    }

    void aCancelWhoseTimeIsOverOrWasNotToldStays()
    {
        AuditRecord record = recordOf(AuditAction::Cancel);
        QCOMPARE(reasonOf(undoOf(record, clientOf(1), able())), Reason::NotKept);
        record.intent.before = Limits{.dataMb = 100};
        QCOMPARE(reasonOf(undoOf(record, clientOf(1), able())), Reason::NotKept);
        record.intent.before = Limits{.minutes = 10};
        QCOMPARE(reasonOf(undoOf(record, clientOf(1), able())), Reason::TimeIsOver);
    }

    void theStateOfTheRowDecidesAsForTheActionItself()
    {
        AuditRecord record = recordOf(AuditAction::Cancel);
        record.intent.before = Limits{.minutes = 60};
        const auto again = undoOf(record, authorized(60), able());
        QCOMPARE(reasonOf(again), Reason::Offer);
        QCOMPARE(again.error().offer, Offer::AlreadyDone);
        UndoCircumstances portal = able();
        portal.capabilities
            = capabilitiesOf({Capability::AuthorizeCapturedRedirect, Capability::CancelOnline}, {});
        QCOMPARE(undoOf(record, clientOf(1), portal).error().offer, Offer::NeedsRedirect);
        // It comes back to the Wi-Fi in a moment.
        UndoCircumstances away = able();
        away.row.listedNow = false;
        QVERIFY(undoOf(record, clientOf(1), away));
    }

    void limitsThatCannotBeSetAreNamed()
    {
        AuditRecord record = recordOf(AuditAction::Cancel);
        record.intent.before = Limits{.minutes = 60, .downKbps = 2000};
        UndoCircumstances circumstances = able();
        circumstances.rules.minutes.reset();
        const auto undo = undoOf(record, clientOf(1), circumstances);
        QCOMPARE(reasonOf(undo), Reason::Limits);
        QCOMPARE(undo.error().objections.first().limit, Limit::Duration);
    }

    void addedTimeStaysWhereAuthorizingAnewDoesNotReplace()
    {
        AuditRecord record = recordOf(AuditAction::Extend);
        record.intent.before = Limits{.minutes = 60};
        UndoCircumstances circumstances = able();
        circumstances.authorizesAnew = false;
        QCOMPARE(reasonOf(undoOf(record, authorized(110), circumstances)), Reason::CannotShorten);
    }

    void itIsSaidBeforeTheActionWhetherItCanBeUndone()
    {
        UndoCircumstances portal = able();
        portal.capabilities = capabilitiesOf(
            {Capability::AuthorizeCapturedRedirect, Capability::Extend, Capability::CancelOnline},
            {});
        QVERIFY(!hindranceToUndo(AuditAction::Cancel, authorized(60), able()));
        QCOMPARE(hindranceToUndo(AuditAction::Cancel, authorized(60), portal)->offer,
            Offer::NeedsRedirect);
        QVERIFY(!hindranceToUndo(AuditAction::Authorize, clientOf(1), portal));
        portal.authorizesAnew = false;
        QCOMPARE(hindranceToUndo(AuditAction::Extend, authorized(60), portal)->reason,
            Reason::CannotShorten);
        WifiClient client = clientOf(1);
        QVERIFY(!hindranceToUndo(AuditAction::Block, client, able()));
    }
};

QTEST_GUILESS_MAIN(TestUndo)
#include "tst_undo.moc"
