#include "programs.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

/// undo, and history settle after a program was killed.
class TestCliUndo : public QObject
{
    Q_OBJECT

private:
    void begin(const QString &generation, const QStringList &more = {})
    {
        m_simulator = std::make_unique<SimulatorProcess>(
            QStringList{u"--generation"_s, generation, u"--clients"_s, u"20"_s, u"--waiting"_s,
                u"6"_s, u"--site"_s, u"Harbour"_s}
            + more);
        QVERIFY(m_simulator->isReady());
        m_cli = std::make_unique<Cli>();
        m_cli->setSecret(m_simulator->credential(u"password"_s));
        const CliAnswer added = call({u"controller"_s, u"add"_s, u"Desk"_s, u"--url"_s,
            m_simulator->url(), u"--pin"_s, m_simulator->pin(), u"--generation"_s, generation,
            u"--user"_s, m_simulator->credential(u"user"_s), u"--no-keychain"_s});
        QVERIFY2(added.exitCode == 0, added.err.constData());
    }

    static QStringList withSecret(const QStringList &arguments)
    {
        return arguments + QStringList{u"--secret-env"_s, u"GATEHOUSE_TEST_SECRET"_s, u"--json"_s};
    }

    CliAnswer call(const QStringList &arguments) { return m_cli->run(withSecret(arguments)); }

    CliAnswer act(const QString &action, const QStringList &more)
    {
        return call(QStringList{action, u"--controller"_s, u"Desk"_s} + more);
    }

    QJsonArray history() { return m_cli->run({u"history"_s, u"list"_s, u"--json"_s}).array(); }

    static QString recordOf(const CliAnswer &answer)
    {
        return QString::number(answer.object().value(u"record").toInteger());
    }

    std::unique_ptr<SimulatorProcess> m_simulator;
    std::unique_ptr<Cli> m_cli;

private Q_SLOTS:
    void cleanup()
    {
        m_cli.reset();
        m_simulator.reset();
    }

    void aCancelIsUndoneOnceWithWhatWasLeft()
    {
        begin(u"unifi-classic"_s);
        const QStringList device{u"--mac"_s, m_simulator->waiting(0)};
        QCOMPARE(act(u"authorize"_s,
                     device
                         + QStringList{u"--minutes"_s, u"120"_s, u"--data-mb"_s, u"500"_s,
                             u"--guest"_s, u"Anna"_s})
                     .exitCode,
            0);
        const CliAnswer cancelled = act(u"cancel"_s, device);
        QCOMPARE(cancelled.exitCode, 0);
        const CliAnswer undone = call({u"undo"_s, recordOf(cancelled)});
        QVERIFY2(undone.exitCode == 0, undone.err.constData());
        const QJsonObject asked = undone.object().value(u"asked").toObject();
        QVERIFY(asked.value(u"minutes").toInt() >= 119 && asked.value(u"minutes").toInt() <= 120);
        QVERIFY(asked.value(u"dataMb").toInt() > 0);
        QCOMPARE(history().first().toObject().value(u"guest").toString(), u"Anna"_s);

        const CliAnswer again = call({u"undo"_s, recordOf(cancelled)});
        QCOMPARE(again.exitCode, 2);
        QCOMPARE(call({u"undo"_s, u"99"_s}).exitCode, 5);
        QCOMPARE(call({u"undo"_s, u"x"_s}).exitCode, 2);
        QCOMPARE(history().size(), 3);
    }

    void anExtensionIsTakenBackWhereAuthorizingReplaces()
    {
        begin(u"unifi-classic"_s);
        const QStringList device{u"--mac"_s, m_simulator->waiting(0)};
        QCOMPARE(act(u"authorize"_s, device + QStringList{u"--minutes"_s, u"60"_s}).exitCode, 0);
        const CliAnswer extended = act(u"extend"_s, device + QStringList{u"--minutes"_s, u"300"_s});
        QCOMPARE(extended.exitCode, 0);
        const CliAnswer undone = call({u"undo"_s, recordOf(extended)});
        QVERIFY2(undone.exitCode == 0, undone.err.constData());
        QVERIFY(
            std::abs(undone.object().value(u"got").toObject().value(u"minutes").toInt() - 60) <= 2);
    }

