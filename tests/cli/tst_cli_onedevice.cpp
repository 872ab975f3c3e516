#include "programs.h"
#include "sim/simulatorthread.h"
#include "support/postgresserver.h"

#include <QJsonArray>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 90'000;

/// A session table in a file; the operator's own program writes into it.
class FileTable
{
public:
    explicit FileTable(const QString &path)
        : m_path(path)
    {
    }
    [[nodiscard]] QString url() const { return u"sqlite://"_s + m_path; }
    [[nodiscard]] bool run(const QString &sql) const
    {
        bool done = false;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"table"_s);
            database.setDatabaseName(m_path);
            done = database.open() && QSqlQuery(database).exec(sql);
        }
        QSqlDatabase::removeDatabase(u"table"_s);
        return done;
    }

private:
    QString m_path;
};

/// Every generation with every database, and a controller that is away for a whole minute.
bool isLong()
{
    return qEnvironmentVariableIsSet("GATEHOUSE_LONG");
}

const QString columns = u"login text, mac text, since bigint"_s;

} // namespace

/// One device per login from the back end: real programs, a simulated controller, the operator's
/// session table in a file and in a real PostgreSQL server.
class TestCliOneDevice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<PostgresServer>();
        QVERIFY2(m_server->trouble().isEmpty(), qPrintable(m_server->trouble()));
    }
    void cleanup()
    {
        m_watch.reset();
        m_simulators.reset();
    }

    void aLoginThatMovesBetweenDevicesKeepsTheNewestOnly_data()
    {
        QTest::addColumn<QString>("generation");
        QTest::addColumn<bool>("onServer");
        for (const auto &generation : {u"unifi-integration"_s, u"omada-openapi"_s})
            for (const bool onServer : {false, true})
                if (isLong() || onServer == (generation == u"unifi-integration"_s))
                    QTest::addRow(
                        "%s, %s", qPrintable(generation), onServer ? "PostgreSQL" : "SQLite")
                        << generation << onServer;
    }
    void aLoginThatMovesBetweenDevicesKeepsTheNewestOnly()
    {
        QFETCH(QString, generation);
        QFETCH(bool, onServer);
        open(generation, onServer);
        session(0);
        watch();
        session(1);
        QTRY_COMPARE_WITH_TIMEOUT(outcomes(), QStringList{u"confirmed"_s}, patienceMs);
        QVERIFY(!isIn(0));
        QVERIFY(isIn(1));

        // The controller is away while the login moves on, and the second device falls asleep.
        simulate([](Simulator &simulator) { simulator.goOffline(); });
        QTRY_VERIFY_WITH_TIMEOUT(said().contains("goes on asking"), patienceMs);
        simulate([this](Simulator &simulator) { simulator.leave(mac(1)); });
        session(2);
        if (isLong())
            QTest::qWait(60'000); // the minute away is what is tried
        bool isBack = false;
        simulate([&isBack](Simulator &simulator) { isBack = simulator.comeOnline(); });
        QVERIFY(isBack);
        QTRY_VERIFY_WITH_TIMEOUT(said().contains("answers again"), patienceMs);
        simulate([this](Simulator &simulator) { simulator.comeBack(mac(1)); });
        QTRY_COMPARE_WITH_TIMEOUT(
            outcomes(), (QStringList{u"confirmed"_s, u"confirmed"_s}), patienceMs);
        QVERIFY(!isIn(1));

        QCOMPARE(interrupted(), 0);
        QCOMPARE(enforced().exitCode, 0);
        QVERIFY(isIn(2));
        QVERIFY(!isIn(0));
        simulate([](Simulator &simulator) { QCOMPARE(simulator.actions(), 2); });
        compareHistory();
        nobodyIsBlocked();
    }

    void aDryRunTellsAndDoesNothing()
    {
        open(u"unifi-integration"_s, false);
        session(0);
        session(1);
        const CliAnswer answer = enforced({u"--dry-run"_s, u"--json"_s});
        QCOMPARE(answer.exitCode, 0);
        const QJsonArray would = answer.object().value(u"wouldCancel").toArray();
        QCOMPARE(would.size(), 1);
        QCOMPARE(would.first().toObject().value(u"mac").toString(), mac(0));
        QCOMPARE(would.first().toObject().value(u"newest").toString(), mac(1));
        QVERIFY(isIn(0));
        simulate([](Simulator &simulator) { QCOMPARE(simulator.actions(), 0); });
        QCOMPARE(enforced({u"--devices"_s, u"2"_s, u"--json"_s}).exitCode, 0);
        QVERIFY(isIn(0));
    }

    void rowsThatTellNothingAreNamedAndHinderNobody()
    {
        open(u"unifi-integration"_s, false);
        session(0);
        session(1);
        QVERIFY(table(u"INSERT INTO %1 VALUES ('anna', 'a phone', 1)"_s));
        const CliAnswer answer = enforced({u"--json"_s});
        QVERIFY2(answer.exitCode == 0, answer.err.constData());
        QVERIFY(answer.err.contains("a phone"));
        QCOMPARE(answer.object().value(u"badRows").toArray().size(), 1);
        QCOMPARE(answer.object().value(u"cancelled").toArray().size(), 1);
        QVERIFY(!isIn(0));
    }

    void aTieIsTold()
    {
        open(u"unifi-integration"_s, false);
        session(0);
        session(1);
        QVERIFY(table(u"UPDATE %1 SET since = 1772373600"_s));
        const CliAnswer answer = enforced();
        QCOMPARE(answer.exitCode, 0);
        QVERIFY(answer.err.contains("since the same time"));
        const bool firstIsHigher = mac(0) > mac(1);
        QCOMPARE(isIn(0), firstIsHigher);
        QCOMPARE(isIn(1), !firstIsHigher);
    }

    void whatCannotBeAskedEndsWithItsCode_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        const QString query = u"SELECT login, mac, since FROM t"_s;
        QTest::newRow("password in the address")
            << QStringList{u"--session-db"_s, u"postgresql://u:marker@h/d"_s, u"--query"_s, query}
            << 2;
        QTest::newRow("unknown kind")
            << QStringList{u"--session-db"_s, u"oracle://h/d"_s, u"--query"_s, query} << 2;
        QTest::newRow("nothing there")
            << QStringList{u"--session-db"_s, u"sqlite:///nonexistent/x.db"_s, u"--query"_s, query}
            << 3;
        QTest::newRow("no variable") << QStringList{u"--session-db"_s, u"sqlite:x.db"_s,
            u"--query"_s, query, u"--db-secret-env"_s, u"NOT_SET_HERE"_s}
                                     << 2;
        QTest::newRow("no such controller") << QStringList{u"--session-db"_s, u"sqlite:x.db"_s,
            u"--query"_s, query, u"--controller"_s, u"Nowhere"_s}
                                            << 5;
    }
    void whatCannotBeAskedEndsWithItsCode()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        open(u"unifi-integration"_s, false);
        const CliAnswer answer = m_cli->run(QStringList{u"enforce"_s} + arguments);
        QCOMPARE(answer.exitCode, code);
        QVERIFY(!answer.err.isEmpty());
        QVERIFY(!answer.err.contains("marker"));
    }

    void aDatabaseThatIsAwayIsWaitedForAndARefusedPasswordIsNot()
    {
        open(u"unifi-integration"_s, true);
        session(0);
        session(1);
        m_server->stop();
        watch();
        QTRY_VERIFY_WITH_TIMEOUT(said().contains("goes on asking"), patienceMs);
        QVERIFY(isIn(0));
        m_server->start();
        QVERIFY2(m_server->trouble().isEmpty(), qPrintable(m_server->trouble()));
        QTRY_VERIFY_WITH_TIMEOUT(!isIn(0), patienceMs);
        QCOMPARE(said().count("goes on asking"), 1);
        QCOMPARE(interrupted(), 0);

        m_cli->environment().insert(u"GATEHOUSE_TEST_TABLE"_s, u"wrong-marker"_s);
        const CliAnswer refused = enforced({u"--watch"_s});
        QCOMPARE(refused.exitCode, 4);
        QVERIFY(!refused.err.contains("wrong-marker"));
    }

    void aQueryThatWritesIsRefused()
    {
        open(u"unifi-integration"_s, true);
        session(0);
        const CliAnswer answer = m_cli->run(QStringList{u"enforce"_s, u"--session-db"_s, m_url,
            u"--db-secret-env"_s, u"GATEHOUSE_TEST_TABLE"_s, u"--controller"_s, u"Desk"_s,
            u"--query"_s, u"DELETE FROM %1 RETURNING login, mac, since"_s.arg(m_table)});
        QCOMPARE(answer.exitCode, 2);
        QVERIFY(table(u"SELECT 1 / count(*) FROM %1"_s)); // the row is still there
    }

