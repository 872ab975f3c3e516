#include "clients/fakes.h"
#include "clients/settlement.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Verdict = Settlement::Verdict;
Q_DECLARE_METATYPE(Settlement::Verdict)

namespace {

const QDateTime asked = QDateTime::fromString(u"2026-03-01T14:00:00Z"_s, Qt::ISODate);

/// A row of the table: an intent, and a state so many seconds later.
struct Case
{
    AuditAction action = AuditAction::Authorize;
    Limits limits = {};
    std::optional<Limits> before = {};
    ClientState state = ClientState::Authorized;
    std::optional<int> since = {}; ///< seconds from the intent on
    std::optional<int> until = {};
    AuthorizationMethod method = AuthorizationMethod::Api;
    std::optional<int> downKbps = {};
    std::optional<bool> blocked = {};
    int secondsLater = 60;
};

SettlingEvidence evidenceOf(const Case &row)
{
    SettlingEvidence evidence;
    evidence.intent.action = row.action;
    evidence.intent.controllerTime = asked;
    evidence.intent.asked = row.limits;
    evidence.intent.before = row.before;
    evidence.controllerNow = asked.addSecs(row.secondsLater);
    WifiClient client = clientOf(1, row.state);
    client.blocked = row.blocked;
    if (row.since || row.until || row.downKbps) {
        client.authorization = Authorization();
        client.authorization->method = row.method;
        client.authorization->downKbps = row.downKbps;
        if (row.since)
            client.authorization->since = asked.addSecs(*row.since);
        if (row.until)
            client.authorization->until = asked.addSecs(*row.until);
    }
    evidence.now = client;
    return evidence;
}

} // namespace
Q_DECLARE_METATYPE(Case)

