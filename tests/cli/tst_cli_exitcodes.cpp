#include "programs.h"

#include <QFile>
#include <QJsonArray>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;

/// Every exit code of the contract, each with a JSON error where there is one.
class TestCliExitCodes : public QObject
{
    Q_OBJECT

private:
    static QStringList on(const QStringList &command)
    {
        return command
            + QStringList{u"--controller"_s, u"Desk"_s, u"--secret-env"_s,
                u"GATEHOUSE_TEST_SECRET"_s, u"--json"_s};
    }

private Q_SLOTS:
    void usageErrorsEndWith2_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("nothing") << QStringList{};
        QTest::newRow("no such command") << QStringList{u"dance"_s};
        QTest::newRow("no such option") << QStringList{u"sites"_s, u"--loudly"_s};
        QTest::newRow("option of another command")
            << QStringList{u"history"_s, u"verify"_s, u"--mac"_s, u"02005e1000a1"_s};
        QTest::newRow("needed option is missing") << QStringList{u"sites"_s};
        QTest::newRow("no name") << QStringList{u"controller"_s, u"test"_s};
        QTest::newRow("two durations") << QStringList{u"authorize"_s, u"--controller"_s, u"Desk"_s,
            u"--mac"_s, u"02005e1000a1"_s, u"--minutes"_s, u"5"_s, u"--until"_s, u"11:00"_s};
        QTest::newRow("a duration of nothing") << QStringList{u"authorize"_s, u"--controller"_s,
            u"Desk"_s, u"--mac"_s, u"02005e1000a1"_s, u"--minutes"_s, u"0"_s};
        QTest::newRow("not a time")
            << QStringList{u"history"_s, u"list"_s, u"--since"_s, u"yesteryear"_s};
        QTest::newRow("not a fingerprint") << QStringList{u"controller"_s, u"add"_s, u"X"_s,
            u"--url"_s, u"https://localhost:1"_s, u"--pin"_s, u"abc"_s, u"--secret-stdin"_s};
    }
    void usageErrorsEndWith2()
    {
        QFETCH(QStringList, arguments);
        Cli cli;
        const CliAnswer answer = cli.run(arguments + QStringList{u"--json"_s});
        QCOMPARE(answer.exitCode, 2);
        QCOMPARE(answer.errorCode(), u"invalidInput"_s);
        QVERIFY(!answer.err.isEmpty());
    }

    void limitsOutOfRangeEndWith2AndNothingIsSent()
    {
        SimulatorProcess simulator({u"--generation"_s, u"unifi-integration"_s});
        Cli cli;
        QCOMPARE(cli.add(u"Desk"_s, simulator).exitCode, 0);
        const CliAnswer answer = cli.run(
            on({u"authorize"_s, u"--mac"_s, simulator.waiting(0), u"--down-kbps"_s, u"100001"_s}));
        QCOMPARE(answer.exitCode, 2);
        QVERIFY(cli.run({u"history"_s, u"list"_s, u"--json"_s}).array().isEmpty());
    }

    void whatCannotBeReachedEndsWith3_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("code");
        QTest::newRow("nobody listens") << u"https://127.0.0.1:9"_s << u"unreachable"_s;
        QTest::newRow("no such host") << u"https://no-such-host.invalid"_s << u"hostNotFound"_s;
    }
    void whatCannotBeReachedEndsWith3()
    {
        QFETCH(QString, url);
        QFETCH(QString, code);
        Cli cli;
        const CliAnswer answer = cli.run({u"controller"_s, u"detect"_s, url, u"--json"_s});
        QCOMPARE(answer.exitCode, 3);
        QCOMPARE(answer.errorCode(), code);
    }

    void anUntrustedCertificateEndsWith3AndTellsItsFingerprint()
    {
        SimulatorProcess simulator({u"--generation"_s, u"unifi-integration"_s});
        Cli cli;
        const CliAnswer answer
            = cli.run({u"controller"_s, u"add"_s, u"Desk"_s, u"--url"_s, simulator.url(),
                          u"--secret-stdin"_s, u"--no-keychain"_s, u"--json"_s},
                simulator.credential(u"apiKey"_s).toUtf8());
        QCOMPARE(answer.exitCode, 3);
        QCOMPARE(answer.errorCode(), u"untrustedCertificate"_s);
        QCOMPARE(answer.object().value(u"error").toObject().value(u"certificateSha256").toString(),
            simulator.pin());
    }

    void anotherCertificateThanThePinnedOneEndsWith3()
    {
        SimulatorProcess simulator({u"--generation"_s, u"unifi-integration"_s});
        Cli cli;
        const CliAnswer answer = cli.run(
            {u"controller"_s, u"add"_s, u"Desk"_s, u"--url"_s, simulator.url(), u"--pin"_s,
                QString(64, u'a'), u"--secret-stdin"_s, u"--no-keychain"_s, u"--json"_s},
            simulator.credential(u"apiKey"_s).toUtf8());
        QCOMPARE(answer.exitCode, 3);
        QCOMPARE(answer.errorCode(), u"changedCertificate"_s);
    }

    void aWrongKeyEndsWith4()
    {
        SimulatorProcess simulator({u"--generation"_s, u"unifi-integration"_s});
        Cli cli;
        QCOMPARE(cli.add(u"Desk"_s, simulator).exitCode, 0);
        cli.setSecret(u"not-the-key"_s);
        const CliAnswer answer = cli.run(on({u"sites"_s}));
        QCOMPARE(answer.exitCode, 4);
        QCOMPARE(answer.errorCode(), u"signInRefused"_s);
    }

    void aWrongClientSecretEndsWith4()
    {
        SimulatorProcess simulator({u"--generation"_s, u"omada-openapi"_s});
        Cli cli;
        QCOMPARE(cli.add(u"Desk"_s, simulator).exitCode, 0);
        cli.setSecret(u"not-the-secret"_s);
        QCOMPARE(cli.run(on({u"sites"_s})).exitCode, 4);
    }

    void whatDoesNotExistEndsWith5()
    {
        SimulatorProcess simulator({u"--generation"_s, u"unifi-integration"_s});
        Cli cli;
        QCOMPARE(cli.run(on({u"sites"_s})).exitCode, 5);
        QCOMPARE(cli.add(u"Desk"_s, simulator).exitCode, 0);
        QCOMPARE(cli.run(on({u"clients"_s, u"--site"_s, u"Atlantis"_s})).exitCode, 5);
        const CliAnswer client = cli.run(on({u"authorize"_s, u"--mac"_s, u"02:00:5e:99:99:99"_s}));
        QCOMPARE(client.exitCode, 5);
        QCOMPARE(client.errorCode(), u"notFound"_s);
        QVERIFY(cli.run({u"history"_s, u"list"_s, u"--json"_s}).array().isEmpty());
    }

    void aReadOnlyKeyEndsWith1AndIsInTheHistoryAsRefused()
    {
        SimulatorProcess simulator(
            {u"--generation"_s, u"unifi-integration"_s, u"--fault"_s, u"read-only-key"_s});
        Cli cli;
        QCOMPARE(cli.add(u"Desk"_s, simulator).exitCode, 0);
        const CliAnswer answer = cli.run(
            on({u"authorize"_s, u"--mac"_s, simulator.waiting(0), u"--minutes"_s, u"60"_s}));
        QCOMPARE(answer.exitCode, 1);
        QCOMPARE(answer.object().value(u"outcome").toString(), u"refused"_s);
        const auto history
            = cli.run({u"history"_s, u"list"_s, u"--json"_s, u"--outcome"_s, u"refused"_s}).array();
        QCOMPARE(history.size(), 1);
    }

    void otherLimitsThanAskedEndWith6()
    {
        SimulatorProcess simulator(
            {u"--generation"_s, u"unifi-integration"_s, u"--fault"_s, u"wrong-limits"_s});
        Cli cli;
        QCOMPARE(cli.add(u"Desk"_s, simulator).exitCode, 0);
        const CliAnswer answer = cli.run(on({u"authorize"_s, u"--mac"_s, simulator.waiting(0),
            u"--minutes"_s, u"4320"_s, u"--data-mb"_s, u"800"_s}));
        QCOMPARE(answer.exitCode, 6);
        QCOMPARE(answer.object().value(u"outcome").toString(), u"differs"_s);
    }

    void aLimitThatCannotBeSetEndsWith7BeforeAnythingIsSent()
    {
        SimulatorProcess simulator({u"--generation"_s, u"omada-openapi"_s});
        Cli cli;
        QCOMPARE(cli.add(u"Desk"_s, simulator).exitCode, 0);
        const QStringList authorize = on({u"authorize"_s, u"--mac"_s, simulator.waiting(0),
            u"--data-mb"_s, u"100"_s, u"--down-kbps"_s, u"2000"_s});
        const CliAnswer refused = cli.run(authorize);
        QCOMPARE(refused.exitCode, 7);
        QCOMPARE(refused.errorCode(), u"notSupported"_s);
        QVERIFY(cli.run({u"history"_s, u"list"_s, u"--json"_s}).array().isEmpty());

        const CliAnswer partly = cli.run(authorize + QStringList{u"--best-effort"_s});
        QCOMPARE(partly.exitCode, 0);
        QVERIFY(partly.object().value(u"message").toString().contains(u"Not set: Data limit"_s));
    }

    void aProfileThatCannotBeWrittenEndsWith8()
    {
        Cli cli;
        QFile file(cli.home() + u"/a-file"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        cli.setProfile(file.fileName() + u"/profile"_s);
        const CliAnswer answer = cli.run({u"controller"_s, u"list"_s, u"--json"_s});
        QCOMPARE(answer.exitCode, 8);
        QCOMPARE(answer.errorCode(), u"storageFailed"_s);
    }

    void aMissingKeychainEndsWith8AndNothingIsAdded()
    {
#ifdef Q_OS_WIN
        QSKIP("Windows' credential manager is always there");
#endif
        SimulatorProcess simulator({u"--generation"_s, u"unifi-integration"_s});
        Cli cli;
        const CliAnswer answer
            = cli.run({u"controller"_s, u"add"_s, u"Desk"_s, u"--url"_s, simulator.url(),
                          u"--pin"_s, simulator.pin(), u"--secret-stdin"_s, u"--json"_s},
                simulator.credential(u"apiKey"_s).toUtf8());
        QCOMPARE(answer.exitCode, 8);
        QCOMPARE(answer.errorCode(), u"keychainMissing"_s);
        QVERIFY(cli.run({u"controller"_s, u"list"_s, u"--json"_s}).array().isEmpty());
    }

    void helpAndVersionEndWith0()
    {
        Cli cli;
        const CliAnswer help = cli.run({u"--help"_s});
        QCOMPARE(help.exitCode, 0);
        QVERIFY(help.out.contains("history verify"));
        QCOMPARE(cli.run({u"authorize"_s, u"--help"_s}).exitCode, 0);
        QVERIFY(cli.run({u"--version"_s}).out.startsWith("gatehouse-cli "));
    }

    void somethingThatDoesNotSpeakTlsEndsWith3()
    {
        QTcpServer plain;
        QVERIFY(plain.listen(QHostAddress::LocalHost));
        connect(&plain, &QTcpServer::newConnection, &plain, [&plain] {
            QTcpSocket *socket = plain.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                socket->write(
                    "HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
                socket->disconnectFromHost();
            });
        });
        // The program runs beside us, so this thread must serve while it waits.
        Cli cli;
        QProcess process;
        process.setProcessEnvironment(cli.environment());
        process.start(qEnvironmentVariable("GATEHOUSE_BIN_DIR") + u"/gatehouse-cli"_s,
            {u"controller"_s, u"detect"_s, u"https://127.0.0.1:%1"_s.arg(plain.serverPort()),
                u"--json"_s, u"--profile"_s, cli.profile()});
        QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 60'000);
        QCOMPARE(process.exitCode(), 3);
        QVERIFY(process.readAllStandardOutput().contains("notTls"));
    }
};

QTEST_GUILESS_MAIN(TestCliExitCodes)
#include "tst_cli_exitcodes.moc"
