#include "house/catalog.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QString sourceFolder()
{
    return qEnvironmentVariable("GATEHOUSE_SOURCE_DIR");
}

QStringList catalogFiles()
{
    return QDir(sourceFolder() + u"/translations"_s)
        .entryList({u"*.ts"_s}, QDir::Files, QDir::Name);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QSet<QString> keysOf(const Catalog &catalog)
{
    QSet<QString> keys;
    for (const CatalogMessage &message : catalog.messages)
        keys << message.key();
    return keys;
}

CatalogMessage translated(const QString &source, const QString &translation)
{
    return {u"Page"_s, source, {}, false, true, {translation}};
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QFile::exists(sourceFolder() + u"/translations/update.sh"_s));
        QVERIFY(catalogFiles().contains(u"gatehouse_de.ts"_s));
        QVERIFY(catalogFiles().contains(u"gatehouse_en.ts"_s));
    }

    void everyTranslationIsWholeAndFitsItsSource_data()
    {
        QTest::addColumn<QString>("file");
        for (const QString &file : catalogFiles())
            QTest::newRow(qPrintable(file)) << file;
    }
    void everyTranslationIsWholeAndFitsItsSource()
    {
        QFETCH(QString, file);
        const Catalog catalog = readCatalog(contentOf(sourceFolder() + u"/translations/"_s + file));
        QCOMPARE(catalog.error, QString());
        QCOMPARE(file, u"gatehouse_%1.ts"_s.arg(catalog.language));

        QStringList flaws;
        for (const CatalogMessage &message : catalog.messages) {
            for (const QString &flaw : flawsOf(message))
                flaws << u"%1: %2"_s.arg(message.key(), flaw);
        }
        QVERIFY2(flaws.isEmpty(),
            qPrintable(u"%1 flaws:\n"_s.arg(flaws.size()) + flaws.mid(0, 40).join(u'\n')));
    }

    void everyTextOfTheProgramsIsInEveryCatalog()
    {
        QTemporaryDir folder;
        for (const QString &file : catalogFiles())
            QVERIFY(
                QFile::copy(sourceFolder() + u"/translations/"_s + file, folder.filePath(file)));

        QProcess update;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"LUPDATE"_s, QStringLiteral(GATEHOUSE_LUPDATE));
        update.setProcessEnvironment(environment);
        update.setProcessChannelMode(QProcess::MergedChannels);
        update.start(sourceFolder() + u"/translations/update.sh"_s, {folder.path()});
        QVERIFY2(update.waitForFinished(60'000), qPrintable(update.errorString()));
        const QByteArray said = update.readAll();
        QVERIFY2(update.exitCode() == 0, said.constData());
        QVERIFY2(said.isEmpty(), said.constData()); // such as "Class lacks Q_OBJECT macro"

        for (const QString &file : catalogFiles()) {
            const auto there
                = keysOf(readCatalog(contentOf(sourceFolder() + u"/translations/"_s + file)));
            const auto wanted = keysOf(readCatalog(contentOf(folder.filePath(file))));
            const QStringList missing = (wanted - there).values();
            const QStringList gone = (there - wanted).values();
            const QString hint = u"Run translations/update.sh, then finish %1. "_s.arg(file);
            QVERIFY2(missing.isEmpty(),
                qPrintable(hint + u"%1 texts are missing:\n"_s.arg(missing.size())
                    + missing.mid(0, 40).join(u'\n')));
            QVERIFY2(gone.isEmpty(),
                qPrintable(
                    hint + u"No source has these any more:\n"_s + gone.mid(0, 40).join(u'\n')));
        }
    }

    void aTranslationThatDoesNotFitIsFound_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("translation");
        QTest::newRow("lost placeholder") << u"%1 of %2"_s << u"%1 von"_s;
        QTest::newRow("other placeholder") << u"since %1"_s << u"seit %2"_s;
        QTest::newRow("lost number format") << u"%L1 MB"_s << u"%1 MB"_s;
        QTest::newRow("lost mnemonic") << u"&Cancel"_s << u"Abbrechen"_s;
        QTest::newRow("new mnemonic") << u"Cancel"_s << u"&Abbrechen"_s;
        QTest::newRow("lost ellipsis") << u"Custom…"_s << u"Eigene"_s;
        QTest::newRow("lost blank") << u"until "_s << u"bis"_s;
        QTest::newRow("empty") << u"Waiting"_s << QString();
    }
    void aTranslationThatDoesNotFitIsFound()
    {
        QFETCH(QString, source);
        QFETCH(QString, translation);
        QVERIFY(!flawsOf(translated(source, translation)).isEmpty());
    }

    void aTranslationThatFitsIsLeftAlone()
    {
        QCOMPARE(flawsOf(translated(u"%2 of &Tom && Co: %1"_s, u"%1 von &Tom && Co: %2"_s)),
            QStringList());
        QCOMPARE(flawsOf(translated(u"100 % of it"_s, u"100 % davon"_s)), QStringList());
    }

    void pluralFormsMayLeaveTheNumberOutOnce()
    {
        CatalogMessage message{u"Page"_s, u"%n client(s) on %1"_s, {}, true, true,
            {u"ein Gerät an %1"_s, u"%n Geräte an %1"_s}};
        QCOMPARE(flawsOf(message), QStringList());
        message.translations = {u"ein Gerät an %1"_s, u"viele Geräte an %1"_s};
        QCOMPARE(flawsOf(message).size(), 1);
        message.translations = {u"ein Gerät an %1"_s, u"%n Geräte"_s};
        QCOMPARE(flawsOf(message).size(), 1);
    }

    void readsWhatLupdateWrites()
    {
        const Catalog catalog = readCatalog(R"(<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en"><context><name>Page</name>
<message><source>Open</source><comment>verb</comment><translation type="unfinished"></translation></message>
<message numerus="yes"><source>%n row(s)</source><extracomment>x</extracomment>
<translation><numerusform>%n Zeile</numerusform><numerusform>%n Zeilen</numerusform></translation></message>
</context></TS>)");
        QCOMPARE(catalog.error, QString());
        QCOMPARE(catalog.language, u"de"_s);
        QCOMPARE(catalog.messages.size(), 2);
        QVERIFY(!catalog.messages[0].finished);
        QCOMPARE(catalog.messages[0].key(), u"Page | Open | verb"_s);
        QCOMPARE(flawsOf(catalog.messages[0]), QStringList{u"it is not finished"_s});
        QCOMPARE(catalog.messages[1].translations, (QStringList{u"%n Zeile"_s, u"%n Zeilen"_s}));
        QCOMPARE(flawsOf(catalog.messages[1]), QStringList());
        QVERIFY(!readCatalog("<TS language=\"de\">").error.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