private:
    void open(const QString &generation, bool onServer)
    {
        m_cli = std::make_unique<Cli>();
        m_said.clear();
        m_simulators = std::make_unique<SimulatorThread>();
        SimulatorOptions options;
        options.generation = generation;
        options.clients = 8;
        options.waiting = 4;
        options.reconnectSeconds = 1;
        options.sites = {u"Lobby"_s};
        const auto started = m_simulators->startAndWait({options});
        QVERIFY2(started, qPrintable(started ? QString() : started.error()));
        m_waiting = started->first().waiting;
        QCOMPARE(m_cli->add(u"Desk"_s, started->first().toJson()).exitCode, 0);
        m_cli->environment().insert(u"GATEHOUSE_TEST_TABLE"_s, m_server->password());
        m_onServer = onServer;
        m_table = u"session_%1"_s.arg(++m_tables);
        m_file = std::make_unique<FileTable>(m_cli->home() + u"/sessions.db"_s);
        m_url = onServer ? m_server->url() : m_file->url();
        QVERIFY(table(u"CREATE TABLE %1 ("_s + columns + u')'));
    }

    /// Runs SQL with %1 for the table's name, as the operator.
    bool table(const QString &sql)
    {
        const QString whole = sql.arg(m_table);
        if (!m_onServer)
            return m_file->run(whole);
        const QString trouble = m_server->run(whole);
        if (!trouble.isEmpty())
            qInfo("%s", qPrintable(trouble));
        return trouble.isEmpty();
    }

    void simulate(const std::function<void(Simulator &)> &work) { m_simulators->with(0, work); }

    [[nodiscard]] QString mac(int device) const
    {
        return QString(m_waiting.at(device)).replace(u'-', u':').toLower();
    }
    [[nodiscard]] bool isIn(int device)
    {
        bool result = false;
        simulate([&](Simulator &simulator) { result = simulator.isAuthorized(mac(device)); });
        return result;
    }

    /// The operator's portal lets the device in, and notes the login on it.
    void session(int device)
    {
        simulate(
            [&](Simulator &simulator) { QVERIFY(simulator.authorizeByOthers(mac(device), 600)); });
        QVERIFY(table(u"INSERT INTO %1 VALUES ('anna', '%2', %3)"_s.arg(
            u"%1"_s, mac(device), QString::number(1'772'373'600 + device))));
    }

    [[nodiscard]] QStringList call(const QStringList &more) const
    {
        return QStringList{u"enforce"_s, u"--session-db"_s, m_url, u"--query"_s,
                   u"SELECT login, mac, since FROM "_s + m_table, u"--controller"_s, u"Desk"_s,
                   u"--db-secret-env"_s, u"GATEHOUSE_TEST_TABLE"_s, u"--secret-env"_s,
                   u"GATEHOUSE_TEST_SECRET"_s}
        + more;
    }
    CliAnswer enforced(const QStringList &more = {}) { return m_cli->run(call(more)); }

    void watch()
    {
        m_watch = m_cli->start(call({u"--watch"_s, u"--every"_s, u"1"_s}));
        QVERIFY(m_watch->waitForStarted());
    }
    /// Everything that the watch said on standard error so far.
    QByteArray said()
    {
        m_watch->waitForReadyRead(10);
        m_said += m_watch->readAllStandardError();
        return m_said;
    }
    int interrupted()
    {
        ::kill(pid_t(m_watch->processId()), SIGINT);
        return m_watch->waitForFinished(patienceMs) ? m_watch->exitCode() : -1;
    }

    [[nodiscard]] QStringList outcomes()
    {
        QStringList result;
        const QJsonArray records = m_cli->run({u"history"_s, u"list"_s, u"--json"_s}).array();
        for (const auto &record : records)
            result += record.toObject().value(u"outcome").toString();
        return result;
    }

    void compareHistory()
    {
        const QJsonArray records
            = m_cli->run({u"history"_s, u"list"_s, u"--json"_s}).array(); // newest first
        QCOMPARE(records.size(), 2);
        for (int i = 0; i < 2; ++i) {
            const QJsonObject record = records.at(1 - i).toObject();
            QCOMPARE(record.value(u"action").toString(), u"cancel"_s);
            QCOMPARE(record.value(u"outcome").toString(), u"confirmed"_s);
            QCOMPARE(record.value(u"mac").toString(), mac(i));
            QCOMPARE(record.value(u"login").toString(), u"anna"_s);
            QVERIFY(record.value(u"reason").toString().contains(mac(i + 1)));
        }
    }

    /// Who was cancelled may authenticate again: it comes back, and waits.
    void nobodyIsBlocked()
    {
        const auto waits = [this](int device) {
            const CliAnswer answer = m_cli->run({u"clients"_s, u"--controller"_s, u"Desk"_s,
                u"--secret-env"_s, u"GATEHOUSE_TEST_SECRET"_s, u"--state"_s, u"waiting"_s,
                u"--search"_s, mac(device), u"--json"_s});
            return answer.array().size() == 1;
        };
        for (const int device : {0, 1})
            QTRY_VERIFY_WITH_TIMEOUT(waits(device), patienceMs);
    }

    std::unique_ptr<PostgresServer> m_server;
    std::unique_ptr<SimulatorThread> m_simulators;
    std::unique_ptr<Cli> m_cli;
    std::unique_ptr<FileTable> m_file;
    std::unique_ptr<QProcess> m_watch;
    QByteArray m_said;
    QStringList m_waiting;
    QString m_url;
    QString m_table;
    int m_tables = 0;
    bool m_onServer = false;
};

QTEST_GUILESS_MAIN(TestCliOneDevice)
#include "tst_cli_onedevice.moc"
