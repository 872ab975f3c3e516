#include "programs.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

/// A run with a marker secret leaves no trace of it outside of the keychain.
class TestCliSecrets : public QObject
{
    Q_OBJECT

private:
    static QStringList filesHolding(const QByteArray &marker, const QString &folder)
    {
        QStringList holding;
        QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(marker))
                holding += file.fileName();
        }
        return holding;
    }

private Q_SLOTS:
    void noSecretReachesAFileALogOrAnOutput_data()
    {
        QTest::addColumn<QString>("generation");
        QTest::newRow("unifi-integration") << u"unifi-integration"_s;
        QTest::newRow("omada-openapi") << u"omada-openapi"_s;
    }
    void noSecretReachesAFileALogOrAnOutput()
    {
        QFETCH(QString, generation);
        QTemporaryDir logs;
        SimulatorProcess simulator(
            {u"--generation"_s, generation, u"--log"_s, logs.filePath(u"requests.jsonl"_s)});
        QVERIFY(simulator.isReady());
        Cli cli;
        cli.environment().insert(u"QT_LOGGING_RULES"_s, u"gatehouse.*=true"_s);
        cli.environment().insert(
            u"QT_FORCE_STDERR_LOGGING"_s, u"1"_s); // Windows has a debugger for it
        const QByteArray marker
            = simulator
                  .credential(generation == u"omada-openapi"_s ? u"clientSecret"_s : u"apiKey"_s)
                  .toUtf8();
        QVERIFY(marker.size() >= 16);

        QByteArray printed;
        const auto note = [&](const CliAnswer &answer) { printed += answer.out + answer.err; };
        note(cli.add(u"Desk"_s, simulator));
        const QStringList how{
            u"--controller"_s, u"Desk"_s, u"--secret-env"_s, u"GATEHOUSE_TEST_SECRET"_s};
        note(cli.run(QStringList{u"clients"_s} + how));
        note(cli.run(QStringList{u"authorize"_s, u"--mac"_s, simulator.waiting(0)} + how));
        note(cli.run(QStringList{u"cancel"_s, u"--mac"_s, simulator.waiting(0)} + how));
        note(cli.run({u"history"_s, u"list"_s, u"--json"_s}));
        cli.setSecret(QString::fromUtf8(marker) + u"-wrong"_s);
        note(cli.run(QStringList{u"sites"_s} + how));

        QVERIFY(printed.contains("gatehouse.net"));
        QVERIFY2(!printed.contains(marker), printed.constData());
        QCOMPARE(filesHolding(marker, cli.home()), QStringList());
        QCOMPARE(filesHolding(marker, logs.path()), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestCliSecrets)
#include "tst_cli_secrets.moc"
