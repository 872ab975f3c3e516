#include "programs.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

/// The main job as the README tells it, on both generations: detect, add, test, sites, clients,
/// authorize, cancel, history.
class TestCliMainJob : public QObject
{
    Q_OBJECT

private:
    static void addGenerations()
    {
        QTest::addColumn<QString>("generation");
        QTest::newRow("unifi-integration") << u"unifi-integration"_s;
        QTest::newRow("omada-openapi") << u"omada-openapi"_s;
    }

    static QStringList on(const QStringList &command, const QStringList &more = {})
    {
        return command
            + QStringList{u"--controller"_s, u"Desk"_s, u"--secret-env"_s,
                u"GATEHOUSE_TEST_SECRET"_s, u"--json"_s}
        + more;
    }

private Q_SLOTS:
    void detectsWhatAnswersWithoutASecret_data() { addGenerations(); }
    void detectsWhatAnswersWithoutASecret()
    {
        QFETCH(QString, generation);
        SimulatorProcess simulator({u"--generation"_s, generation});
        QVERIFY(simulator.isReady());
        Cli cli;
        const CliAnswer answer
            = cli.run({u"controller"_s, u"detect"_s, simulator.url(), u"--json"_s});
        QCOMPARE(answer.exitCode, 0);
        const QJsonObject found = answer.object();
        QVERIFY(found.value(u"generations").toArray().contains(generation));
        QCOMPARE(found.value(u"certificateSha256").toString(), simulator.pin());
        QCOMPARE(found.value(u"trusted").toBool(true), false);
        QVERIFY(!found.value(u"needs").toArray().isEmpty());
        QVERIFY(!found.value(u"product").toString().isEmpty());
    }

    void authorizesWithLimitsAndCancelsOnUnifi()
    {
        SimulatorProcess simulator({u"--generation"_s, u"unifi-integration"_s, u"--clients"_s,
            u"30"_s, u"--waiting"_s, u"8"_s, u"--seed"_s, u"7"_s});
        QVERIFY(simulator.isReady());
        Cli cli;
        QCOMPARE(cli.add(u"Desk"_s, simulator).exitCode, 0);

        const CliAnswer test = cli.run({u"controller"_s, u"test"_s, u"Desk"_s, u"--secret-env"_s,
            u"GATEHOUSE_TEST_SECRET"_s, u"--json"_s});
        QCOMPARE(test.exitCode, 0);
        QVERIFY(test.object().value(u"capabilities").toObject().value(u"limitData").toBool());
        QVERIFY(!test.object().value(u"capabilities").toObject().value(u"block").toBool(true));

        QVERIFY(!cli.run(on({u"sites"_s})).array().isEmpty());

        const CliAnswer waiting = cli.run(on({u"clients"_s}, {u"--state"_s, u"waiting"_s}));
        QCOMPARE(waiting.exitCode, 0);
        QCOMPARE(waiting.array().size(), 8);
        const QString mac = simulator.waiting(0);
        const CliAnswer found = cli.run(on({u"clients"_s}, {u"--search"_s, mac.right(8)}));
        QCOMPARE(found.array().size(), 1);
        QCOMPARE(found.array().first().toObject().value(u"mac").toString(), mac.toLower());

        const CliAnswer authorized = cli.run(on({u"authorize"_s},
            {u"--mac"_s, mac, u"--minutes"_s, u"120"_s, u"--data-mb"_s, u"500"_s, u"--down-kbps"_s,
                u"5000"_s, u"--guest"_s, u"Anna Lee"_s, u"--room"_s, u"214"_s, u"--reason"_s,
                u"checked in"_s}));
        QCOMPARE(authorized.exitCode, 0);
        QCOMPARE(authorized.object().value(u"outcome").toString(), u"confirmed"_s);
        const QJsonObject got = authorized.object().value(u"got").toObject();
        QCOMPARE(got.value(u"dataMb").toInt(), 500);
        QCOMPARE(got.value(u"downKbps").toInt(), 5000);
        QVERIFY(std::abs(got.value(u"minutes").toInt() - 120) <= 2);
        QVERIFY(!got.contains(u"upKbps"_s));

        const CliAnswer extended = cli.run(on({u"extend"_s},
            {u"--mac"_s, mac, u"--minutes"_s, u"60"_s, u"--reason"_s, u"late check-out"_s}));
        QCOMPARE(extended.exitCode, 0);

        const CliAnswer cancelled
            = cli.run(on({u"cancel"_s}, {u"--mac"_s, mac, u"--reason"_s, u"left"_s}));
        QCOMPARE(cancelled.object().value(u"outcome").toString(), u"confirmed"_s);
        QCOMPARE(cancelled.exitCode, 0);

        const CliAnswer history = cli.run({u"history"_s, u"list"_s, u"--json"_s});
        QCOMPARE(history.exitCode, 0);
        QCOMPARE(history.array().size(), 3);
        const QJsonObject first = history.array().last().toObject();
        QCOMPARE(first.value(u"action").toString(), u"authorize"_s);
        QCOMPARE(first.value(u"guest").toString(), u"Anna Lee"_s);
        QCOMPARE(first.value(u"room").toString(), u"214"_s);
        QCOMPARE(first.value(u"reason").toString(), u"checked in"_s);
        QCOMPARE(first.value(u"outcome").toString(), u"confirmed"_s);
        QVERIFY(!first.value(u"operator").toString().isEmpty());
        QCOMPARE(first.value(u"asked").toObject().value(u"minutes").toInt(), 120);

        const CliAnswer verified = cli.run({u"history"_s, u"verify"_s, u"--json"_s});
        QCOMPARE(verified.exitCode, 0);
        QCOMPARE(verified.object().value(u"ok").toBool(), true);
        QCOMPARE(verified.object().value(u"records").toInt(), 3);
        QCOMPARE(verified.object().value(u"head").toString().size(), 64);
    }