    void whereThePortalMustSendTheDeviceItSaysSo()
    {
        begin(u"omada5"_s, {u"--version"_s, u"5.15.24"_s});
        const QString redirect
            = m_simulator->ready().value(u"redirects").toArray().first().toString();
        QCOMPARE(
            act(u"authorize"_s, {u"--redirect"_s, redirect, u"--minutes"_s, u"60"_s}).exitCode, 0);
        const CliAnswer cancelled
            = act(u"cancel"_s, {u"--mac"_s, m_simulator->waiting(0), u"--site"_s, u"Harbour"_s});
        QCOMPARE(cancelled.exitCode, 0);
        const CliAnswer undone = call({u"undo"_s, recordOf(cancelled)});
        QCOMPARE(undone.exitCode, 7);
        QCOMPARE(history().size(), 2);
    }

    void aProgramThatWasKilledIsSettledByTheController()
    {
        begin(u"unifi-classic"_s, {u"--fault"_s, u"slow-actions=10000"_s});
        QProcess program;
        program.setProcessEnvironment(m_cli->environment());
        program.start(qEnvironmentVariable("GATEHOUSE_BIN_DIR") + u"/gatehouse-cli"_s,
            withSecret(
                {u"authorize"_s, u"--controller"_s, u"Desk"_s, u"--mac"_s, m_simulator->waiting(0),
                    u"--minutes"_s, u"60"_s, u"--profile"_s, m_cli->profile()}));
        QVERIFY(program.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(history().size() == 1 && isAuthorized(), 20'000);
        QVERIFY(!history().first().toObject().contains(u"outcome"));
        program.kill();
        QVERIFY(program.waitForFinished());

        const CliAnswer settled = call({u"history"_s, u"settle"_s});
        QCOMPARE(settled.exitCode, 0);
        QCOMPARE(settled.array().size(), 1);
        QCOMPARE(settled.array().first().toObject().value(u"outcome").toString(), u"confirmed"_s);
        QCOMPARE(call({u"history"_s, u"settle"_s}).array().size(), 0);
        QCOMPARE(m_cli->run({u"history"_s, u"verify"_s}).exitCode, 0);
    }

    void whoseControllerIsAwayIsUnknown()
    {
        begin(u"unifi-classic"_s, {u"--fault"_s, u"slow-actions=10000"_s});
        QProcess program;
        program.setProcessEnvironment(m_cli->environment());
        program.start(qEnvironmentVariable("GATEHOUSE_BIN_DIR") + u"/gatehouse-cli"_s,
            withSecret({u"authorize"_s, u"--controller"_s, u"Desk"_s, u"--mac"_s,
                m_simulator->waiting(0), u"--profile"_s, m_cli->profile()}));
        QTRY_COMPARE_WITH_TIMEOUT(history().size(), 1, 20'000);
        program.kill();
        QVERIFY(program.waitForFinished());
        m_simulator.reset();
        const CliAnswer settled = call({u"history"_s, u"settle"_s});
        QCOMPARE(settled.exitCode, 0);
        QCOMPARE(settled.array().first().toObject().value(u"outcome").toString(), u"unknown"_s);
    }

private:
    bool isAuthorized()
    {
        const QJsonArray clients = act(u"clients"_s, {u"--state"_s, u"authorized"_s}).array();
        return std::ranges::any_of(clients, [this](const QJsonValue &client) {
            return client.toObject().value(u"mac").toString().compare(
                       m_simulator->waiting(0), Qt::CaseInsensitive)
                == 0;
        });
    }
};

QTEST_GUILESS_MAIN(TestCliUndo)
#include "tst_cli_undo.moc"
