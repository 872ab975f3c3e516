#include "assembly/captureportal.h"
#include "dialogs/dialoghouse.h"
#include "ui/dialogs/settingsdialog.h"
#include "ui/preferences/preferences.h"
#include "ui/widgets/copyabletext.h"
#include "ui/widgets/formrow.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QListWidget>
#include <QPointer>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTcpServer>

using namespace Qt::StringLiterals;

class TestSettingsDialog : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<DialogHouse> m_house;
    std::unique_ptr<Preferences> m_preferences;
    QPointer<SettingsDialog> m_dialog;

    static int freePort()
    {
        QTcpServer server;
        return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
    }
    void save() { button(m_dialog, u"Save"_s)->click(); }

private Q_SLOTS:
    void init()
    {
        m_house = std::make_unique<DialogHouse>();
        m_preferences = std::make_unique<Preferences>(m_house->folder.filePath(u"settings.ini"_s));
        m_dialog = new SettingsDialog(*m_house->gatehouse, *m_preferences);
        m_dialog->open();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
    }
    void cleanup() { delete m_dialog; }

    void whatIsChosenIsKept()
    {
        named<QLineEdit>(m_dialog, u"Operator"_s)->setText(u"Jamie"_s);
        named<QSpinBox>(m_dialog, u"Forget guests after"_s)->setValue(90);
        button(m_dialog, u"Dark"_s)->click();
        button(m_dialog, u"Compact rows in tables"_s)->click();
        save();
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(m_house->gatehouse->profiles().operatorName(), u"Jamie"_s);
        QCOMPARE(m_house->gatehouse->profiles().historyRetentionDays(), 90);
        QCOMPARE(m_preferences->scheme(), u"dark"_s);
        QVERIFY(m_preferences->compactRows());
    }

    void escapeChangesNothing()
    {
        named<QLineEdit>(m_dialog, u"Operator"_s)->setText(u"Jamie"_s);
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QTRY_VERIFY(!m_dialog);
        QVERIFY(m_house->gatehouse->profiles().operatorName() != u"Jamie"_s);
    }

    void aPresetCanBeAddedAndChanged()
    {
        QSignalSpy changed(m_house->gatehouse.get(), &Gatehouse::presetsChanged);
        const auto before = m_house->gatehouse->profiles().presets().size();
        m_dialog->showPart(SettingsDialog::Part::Presets);
        button(m_dialog, u"Add preset"_s)
            ? button(m_dialog, u"Add preset"_s)->click()
            : named<QAbstractButton>(m_dialog, u"Add preset"_s)->click();
        auto *name = named<QLineEdit>(m_dialog, u"Preset name"_s);
        QTRY_VERIFY(name->hasFocus());
        QTest::keyClicks(name, u"Wedding"_s);
        named<QComboBox>(m_dialog, u"Duration"_s)->setEditText(u"6 h"_s);
        save();
        QTRY_VERIFY(!m_dialog);
        const QList<Preset> &presets = m_house->gatehouse->profiles().presets();
        QCOMPARE(presets.size(), before + 1);
        const auto found = std::ranges::find(presets, u"Wedding"_s, &Preset::name);
        QVERIFY(found != presets.end());
        QCOMPARE(found->minutes, std::optional(360));
        QCOMPARE(changed.size(), 1);
    }

    void aDoubleNameIsShownAndNotSaved()
    {
        m_dialog->showPart(SettingsDialog::Part::Presets);
        auto *name = named<QLineEdit>(m_dialog, u"Preset name"_s);
        name->selectAll();
        QTest::keyClicks(name, m_house->gatehouse->profiles().presets().at(1).name);
        save();
        QVERIFY(m_dialog && m_dialog->isVisible());
        QVERIFY(name->hasFocus());
    }

    void aProfileThatCannotBeWrittenIsSaidAndNothingIsLost()
    {
        named<QLineEdit>(m_dialog, u"Operator"_s)->setText(u"Jamie"_s);
        // Where the file should be stands a folder, which not even root can write over.
        const QString file = m_house->gatehouse->profiles().path();
        QFile::remove(file);
        QVERIFY(QDir().mkpath(file + u"/in the way"_s));
        save();
        QVERIFY(m_dialog && !m_dialog->problem().isEmpty());
        QCOMPARE(named<QLineEdit>(m_dialog, u"Operator"_s)->text(), u"Jamie"_s);
    }

    void theWaitingRoomIsOpenedAndClosedHere()
    {
        m_dialog->showPart(SettingsDialog::Part::WaitingRoom);
        auto *address = named<QComboBox>(m_dialog, u"Address"_s);
        auto *port = named<QSpinBox>(m_dialog, u"Port"_s);
        QVERIFY(!address->isEnabled() && !port->isEnabled());
        QCOMPARE(port->value(), 8880);
        button(m_dialog, u"Receive waiting devices here"_s)->click();
        QVERIFY(address->isEnabled());
        address->setCurrentText(u"127.0.0.1"_s);
        port->setValue(freePort());
        save();
        QTRY_VERIFY(!m_dialog);
        QVERIFY(m_house->gatehouse->portal().isListening());
        QCOMPARE(m_house->gatehouse->profiles().waitingRoom().address, u"127.0.0.1"_s);

        m_dialog = new SettingsDialog(*m_house->gatehouse, *m_preferences);
        m_dialog->open();
        button(m_dialog, u"Receive waiting devices here"_s)->click();
        save();
        QTRY_VERIFY(!m_dialog);
        QVERIFY(!m_house->gatehouse->portal().isListening());
    }

    void aPortThatIsTakenIsSaidBesideItsField()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        m_dialog->showPart(SettingsDialog::Part::WaitingRoom);
        button(m_dialog, u"Receive waiting devices here"_s)->click();
        named<QComboBox>(m_dialog, u"Address"_s)->setCurrentText(u"127.0.0.1"_s);
        auto *port = named<QSpinBox>(m_dialog, u"Port"_s);
        port->setValue(other.serverPort());
        save();
        QVERIFY(m_dialog && m_dialog->isVisible());
        const auto *row = qobject_cast<FormRow *>(port->parentWidget());
        QVERIFY(row && row->error().contains(u"in use"_s));
        QVERIFY(!m_house->gatehouse->profiles().waitingRoom().enabled);
        port->setValue(other.serverPort() - 1);
        QCOMPARE(row->error(), QString());
    }

    void eachControllerIsToldItsPortalAddress()
    {
        QVERIFY(m_house->connectTo(m_house->simulate(u"omada-openapi"_s), u"Hotel"_s));
        m_dialog->showPart(SettingsDialog::Part::WaitingRoom);
        button(m_dialog, u"Receive waiting devices here"_s)->click();
        named<QComboBox>(m_dialog, u"Address"_s)->setCurrentText(u"127.0.0.1"_s);
        const QString id = m_house->gatehouse->links().first()->profile().id;
        const auto *address = m_dialog->findChild<CopyableText *>();
        QVERIFY(address);
        QCOMPARE(address->text(), u"http://127.0.0.1:8880/for/"_s + id.left(8));
    }

    void howManyDevicesAGuestMayHaveIsKeptPerPlace()
    {
        QVERIFY(m_house->connectTo(m_house->simulate(u"unifi-integration"_s), u"Harbour"_s));
        delete m_dialog;
        m_dialog = new SettingsDialog(*m_house->gatehouse, *m_preferences);
        m_dialog->open();
        m_dialog->showPart(SettingsDialog::Part::Devices);
        auto *devices = named<QSpinBox>(m_dialog, u"Devices"_s);
        QVERIFY(!devices->isEnabled());
        button(m_dialog, u"Limit how many devices one guest may have"_s)->click();
        QVERIFY(devices->isEnabled());
        devices->setValue(2);
        auto *where = named<QComboBox>(m_dialog, u"Where"_s);
        where->setCurrentIndex(where->findText(u"Harbour"_s));
        QVERIFY(!devices->isEnabled());
        QCOMPARE(devices->value(), 2); // what holds there, from everywhere
        button(m_dialog, u"Differs here"_s)->click();
        button(m_dialog, u"Room"_s)->click();
        button(m_dialog, u"Refuse"_s)->click();
        save();
        QTRY_VERIFY(!m_dialog);
        const ProfileStore &profiles = m_house->gatehouse->profiles();
        const QString id = m_house->gatehouse->links().first()->profile().id;
        QCOMPARE(profiles.loginPolicy(), std::optional(LoginPolicy{.devices = 2}));
        QCOMPARE(profiles.loginPolicy(id),
            std::optional(LoginPolicy{.per = LoginPolicy::Per::Room,
                .devices = 2,
                .atLimit = LoginPolicy::AtLimit::Refuse}));
    }

    void aControllerIsRenamedAndRemovedHere()
    {
        QVERIFY(m_house->connectTo(m_house->simulate(u"unifi-integration"_s), u"Harbour"_s));
        m_dialog->showPart(SettingsDialog::Part::Controllers);
        auto *name = named<QLineEdit>(m_dialog, u"Name"_s);
        name->selectAll();
        QTest::keyClicks(name, u"Hotel"_s);
        button(m_dialog, u"Rename"_s)->click();
        QVERIFY(m_house->gatehouse->linkByName(u"Hotel"_s));
        button(m_dialog, u"Remove…"_s)->click();
        QCOMPARE(m_house->gatehouse->links().size(), 1); // it asks first
        button(m_dialog, u"Remove"_s)->click();
        QTRY_VERIFY(m_house->gatehouse->links().isEmpty());
        QTRY_COMPARE(named<QListWidget>(m_dialog, u"Controllers"_s)->count(), 0);
        QVERIFY(m_house->vault->items.isEmpty());
    }
};

QTEST_MAIN(TestSettingsDialog)
#include "tst_settingsdialog.moc"