    void authorizesAndCancelsOnOmada()
    {
        SimulatorProcess simulator({u"--generation"_s, u"omada-openapi"_s, u"--clients"_s, u"20"_s,
            u"--waiting"_s, u"5"_s});
        QVERIFY(simulator.isReady());
        Cli cli;
        QCOMPARE(cli.add(u"Desk"_s, simulator).exitCode, 0);
        const QString mac = simulator.waiting(1);

        const CliAnswer authorized = cli.run(on({u"authorize"_s},
            {u"--mac"_s, mac, u"--down-kbps"_s, u"5000"_s, u"--login"_s, u"room-7"_s}));
        QCOMPARE(authorized.object().value(u"outcome").toString(), u"confirmed"_s);
        QCOMPARE(authorized.exitCode, 0);

        const CliAnswer cancelled = cli.run(on({u"cancel"_s}, {u"--login"_s, u"room-7"_s}));
        QCOMPARE(cancelled.exitCode, 0);
        QCOMPARE(cancelled.array().size(), 1);
        QCOMPARE(cancelled.array().first().toObject().value(u"outcome").toString(), u"confirmed"_s);
        const CliAnswer waiting
            = cli.run(on({u"clients"_s}, {u"--state"_s, u"waiting"_s, u"--search"_s, mac}));
        QCOMPARE(waiting.array().size(), 1);
    }

    void readsTheDeviceFromARedirect()
    {
        SimulatorProcess simulator(
            {u"--generation"_s, u"unifi-integration"_s, u"--waiting"_s, u"3"_s});
        QVERIFY(simulator.isReady());
        Cli cli;
        QCOMPARE(cli.add(u"Desk"_s, simulator).exitCode, 0);
        const QString redirect
            = u"http://portal.example/guest/s/default/?ap=00:00:5e:00:53:01&amp;id=%1&t=1&ssid=Guest"_s
                  .arg(simulator.waiting(2));
        const CliAnswer authorized
            = cli.run(on({u"authorize"_s}, {u"--redirect"_s, redirect, u"--minutes"_s, u"30"_s}));
        QCOMPARE(authorized.exitCode, 0);
        QCOMPARE(authorized.object().value(u"mac").toString(), simulator.waiting(2).toLower());
    }

    void exportsHistoryAsCsvAndJsonLines()
    {
        Cli cli;
        const CliAnswer csv = cli.run({u"history"_s, u"export"_s, u"--format"_s, u"csv"_s});
        QCOMPARE(csv.exitCode, 0);
        QVERIFY(csv.out.contains("record,time,action"));
        const CliAnswer lines = cli.run({u"history"_s, u"export"_s, u"--format"_s, u"jsonl"_s});
        QCOMPARE(lines.exitCode, 0);
        QCOMPARE(lines.out.trimmed(), QByteArray(R"({"entries":0,"head":""})"));
    }

    void removesAController()
    {
        SimulatorProcess simulator({u"--generation"_s, u"unifi-integration"_s});
        QVERIFY(simulator.isReady());
        Cli cli;
        QCOMPARE(cli.add(u"Desk"_s, simulator).exitCode, 0);
        QCOMPARE(cli.run({u"controller"_s, u"list"_s, u"--json"_s}).array().size(), 1);
        QCOMPARE(cli.run({u"controller"_s, u"remove"_s, u"Desk"_s}).exitCode, 0);
        QVERIFY(cli.run({u"controller"_s, u"list"_s, u"--json"_s}).array().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCliMainJob)
#include "tst_cli_mainjob.moc"
