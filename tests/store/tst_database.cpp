#include "store/database.h"
#include "store/historyschema.h"

#include <QDir>
#include <QFile>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int sampleId = 0x1234;
constexpr const char *stepOne[]
    = {"CREATE TABLE note (text TEXT)", "INSERT INTO note VALUES ('old')"};
constexpr const char *stepTwo[] = {"ALTER TABLE note ADD COLUMN author TEXT"};
constexpr const char *brokenStep[] = {"CREATE TABLE half (a)", "CREATE NONSENSE"};
constexpr Migration onlyOne[] = {{1, stepOne}};
constexpr Migration oneAndTwo[] = {{1, stepOne}, {2, stepTwo}};
constexpr Migration oneAndBroken[] = {{1, stepOne}, {2, brokenStep}};

QString answer(const Database &database, const QString &sql)
{
    auto query = database.run(sql);
    return query && query->next() ? query->value(0).toString() : u"(none)"_s;
}

} // namespace

class TestDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"sample.db"_s);
    }

    void makesANewFileThatSurvivesAPowerCut()
    {
        const auto database = Database::open(m_path, oneAndTwo, sampleId);
        QVERIFY2(database, database ? "" : qPrintable(database.error().detail));
        QCOMPARE(answer(**database, u"PRAGMA user_version"_s), u"2"_s);
        QCOMPARE(answer(**database, u"PRAGMA journal_mode"_s), u"wal"_s);
        QCOMPARE(answer(**database, u"PRAGMA synchronous"_s), u"2"_s);
        QCOMPARE(answer(**database, u"PRAGMA foreign_keys"_s), u"1"_s);
        QVERIFY(!QFile::exists(m_path + u".v0"_s));
    }

    void keepsTheSettingsWhenItOpensAgain()
    {
        QVERIFY(Database::open(m_path, onlyOne, sampleId));
        const auto again = Database::open(m_path, onlyOne, sampleId);
        QVERIFY(again);
        QCOMPARE(answer(**again, u"PRAGMA journal_mode"_s), u"wal"_s);
        QCOMPARE(answer(**again, u"SELECT count(*) FROM note"_s), u"1"_s);
    }

    /// A commit of the window's thread is not to wait for thousands of pages besides its own.
    void leavesTheLogToWhoeverMovesItIntoTheFile()
    {
        const auto writer = Database::open(m_path, onlyOne, sampleId);
        QVERIFY(writer);
        constexpr int pages = 2000;
        for (int i = 0; i < pages; ++i)
            QVERIFY((*writer)->run(u"INSERT INTO note VALUES (hex(zeroblob(2000)))"_s));
        QVERIFY(QFileInfo(m_path).size() < pages * 1000);
        const auto worker = Database::open(m_path, onlyOne, sampleId);
        QVERIFY(worker);
        QVERIFY((*worker)->checkpoint());
        QVERIFY(QFileInfo(m_path).size() > pages * 4000);
        QCOMPARE((*writer)->number(u"SELECT count(*) FROM note"_s), pages + 1);
    }

    void copiesTheOldFileBeforeAnUpgrade()
    {
        QVERIFY(Database::open(m_path, onlyOne, sampleId));
        const auto upgraded = Database::open(m_path, oneAndTwo, sampleId);
        QVERIFY(upgraded);
        QCOMPARE(
            answer(**upgraded, u"SELECT text || coalesce(author, '-') FROM note"_s), u"old-"_s);
        const auto copy = Database::open(m_path + u".v1"_s, onlyOne, sampleId);
        QVERIFY(copy);
        QCOMPARE(answer(**copy, u"SELECT text FROM note"_s), u"old"_s);
    }

    void aStepThatFailsLeavesNothingBehind()
    {
        QVERIFY(Database::open(m_path, onlyOne, sampleId));
        const auto failed = Database::open(m_path, oneAndBroken, sampleId);
        QVERIFY(!failed);
        QCOMPARE(failed.error().kind, Failure::Kind::StorageFailed);
        const auto database = Database::open(m_path, onlyOne, sampleId);
        QVERIFY(database);
        QCOMPARE(answer(**database, u"SELECT count(*) FROM sqlite_schema WHERE name = 'half'"_s),
            u"0"_s);
    }

    void refusesAFileFromANewerGatehouseAndLeavesItAlone()
    {
        QVERIFY(Database::open(m_path, oneAndTwo, sampleId));
        const QByteArray before = contents();
        const auto refused = Database::open(m_path, onlyOne, sampleId);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Failure::Kind::StorageNewer);
        QVERIFY(refused.error().detail.contains(QDir::toNativeSeparators(m_path)));
        QCOMPARE(contents(), before);
    }

    void refusesADatabaseOfAnotherProgram()
    {
        QVERIFY(Database::open(m_path, onlyOne, sampleId));
        const auto refused = Database::open(m_path, historyMigrations(), historyApplicationId);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Failure::Kind::StorageFailed);
    }

    void refusesADamagedFileAndLeavesItAlone()
    {
        const QByteArray noise = QByteArray("not a database at all, ").repeated(100);
        write(noise);
        const auto refused = Database::open(m_path, onlyOne, sampleId);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Failure::Kind::StorageFailed);
        QVERIFY(refused.error().detail.contains(u"not a database"_s));
        QVERIFY(refused.error().detail.contains(QDir::toNativeSeparators(m_path)));
        QCOMPARE(contents(), noise);
    }

    void saysThatAFolderCannotBeWritten_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("below a file") << u"%1/plain/history.db"_s;
        QTest::newRow("no such folder") << u"%1/missing/history.db"_s;
        QTest::newRow("is a folder") << u"%1"_s;
    }
    void saysThatAFolderCannotBeWritten()
    {
        QFETCH(QString, path);
        QFile plain(m_folder->filePath(u"plain"_s));
        QVERIFY(plain.open(QIODevice::WriteOnly));
        const auto refused = Database::open(path.arg(m_folder->path()), onlyOne, sampleId);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Failure::Kind::StorageFailed);
        QVERIFY(refused.error().detail.contains(QDir::toNativeSeparators(m_folder->path())));
    }

    void aFileInUseIsAFailureForAWhile()
    {
        const auto one = Database::open(m_path, onlyOne, sampleId);
        const auto other = Database::open(m_path, onlyOne, sampleId);
        QVERIFY(one && other);
        (*other)->setPatience(std::chrono::milliseconds(1));
        const auto nothing = [] { return Result<Done>(); };
        QVERIFY((*one)->write([&] {
            const auto refused = (*other)->write(nothing);
            return !refused && refused.error().retryAfter
                ? Result<Done>()
                : fail(Failure::Kind::Refused, u"it was let in"_s);
        }));
        QVERIFY((*other)->write(nothing));
        QVERIFY(!(*other)->run(u"no SQL"_s).error().retryAfter);
    }

    void rollsBackWhatFails()
    {
        const auto database = Database::open(m_path, onlyOne, sampleId);
        QVERIFY(database);
        const auto written = (*database)->write([&]() -> Result<Done> {
            if (const auto added = (*database)->run(u"INSERT INTO note VALUES ('new')"_s); !added)
                return fail(added.error());
            return fail(Failure::Kind::InvalidInput, u"changed my mind"_s);
        });
        QVERIFY(!written);
        QCOMPARE(written.error().kind, Failure::Kind::InvalidInput);
        QCOMPARE(answer(**database, u"SELECT count(*) FROM note"_s), u"1"_s);
        QVERIFY((*database)->write([] { return Result<Done>(); }));
    }

private:
    QByteArray contents() const
    {
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QByteArray &bytes) const
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
