#include "dialogs/dialoghouse.h"
#include "ui/dialogs/addcontrollerdialog.h"
#include "ui/dialogs/certificatedialog.h"
#include "ui/dialogs/credentialdialog.h"

#include <QCheckBox>
#include <QLabel>
#include <QPointer>
#include <QRadioButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

class TestAddControllerDialog : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<DialogHouse> m_house;
    SimulatorInfo m_controller;
    QPointer<AddControllerDialog> m_dialog;

    [[nodiscard]] QLineEdit *field(const QString &name) { return named<QLineEdit>(m_dialog, name); }
    [[nodiscard]] QAbstractButton *push(const QString &name)
    {
        return named<QAbstractButton>(m_dialog, name);
    }
    [[nodiscard]] QString apiKey() const
    {
        return m_controller.credentials.value("apiKey"_L1).toString();
    }
    [[nodiscard]] bool says(const QString &words)
    {
        const auto labels = m_dialog->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) {
            return label->isVisibleTo(m_dialog) && label->text().contains(words);
        });
    }

    /// As far as the credential fields.
    void find()
    {
        QTest::keyClicks(field(u"Host or address"_s), m_controller.url.toString());
        QTest::keyClick(field(u"Host or address"_s), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(field(u"API key"_s)->isVisible(), 20'000);
    }
    void trust() { named<QCheckBox>(m_dialog, u"Trust this certificate"_s)->click(); }

private Q_SLOTS:
    void init()
    {
        m_house = std::make_unique<DialogHouse>();
        m_controller = m_house->simulate(u"unifi-integration"_s);
        m_dialog = new AddControllerDialog(*m_house->gatehouse);
        m_dialog->open();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
    }
    void cleanup()
    {
        delete m_dialog;
        m_house.reset();
    }

    void byKeyboardFromAddressToAdded()
    {
        find();
        trust();
        QTest::keyClicks(field(u"API key"_s), apiKey());
        field(u"Name"_s)->setText(u"Harbour"_s);
        QTest::keyClick(field(u"Name"_s), Qt::Key_Return); // tests
        QTRY_VERIFY_WITH_TIMEOUT(says(u"Authorize a listed client"_s), 20'000);
        QVERIFY(m_house->gatehouse->links().isEmpty()); // nothing is kept by a test
        QVERIFY(m_house->vault->items.isEmpty());
        QTest::keyClick(m_dialog, Qt::Key_Return); // adds
        QTRY_VERIFY(!m_dialog);
        ControllerLink *link = m_house->gatehouse->linkByName(u"Harbour"_s);
        QVERIFY(link);
        QCOMPARE(link->profile().pinnedSha256, m_controller.certificateSha256);
        QCOMPARE(m_house->vault->items.value(link->profile().id).first().secret.reveal(), apiKey());
    }

    void theSecretIsMaskedAndNothingIsSentBeforeTheCertificateIsTrusted()
    {
        find();
        QCOMPARE(field(u"API key"_s)->echoMode(), QLineEdit::Password);
        QTest::keyClicks(field(u"API key"_s), apiKey());
        QVERIFY(!push(u"Test"_s)->isEnabled());
        QVERIFY(!push(u"Add"_s)->isEnabled());
        trust();
        QVERIFY(push(u"Test"_s)->isEnabled());
    }

    void aWrongKeyIsSaidAndStaysTyped()
    {
        find();
        trust();
        QTest::keyClicks(field(u"API key"_s), u"no-such-key"_s);
        push(u"Test"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!m_dialog->problem().isEmpty(), 20'000);
        QVERIFY(m_dialog->problem().contains("does not accept"_L1));
        QVERIFY(!m_dialog->problem().contains("no-such-key"_L1));
        QCOMPARE(field(u"API key"_s)->text(), u"no-such-key"_s);
        field(u"API key"_s)->setText(apiKey());
        QVERIFY(m_dialog->problem().isEmpty());
        push(u"Add"_s)->click(); // tests first, then adds
        QTRY_VERIFY_WITH_TIMEOUT(!m_dialog, 20'000);
        QCOMPARE(m_house->gatehouse->links().size(), 1);
    }

    void anAddressWhereNothingAnswersIsSaidBesideIt()
    {
        QTest::keyClicks(field(u"Host or address"_s), u"https://127.0.0.1:9"_s);
        push(u"Test"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(says(u"cannot be reached"_s), 20'000);
        QCOMPARE(field(u"Host or address"_s)->text(), u"https://127.0.0.1:9"_s);
        QVERIFY(!push(u"Add"_s)->isEnabled());
    }

    void withoutAKeychainTheSecretMayStayInMemory()
    {
        find();
        trust();
        field(u"API key"_s)->setText(apiKey());
        m_house->vault->refusal = Failure{Failure::Kind::KeychainMissing, {}};
        push(u"Add"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(says(u"No keychain service answers"_s), 20'000);
        QCOMPARE(field(u"API key"_s)->text(), apiKey());
        QVERIFY(m_house->gatehouse->links().isEmpty());
        QTRY_VERIFY(push(u"Add"_s)->isEnabled());
        push(u"Add"_s)->click(); // for this session is chosen by then
        QTRY_VERIFY_WITH_TIMEOUT(!m_dialog, 20'000);
        QCOMPARE(m_house->gatehouse->links().size(), 1);
        QVERIFY(m_house->vault->items.isEmpty());
    }

    void aSecondCredentialIsOfferedWhereItUnlocksSomething()
    {
        find();
        trust();
        QTest::keyClicks(field(u"API key"_s), apiKey());
        push(u"Test"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(says(u"Add a local account to"_s), 20'000);
        button(m_dialog, u"Enter it"_s)->click();
        QTRY_VERIFY(field(u"Password"_s)->isVisible());
        const QJsonObject &told = m_controller.credentials;
        QTest::keyClicks(field(u"User name"_s), told.value("user"_L1).toString());
        QTest::keyClicks(field(u"Password"_s), u"not the password"_s);
        push(u"Test"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(m_dialog->problem().startsWith(u"Local account: "_s), 20'000);
        field(u"Password"_s)->setText(told.value("password"_L1).toString());
        push(u"Add"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!m_dialog, 20'000);
        const QString id = m_house->gatehouse->links().first()->profile().id;
        QCOMPARE(m_house->vault->items.value(id).size(), 2);
    }

    void anotherAddressMakesWhatWasTestedCountNoMore()
    {
        find();
        trust();
        field(u"API key"_s)->setText(apiKey());
        push(u"Test"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(says(u"Authorize a listed client"_s), 20'000);
        field(u"Host or address"_s)->setText(u"elsewhere.invalid"_s);
        QVERIFY(!push(u"Add"_s)->isEnabled());
        QVERIFY(!says(u"Authorize a listed client"_s));
    }

    void aNewSecretIsTriedBeforeItReplacesTheOldOne()
    {
        QVERIFY(m_house->connectTo(m_controller, u"Harbour"_s));
        const QString id = m_house->gatehouse->links().first()->profile().id;
        QPointer<CredentialDialog> dialog = new CredentialDialog(*m_house->gatehouse, id);
        dialog->open();
        auto *key = named<QLineEdit>(dialog, u"API key"_s);
        key->setText(u"wrong"_s);
        button(dialog, u"Save"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog->problem().isEmpty(), 20'000);
        QCOMPARE(m_house->vault->items.value(id).first().secret.reveal(), apiKey());
        key->setText(u" %1\n"_s.arg(apiKey())); // pasted with what was around it
        button(dialog, u"Save"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog, 20'000);
        QCOMPARE(m_house->vault->items.value(id).first().secret.reveal(), apiKey());
    }

    void aNewCertificateIsTrustedOnlyWithACheck()
    {
        QVERIFY(m_house->connectTo(m_controller, u"Harbour"_s));
        const ControllerLink *link = m_house->gatehouse->links().first();
        Failure changed{Failure::Kind::ChangedCertificate};
        changed.expectedFingerprint = QByteArray(32, 'a');
        changed.seenFingerprint = m_controller.certificateSha256;
        QPointer<CertificateDialog> dialog
            = new CertificateDialog(*m_house->gatehouse, link->profile().id, changed);
        dialog->open();
        QVERIFY(!button(dialog, u"Trust and connect"_s)->isEnabled());
        named<QCheckBox>(dialog, u"Trust the new certificate"_s)->click();
        button(dialog, u"Trust and connect"_s)->click();
        QTRY_VERIFY(!dialog);
        QCOMPARE(link->profile().pinnedSha256, m_controller.certificateSha256);
    }
};

QTEST_MAIN(TestAddControllerDialog)
#include "tst_addcontrollerdialog.moc"
