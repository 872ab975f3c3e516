#include "store/profiledirectory.h"
#include "store/sqliteauditlog.h"

#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// The window program itself: what it does before and after its first frame.
class TestStart : public QObject
{
    Q_OBJECT

private:
    static constexpr int patience = 60'000;
    static constexpr int storageFailed = 8;

    void start(const QStringList &arguments = {})
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"GATEHOUSE_TELL_FIRST_FRAME"_s, u"1"_s);
        m_program.setProcessEnvironment(environment);
        m_program.start(qEnvironmentVariable("GATEHOUSE_BIN_DIR") + u"/gatehouse"_s,
            QStringList{u"--profile"_s, m_profile} + arguments);
    }

    [[nodiscard]] QString historyFile() const
    {
        return ProfileDirectory::at(m_profile).historyFile();
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_profile = m_folder->filePath(u"profile"_s);
    }

    void cleanup()
    {
        m_program.kill();
        m_program.waitForFinished();
    }

    void theWindowIsThereBeforeTheHistory()
    {
        start();
        QVERIFY(m_program.waitForReadyRead(patience));
        QCOMPARE(m_program.readAllStandardOutput(), QByteArray("first frame\n"));
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(historyFile()), patience);
        QCOMPARE(m_program.state(), QProcess::Running);
    }

    void aHistoryOfANewerVersionIsSaidInWords()
    {
        QVERIFY(QDir().mkpath(m_profile));
        QVERIFY(SqliteAuditLog::open(historyFile()));
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"newer"_s);
            database.setDatabaseName(historyFile());
            QVERIFY(database.open());
            QVERIFY(QSqlQuery(database).exec(u"PRAGMA user_version = 9999"_s));
        }
        QSqlDatabase::removeDatabase(u"newer"_s);
        start({u"--screenshot"_s, m_folder->filePath(u"none.png"_s)});
        QVERIFY(m_program.waitForFinished(patience));
        QCOMPARE(m_program.exitCode(), storageFailed);
        QVERIFY(m_program.readAllStandardError().contains("newer"));
    }

    void aProfileThatCannotBeMadeIsSaidInWords()
    {
        QFile inTheWay(m_profile);
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        start({u"--screenshot"_s, m_folder->filePath(u"none.png"_s)});
        QVERIFY(m_program.waitForFinished(patience));
        QCOMPARE(m_program.exitCode(), storageFailed);
        QVERIFY(!m_program.readAllStandardError().isEmpty());
        QVERIFY(m_program.readAllStandardOutput().isEmpty());
    }

    void aHistoryThatCannotBeReadStopsItAfterTheFirstFrame()
    {
        QVERIFY(QDir().mkpath(historyFile()));
        start({u"--screenshot"_s, m_folder->filePath(u"none.png"_s)});
        QVERIFY(m_program.waitForFinished(patience));
        QCOMPARE(m_program.exitCode(), storageFailed);
        QCOMPARE(m_program.readAllStandardOutput(), QByteArray("first frame\n"));
        QVERIFY(m_program.readAllStandardError().contains("history.db"));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_profile;
    QProcess m_program;
};

QTEST_GUILESS_MAIN(TestStart)
#include "tst_start.moc"
