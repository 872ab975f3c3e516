#include "programs.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

/// Two credentials of one controller, in a keychain of this test's own.
class TestCliCredentials : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Cli> m_cli;

    CliAnswer run(const QStringList &arguments, const QString &secret = {})
    {
        return m_cli->run(arguments + QStringList{u"--json"_s}, secret.toUtf8() + '\n');
    }
    CliAnswer add(const SimulatorProcess &simulator, const QStringList &account,
        const QString &secret, const QStringList &more = {})
    {
        return run(QStringList{u"controller"_s, u"add"_s, u"Desk"_s, u"--url"_s, simulator.url(),
                       u"--pin"_s, simulator.pin(), u"--secret-stdin"_s}
                + account + more,
            secret);
    }
    CliAnswer addCredential(const QStringList &account, const QString &secret)
    {
        return run(
            QStringList{u"controller"_s, u"credential"_s, u"Desk"_s, u"--secret-stdin"_s} + account,
            secret);
    }
    QJsonObject tested() { return run({u"controller"_s, u"test"_s, u"Desk"_s}).object(); }
    static QString servedBy(const QJsonObject &test, const QString &capability)
    {
        return test.value(u"servedBy")
            .toObject()
            .value(capability)
            .toObject()
            .value(u"credential")
            .toString();
    }

private Q_SLOTS:
    void init()
    {
        m_cli = std::make_unique<Cli>();
        // The bus and the keyring that this test was started with.
        for (const QString &name : {u"HOME"_s, u"XDG_RUNTIME_DIR"_s, u"DBUS_SESSION_BUS_ADDRESS"_s})
            m_cli->environment().insert(name, qEnvironmentVariable(name.toUtf8().constData()));
    }

    void anOperatorAddedToAnApplicationUnlocksATimeLimit()
    {
        SimulatorProcess simulator({u"--generation"_s, u"omada-openapi"_s});
        const QStringList user{u"--user"_s, simulator.credential(u"user"_s)};
        const CliAnswer added
            = add(simulator, {u"--client-id"_s, simulator.credential(u"clientId"_s)},
                simulator.credential(u"clientSecret"_s));
        QVERIFY2(added.exitCode == 0, (added.out + added.err).constData());
        QJsonObject test = tested();
        QCOMPARE(test.value(u"unlockedBy").toObject().value(u"limitDuration").toString(),
            u"hotspotOperator"_s);
        QCOMPARE(servedBy(test, u"listClients"_s), u"openApiApplication"_s);

        QCOMPARE(addCredential(user, u"not the password"_s).exitCode, 4);
        QVERIFY(servedBy(tested(), u"limitDuration"_s).isEmpty()); // nothing was stored
        const CliAnswer credential = addCredential(user, simulator.credential(u"password"_s));
        QVERIFY2(credential.exitCode == 0, (credential.out + credential.err).constData());
        QCOMPARE(credential.object().value(u"credential").toString(), u"hotspotOperator"_s);

        test = tested();
        QCOMPARE(servedBy(test, u"limitDuration"_s), u"hotspotOperator"_s);
        QCOMPARE(servedBy(test, u"listClients"_s), u"openApiApplication"_s);
        QVERIFY(test.value(u"failing").toObject().isEmpty());
        const CliAnswer authorized = run({u"authorize"_s, u"--controller"_s, u"Desk"_s, u"--mac"_s,
            simulator.waiting(0), u"--minutes"_s, u"60"_s});
        QVERIFY2(authorized.exitCode == 0, (authorized.out + authorized.err).constData());
        QCOMPARE(authorized.object().value(u"outcome").toString(), u"confirmed"_s);
    }

    void anAccountAddedToAKeyUnlocksBlocking()
    {
        SimulatorProcess simulator({u"--generation"_s, u"unifi-integration"_s});
        QCOMPARE(add(simulator, {}, simulator.credential(u"apiKey"_s)).exitCode, 0);
        QCOMPARE(
            tested().value(u"unlockedBy").toObject().value(u"block").toString(), u"localAccount"_s);
        const CliAnswer credential = addCredential(
            {u"--user"_s, simulator.credential(u"user"_s)}, simulator.credential(u"password"_s));
        QVERIFY2(credential.exitCode == 0, (credential.out + credential.err).constData());
        const QJsonObject test = tested();
        QCOMPARE(servedBy(test, u"block"_s), u"localAccount"_s);
        QCOMPARE(servedBy(test, u"authorizeListedClient"_s), u"apiKey"_s);
        QVERIFY(test.value(u"cues").toArray().contains(u"ssid"_s));
        const CliAnswer text = m_cli->run({u"controller"_s, u"test"_s, u"Desk"_s});
        QVERIFY(text.out.contains("by: UniFi local account"));
    }

    void anOptionThatThisControllerDoesNotTakeEndsWith2()
    {
        SimulatorProcess simulator({u"--generation"_s, u"unifi-integration"_s});
        QCOMPARE(add(simulator, {}, simulator.credential(u"apiKey"_s)).exitCode, 0);
        const CliAnswer answer
            = addCredential({u"--client-id"_s, u"an-application"_s}, u"secret"_s);
        QCOMPARE(answer.exitCode, 2);
        QVERIFY(answer.err.contains("--user of a local account"));
    }

    void sitesThatCannotBeListedMustBeNamed()
    {
        SimulatorProcess simulator({u"--generation"_s, u"eap2"_s});
        const QStringList user{u"--user"_s, simulator.credential(u"user"_s)};
        const QString password = simulator.credential(u"password"_s);
        const CliAnswer unnamed = add(simulator, user, password);
        QCOMPARE(unnamed.exitCode, 2);
        QVERIFY(unnamed.err.contains("--site"));
        QCOMPARE(add(simulator, user, password, {u"--time-unit"_s, u"weeks"_s}).exitCode, 2);
        const CliAnswer added = add(
            simulator, user, password, {u"--site"_s, u"Annex"_s, u"--site"_s, u"Boathouse"_s});
        QVERIFY2(added.exitCode == 0, (added.out + added.err).constData());
        QCOMPARE(run({u"sites"_s, u"--controller"_s, u"Desk"_s}).array().size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestCliCredentials)
#include "tst_cli_credentials.moc"
