#include "dialogs/dialoghouse.h"
#include "ui/dialogs/authorizedialog.h"
#include "ui/dialogs/extenddialog.h"

#include <QComboBox>
#include <QLabel>
#include <QPointer>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace {

bool says(QWidget *within, const QString &words)
{
    const auto labels = within->findChildren<QLabel *>();
    return std::ranges::any_of(labels, [&](const QLabel *label) {
        return label->isVisibleTo(within) && label->text().contains(words);
    });
}

} // namespace

class TestAuthorizeDialog : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<DialogHouse> m_house;
    QPointer<AuthorizeDialog> m_dialog;

    void open(const QList<ClientKey> &keys)
    {
        m_dialog = new AuthorizeDialog(*m_house->gatehouse, keys);
        m_dialog->open();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_house = std::make_unique<DialogHouse>();
        QVERIFY(m_house->isLoaded);
        QVERIFY(m_house->connectTo(m_house->simulate(u"unifi-integration"_s), u"Harbour"_s));
    }
    void cleanup() { delete m_dialog; }

    void everyFieldHasTheNameThatScriptsUse()
    {
        open({m_house->keys(ClientState::Waiting).first()});
        for (const QString &name : {u"Guest"_s, u"Room"_s, u"Login ID"_s, u"Reason"_s})
            QVERIFY2(named<QLineEdit>(m_dialog, name), qPrintable(name));
        for (const QString &name :
            {u"Duration"_s, u"Data limit"_s, u"Download limit"_s, u"Upload limit"_s})
            QVERIFY2(named<QComboBox>(m_dialog, name), qPrintable(name));
        QVERIFY(named<QAbstractButton>(m_dialog, u"Authorize"_s));
    }

    void tabGoesFromTheGuestThroughToTheButtons()
    {
        open({m_house->keys(ClientState::Waiting).first()});
        QTRY_VERIFY(named<QLineEdit>(m_dialog, u"Guest"_s)->hasFocus());
        QTest::keyClick(m_dialog, Qt::Key_Tab);
        QVERIFY(named<QLineEdit>(m_dialog, u"Room"_s)->hasFocus());
        QTest::keyClick(m_dialog, Qt::Key_Tab);
        QVERIFY(named<QLineEdit>(m_dialog, u"Login ID"_s)->hasFocus());
        QTest::keyClick(m_dialog, Qt::Key_Tab);
        QVERIFY(qobject_cast<QAbstractButton *>(m_dialog->focusWidget())); // the presets
        QTest::keyClick(m_dialog, Qt::Key_Tab);
        QVERIFY(named<QComboBox>(m_dialog, u"Duration"_s)->hasFocus());
    }

    void aPresetFillsTheFieldsAndEditingLetsGoOfIt()
    {
        open({m_house->keys(ClientState::Waiting).first()});
        const Preset preset = m_house->gatehouse->profiles().presets().first();
        QAbstractButton *chip = button(m_dialog, preset.name);
        QVERIFY(chip);
        chip->click();
        QVERIFY(chip->isChecked());
        QVERIFY(named<QComboBox>(m_dialog, u"Duration"_s)->currentText().contains(u'1'));
        named<QComboBox>(m_dialog, u"Duration"_s)->setEditText(u"5 h"_s);
        QVERIFY(!chip->isChecked());
    }

    void enterAsksForWhatWasTyped()
    {
        const ClientKey key = m_house->keys(ClientState::Waiting).first();
        open({key});
        QSignalSpy started(&m_house->gatehouse->actions(), &ActionRunner::started);
        QTest::keyClicks(named<QLineEdit>(m_dialog, u"Guest"_s), u"Anna Lee"_s);
        QTest::keyClicks(named<QLineEdit>(m_dialog, u"Room"_s), u"214"_s);
        named<QComboBox>(m_dialog, u"Duration"_s)->setEditText(u"2 h"_s);
        named<QComboBox>(m_dialog, u"Data limit"_s)->setEditText(u"500 MB"_s);
        named<QComboBox>(m_dialog, u"Download limit"_s)->setEditText(u"5 Mbit/s"_s);
        QTest::keyClick(named<QLineEdit>(m_dialog, u"Room"_s), Qt::Key_Return);
        QTRY_COMPARE(started.size(), 1);
        const auto request = started.first().first().value<ActionRequest>();
        QCOMPARE(request.client.key, key);
        QCOMPARE(request.limits, (Limits{120, 500, 5000, std::nullopt}));
        QCOMPARE(request.guest, (Guest{u"Anna Lee"_s, u"214"_s, {}}));
        QTRY_VERIFY(!m_dialog);
    }

    void whatIsOutOfRangeIsSaidBesideTheFieldAndNotSent()
    {
        open({m_house->keys(ClientState::Waiting).last()});
        QSignalSpy started(&m_house->gatehouse->actions(), &ActionRunner::started);
        QTest::keyClicks(named<QLineEdit>(m_dialog, u"Guest"_s), u"Stays"_s);
        named<QComboBox>(m_dialog, u"Download limit"_s)->setEditText(u"999999 Mbit/s"_s);
        QVERIFY(says(m_dialog, u"This controller takes"_s));
        QTest::keyClick(m_dialog, Qt::Key_Return);
        QVERIFY(m_dialog->isVisible());
        QVERIFY(named<QComboBox>(m_dialog, u"Download limit"_s)->hasFocus());
        QCOMPARE(named<QLineEdit>(m_dialog, u"Guest"_s)->text(), u"Stays"_s);
        QCOMPARE(started.size(), 0);
    }

    void nonsenseIsNotTakenForNoLimit()
    {
        open({m_house->keys(ClientState::Waiting).last()});
        QSignalSpy started(&m_house->gatehouse->actions(), &ActionRunner::started);
        named<QComboBox>(m_dialog, u"Data limit"_s)->setEditText(u"lots"_s);
        named<QAbstractButton>(m_dialog, u"Authorize"_s)->click();
        QVERIFY(m_dialog->isVisible());
        QCOMPARE(started.size(), 0);
    }

    void escapeClosesAndAsksNothing()
    {
        open({m_house->keys(ClientState::Waiting).last()});
        QSignalSpy started(&m_house->gatehouse->actions(), &ActionRunner::started);
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(started.size(), 0);
    }

    void aDeviceThatCannotBeAuthorizedIsSaidAndTheButtonIsOff()
    {
        QTRY_VERIFY(!m_house->keys(ClientState::Authorized).isEmpty());
        open({m_house->keys(ClientState::Authorized).first()});
        QVERIFY(!named<QAbstractButton>(m_dialog, u"Authorize"_s)->isEnabled());
        QVERIFY(m_dialog->problem().contains("authorized already"_L1));
    }

    void ofManyOnlyThoseThatCanAreAsked()
    {
        QList<ClientKey> keys;
        for (const ClientKey &key : m_house->keys(ClientState::Waiting))
            if (keys.size() < 2
                && m_house->gatehouse->offer(ClientAction::Authorize, key) == Offer::Ready)
                keys << key;
        QCOMPARE(keys.size(), 2);
        keys << m_house->keys(ClientState::Authorized).first();
        open(keys);
        QVERIFY(says(m_dialog, u"authorized already"_s));
        QSignalSpy started(&m_house->gatehouse->actions(), &ActionRunner::started);
        named<QAbstractButton>(m_dialog, u"Authorize"_s)->click();
        QTRY_COMPARE(started.size(), 2);
    }

    void extendingNeedsATimeToAdd()
    {
        const ClientKey key = m_house->keys(ClientState::Authorized).first();
        QPointer<ExtendDialog> dialog = new ExtendDialog(*m_house->gatehouse, {key});
        dialog->open();
        QAbstractButton *extend = named<QAbstractButton>(dialog, u"Extend"_s);
        named<QComboBox>(dialog, u"Duration"_s)->setEditText(u"soon"_s);
        QVERIFY(!extend->isEnabled());
        button(dialog, u"+4 h"_s)->click();
        QCOMPARE(named<QComboBox>(dialog, u"Duration"_s)->currentText(), u"4 h"_s);
        delete dialog;
    }
};

QTEST_MAIN(TestAuthorizeDialog)
#include "tst_authorizedialog.moc"
