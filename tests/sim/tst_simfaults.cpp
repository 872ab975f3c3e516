#include "unificonsole.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The id of the first guest who waits, asked for before anything goes wrong.
QString waitingId(const UnifiConsole &console)
{
    return console.clientWithMac(console.firstWaiting()).value(u"id"_s).toString();
}

} // namespace

class TestSimFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aWrongFaultIsNamedInASentence_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("unknown") << u"gremlins"_s;
        QTest::newRow("argument missing") << u"slow"_s;
        QTest::newRow("no number") << u"slow=soon"_s;
        QTest::newRow("below zero") << u"slow=-5"_s;
        QTest::newRow("takes none") << u"valid-stuck=3"_s;
        QTest::newRow("nothing") << QString();
    }
    void aWrongFaultIsNamedInASentence()
    {
        QFETCH(QString, text);
        SimulatorOptions options;
        options.faults = QStringList{text};
        const auto simulator = Simulator::start(options);
        QVERIFY(!simulator);
        QVERIFY(simulator.error().endsWith(u'.'));
    }

    void everyFaultHasANameAndALineOfHelp()
    {
        for (const FaultNote &note : allFaults()) {
            Faults faults;
            QString text = QString::fromLatin1(note.name);
            if (note.argument)
                text += u"=2"_s;
            QVERIFY2(!faults.add(text), note.name);
            QVERIFY(faults.has(note.fault));
            QVERIFY(qstrlen(note.text) > 0);
        }
    }

    void anAnswerIsSpoiledAsOftenAsAsked_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("502") << u"html-502=2"_s << 502 << QByteArray("<html>");
        QTest::newRow("503") << u"empty-503=2"_s << 503 << QByteArray();
        QTest::newRow("sign-in page") << u"login-page-200=2"_s << 200 << QByteArray("<!doctype");
        QTest::newRow("nothing") << u"empty-200=2"_s << 200 << QByteArray();
        QTest::newRow("broken off") << u"bad-json=2"_s << 200 << QByteArray("{\"appli");
        QTest::newRow("deep") << u"deep-json=2"_s << 200 << QByteArray("{\"data\":[[[[[[");
    }
    void anAnswerIsSpoiledAsOftenAsAsked()
    {
        QFETCH(QString, fault);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        UnifiConsole console;
        QVERIFY(!console.simulator().addFault(fault));
        for (int i = 0; i < 2; ++i) {
            const RawAnswer answer = console.ask(console.get("/info"));
            QVERIFY(answer.complete);
            QCOMPARE(answer.status, status);
            QVERIFY(body.isEmpty() ? answer.body.isEmpty() : answer.body.startsWith(body));
            QVERIFY(QJsonDocument::fromJson(answer.body).isNull());
        }
        QVERIFY(console.ask(console.get("/info")).json().contains(u"applicationVersion"_s));
    }

    void theConnectionIsCutBeforeAnythingHappened()
    {
        UnifiConsole console;
        const QString id = waitingId(console);
        QVERIFY(!console.simulator().addFault(u"cut-before=1"_s));
        QCOMPARE(console.act(id, UnifiConsole::authorize).status, 0);
        QVERIFY(!isAuthorized(console.detail(id)));
        QCOMPARE(console.simulator().actions(), 0);
    }

    void theConnectionIsCutAfterTheActionTookEffect()
    {
        UnifiConsole console;
        const QString id = waitingId(console);
        QVERIFY(!console.simulator().addFault(u"cut-after-action"_s));
        QCOMPARE(console.act(id, UnifiConsole::authorize).status, 0);
        QVERIFY(isAuthorized(console.detail(id)));
        QCOMPARE(console.simulator().actions(), 1);
    }

    void aBodyIsCutInTheMiddle()
    {
        UnifiConsole console;
        QVERIFY(!console.simulator().addFault(u"truncated-body"_s));
        const RawAnswer answer = console.ask(console.get("/info"));
        QCOMPARE(answer.status, 200);
        QVERIFY(!answer.complete);
    }

    void aHangingConnectionStaysOpenAndSilent()
    {
        UnifiConsole console;
        QVERIFY(!console.simulator().addFault(u"hang=1"_s));
        HttpsClient client(console.simulator().url());
        QSignalSpy asked(&console.simulator(), &Simulator::answered);
        client.send(console.get("/info").toWire());
        QTRY_COMPARE(asked.size(), 1);
        QCOMPARE(client.read(50).status, 0);
        QVERIFY(client.isOpen());
    }

    void aSlowAnswerComesLaterAndHoldsUpNobodyElse()
    {
        UnifiConsole console;
        QVERIFY(!console.simulator().addFault(u"slow=150"_s));
        HttpsClient slow(console.simulator().url());
        HttpsClient other(console.simulator().url());
        QElapsedTimer timer;
        timer.start();
        slow.send(console.get("/info").toWire());
        other.send(console.get("/info").toWire());
        QCOMPARE(slow.read().status, 200);
        QCOMPARE(other.read().status, 200);
        QVERIFY(timer.elapsed() >= 140);
        QVERIFY(timer.elapsed() < 290);
    }

    void theStateShowsAnActionLater()
    {
        UnifiConsole console;
        const QString id = waitingId(console);
        QVERIFY(!console.simulator().addFault(u"confirm-delay=30"_s));
        QCOMPARE(console.act(id, UnifiConsole::authorize).status, 200);
        QVERIFY(!isAuthorized(console.detail(id)));
        console.simulator().advance(31s);
        QVERIFY(isAuthorized(console.detail(id)));
        QCOMPARE(console.act(id, UnifiConsole::unauthorize).status, 200);
        QVERIFY(isAuthorized(console.detail(id)));
        console.simulator().advance(60s);
        QVERIFY(!isAuthorized(console.detail(id)));
    }

    void theListLagsBehindTheDetail()
    {
        UnifiConsole console;
        const QString id = waitingId(console);
        const QString mac = console.firstWaiting();
        QVERIFY(!console.simulator().addFault(u"list-lag=30"_s));
        QCOMPARE(console.act(id, UnifiConsole::authorize).status, 200);
        QVERIFY(isAuthorized(console.detail(id)));
        QVERIFY(!isAuthorized(console.clientWithMac(mac)));
        console.simulator().advance(31s);
        QVERIFY(isAuthorized(console.clientWithMac(mac)));
    }

    void lessIsGrantedThanAsked()
    {
        UnifiConsole console;
        const QString id = waitingId(console);
        QVERIFY(!console.simulator().addFault(u"wrong-limits"_s));
        const QJsonObject answer
            = console
                  .act(id,
                      R"({"action":"AUTHORIZE_GUEST_ACCESS","timeLimitMinutes":120,"rxRateLimitKbps":4000})")
                  .json();
        const QJsonObject grant = answer.value(u"grantedAuthorization"_s).toObject();
        QCOMPARE(grant.value(u"rxRateLimitKbps"_s).toInt(), 2000);
        console.simulator().advance(61min);
        QVERIFY(!isAuthorized(console.detail(id)));
    }

    void anAcceptedActionDoesNothing()
    {
        UnifiConsole console;
        const QString id = waitingId(console);
        QVERIFY(!console.simulator().addFault(u"ignore-authorize"_s));
        QVERIFY(
            console.act(id, UnifiConsole::authorize).json().contains(u"grantedAuthorization"_s));
        QVERIFY(!isAuthorized(console.detail(id)));
        QCOMPARE(console.simulator().actions(), 0);
    }

    void theControllersClockIsWrong()
    {
        UnifiConsole console;
        QVERIFY(!console.simulator().addFault(u"clock-skew=-7200"_s));
        const RawAnswer answer = console.ask(console.get("/info"));
        QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(answer.headers.value("date")),
            u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
        date.setTimeSpec(Qt::UTC);
        const qint64 behind = date.secsTo(QDateTime::currentDateTimeUtc());
        QVERIFY2(behind >= 7195 && behind <= 7210, qPrintable(QString::number(behind)));
    }

    void tooManyRequestsAreWaitedOut()
    {
        UnifiConsole console;
        QVERIFY(!console.simulator().addFault(u"rate-limit=20"_s));
        const RawAnswer refused = console.ask(console.get("/info"));
        QCOMPARE(refused.status, 429);
        QCOMPARE(refused.headers.value("retry-after"), QByteArray("20"));
        console.simulator().advance(21s);
        QCOMPARE(console.ask(console.get("/info")).status, 200);
    }

    void pagesAreTorn()
    {
        UnifiConsole console;
        QVERIFY(!console.simulator().addFault(u"torn-pages=1"_s));
        const int first = console.clients("limit=5").json().value(u"totalCount"_s).toInt();
        const int second
            = console.clients("limit=5&offset=5").json().value(u"totalCount"_s).toInt();
        const int third
            = console.clients("limit=5&offset=10").json().value(u"totalCount"_s).toInt();
        QCOMPARE(second, first - 1);
        QCOMPARE(third, first);
    }

    void someGuestsRowsDoNotSay()
    {
        UnifiConsole console;
        const auto silent = [&console] {
            const QJsonArray guests = console.clientsWhere("access.type.eq('GUEST')");
            return std::ranges::count_if(guests, [](const QJsonValue &row) {
                return !row.toObject().value(u"access"_s).toObject().contains(u"authorized"_s);
            });
        };
        QCOMPARE(silent(), 0);
        QVERIFY(!console.simulator().addFault(u"missing-authorized"_s));
        QVERIFY(silent() > 0);
    }

    void aCompressedAnswerDoesNotSaySo()
    {
        UnifiConsole console;
        QVERIFY(!console.simulator().addFault(u"gzip-without-header"_s));
        const RawAnswer answer = console.ask(console.get("/info"));
        QVERIFY(answer.body.startsWith("\x1f\x8b"));
        QVERIFY(!answer.headers.contains("content-encoding"));
    }

    void aHugeBodyHasTheSizeThatWasAsked()
    {
        UnifiConsole console;
        QVERIFY(!console.simulator().addFault(u"huge-body=3"_s));
        const RawAnswer answer = console.ask(console.get("/info"));
        QVERIFY(answer.body.size() >= 3 * 1024 * 1024);
        QVERIFY(!QJsonDocument::fromJson(answer.body).isNull());
    }

    void theFirstRequestsAreAnsweredWithoutFaults()
    {
        UnifiConsole console;
        QVERIFY(!console.simulator().addFault(u"html-502"_s));
        QVERIFY(!console.simulator().addFault(u"start-after=2"_s));
        QList<int> statuses;
        for (int i = 0; i < 4; ++i)
            statuses += console.ask(console.get("/info")).status;
        QCOMPARE(statuses, (QList<int>{200, 200, 502, 502}));
    }

    void theHeadOfAnActionsAnswerIsCutWhereAsked()
    {
        UnifiConsole console;
        const QString id = waitingId(console);
        QVERIFY(!console.simulator().addFault(u"cut-head=12"_s));
        QCOMPARE(console.act(id, UnifiConsole::authorize).status, 0);
        QVERIFY(console.simulator().requests().last().value(u"did").toString().endsWith(
            "after 12 bytes of the head"_L1));
        QVERIFY(isAuthorized(console.detail(id)));
        QCOMPARE(console.simulator().actions(), 1);
        QVERIFY(!console.simulator().addFault(u"cut-head=2000"_s)); // no head is as long
        QVERIFY(console.act(id, UnifiConsole::unauthorize).complete);
        QCOMPARE(console.simulator().actions(), 2);
    }

    void theStateCanBeAskedWithoutTheProtocol()
    {
        UnifiConsole console;
        const QString mac = console.firstWaiting();
        const QString id = waitingId(console);
        QVERIFY(!console.simulator().authorizedUntil(mac));
        QCOMPARE(console.act(id, UnifiConsole::authorize).status, 200);
        const auto until = console.simulator().authorizedUntil(mac);
        QVERIFY(until);
        QVERIFY(std::abs(console.simulator().now().secsTo(*until) - 3600) < 10);
        QVERIFY(!console.simulator().isBlocked(mac));
    }

    void theCertificateChangesAfterSomeConnections()
    {
        UnifiConsole console;
        QVERIFY(!console.simulator().addFault(u"certificate-changes=2"_s));
        const QByteArray first = console.simulator().certificateSha256();
        const HttpsClient before(console.simulator().url());
        QCOMPARE(before.certificateSha256(), first);
        const HttpsClient last(console.simulator().url());
        QCOMPARE(last.certificateSha256(), first);
        QTRY_VERIFY(console.simulator().certificateSha256() != first);
        const HttpsClient after(console.simulator().url());
        QCOMPARE(after.certificateSha256(), console.simulator().certificateSha256());
    }

    void aControllerThatWentOfflineComesBackAtTheSamePort()
    {
        UnifiConsole console;
        const QUrl url = console.simulator().url();
        HttpsClient client(url);
        QVERIFY(client.isOpen());
        console.simulator().goOffline();
        QTRY_VERIFY(!client.isOpen());
        QCOMPARE(console.ask(console.get("/info")).status, 0);
        QVERIFY(console.simulator().comeOnline());
        QCOMPARE(console.simulator().url(), url);
        QCOMPARE(console.ask(console.get("/info")).status, 200);
    }

    void theLogHoldsEveryRequestAndNoSecret()
    {
        const QTemporaryDir folder;
        SimulatorOptions options;
        options.logFile = folder.filePath(u"log.jsonl"_s);
        UnifiConsole console(options);
        const QString id = waitingId(console);
        RawRequest marked = console.get("/info?token=MARKER-ONE&access_token=MARKER-TWO");
        marked.headers["Cookie"] = "session=MARKER-THREE";
        (void)console.ask(marked);
        (void)console.act(id, R"({"action":"AUTHORIZE_GUEST_ACCESS","timeLimitMinutes":77})");

        QFile log(options.logFile);
        QVERIFY(log.open(QIODevice::ReadOnly));
        const QByteArray text = log.readAll();
        const QByteArray key
            = console.simulator().info().credentials.value(u"apiKey"_s).toString().toLatin1();
        QVERIFY(!text.contains(key));
        QVERIFY(!text.contains("MARKER"));
        const QList<QByteArray> lines = text.trimmed().split('\n');
        QCOMPARE(lines.size(), console.simulator().requests().size());
        const QJsonObject last = QJsonDocument::fromJson(lines.last()).object();
        QCOMPARE(last.value(u"method"_s).toString(), u"POST"_s);
        QCOMPARE(last.value(u"status"_s).toInt(), 200);
        QCOMPARE(last.value(u"acted"_s).toBool(), true);
        QCOMPARE(
            last.value(u"bodyKeys"_s).toArray(), (QJsonArray{u"action"_s, u"timeLimitMinutes"_s}));
        QVERIFY(last.value(u"did"_s).toString().startsWith("authorized "_L1));
    }
};

QTEST_GUILESS_MAIN(TestSimFaults)
#include "tst_simfaults.moc"
