#include "house/rooms.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct SourceFile
{
    QString path; ///< relative to the repository
    QString text;
};

QList<SourceFile> sourceFiles()
{
    const QDir root(qEnvironmentVariable("GATEHOUSE_SOURCE_DIR"));
    QList<SourceFile> files;
    for (const auto &folder : {u"app"_s, u"ui"_s, u"tests"_s}) {
        QDirIterator walk(root.filePath(folder), {u"*.h"_s, u"*.cpp"_s}, QDir::Files,
            QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            QFile file(walk.next());
            if (file.open(QIODevice::ReadOnly))
                files << SourceFile{
                    root.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll())};
        }
    }
    return files;
}

} // namespace

class TestRooms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dependenciesPointDownwardsOnly()
    {
        const auto files = sourceFiles();
        QVERIFY(files.size() > 30);
        QStringList objections;
        for (const SourceFile &file : files)
            objections << includeObjections(file.path, file.text);
        QVERIFY2(objections.isEmpty(), qPrintable(objections.join(u'\n')));
    }

    void filesStayShortAndFinished()
    {
        QStringList objections;
        for (const SourceFile &file : sourceFiles())
            objections << habitObjections(file.path, file.text);
        QVERIFY2(objections.isEmpty(), qPrintable(objections.join(u'\n')));
    }

    void aWrongIncludeIsFound_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("line");
        QTest::newRow("upwards") << u"app/core/job.cpp"_s << u"#include \"net/channel.h\""_s;
        QTest::newRow("sideways") << u"app/store/database.cpp"_s << u"#include \"vault/vault.h\""_s;
        QTest::newRow("simulator knows the wire")
            << u"app/sim/site.cpp"_s << u"#include \"wire/omada_openapi/requests.h\""_s;
        QTest::newRow("core knows the window")
            << u"app/clients/poller.cpp"_s << u"#include \"ui/models/clienttablemodel.h\""_s;
        QTest::newRow("model knows a page")
            << u"ui/models/clienttablemodel.cpp"_s << u"#include \"ui/mainwindow.h\""_s;
        QTest::newRow("page knows a driver")
            << u"ui/mainwindow.cpp"_s << u"#include \"drivers/factory.h\""_s;
        QTest::newRow("generation knows another")
            << u"app/wire/unifi_classic/replies.cpp"_s
            << u"#include \"wire/unifi_integration/replies.h\""_s;
        QTest::newRow("climbs") << u"app/net/channel.cpp"_s << u"#include \"../core/job.h\""_s;
        QTest::newRow("test escapes")
            << u"tests/core/tst_job.cpp"_s << u"#include \"net/channel.h\""_s;
        QTest::newRow("simulator test knows the wire")
            << u"tests/sim/tst_simulator.cpp"_s << u"#include \"wire/omada_openapi/requests.h\""_s;
        QTest::newRow("unknown target") << u"app/core/job.cpp"_s << u"#include \"attic/old.h\""_s;
        QTest::newRow("unknown room") << u"app/attic/old.cpp"_s << u"#include \"core/job.h\""_s;
        QTest::newRow("SQL in the window") << u"ui/mainwindow.cpp"_s << u"#include <QSqlQuery>"_s;
        QTest::newRow("HTTP in a driver")
            << u"app/drivers/driver.cpp"_s << u"#include <QNetworkAccessManager>"_s;
        QTest::newRow("keychain in the store")
            << u"app/store/profile.cpp"_s << u"#include <qt6keychain/keychain.h>"_s;
        QTest::newRow("widgets in a model") << u"ui/models/model.cpp"_s << u"#include <QWidget>"_s;
        QTest::newRow("blanks") << u"app/core/job.cpp"_s << u" #  include \t\"net/channel.h\""_s;
    }
    void aWrongIncludeIsFound()
    {
        QFETCH(QString, path);
        QFETCH(QString, line);
        const auto text = u"#include \"core/result.h\"\n\n%1\n#include <QString>\n"_s.arg(line);
        QCOMPARE(includeObjections(path, text).size(), 1);
    }

    void aRightIncludeIsLeftAlone_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("line");
        QTest::newRow("downwards") << u"app/drivers/driver.cpp"_s << u"#include \"core/job.h\""_s;
        QTest::newRow("same room") << u"app/net/channel.cpp"_s << u"#include \"net/channel.h\""_s;
        QTest::newRow("shared by all generations")
            << u"app/wire/unifi_classic/replies.cpp"_s << u"#include \"wire/json.h\""_s;
        QTest::newRow("moc") << u"tests/core/tst_job.cpp"_s << u"#include \"tst_job.moc\""_s;
        QTest::newRow("test support")
            << u"tests/net/tst_channel.cpp"_s << u"#include \"support/server.h\""_s;
        QTest::newRow("SQL in the store")
            << u"app/store/database.cpp"_s << u"#include <QSqlQuery>"_s;
        QTest::newRow("only a comment")
            << u"app/core/job.cpp"_s << u"// #include \"net/channel.h\""_s;
    }
    void aRightIncludeIsLeftAlone()
    {
        QFETCH(QString, path);
        QFETCH(QString, line);
        QCOMPARE(includeObjections(path, line), QStringList());
    }

    void longAndUnfinishedFilesAreFound()
    {
        QCOMPARE(habitObjections(u"app/core/x.cpp"_s, QString(400, u'\n')), QStringList());
        QCOMPARE(habitObjections(u"app/core/x.cpp"_s, QString(401, u'\n')).size(), 1);
        QCOMPARE(habitObjections(u"app/core/x.cpp"_s, u"// TO"_s + u"DO: later\n"_s).size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestRooms)
#include "tst_rooms.moc"