/// The decision table of settling after a crash: what each state proves of each intent.
class TestSettlement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theStateDecides_data()
    {
        QTest::addColumn<Case>("row");
        QTest::addColumn<Verdict>("verdict");
        using enum AuditAction;
        using enum ClientState;
        const auto row = [](const char *name, const Case &each, Verdict verdict) {
            QTest::newRow(name) << each << verdict;
        };
        const Limits hour{.minutes = 60};
        const Limits fast{.minutes = 60, .downKbps = 5000};

        row("authorize: began just then", {.limits = hour, .since = 1, .until = 3601},
            Verdict::Confirmed);
        row("authorize: its clock is told in whole seconds",
            {.limits = hour, .since = -2, .until = 3598}, Verdict::Confirmed);
        row("authorize: with other limits", {.limits = fast, .since = 1, .until = 3601},
            Verdict::Differs);
        row("authorize: with another end", {.limits = hour, .since = 1, .until = 8 * 3600},
            Verdict::Differs);
        row("authorize: began before", {.limits = hour, .since = -60, .until = 3540},
            Verdict::Unproven);
        row("authorize: began long after", {.limits = hour, .since = 600, .until = 4200},
            Verdict::Unproven);
        row("authorize: nobody says since when", {.limits = hour, .until = 3600},
            Verdict::Unproven);
        row("authorize: nobody says until when", {.limits = hour, .since = 1}, Verdict::Unproven);
        row("authorize: nobody says anything", {.limits = {}}, Verdict::Unproven);
        row("authorize: by a voucher",
            {.limits = hour, .since = 1, .until = 3601, .method = AuthorizationMethod::Voucher},
            Verdict::Unproven);
        row("authorize: waits", {.limits = hour, .state = Waiting}, Verdict::NotConfirmed);
        row("authorize: waits, when it would have ended",
            {.limits = hour, .state = Waiting, .secondsLater = 3600}, Verdict::Unproven);
        row("authorize: waits, and nobody knows for how long it would have been",
            {.state = Waiting, .secondsLater = 600}, Verdict::Unproven);
        row("authorize: expired, but not so soon", {.limits = hour, .state = Expired},
            Verdict::NotConfirmed);
        row("authorize: no guest", {.limits = hour, .state = NotGuest}, Verdict::Unproven);
        row("authorize: unknown", {.limits = hour, .state = ClientState::Unknown},
            Verdict::Unproven);

        const Limits half{.minutes = 30};
        row("extend: by what was asked",
            {.action = Extend, .limits = hour, .before = half, .since = 1, .until = 5385},
            Verdict::Confirmed);
        row("extend: as much, and the beginning stays",
            {.action = Extend, .limits = hour, .before = half, .since = -900, .until = 5399},
            Verdict::Confirmed);
        row("extend: by less",
            {.action = Extend, .limits = hour, .before = half, .since = 1, .until = 3000},
            Verdict::Differs);
        row("extend: not at all",
            {.action = Extend, .limits = hour, .before = half, .since = -900, .until = 1799},
            Verdict::NotConfirmed);
        row("extend: a minute",
            {.action = Extend, .limits = {.minutes = 1}, .before = half, .until = 1850},
            Verdict::Confirmed);
        row("extend: not even a minute",
            {.action = Extend, .limits = {.minutes = 1}, .before = half, .until = 1790},
            Verdict::NotConfirmed);
        row("extend: nobody knew the end before",
            {.action = Extend, .limits = hour, .since = 1, .until = 5400}, Verdict::Unproven);
        row("extend: the end is not told",
            {.action = Extend, .limits = hour, .before = half, .since = 1}, Verdict::Unproven);
        row("extend: is out", {.action = Extend, .limits = hour, .before = half, .state = Waiting},
            Verdict::Unproven);
        row("extend: another rate than before",
            {.action = Extend,
                .limits = hour,
                .before = Limits{.minutes = 30, .downKbps = 5000},
                .until = 5385},
            Verdict::Differs);

        row("cancel: waits", {.action = Cancel, .before = hour, .state = Waiting},
            Verdict::Confirmed);
        row("cancel: expired", {.action = Cancel, .before = hour, .state = Expired},
            Verdict::Confirmed);
        row("cancel: would have ended by itself",
            {.action = Cancel, .before = hour, .state = Waiting, .secondsLater = 3590},
            Verdict::Unproven);
        row("cancel: was in its last minute",
            {.action = Cancel, .before = Limits{.minutes = 1}, .state = Waiting},
            Verdict::Unproven);
        row("cancel: may have used its data up",
            {.action = Cancel, .before = Limits{.minutes = 60, .dataMb = 100}, .state = Expired},
            Verdict::Unproven);
        row("cancel: cannot have used its data up at its rates",
            {.action = Cancel,
                .before = Limits{.minutes = 60, .dataMb = 100, .downKbps = 1000, .upKbps = 500},
                .state = Expired},
            Verdict::Confirmed);
        row("cancel: nobody told until when it ran", {.action = Cancel, .state = Waiting},
            Verdict::Confirmed);
        row("cancel: nobody told, and it is long ago",
            {.action = Cancel, .state = Waiting, .secondsLater = 600}, Verdict::Unproven);
        row("cancel: is in, as before",
            {.action = Cancel, .before = hour, .since = -600, .until = 3600},
            Verdict::NotConfirmed);
        row("cancel: is in again", {.action = Cancel, .before = hour, .since = 20, .until = 3600},
            Verdict::Unproven);
        row("cancel: unknown", {.action = Cancel, .state = ClientState::Unknown},
            Verdict::Unproven);

        row("block: is blocked", {.action = Block, .state = Waiting, .blocked = true},
            Verdict::Confirmed);
        row("block: is not", {.action = Block, .state = Waiting, .blocked = false},
            Verdict::NotConfirmed);
        row("block: nobody says", {.action = Block, .state = Waiting}, Verdict::Unproven);
        row("unblock: is not blocked", {.action = Unblock, .state = Waiting, .blocked = false},
            Verdict::Confirmed);
        row("unblock: still is", {.action = Unblock, .state = Waiting, .blocked = true},
            Verdict::NotConfirmed);
    }
    void theStateDecides()
    {
        QFETCH(Case, row);
        QFETCH(Verdict, verdict);
        QCOMPARE(settlementOf(evidenceOf(row)).verdict, verdict);
    }

    void whoIsNotListedProvesNothing()
    {
        SettlingEvidence evidence
            = evidenceOf({.action = AuditAction::Cancel, .state = ClientState::Waiting});
        evidence.now.reset();
        QCOMPARE(settlementOf(evidence).verdict, Verdict::Unproven);
    }

    void whatALaterActionMayHaveDoneProvesNothing()
    {
        SettlingEvidence evidence
            = evidenceOf({.limits = {.minutes = 60}, .since = 1, .until = 3601});
        evidence.actedOnSince = true;
        QCOMPARE(settlementOf(evidence).verdict, Verdict::Unproven);
    }

    void withoutTheControllersTimeNothingCanBeCompared()
    {
        SettlingEvidence evidence
            = evidenceOf({.limits = {.minutes = 60}, .since = 1, .until = 3601});
        evidence.intent.controllerTime.reset();
        QCOMPARE(settlementOf(evidence).verdict, Verdict::Unproven);
    }

    void eachLimitThatDiffersIsNamed()
    {
        const Settlement settlement = settlementOf(evidenceOf({
            .limits = {.minutes = 120, .downKbps = 5000},
            .since = 1,
            .until = 3601,
            .downKbps = 2000,
        }));
        QCOMPARE(settlement.differences.size(), 2);
        QCOMPARE(settlement.got.minutes, 60);
        QCOMPARE(settlement.differences[1].got, 2000);
    }
};

QTEST_GUILESS_MAIN(TestSettlement)
#include "tst_settlement.moc"
