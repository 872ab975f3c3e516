#include "httpsclient.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QString program()
{
    return qEnvironmentVariable("GATEHOUSE_BIN_DIR") + u"/gatehouse-simulator"_s;
}

} // namespace

class TestSimProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void itSaysInOneLineWhatIsNeededToUseIt_data()
    {
        QTest::addColumn<QString>("generation");
        QTest::addColumn<QStringList>("credentials");
        const QStringList all{u"apiKey"_s, u"password"_s, u"user"_s};
        QTest::newRow("UniFi") << u"unifi-integration"_s << all;
        QTest::newRow("UniFi, classic") << u"unifi-classic"_s << all;
        const QStringList both{u"clientId"_s, u"clientSecret"_s, u"password"_s, u"user"_s};
        QTest::newRow("Omada") << u"omada-openapi"_s << both;
        QTest::newRow("Omada's portal") << u"omada5"_s << both;
        const QStringList account{u"password"_s, u"user"_s};
        QTest::newRow("Omada 4") << u"omada4"_s << account;
        QTest::newRow("Omada 3") << u"omada3"_s << account;
        QTest::newRow("EAP 2") << u"eap2"_s << account;
    }
    void itSaysInOneLineWhatIsNeededToUseIt()
    {
        QFETCH(QString, generation);
        QFETCH(QStringList, credentials);
        const QJsonObject ready = start({u"--generation"_s, generation, u"--waiting"_s, u"4"_s});
        QCOMPARE(ready.keys(),
            (QStringList{u"certificateSha256"_s, u"credentials"_s, u"generation"_s, u"redirects"_s,
                u"sites"_s, u"url"_s, u"version"_s, u"waiting"_s}));
        QCOMPARE(ready.value(u"generation"_s).toString(), generation);
        QCOMPARE(ready.value(u"credentials"_s).toObject().keys(), credentials);
        QCOMPARE(ready.value(u"waiting"_s).toArray().size(), 4);
        QVERIFY(!ready.value(u"sites"_s).toArray().isEmpty());
        const HttpsClient client(QUrl(ready.value(u"url"_s).toString()));
        QCOMPARE(QString::fromLatin1(client.certificateSha256().toHex()),
            ready.value(u"certificateSha256"_s).toString());
    }

#ifndef Q_OS_WIN // where nobody can ask a program without a window
    void itStopsCleanlyWhenAsked()
    {
        QVERIFY(!start({u"--generation"_s, u"unifi-integration"_s, u"--port"_s, u"0"_s}).isEmpty());
        m_process.terminate();
        QVERIFY(m_process.waitForFinished());
        QCOMPARE(m_process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(m_process.exitCode(), 0);
    }
#endif

    void itStopsByItselfAfterItsLifetime()
    {
        QVERIFY(!start({u"--generation"_s, u"omada-openapi"_s, u"--lifetime"_s, u"1"_s}).isEmpty());
        QVERIFY(m_process.waitForFinished());
        QCOMPARE(m_process.exitCode(), 0);
    }

    void itWritesItsLog()
    {
        const QTemporaryDir folder;
        const QString log = folder.filePath(u"requests.jsonl"_s);
        const QJsonObject ready
            = start({u"--generation"_s, u"unifi-integration"_s, u"--log"_s, log});
        (void)ask(QUrl(ready.value(u"url"_s).toString()),
            {"GET", "/proxy/network/integration/v1/info", {}, {}});
        QFile file(log);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject entry = QJsonDocument::fromJson(file.readLine()).object();
        QCOMPARE(entry.value(u"status"_s).toInt(), 401);
        // Windows removes no file that is open.
        m_process.kill();
        QVERIFY(m_process.waitForFinished());
    }

    void wrongUsageEndsWithTwoAndASentence_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const QString g = u"--generation"_s;
        const QString unifi = u"unifi-integration"_s;
        QTest::newRow("nothing") << QStringList();
        QTest::newRow("unknown generation") << QStringList{g, u"semaphore"_s};
        QTest::newRow("unknown option") << QStringList{g, unifi, u"--gremlins"_s};
        QTest::newRow("unknown fault") << QStringList{g, unifi, u"--fault"_s, u"gremlins"_s};
        QTest::newRow("no number") << QStringList{g, unifi, u"--port"_s, u"https"_s};
        QTest::newRow("port too high") << QStringList{g, unifi, u"--port"_s, u"65536"_s};
        QTest::newRow("more wait than are there")
            << QStringList{g, unifi, u"--clients"_s, u"3"_s, u"--waiting"_s, u"4"_s};
        QTest::newRow("too old") << QStringList{g, unifi, u"--version"_s, u"8.0.28"_s};
        QTest::newRow("a stray word") << QStringList{g, unifi, u"please"_s};
        QTest::newRow("log nowhere")
            << QStringList{g, unifi, u"--log"_s, u"/nonexistent/folder/log"_s};
    }
    void wrongUsageEndsWithTwoAndASentence()
    {
        QFETCH(QStringList, arguments);
        m_process.start(program(), arguments);
        QVERIFY(m_process.waitForFinished());
        QCOMPARE(m_process.exitCode(), 2);
        QVERIFY(m_process.readAllStandardOutput().isEmpty());
        QVERIFY(m_process.readAllStandardError().startsWith("gatehouse-simulator: "));
    }

    void helpListsEveryOptionAndFault()
    {
        m_process.start(program(), {u"--help"_s});
        QVERIFY(m_process.waitForFinished());
        QCOMPARE(m_process.exitCode(), 0);
        const QByteArray text = m_process.readAllStandardOutput();
        for (const QByteArray word :
            {"--generation", "--version", "--port", "--clients", "--waiting", "--seed", "--fault",
                "--log", "--lifetime", "clock-skew=SECONDS", "html-502[=TIMES]", "token-expiry"})
            QVERIFY2(text.contains(word), word.constData());
    }

    void cleanup()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

private:
    QJsonObject start(const QStringList &arguments)
    {
        m_process.start(program(), arguments);
        while (!m_process.canReadLine() && m_process.waitForReadyRead())
            continue;
        return QJsonDocument::fromJson(m_process.readLine()).object();
    }

    QProcess m_process;
};

QTEST_GUILESS_MAIN(TestSimProgram)
#include "tst_simprogram.moc"
