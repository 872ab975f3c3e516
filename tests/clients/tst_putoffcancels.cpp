#include "clients/fakes.h"
#include "clients/putoffcancels.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestPutOffCancels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_clock = std::make_unique<ManualClock>();
        m_directory = std::make_unique<ClientDirectory>(*m_clock);
        m_audit = std::make_unique<FakeAudit>();
        m_sent.clear();
        m_isBusy = false;
        m_watch = std::make_unique<PutOffCancels>(
            *m_directory, *m_audit, *m_clock, [this](const ActionRequest &request) {
                m_sent += request;
                return !m_isBusy;
            });
        record(AuditAction::Authorize, Outcome::Confirmed);
        m_putOff = record(AuditAction::Cancel, Outcome::Failed, true);
    }
    void cleanup() { m_watch.reset(); }

    void isSentOnceWhenTheDeviceIsSeenAuthorized()
    {
        m_watch->start();
        QCOMPARE(m_watch->waiting(), 1);
        see({});
        see({clientOf(1)});
        QVERIFY(m_sent.isEmpty());
        see({clientOf(1, ClientState::Authorized)});
        see({clientOf(1, ClientState::Authorized)});
        QCOMPARE(m_sent.size(), 1);
        const ActionRequest &sent = m_sent.first();
        QCOMPARE(sent.action, AuditAction::Cancel);
        QCOMPARE(sent.client.key, clientOf(1).key);
        QCOMPARE(sent.reason, u"a reason"_s);
        QCOMPARE(sent.guest.login, u"anna"_s);
        QVERIFY(sent.refersTo == (AuditReference{AuditReference::Relation::Completes, m_putOff}));
    }

    void aDeviceThatIsThereAlreadyNeedsNoFurtherNews()
    {
        see({clientOf(1, ClientState::Authorized)});
        m_watch->start();
        QCOMPARE(m_sent.size(), 1);
    }

    void whatCouldNotBeSentIsTriedAgainAMinuteLater()
    {
        m_isBusy = true;
        m_watch->start();
        see({clientOf(1, ClientState::Authorized)});
        m_clock->advance(30s);
        see({clientOf(1)});
        see({clientOf(1, ClientState::Authorized)});
        QCOMPARE(m_sent.size(), 1);
        m_clock->advance(31s);
        see({clientOf(1)});
        see({clientOf(1, ClientState::Authorized)});
        QCOMPARE(m_sent.size(), 2);
    }

    void isVoidWhenSomebodyLetTheDeviceInAnew()
    {
        record(AuditAction::Authorize, Outcome::Confirmed);
        m_watch->start();
        see({clientOf(1, ClientState::Authorized)});
        QVERIFY(m_sent.isEmpty());
        QCOMPARE(m_watch->waiting(), 0);
    }

    void isVoidWhenTheAuthorizationIsAnotherOne()
    {
        m_watch->start();
        WifiClient client = clientOf(1, ClientState::Authorized);
        client.authorization = Authorization();
        client.authorization->since = m_clock->now().addSecs(600);
        see({client});
        QVERIFY(m_sent.isEmpty());
    }

    void whatIsPutOffLaterIsWaitedForToo()
    {
        m_audit->intents.clear();
        m_audit->outcomes.clear();
        m_watch->start();
        QCOMPARE(m_watch->waiting(), 0);
        record(AuditAction::Authorize, Outcome::Confirmed);
        ActionReport report;
        report.record = record(AuditAction::Cancel, Outcome::Failed, true);
        report.client = clientOf(1);
        report.putOff = true;
        m_watch->note(report);
        m_clock->advance(61s);
        see({clientOf(1, ClientState::Authorized)});
        QCOMPARE(m_sent.size(), 1);
    }

private:
    void see(const QList<WifiClient> &clients)
    {
        m_directory->pollAnswered(u"c1"_s, m_directory->nextTick(), snapshotOf(clients));
    }

    qint64 record(AuditAction action, Outcome outcome, bool putOff = false)
    {
        m_clock->advance(1s);
        AuditIntent intent;
        intent.action = action;
        intent.time = m_clock->now();
        intent.client = clientOf(1).key;
        intent.guest.login = u"anna"_s;
        intent.reason = u"a reason"_s;
        const qint64 id = m_audit->begin(intent).value();
        AuditOutcome ended;
        ended.outcome = outcome;
        ended.time = m_clock->now();
        ended.putOff = putOff;
        (void)m_audit->finish(id, ended);
        return id;
    }

    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<ClientDirectory> m_directory;
    std::unique_ptr<FakeAudit> m_audit;
    std::unique_ptr<PutOffCancels> m_watch;
    QList<ActionRequest> m_sent;
    bool m_isBusy = false;
    qint64 m_putOff = 0;
};

QTEST_GUILESS_MAIN(TestPutOffCancels)
#include "tst_putoffcancels.moc"
