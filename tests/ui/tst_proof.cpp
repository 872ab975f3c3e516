// What the window offers after an action: the way back, the records that nobody knows the end of,
// and the question when a guest comes with one device more.
#include "ui/house.h"

#include "ui/pages/clientspage.h"
#include "ui/pages/clienttable.h"
#include "ui/pages/historytable.h"
#include "ui/widgets/undobar.h"

#include <QAbstractItemView>
#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 20'000;

ClientState stateOf(House &house, const ClientKey &key)
{
    const std::optional<ClientRow> row = house.gatehouse().directory().find(key);
    return row ? row->client.state : ClientState::Unknown;
}

bool isIdle(House &house)
{
    return house.gatehouse().actions().underWay() == 0;
}

QDialog *openDialog(House &house)
{
    for (QDialog *dialog : house.window().findChildren<QDialog *>())
        if (dialog->isVisible())
            return dialog;
    return nullptr;
}

QList<AuditRecord> records(House &house)
{
    return house.gatehouse().audit().list({}).value_or(QList<AuditRecord>());
}

QList<ClientKey> waiting(House &house)
{
    QList<ClientKey> keys;
    ClientDirectory &directory = house.gatehouse().directory();
    for (int slot = 0; slot < directory.slotCount(); ++slot)
        if (directory.isUsed(slot) && directory.row(slot).client.state == ClientState::Waiting)
            keys << directory.row(slot).client.key;
    return keys;
}

} // namespace

class TestProof : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theKeysOfUndoTakeBackWhatWasJustDone()
    {
        House house({unifi()});
        house.open();
        QTRY_VERIFY_WITH_TIMEOUT(waiting(house).size() > 1, patience);
        const ClientKey key = waiting(house).first();
        QVERIFY(house.gatehouse().authorize(key, Limits{60, {}, {}, {}}));
        auto *bar = house.window().findChild<UndoBar *>();
        QVERIFY(bar);
        QTRY_VERIFY_WITH_TIMEOUT(bar->isOffering(), patience);
        QCOMPARE(stateOf(house, key), ClientState::Authorized);

        // Also where a field has the focus that would undo what was typed.
        auto *search = named<QLineEdit>(&house.window(), u"Search clients"_s);
        QTest::keyClicks(search, u"x"_s);
        search->setFocus();
        QTRY_VERIFY(search->hasFocus());
        QTest::keyClick(search, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(house, key), ClientState::Waiting, patience);
        QTRY_VERIFY_WITH_TIMEOUT(isIdle(house), patience);
        QCOMPARE(search->text(), u"x"_s);
        QTRY_COMPARE(records(house).size(), 2);
        QCOMPARE(records(house).first().intent.refersTo->record, records(house).last().id);
        QCOMPARE(records(house).last().undoneBy, std::optional(records(house).first().id));
    }

    void theHistoryUndoesARecordOnceAndThenSaysSo()
    {
        House house({unifi()});
        house.open();
        QTRY_VERIFY_WITH_TIMEOUT(waiting(house).size() > 1, patience);
        const ClientKey key = waiting(house).first();
        QVERIFY(house.gatehouse().authorize(key, Limits{60, {}, {}, {}}));
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(house, key), ClientState::Authorized, patience);
        QTRY_VERIFY_WITH_TIMEOUT(isIdle(house), patience);
        house.window().showHistory();
        auto *table = house.window().findChild<HistoryTable *>();
        QVERIFY(table);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        table->selectRow(0);
        QTRY_VERIFY(named<QPushButton>(&house.window(), u"Undo"_s));
        auto *undo = named<QPushButton>(&house.window(), u"Undo"_s);
        QVERIFY(undo->isEnabled());
        undo->click();
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(house, key), ClientState::Waiting, patience);
        QTRY_VERIFY_WITH_TIMEOUT(isIdle(house), patience);
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 2, patience);
        table->selectRow(1);
        QTRY_VERIFY(!undo->isEnabled());
    }

    void aGuestWithOneDeviceMoreIsAskedAbout()
    {
        House house({unifi()});
        QVERIFY(house.gatehouse().profiles().setLoginPolicy(
            {}, {}, LoginPolicy{.atLimit = LoginPolicy::AtLimit::Ask}));
        house.open();
        QTRY_VERIFY_WITH_TIMEOUT(waiting(house).size() > 2, patience);
        const ClientKey first = waiting(house).at(0);
        const ClientKey second = waiting(house).at(1);
        const ClientKey third = waiting(house).at(2);
        const Guest ada{.name = u"Ada"_s, .room = {}, .login = u"ada"_s};
        QVERIFY(house.gatehouse().authorize(first, Limits{60, {}, {}, {}}, ada));
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(house, first), ClientState::Authorized, patience);
        QTRY_VERIFY_WITH_TIMEOUT(isIdle(house), patience);

        QVERIFY(house.gatehouse().authorize(second, Limits{60, {}, {}, {}}, ada));
        QTRY_VERIFY_WITH_TIMEOUT(openDialog(house), patience);
        named<QPushButton>(openDialog(house), u"Do not let it in"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(isIdle(house), patience);
        QCOMPARE(stateOf(house, first), ClientState::Authorized);
        QCOMPARE(stateOf(house, second), ClientState::Waiting);

        QVERIFY(house.gatehouse().authorize(third, Limits{60, {}, {}, {}}, ada));
        QTRY_VERIFY_WITH_TIMEOUT(openDialog(house), patience);
        named<QPushButton>(openDialog(house), u"End the oldest, let this one in"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(house, third), ClientState::Authorized, patience);
        QTRY_VERIFY_WITH_TIMEOUT(isIdle(house), patience);
        QVERIFY(stateOf(house, first) != ClientState::Authorized);
    }

    void whatNobodyKnowsIsShownUntilSomebodyHasSeenIt()
    {
        House house({unifi()});
        AuditIntent intent;
        intent.time = house.gatehouse().clock().now();
        intent.client = {house.controllerId(0), u"lobby"_s, MacAddress(0x02005e1000a1)};
        intent.deviceName = u"Lost phone"_s;
        const auto record = house.gatehouse().audit().begin(intent);
        QVERIFY(record);
        AuditOutcome outcome;
        outcome.time = intent.time;
        outcome.settledLater = true;
        QVERIFY(house.gatehouse().audit().finish(*record, outcome));
        house.open();
        house.reopen();
        auto *show = named<QPushButton>(&house.window(), u"Show in history"_s);
        QVERIFY(show);
        show->click();
        auto *table = house.window().findChild<HistoryTable *>();
        QTRY_COMPARE(table->model()->rowCount(), 1);
        table->selectRow(0);
        QTRY_VERIFY(named<QPushButton>(&house.window(), u"I have seen this"_s));
        named<QPushButton>(&house.window(), u"I have seen this"_s)->click();
        QTRY_VERIFY(!show->isVisible());
        QVERIFY(house.gatehouse().unseen().isEmpty());
    }
};

QTEST_MAIN(TestProof)
#include "tst_proof.moc"
