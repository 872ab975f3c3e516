#include "programs.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

/// How many devices one guest may have, as a script sets it and meets it.
class TestCliPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_cli = std::make_unique<Cli>();
        m_simulator = std::make_unique<SimulatorProcess>(
            QStringList{u"--generation"_s, u"unifi-integration"_s, u"--clients"_s, u"8"_s,
                u"--waiting"_s, u"4"_s, u"--site"_s, u"Lobby"_s});
        QCOMPARE(m_cli->add(u"Desk"_s, *m_simulator).exitCode, 0);
    }

    void isShownAndSetForAPlace()
    {
        QVERIFY(policy({u"show"_s}).object().isEmpty());
        QCOMPARE(policy({u"set"_s, u"--devices"_s, u"2"_s}).exitCode, 0);
        QCOMPARE(
            policy({u"set"_s, u"--controller"_s, u"Desk"_s, u"--site"_s, u"Lobby"_s,
                       u"--secret-env"_s, u"GATEHOUSE_TEST_SECRET"_s, u"--at-limit"_s, u"refuse"_s})
                .exitCode,
            0);
        const QJsonObject overall = policy({u"show"_s, u"--controller"_s, u"Desk"_s}).object();
        QCOMPARE(overall.value(u"setFor").toString(), u"everywhere"_s);
        QCOMPARE(overall.value(u"policy").toObject().value(u"devices").toInt(), 2);
        const QStringList site{u"--controller"_s, u"Desk"_s, u"--site"_s, u"Lobby"_s,
            u"--secret-env"_s, u"GATEHOUSE_TEST_SECRET"_s};
        const QJsonObject own = policy(QStringList{u"show"_s} + site).object();
        QCOMPARE(own.value(u"setFor").toString(), u"site"_s);
        QCOMPARE(own.value(u"policy").toObject().value(u"devices").toInt(), 2);
        QCOMPARE(own.value(u"policy").toObject().value(u"atLimit").toString(), u"refuse"_s);
        QCOMPARE(policy(QStringList{u"set"_s, u"--off"_s} + site).exitCode, 0);
        QCOMPARE(policy(QStringList{u"show"_s} + site).object().value(u"setFor").toString(),
            u"everywhere"_s);
    }

    void whatCannotBeMeantEndsWith2_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("nothing") << QStringList{};
        QTest::newRow("no devices") << QStringList{u"--devices"_s, u"0"_s};
        QTest::newRow("a word") << QStringList{u"--at-limit"_s, u"block"_s};
        QTest::newRow("both") << QStringList{u"--off"_s, u"--devices"_s, u"1"_s};
        QTest::newRow("a site of nobody") << QStringList{u"--site"_s, u"Lobby"_s, u"--off"_s};
    }
    void whatCannotBeMeantEndsWith2()
    {
        QFETCH(QStringList, arguments);
        QCOMPARE(policy(QStringList{u"set"_s} + arguments).exitCode, 2);
    }

    void authorizeEndsTheOldDeviceFirst()
    {
        QCOMPARE(policy({u"set"_s, u"--devices"_s, u"1"_s}).exitCode, 0);
        QCOMPARE(authorize(0).exitCode, 0);
        const CliAnswer second = authorize(1);
        QVERIFY2(second.exitCode == 0, (second.out + second.err).constData());
        const QJsonArray cancelled = second.object().value(u"cancelled").toArray();
        QCOMPARE(cancelled.size(), 1);
        QCOMPARE(cancelled.first().toObject().value(u"mac").toString(),
            m_simulator->waiting(0).toLower());
        QCOMPARE(cancelled.first().toObject().value(u"outcome").toString(), u"confirmed"_s);
        const QJsonArray history = m_cli->run({u"history"_s, u"list"_s, u"--json"_s}).array();
        QCOMPARE(history.size(), 3);
        const QJsonObject cancel = history.at(1).toObject();
        QCOMPARE(cancel.value(u"action").toString(), u"cancel"_s);
        QVERIFY(cancel.value(u"reason").toString().contains(m_simulator->waiting(1).toLower()));

        const CliAnswer ended = m_cli->run(on({u"cancel"_s}, {u"--login"_s, u"anna"_s}));
        QCOMPARE(ended.exitCode, 0);
        QCOMPARE(ended.array().size(), 1);
        QCOMPARE(ended.array().first().toObject().value(u"mac").toString(),
            m_simulator->waiting(1).toLower());
        QCOMPARE(m_cli->run(on({u"cancel"_s}, {u"--login"_s, u"anna"_s})).exitCode, 5);
    }

    void refusingNamesTheDevicesAndEndsWith1()
    {
        QCOMPARE(authorize(0).exitCode, 0);
        const CliAnswer refused
            = authorize(1, {u"--devices"_s, u"1"_s, u"--at-limit"_s, u"refuse"_s});
        QCOMPARE(refused.exitCode, 1);
        QCOMPARE(refused.object().value(u"outcome").toString(), u"failed"_s);
        QCOMPARE(refused.object().value(u"heldBy").toArray().first().toString(),
            m_simulator->waiting(0).toLower());
        QCOMPARE(m_cli->run({u"history"_s, u"list"_s, u"--json"_s}).array().size(), 1);
        QCOMPARE(authorize(1, {u"--devices"_s, u"2"_s}).exitCode, 0);
    }

private:
    CliAnswer policy(const QStringList &arguments)
    {
        return m_cli->run(QStringList{u"policy"_s} + arguments + QStringList{u"--json"_s});
    }
    static QStringList on(const QStringList &command, const QStringList &more)
    {
        return command
            + QStringList{u"--controller"_s, u"Desk"_s, u"--secret-env"_s,
                u"GATEHOUSE_TEST_SECRET"_s, u"--json"_s}
        + more;
    }
    CliAnswer authorize(int device, const QStringList &more = {})
    {
        return m_cli->run(on({u"authorize"_s},
            QStringList{u"--mac"_s, m_simulator->waiting(device), u"--minutes"_s, u"60"_s,
                u"--login"_s, u"anna"_s}
                + more));
    }

    std::unique_ptr<Cli> m_cli;
    std::unique_ptr<SimulatorProcess> m_simulator;
};

QTEST_GUILESS_MAIN(TestCliPolicy)
#include "tst_cli_policy.moc"
