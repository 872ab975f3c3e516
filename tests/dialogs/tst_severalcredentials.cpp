#include "dialogs/dialoghouse.h"
#include "ui/dialogs/addcontrollerdialog.h"
#include "ui/dialogs/credentialdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPointer>

using namespace Qt::StringLiterals;

class TestSeveralCredentials : public QObject
{
    Q_OBJECT

private:
    static constexpr int patience = 20'000;

    std::unique_ptr<DialogHouse> m_house;
    SimulatorInfo m_controller;
    QPointer<AddControllerDialog> m_dialog;

    [[nodiscard]] QString secret(const char *key) const
    {
        return m_controller.credentials.value(QLatin1String(key)).toString();
    }
    void type(const QString &field, const QString &text)
    {
        named<QLineEdit>(m_dialog, field)->setText(text);
    }
    [[nodiscard]] bool says(const QString &words)
    {
        const auto labels = m_dialog->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) {
            return label->isVisibleTo(m_dialog) && label->text().contains(words);
        });
    }

    /// As far as the credential of a controller that is trusted.
    void find(const QString &generation)
    {
        m_controller = m_house->simulate(generation);
        m_dialog = new AddControllerDialog(*m_house->gatehouse);
        m_dialog->open();
        type(u"Host or address"_s, m_controller.url.toString());
        QTest::keyClick(named<QLineEdit>(m_dialog, u"Host or address"_s), Qt::Key_Return);
        auto *trust = named<QCheckBox>(m_dialog, u"Trust this certificate"_s);
        QTRY_VERIFY_WITH_TIMEOUT(trust->isVisible(), patience);
        trust->click();
    }
    void test() { named<QAbstractButton>(m_dialog, u"Test"_s)->click(); }

private Q_SLOTS:
    void init() { m_house = std::make_unique<DialogHouse>(); }
    void cleanup()
    {
        delete m_dialog;
        m_house.reset();
    }

    void aSecondCredentialIsOfferedAfterTheTestAndKeptWithTheFirst()
    {
        find(u"unifi-integration"_s);
        type(u"API key"_s, secret("apiKey"));
        test();
        QTRY_VERIFY_WITH_TIMEOUT(says(u"Add a local account"_s), patience);
        button(m_dialog, u"Enter it"_s)->click();
        QTRY_VERIFY(named<QLineEdit>(m_dialog, u"User name"_s)->hasFocus());
        type(u"User name"_s, secret("user"));
        type(u"Password"_s, secret("password"));
        test();
        QTRY_VERIFY_WITH_TIMEOUT(says(u"by UniFi local account"_s), patience);
        QVERIFY(!says(u"Add a local account"_s));
        named<QAbstractButton>(m_dialog, u"Add"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!m_dialog, patience);
        const QString id = m_house->gatehouse->links().first()->profile().id;
        QCOMPARE(m_house->vault->items.value(id).size(), 2);
    }

    void aPortalWantsItsSitesNamedAndTellsHowDevicesCome()
    {
        find(u"eap2"_s);
        type(u"User name"_s, secret("user"));
        type(u"Password"_s, secret("password"));
        QVERIFY(!named<QAbstractButton>(m_dialog, u"Test"_s)->isEnabled());
        type(u"Sites"_s, u"Annex, Boathouse"_s);
        test();
        QTRY_VERIFY_WITH_TIMEOUT(says(u"through the waiting room"_s), patience);
        QVERIFY(says(u"Authorize a captured redirect"_s));
        QVERIFY(!says(u"Authorize a captured redirect: no"_s));
    }

    void theCredentialThatFailsIsTheOneAskedFor()
    {
        m_controller = m_house->simulate(u"omada5"_s);
        NewController controller;
        controller.profile.name = u"Clinic"_s;
        controller.profile.url = m_controller.url;
        controller.profile.pinnedSha256 = m_controller.certificateSha256;
        controller.profile.generation = Generation::OmadaOpenApi;
        controller.credentials = {{CredentialKind::OpenApiApplication, secret("clientId"),
                                      Secret(secret("clientSecret"))},
            {CredentialKind::HotspotOperator, u"frontdesk"_s, Secret(u"wrong"_s)}};
        m_house->gatehouse->add(controller)->then(&m_house->context, [](const Result<Done> &) {});
        const auto fails = [&] {
            const auto links = m_house->gatehouse->links();
            return !links.isEmpty() && !links.first()->capabilities().failing.empty();
        };
        QTRY_VERIFY_WITH_TIMEOUT(fails(), patience);
        const QPointer<CredentialDialog> dialog = new CredentialDialog(
            *m_house->gatehouse, m_house->gatehouse->links().first()->profile().id);
        QCOMPARE(named<QComboBox>(dialog, u"Kind of credential"_s)->currentText(),
            u"Hotspot operator"_s);
        QCOMPARE(named<QLineEdit>(dialog, u"User name"_s)->text(), u"frontdesk"_s);
        delete dialog;
    }
};

QTEST_MAIN(TestSeveralCredentials)
#include "tst_severalcredentials.moc"
