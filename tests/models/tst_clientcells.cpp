#include "clients/fakes.h"
#include "ui/models/clientcells.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Model = ClientTableModel;

class TestClientCells : public QObject
{
    Q_OBJECT

private:
    template <typename Question, typename... Arguments>
    auto ask(Question question, Arguments... arguments)
    {
        const QDateTime now = m_clock->now();
        const QDateTime theirs = now.addSecs(m_offset.count());
        const ClientCells cells(m_row, m_places, now, theirs);
        return (cells.*question)(arguments...);
    }
    QString text(int column) { return ask(&ClientCells::text, column); }
    QString toolTip(int column) { return ask(&ClientCells::toolTip, column); }
    QString spoken(int column) { return ask(&ClientCells::accessibleText, column); }

private Q_SLOTS:
    void init()
    {
        m_clock = std::make_unique<ManualClock>();
        m_row = ClientRow();
        m_row.client = clientOf(1);
        m_row.firstSeen = m_row.lastSeen = m_clock->now();
        m_offset = 0s;
    }

    void whatTheControllerDidNotSayIsADash()
    {
        m_row.client.state = ClientState::Authorized;
        for (const int column : {Model::AccessPointColumn, Model::SsidColumn, Model::SignalColumn,
                 Model::TimeLeftColumn, Model::UsageColumn, Model::IpColumn}) {
            QCOMPARE(text(column), u"–"_s);
            QVERIFY(toolTip(column).contains(u"did not say"_s));
            QVERIFY(!spoken(column).contains(u"–"_s));
        }
    }

    void timeIsCountedByTheControllersClock()
    {
        m_offset = 1h;
        const QDateTime theirs = m_clock->now().addSecs(3600);
        m_row.client.state = ClientState::Authorized;
        m_row.client.connectedAt = theirs.addSecs(-12);
        m_row.client.authorization = Authorization();
        m_row.client.authorization->until = theirs.addSecs(130);
        QCOMPARE(text(Model::SinceColumn), u"0:12"_s);
        QCOMPARE(text(Model::TimeLeftColumn), u"2:10"_s);
        QVERIFY(toolTip(Model::TimeLeftColumn).contains(u"14:02"_s));
        m_clock->advance(1h);
        QCOMPARE(text(Model::TimeLeftColumn), u"0:00"_s);
    }

    void withoutAConnectionTimeItIsAtLeastSinceFirstSeen()
    {
        m_clock->advance(72s);
        QCOMPARE(text(Model::SinceColumn), u"≥ 1:12"_s);
    }

    void whoWaitsInFrontOfUsShowsItsCode()
    {
        m_row.capture = std::make_shared<const Capture>(Capture{u"7KXP"_s, {}, {}});
        m_row.client.hostName = u"galaxy"_s;
        QCOMPARE(ask(&ClientCells::secondary), u"Code 7KXP · galaxy"_s);
        m_row.client.hostName.clear();
        QVERIFY(spoken(Model::DeviceColumn).endsWith(u"Code 7KXP"_s));
        m_row.client.state = ClientState::Authorized;
        QVERIFY(!spoken(Model::DeviceColumn).contains(u"7KXP"_s));
    }

    void aGrantOfOursIsNeverCalledConfirmed()
    {
        m_row.seen = Seen::GrantedHere;
        m_row.client.state = ClientState::Authorized;
        m_row.client.authorization = Authorization();
        m_row.client.authorization->until = m_clock->now().addSecs(130 * 60);
        m_row.action.stage = RowAction::Stage::Ended;
        m_row.action.outcome = Outcome::NotConfirmed;
        m_row.action.time = m_clock->now();
        m_row.action.sentence = u"not confirmed"_s;
        QCOMPARE(ask(&ClientCells::secondary),
            u"until 16:10, authorized here; the controller cannot be asked"_s);
        QCOMPARE(text(Model::StateColumn), u"Authorized"_s);
    }

    void usageIsShownAgainstItsQuota()
    {
        m_row.client.state = ClientState::Authorized;
        m_row.client.authorization = Authorization();
        m_row.client.authorization->usedBytes = qint64(250) * 1024 * 1024;
        QCOMPARE(text(Model::UsageColumn), u"250 MB"_s);
        m_row.client.authorization->dataLimitMb = 500;
        QCOMPARE(text(Model::UsageColumn), u"250 MB of 500 MB"_s);
        QCOMPARE(ask(&ClientCells::usedFraction), 0.5);
    }

    void whoWaitsHasNoTimeLeftAndNoUsage()
    {
        QVERIFY(text(Model::TimeLeftColumn).isEmpty());
        QVERIFY(text(Model::UsageColumn).isEmpty());
    }

    void theTitleIsTheGuestAndTheLineBelowTheDevice()
    {
        m_row.client.hostName = u"anna-iphone"_s;
        m_row.client.vendor = u"Apple"_s;
        QCOMPARE(text(Model::DeviceColumn), u"Device 1"_s);
        QCOMPARE(ask(&ClientCells::secondary), u"anna-iphone · Apple"_s);
        m_row.guest = {u"Lee"_s, u"214"_s, {}};
        QCOMPARE(text(Model::DeviceColumn), u"Lee, 214"_s);
        QCOMPARE(ask(&ClientCells::secondary), u"Device 1 · anna-iphone · Apple"_s);
        m_row.guest = {};
        m_row.client.name.clear();
        m_row.client.hostName.clear();
        QCOMPARE(text(Model::DeviceColumn), u"00:00:00:00:00:01"_s);
    }

    void theChipTellsHowTheActionStands()
    {
        QCOMPARE(ask(&ClientCells::chip), RowChip::Waiting);
        m_row.action.stage = RowAction::Stage::Asked;
        QCOMPARE(ask(&ClientCells::chip), RowChip::Asked);

        m_row.action.stage = RowAction::Stage::Ended;
        m_row.action.time = m_clock->now();
        m_row.action.sentence = u"confirmed"_s;
        m_row.action.outcome = Outcome::Confirmed;
        m_row.client.state = ClientState::Authorized;
        QCOMPARE(ask(&ClientCells::chip), RowChip::Authorized);
        QCOMPARE(ask(&ClientCells::secondary), u"confirmed"_s);

        m_row.action.outcome = Outcome::Differs;
        QCOMPARE(ask(&ClientCells::chip), RowChip::Differs);
        m_row.action.outcome = Outcome::NotConfirmed;
        QCOMPARE(ask(&ClientCells::chip), RowChip::Authorized); // its state says so after all
        m_row.client.state = ClientState::Waiting;
        QCOMPARE(ask(&ClientCells::chip), RowChip::NotConfirmed);
        m_row.action.outcome = Outcome::Refused;
        QCOMPARE(ask(&ClientCells::chip), RowChip::Refused);

        m_clock->advance(11min); // no longer news
        QCOMPARE(ask(&ClientCells::chip), RowChip::Waiting);
        QVERIFY(ask(&ClientCells::secondary) != u"confirmed"_s);
    }

    void aStaleRowSaysSinceWhen()
    {
        m_row.staleSince = m_clock->now();
        QVERIFY(toolTip(Model::IpColumn).contains(u"14:00:00"_s));
        QVERIFY(spoken(Model::StateColumn).startsWith(u"Waiting, "_s));
        QVERIFY(spoken(Model::StateColumn).contains(u"14:00:00"_s));
    }

private:
    std::unique_ptr<ManualClock> m_clock;
    ClientRow m_row;
    PlaceNames m_places;
    std::chrono::seconds m_offset{0};
};

QTEST_GUILESS_MAIN(TestClientCells)
#include "tst_clientcells.moc"
