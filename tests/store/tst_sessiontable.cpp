#include "store/sessiontable.h"
#include "support/postgresserver.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using What = SessionFault::What;

namespace {

const QString everything = u"SELECT login, mac, since FROM session ORDER BY id"_s;

QDateTime utc(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODateWithMs);
}

} // namespace

class TestSessionTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<PostgresServer>();
        QVERIFY2(m_server->trouble().isEmpty(), qPrintable(m_server->trouble()));
        const QString made = m_server->run(
            u"CREATE TABLE session (id serial, login text, mac macaddr, since timestamptz);"
            "INSERT INTO session (login, mac, since) VALUES"
            " ('anna', '02:00:00:00:00:01', '2026-03-01 15:00:00.250+01'),"
            " ('bob', '02:00:00:00:00:02', '2026-03-01 14:00:01+00'),"
            " (NULL, '02:00:00:00:00:03', now())"_s);
        QVERIFY2(made.isEmpty(), qPrintable(made));
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"sessions.db"_s);
    }

    void readsAddresses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<SessionAddress>("address");
        QTest::newRow("file") << u"sqlite:///var/lib/a%20b.db"_s
                              << SessionAddress{u"QSQLITE"_s, {}, -1, u"/var/lib/a b.db"_s, {}, {}};
        QTest::newRow("file here")
            << u"sqlite:a.db"_s << SessionAddress{u"QSQLITE"_s, {}, -1, u"a.db"_s, {}, {}};
        QTest::newRow("drive") << u"sqlite:///C:/a.db"_s
                               << SessionAddress{u"QSQLITE"_s, {}, -1, u"C:/a.db"_s, {}, {}};
        QTest::newRow("postgresql")
            << u"postgresql://u@h:5433/d?sslmode=require"_s
            << SessionAddress{u"QPSQL"_s, u"h"_s, 5433, u"d"_s, u"u"_s, u"require"_s};
        QTest::newRow("mysql") << u"mysql://u@h/d"_s
                               << SessionAddress{u"QMYSQL"_s, u"h"_s, -1, u"d"_s, u"u"_s, {}};
        QTest::newRow("odbc") << u"odbc:Portal"_s
                              << SessionAddress{u"QODBC"_s, {}, -1, u"Portal"_s, {}, {}};
    }
    void readsAddresses()
    {
        QFETCH(QString, text);
        QFETCH(SessionAddress, address);
        const auto read = readSessionAddress(text);
        QVERIFY(read);
        QVERIFY(*read == address);
    }

    void refusesAddresses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<SessionFault::What>("what");
        QTest::newRow("password") << u"postgresql://u:p@h/d"_s << What::HoldsPassword;
        QTest::newRow("password behind") << u"mysql://u@h/d?password=p"_s << What::HoldsPassword;
        QTest::newRow("odbc password") << u"odbc:DSN=x;Pwd=p"_s << What::HoldsPassword;
        QTest::newRow("scheme") << u"oracle://u@h/d"_s << What::SchemeUnknown;
        QTest::newRow("no database") << u"postgresql://u@h"_s << What::AddressUnreadable;
        QTest::newRow("an option that would write")
            << u"postgresql://u@h/d?options=-cx"_s << What::AddressUnreadable;
        QTest::newRow("no file") << u"sqlite:"_s << What::AddressUnreadable;
        QTest::newRow("nothing") << QString() << What::AddressUnreadable;
    }
    void refusesAddresses()
    {
        QFETCH(QString, text);
        QFETCH(SessionFault::What, what);
        const auto read = readSessionAddress(text);
        QVERIFY(!read);
        QCOMPARE(read.error().what, what);
        QVERIFY(!read.error().detail.contains(u"p@"_s));
    }

    void readsAFile()
    {
        fill({u"'anna', '02-00-00-00-00-01', '2026-03-01T14:00:00Z'"_s,
            u"'anna', '0200.0000.0002', '2026-03-01T15:00:01+01:00'"_s,
            u"'bob', '020000000003', 1772373602"_s, u"'bob', '020000000004', '1772373603.5'"_s,
            u"'bob', '020000000005', '2026-03-01 14:00:04'"_s});
        const auto table = readSessions(address(), {}, everything);
        QVERIFY(table);
        QVERIFY(table->badRows.isEmpty());
        QCOMPARE(table->sessions.size(), 5);
        QCOMPARE(table->sessions.at(0).login, u"anna"_s);
        const QStringList times{u"2026-03-01T14:00:00Z"_s, u"2026-03-01T14:00:01Z"_s,
            u"2026-03-01T14:00:02Z"_s, u"2026-03-01T14:00:03.500Z"_s, u"2026-03-01T14:00:04Z"_s};
        for (qsizetype i = 0; i < times.size(); ++i) {
            QCOMPARE(table->sessions.at(i).since, utc(times.at(i)));
            QCOMPARE(
                table->sessions.at(i).mac, MacAddress(0x02'00'00'00'00'00ULL + quint64(i) + 1));
        }
    }

    void columnsGoByTheirNames()
    {
        fill({u"'anna', '020000000001', 1772373602"_s});
        const auto table = readSessions(address(), {},
            u"SELECT since AS SINCE, 1 AS more, mac AS Mac, login AS Login FROM session"_s);
        QVERIFY(table);
        QCOMPARE(table->sessions.size(), 1);
        const auto without = readSessions(address(), {}, u"SELECT login, mac FROM session"_s);
        QVERIFY(!without);
        QVERIFY(without.error() == (SessionFault{What::ColumnMissing, u"since"_s}));
    }

    void rowsThatTellNothingAreNamedAndHinderNobody()
    {
        fill(
            {u"' ', '020000000001', 1"_s, u"'anna', 'phone', 1"_s, u"'anna', '020000000001', '?'"_s,
                u"'anna', '020000000001', NULL"_s, u"'anna', '020000000001', 1772373602"_s});
        const auto table = readSessions(address(), {}, everything);
        QVERIFY(table);
        QCOMPARE(table->sessions.size(), 1);
        using Column = BadSessionRow::Column;
        QVERIFY(table->badRows
            == (QList<BadSessionRow>{{1, Column::Login, u" "_s}, {2, Column::Mac, u"phone"_s},
                {3, Column::Since, u"?"_s}, {4, Column::Since, {}}}));
    }

    void nobodyWritesIntoAFile_data() { writes(); }
    void nobodyWritesIntoAFile()
    {
        QFETCH(QString, sql);
        fill({u"'anna', '020000000001', 1"_s});
        const auto refused = readSessions(address(), {}, sql);
        QVERIFY(!refused);
        QCOMPARE(refused.error().what, What::QueryRefused);
        QCOMPARE(readSessions(address(), {}, everything)->sessions.size(), 1);
    }

    void aFileThatIsNotThereIsAway()
    {
        const auto missing = readSessions(address(), {}, everything);
        QVERIFY(!missing);
        QCOMPARE(missing.error().what, What::Away);
        QVERIFY(!QFile::exists(m_path));
    }

    void aMissingDriverIsNamed()
    {
        const SessionAddress nowhere{u"QNOSUCH"_s, {}, -1, u"x"_s, {}, {}};
        const auto missing = readSessions(nowhere, {}, everything);
        QVERIFY(!missing);
        QCOMPARE(missing.error().what, What::DriverMissing);
        QCOMPARE(packageOf(u"QPSQL"_s), u"libqt6sql6-psql"_s);
    }

    void readsAServer()
    {
        const auto table = readSessions(server(), password(), everything);
        QVERIFY2(table, qPrintable(table ? QString() : table.error().detail));
        QCOMPARE(table->sessions.size(), 2);
        QCOMPARE(table->sessions.at(0).since, utc(u"2026-03-01T14:00:00.250Z"_s));
        QCOMPARE(table->sessions.at(1).since, utc(u"2026-03-01T14:00:01Z"_s));
        QCOMPARE(table->sessions.at(1).mac, MacAddress(0x02'00'00'00'00'02ULL));
        QCOMPARE(table->badRows.size(), 1);
    }

    void nobodyWritesIntoAServer_data() { writes(); }
    void nobodyWritesIntoAServer()
    {
        QFETCH(QString, sql);
        const auto refused = readSessions(server(), password(), sql);
        QVERIFY(!refused);
        QCOMPARE(refused.error().what, What::QueryRefused);
        QCOMPARE(readSessions(server(), password(), everything)->sessions.size(), 2);
    }

    void aRefusedPasswordIsToldFromAServerThatIsAway()
    {
        const auto wrong = readSessions(server(), Secret(u"wrong"_s), everything);
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().what, What::SignInRefused);
        QVERIFY(!wrong.error().detail.contains(u"wrong"_s));
        const auto none = readSessions(server(), {}, everything);
        QCOMPARE(none.error().what, What::SignInRefused);
        SessionAddress stranger = server();
        stranger.user = u"nobody-here"_s;
        QCOMPARE(readSessions(stranger, password(), everything).error().what, What::SignInRefused);

        m_server->stop();
        QCOMPARE(readSessions(server(), password(), everything).error().what, What::Away);
        m_server->start();
        QVERIFY2(m_server->trouble().isEmpty(), qPrintable(m_server->trouble()));
        QVERIFY(readSessions(server(), password(), everything));
    }

private:
    static void writes()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("delete") << u"DELETE FROM session"_s;
        QTest::newRow("delete and tell") << u"DELETE FROM session RETURNING login, mac, since"_s;
        QTest::newRow("drop") << u"DROP TABLE session"_s;
        QTest::newRow("insert")
            << u"INSERT INTO session (login) VALUES ('x') RETURNING login, mac, since"_s;
        QTest::newRow("another statement")
            << u"SELECT 1; COMMIT; BEGIN READ WRITE; DELETE FROM session; COMMIT"_s;
        QTest::newRow("wrong SQL") << u"SELECT login FROM nowhere"_s;
    }

    [[nodiscard]] SessionAddress address() const
    {
        return readSessionAddress(u"sqlite://"_s + m_path).value();
    }
    [[nodiscard]] SessionAddress server() const
    {
        return readSessionAddress(m_server->url()).value();
    }
    [[nodiscard]] Secret password() const { return Secret(m_server->password()); }

    void fill(const QStringList &rows) const
    {
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"filling"_s);
            database.setDatabaseName(m_path);
            QVERIFY(database.open());
            QSqlQuery query(database);
            QVERIFY(
                query.exec(u"CREATE TABLE session (id INTEGER PRIMARY KEY, login, mac, since)"_s));
            for (const QString &row : rows)
                QVERIFY(
                    query.exec(u"INSERT INTO session (login, mac, since) VALUES (%1)"_s.arg(row)));
        }
        QSqlDatabase::removeDatabase(u"filling"_s);
    }

    std::unique_ptr<PostgresServer> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestSessionTable)
#include "tst_sessiontable.moc"
