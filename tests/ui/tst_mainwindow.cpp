#include "ui/house.h"

#include "ui/pages/clientactions.h"
#include "ui/pages/clientspage.h"
#include "ui/pages/clienttable.h"
#include "ui/widgets/quantityfield.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 15'000;

int rowCount(House &house)
{
    return house.window().clientsPage()->model().rowCount();
}

/// What the row of this client shows in a column.
QString cell(House &house, const ClientKey &key, int column)
{
    const ClientTableModel &model = house.window().clientsPage()->model();
    return model.indexOf(key).siblingAtColumn(column).data().toString();
}

ClientState stateOf(House &house, const ClientKey &key)
{
    const std::optional<ClientRow> row = house.gatehouse().directory().find(key);
    return row ? row->client.state : ClientState::Unknown;
}

RowAction actionOf(House &house, const ClientKey &key)
{
    const std::optional<ClientRow> row = house.gatehouse().directory().find(key);
    return row ? row->action : RowAction();
}

QDialog *openDialog(House &house)
{
    for (QDialog *dialog : house.window().findChildren<QDialog *>()) {
        if (dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

void fill(const QWidget *root, const QString &name, const QString &text)
{
    auto *field = named<QuantityField>(root, name);
    QVERIFY2(field, qPrintable(name));
    field->setEditText(text);
}

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWaitingGuestIsFoundAuthorizedWithLimitsAndCancelled()
    {
        House house({unifi()});
        house.open();
        QTRY_VERIFY_WITH_TIMEOUT(rowCount(house) > 0, patience);

        const MacAddress mac = house.waitingGuest();
        auto *search = named<QLineEdit>(&house.window(), u"Search clients"_s);
        QVERIFY(search);
        QTest::keyClicks(search, mac.toString().right(5).toUpper());
        QTRY_COMPARE(rowCount(house), 1);
        const ClientKey key = house.keyOf(mac);
        QCOMPARE(house.window().clientsPage()->model().keyAt(0), key);

        QTest::keyClick(search, Qt::Key_Down);
        QCOMPARE(tableOf(house)->chosen(), QList{key});
        QTest::keyClick(tableOf(house), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(openDialog(house));
        fill(openDialog(house), u"Duration"_s, u"2 h"_s);
        fill(openDialog(house), u"Data limit"_s, u"500 MB"_s);
        fill(openDialog(house), u"Download limit"_s, u"5 Mbit/s"_s);
        QTest::mouseClick(named<QPushButton>(openDialog(house), u"Authorize"_s), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(house, key), ClientState::Authorized, patience);
        QTRY_COMPARE_WITH_TIMEOUT(actionOf(house, key).stage, RowAction::Stage::Ended, patience);
        QCOMPARE(actionOf(house, key).outcome, Outcome::Confirmed);
        // Counting from 2:00:00 downwards.
        QTRY_VERIFY_WITH_TIMEOUT(
            cell(house, key, ClientTableModel::TimeLeftColumn).startsWith(u"1:5"_s), patience);
        QVERIFY(showsText(&house.window(), u"confirmed by the controller"_s)
            || showsText(&house.window(), u"Confirmed by the controller"_s));

        QTRY_VERIFY(named<QPushButton>(&house.window(), u"Cancel authorization"_s)->isEnabled());
        house.window().activateWindow(); // no window manager does it here when a dialog closes
        QTRY_VERIFY(tableOf(house)->hasFocus());
        QTest::keyClick(tableOf(house), Qt::Key_Delete);
        QTRY_VERIFY(openDialog(house));
        QTest::keyClick(openDialog(house), Qt::Key_L);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(house, key), ClientState::Waiting, patience);

        QTRY_VERIFY_WITH_TIMEOUT(house.gatehouse().audit().list({})->size() == 2
                && house.gatehouse().audit().list({})->first().outcome.has_value(),
            patience);
        const QList<AuditRecord> records = *house.gatehouse().audit().list({});
        QCOMPARE(records[0].intent.action, AuditAction::Cancel);
        QCOMPARE(records[0].intent.reason, u"Guest has left"_s);
        QCOMPARE(records[1].intent.action, AuditAction::Authorize);
        QCOMPARE(records[1].intent.asked, (Limits{120, 500, 5000, {}}));
        QCOMPARE(records[1].outcome->outcome, Outcome::Confirmed);
    }

    void aPastedAddressOpensTheDialogOfItsDevice()
    {
        House house({unifi()});
        house.open();
        QTRY_VERIFY_WITH_TIMEOUT(rowCount(house) > 0, patience);
        const MacAddress mac = house.waitingGuest();
        const ClientKey key = house.keyOf(mac);
        QGuiApplication::clipboard()->setText(
            u"http://portal.example/guest/s/default/?id=%1&ap=0a:00:5e:00:00:01&t=1764300000"_s.arg(
                mac.toString()));
        tableOf(house)->setFocus();
        QTest::keyClick(tableOf(house), Qt::Key_V, Qt::ControlModifier);
        QTRY_VERIFY(openDialog(house));
        QVERIFY(showsText(openDialog(house), house.gatehouse().links().first()->profile().name));
        QTest::mouseClick(named<QPushButton>(openDialog(house), u"Authorize"_s), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(house, key), ClientState::Authorized, patience);
    }

    void blockingStandsInTheMenusAndSaysWhyNot()
    {
        House house({unifi()});
        house.open();
        QTRY_VERIFY_WITH_TIMEOUT(rowCount(house) > 0, patience);
        tableOf(house)->choose(house.keyOf(house.waitingGuest()));
        const auto *actions = house.window().findChild<ClientActions *>();
        QVERIFY(actions->contextMenu()->actions().contains(actions->block()));
        QTRY_VERIFY(actions->block()->isEnabled());
        QVERIFY(!actions->unblock()->isEnabled());
        QVERIFY(actions->unblock()->statusTip().contains(u"blocked"_s));
        QVERIFY(actions->pasteAddress()->isEnabled());
        QVERIFY(named<QAbstractButton>(&house.window(), u"More actions"_s));
    }

    void enterAuthorizesWithTheDefaultPreset()
    {
        House house({unifi()});
        house.open();
        QTRY_VERIFY_WITH_TIMEOUT(rowCount(house) > 0, patience);
        const ClientKey key = house.keyOf(house.waitingGuest());
        tableOf(house)->choose(key);
        tableOf(house)->setFocus();
        QTest::keyClick(tableOf(house), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(actionOf(house, key).stage, RowAction::Stage::Ended, patience);
        QCOMPARE(actionOf(house, key).outcome, Outcome::Confirmed);
        QVERIFY(!openDialog(house));
    }

    void severalDevicesAreAuthorizedTogether()
    {
        House house({unifi()});
        house.open();
        QTRY_VERIFY_WITH_TIMEOUT(rowCount(house) > 0, patience);
        QTest::keyClick(&house.window(), Qt::Key_1, Qt::ControlModifier);
        const int waiting = 4;
        QTRY_COMPARE_WITH_TIMEOUT(rowCount(house), waiting, patience);
        tableOf(house)->setFocus();
        tableOf(house)->selectAll();
        QCOMPARE(tableOf(house)->chosen().size(), waiting);
        QTest::mouseClick(named<QPushButton>(&house.window(), u"Authorize"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(
            showsText(&house.window(), u"confirmed by the controller."_s), patience);
        QTRY_COMPARE_WITH_TIMEOUT(house.gatehouse().directory().counts().waiting, 0, patience);
    }

    void whatCannotBeDoneSaysWhy()
    {
        House house({unifi()});
        house.open();
        QTRY_VERIFY_WITH_TIMEOUT(rowCount(house) > 0, patience);
        tableOf(house)->choose(house.keyOf(house.waitingGuest()));
        QWidget *cancel = named<QPushButton>(&house.window(), u"Cancel authorization"_s);
        QVERIFY(cancel && !cancel->isEnabled());
        QVERIFY(cancel->toolTip().contains(u"not authorized"_s));
        QVERIFY(showsText(&house.window(), u"This device is not authorized."_s));
    }

    void aControllerWithoutLimitsOffersItsOwnDuration()
    {
        House house({omada()}, House::Keys::ApiOnly);
        house.open();
        QTRY_VERIFY_WITH_TIMEOUT(rowCount(house) > 0, patience);
        tableOf(house)->choose(house.keyOf(house.waitingGuest()));
        auto *authorize = named<QPushButton>(&house.window(), u"Authorize"_s);
        QVERIFY(authorize);
        QTRY_VERIFY(authorize->isEnabled());
        QVERIFY(authorize->text().contains(u"own duration"_s));
    }

    void withoutControllersTheWindowSaysWhatToDo()
    {
        House house({});
        house.open();
        QVERIFY(showsText(&house.window(), u"Add the controller"_s));
        QVERIFY(named<QPushButton>(&house.window(), u"Add controller…"_s));
        QTest::mouseClick(
            named<QPushButton>(&house.window(), u"Add controller…"_s), Qt::LeftButton);
        QTRY_VERIFY(openDialog(house));
    }

    void aControllerThatListsNobodySaysWhereDevicesComeFrom()
    {
        QGuiApplication::clipboard()->clear();
        House house({simulated(u"eap2"_s)});
        house.open();
        QTRY_VERIFY_WITH_TIMEOUT(
            showsText(&house.window(), u"does not list its devices"_s), patience);
        QVERIFY(!showsText(&house.window(), u" s ago"_s)); // no list, no age
        auto *paste = named<QPushButton>(&house.window(), u"Authorize from a pasted address…"_s);
        QVERIFY(paste);
        QTest::mouseClick(paste, Qt::LeftButton);
        QTRY_VERIFY(openDialog(house));
    }

    void aSearchWithoutMatchCanBeCleared()
    {
        House house({unifi()});
        house.open();
        QTRY_VERIFY_WITH_TIMEOUT(rowCount(house) > 0, patience);
        auto *search = named<QLineEdit>(&house.window(), u"Search clients"_s);
        search->setText(u"nobody is called this"_s);
        QVERIFY(showsText(&house.window(), u"No device here matches"_s));
        QTest::keyClick(search, Qt::Key_Escape);
        QVERIFY(search->text().isEmpty());
        QVERIFY(rowCount(house) > 0);
    }

    void selectionOutlivesARefresh()
    {
        House house({unifi()});
        house.open();
        QTRY_VERIFY_WITH_TIMEOUT(rowCount(house) > 0, patience);
        const ClientKey key = house.keyOf(house.waitingGuest());
        tableOf(house)->choose(key);
        const int before = rowCount(house);
        house.simulators().with(0, [](Simulator &simulator) { simulator.arrive(); });
        QTest::keyClick(&house.window(), Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(house.gatehouse().directory().counts().all > before, patience);
        QCOMPARE(tableOf(house)->chosen(), QList{key});
    }

    void aLostControllerIsToldAndKeepsItsRows()
    {
        House house({unifi()});
        house.open();
        QTRY_VERIFY_WITH_TIMEOUT(rowCount(house) > 0, patience);
        const int rows = rowCount(house);
        house.simulators().with(0, [](Simulator &simulator) { simulator.goOffline(); });
        QTest::keyClick(&house.window(), Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(named<QAbstractButton>(&house.window(), u"Try again"_s), patience);
        QVERIFY(showsText(&house.window(), u"Offline"_s));
        QVERIFY(showsText(&house.window(), u"nobody new can be let in"_s));
        QCOMPARE(rowCount(house), rows);

        house.simulators().with(0, [](Simulator &simulator) { QVERIFY(simulator.comeOnline()); });
        QTest::mouseClick(named<QAbstractButton>(&house.window(), u"Try again"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(
            !named<QAbstractButton>(&house.window(), u"Try again"_s), patience);
        QCOMPARE(rowCount(house), rows);
    }

    void controlsHaveTheirNames()
    {
        House house({unifi()});
        house.open();
        QTRY_VERIFY_WITH_TIMEOUT(rowCount(house) > 0, patience);
        tableOf(house)->choose(house.keyOf(house.waitingGuest()));
        QCOMPARE(house.window().windowTitle(), u"Gatehouse"_s);
        QVERIFY(named<QTreeView>(&house.window(), u"Controllers and sites"_s));
        QVERIFY(named<QTableView>(&house.window(), u"Clients"_s));
        QVERIFY(named<QWidget>(&house.window(), u"Client details"_s));
        for (const auto &name : {u"Authorize"_s, u"Authorize with preset"_s, u"Custom…"_s,
                 u"Extend…"_s, u"Cancel authorization"_s, u"Add controller…"_s, u"History"_s,
                 u"Settings…"_s, u"Waiting"_s, u"Authorized"_s, u"All"_s})
            QVERIFY2(named<QAbstractButton>(&house.window(), name), qPrintable(name));
    }

    void sizeAndColumnsAreRemembered()
    {
        House house({unifi()});
        house.open();
        house.window().resize(1111, 666);
        QHeaderView *header = tableOf(house)->horizontalHeader();
        header->setSectionHidden(ClientTableModel::MacColumn, false);
        header->resizeSection(ClientTableModel::MacColumn, 199);
        tableOf(house)->sortByColumn(ClientTableModel::DeviceColumn, Qt::DescendingOrder);
        house.reopen();
        QCOMPARE(house.window().size(), QSize(1111, 666));
        header = tableOf(house)->horizontalHeader();
        QVERIFY(!header->isSectionHidden(ClientTableModel::MacColumn));
        QCOMPARE(header->sectionSize(ClientTableModel::MacColumn), 199);
        QCOMPARE(header->sortIndicatorSection(), int(ClientTableModel::DeviceColumn));
        QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);
    }

    void aNarrowWindowFoldsItsParts()
    {
        House house({unifi()});
        house.open();
        QWidget *tree = named<QTreeView>(&house.window(), u"Controllers and sites"_s);
        house.window().resize(640, 700);
        QTRY_VERIFY(!tree->isVisible());
        QTest::mouseClick(
            named<QAbstractButton>(&house.window(), u"Controllers and pages"_s), Qt::LeftButton);
        QVERIFY(tree->isVisible());
        house.window().resize(1280, 800);
        QTRY_VERIFY(tree->isVisible());
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
