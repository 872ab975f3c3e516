#include "drivers/simulated.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Kind = Failure::Kind;
using enum Capability;

namespace {

SimulatorOptions of(const QString &generation, const QString &version = {})
{
    SimulatorOptions options;
    options.generation = generation;
    options.version = version;
    return options;
}

} // namespace

/// Two credentials of one simulated controller, which answers both protocols.
class TestPairDriver : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Simulated> m_controller;

    void start(const SimulatorOptions &options, const QList<CredentialKind> &kinds)
    {
        m_controller = std::make_unique<Simulated>(options);
        Credentials credentials;
        for (const CredentialKind kind : kinds)
            credentials += m_controller->credential(kind);
        signInWith(credentials);
    }
    void signInWith(const Credentials &credentials)
    {
        m_controller->signInWith(credentials);
        QVERIFY(answerOf(m_controller->driver().identify()));
        QVERIFY(answerOf(m_controller->driver().listSites()));
    }
    void startUnifi(const QString &generation = u"unifi-integration"_s)
    {
        start(of(generation), {CredentialKind::ApiKey, CredentialKind::LocalAccount});
    }
    void startOmada(const QString &version)
    {
        start(of(u"omada-openapi"_s, version),
            {CredentialKind::OpenApiApplication, CredentialKind::HotspotOperator});
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void keyAndAccountTogetherDoWhatNeitherDoesAlone()
    {
        startUnifi();
        const Capabilities can = m_controller->driver().capabilities();
        QCOMPARE(can.path(ListClients)->credential, CredentialKind::ApiKey);
        for (const Capability capability : {AuthorizeUnlistedMac, CancelOffline, Block})
            QCOMPARE(can.path(capability)->credential, CredentialKind::LocalAccount);
        QVERIFY(can.gives(Cue::Ssid) && can.gives(Cue::Signal));
        QVERIFY(can.failing.empty());
    }

    void rowsOfTheKeyCarryTheCuesOfTheAccount()
    {
        startUnifi();
        const auto sites = answerOf(m_controller->driver().listSites());
        QCOMPARE(sites->first().id, m_controller->site());
        QVERIFY(!sites->first().reference.isEmpty());
        const WifiClient row = m_controller->row(m_controller->waiting());
        QCOMPARE(row.key.siteId, m_controller->site());
        QCOMPARE(row.state, ClientState::Waiting);
        QVERIFY(!row.ssid.isEmpty());
        QVERIFY(row.signalDbm.has_value());
        QVERIFY(!row.vendorId.isEmpty());
    }

    void aGuestIsAuthorizedByTheKeyAndCancelledAfterLeavingByTheAccount()
    {
        startUnifi();
        const MacAddress mac = m_controller->waiting();
        QVERIFY(m_controller->authorize(m_controller->row(mac), Limits{.minutes = 60}));
        QCOMPARE(m_controller->requests(u"POST"_s, u"/actions"_s), 1);
        const WifiClient guest = m_controller->row(mac);
        QVERIFY(m_controller->controller().leave(mac.toString()));
        QVERIFY(m_controller->cancel(guest));
        QCOMPARE(m_controller->requests(u"POST"_s, u"cmd/stamgr"_s), 1);
        QVERIFY(!m_controller->controller().isAuthorized(mac.toString()));
    }

    void theAccountSignsInOnceForAllSitesAndPolls()
    {
        startUnifi();
        for (int i = 0; i < 3; ++i) {
            QVERIFY(answerOf(m_controller->driver().listSites()));
            QVERIFY(m_controller->list());
        }
        QCOMPARE(m_controller->requests(u"POST"_s, u"/api/auth/login"_s), 1);
    }

    void aWrongPasswordIsTriedOnceAndTheKeyGoesOn()
    {
        startUnifi();
        Credential wrong = m_controller->credential(CredentialKind::LocalAccount);
        wrong.secret = Secret(u"not the password"_s);
        const int before = m_controller->requests(u"POST"_s, u"/api/auth/login"_s);
        signInWith({m_controller->credential(CredentialKind::ApiKey), wrong});
        for (int i = 0; i < 3; ++i) {
            QVERIFY(answerOf(m_controller->driver().listSites()));
            QVERIFY(m_controller->list());
        }
        QCOMPARE(m_controller->requests(u"POST"_s, u"/api/auth/login"_s), before + 1);
        const Capabilities can = m_controller->driver().capabilities();
        QCOMPARE(can.failing.at(CredentialKind::LocalAccount).kind, Kind::SignInRefused);
        QCOMPARE(can.unlocking(Block), CredentialKind::LocalAccount);
        QVERIFY(m_controller->authorize(m_controller->row(m_controller->waiting()), {}));
    }

    void aWrongKeyLeavesEverythingToTheAccount()
    {
        startUnifi();
        Credential wrong = m_controller->credential(CredentialKind::ApiKey);
        wrong.secret = Secret(u"not-the-key"_s);
        signInWith({wrong, m_controller->credential(CredentialKind::LocalAccount)});
        const auto sites = answerOf(m_controller->driver().listSites());
        QVERIFY(sites && !sites->isEmpty());
        const auto rows
            = answerOf(m_controller->driver().lister()->listClients({sites->first().id}));
        QVERIFY(rows && !rows->clients.isEmpty());
        QVERIFY(m_controller->driver().capabilities().failing.contains(CredentialKind::ApiKey));
    }

    void operatorAndApplicationTogetherLimitATime_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<bool>("dataToo");
        QTest::newRow("5.15") << u"5.15.24"_s << false;
        QTest::newRow("6.2.0") << u"6.2.0"_s << false;
        QTest::newRow("6.2.14") << u"6.2.14"_s << true;
    }
    void operatorAndApplicationTogetherLimitATime()
    {
        QFETCH(QString, version);
        QFETCH(bool, dataToo);
        startOmada(version);
        const Capabilities can = m_controller->driver().capabilities();
        QCOMPARE(can.path(ListClients)->credential, CredentialKind::OpenApiApplication);
        QCOMPARE(can.path(LimitDuration)->credential, CredentialKind::HotspotOperator);
        QCOMPARE(can.can(LimitData), dataToo);
        const LimitRules rules = m_controller->driver().authorizer()->limitRules();
        QVERIFY(rules.minutes && rules.downKbps && rules.upKbps);
        QCOMPARE(rules.dataMb.has_value(), dataToo);

        const MacAddress mac = m_controller->waiting();
        Limits limits{.minutes = 90, .downKbps = 3000, .upKbps = 2000};
        if (dataToo)
            limits.dataMb = 200;
        const auto answer = m_controller->authorize(m_controller->row(mac), limits);
        QVERIFY2(answer.has_value(), answer ? "" : qPrintable(answer.error().detail));
        QVERIFY(answer->incomplete.isEmpty());
        QCOMPARE(m_controller->requests(u"POST"_s, u"/extPortal/auth"_s), 1);
        QCOMPARE(m_controller->requests(u"PATCH"_s, u"/ratelimit"_s), dataToo ? 0 : 1);
        const auto read = m_controller->read(mac);
        QVERIFY(read && read->authorization && read->authorization->until);
        const qint64 seconds = m_controller->controller().now().secsTo(*read->authorization->until);
        QVERIFY2(std::abs(seconds - 90 * 60) <= 120, qPrintable(QString::number(seconds)));
    }

    void withoutLimitsTheApplicationLetsIn()
    {
        startOmada(u"5.15.24"_s);
        const MacAddress mac = m_controller->waiting();
        QVERIFY(m_controller->authorize(m_controller->row(mac), {}));
        QCOMPARE(m_controller->requests(u"POST"_s, u"/extPortal/auth"_s), 0);
        QVERIFY(m_controller->controller().isAuthorized(mac.toString()));
        QVERIFY(m_controller->cancel(m_controller->row(mac)));
        QVERIFY(!m_controller->controller().isAuthorized(mac.toString()));
    }

    void aSwitchedOffOpenApiIsSaidAndTheOperatorGoesOn()
    {
        startOmada(u"5.15.24"_s);
        m_controller->addFault(u"open-api-off"_s);
        signInWith({m_controller->credential(CredentialKind::OpenApiApplication),
            m_controller->credential(CredentialKind::HotspotOperator)});
        const Capabilities can = m_controller->driver().capabilities();
        QCOMPARE(can.failing.at(CredentialKind::OpenApiApplication).advice,
            Failure::Advice::SwitchOpenApiOn);
        QVERIFY(can.can(AuthorizeCapturedRedirect) && !can.can(AuthorizeListedClient));
        QCOMPARE(can.unlocking(AuthorizeListedClient), CredentialKind::OpenApiApplication);
    }
};

QTEST_GUILESS_MAIN(TestPairDriver)
#include "tst_pairdriver.moc"
