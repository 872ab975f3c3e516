#include "phrases/language.h"

#include "house/catalog.h"

#include <QFile>
#include <QLibraryInfo>
#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;

class TestLanguage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasACatalogForEnglishAndGerman()
    {
        QVERIFY(phrases::languages().contains(u"en"_s));
        QVERIFY(phrases::languages().contains(u"de"_s));
    }

    void choosesTheFirstLanguageThatHasACatalog_data()
    {
        QTest::addColumn<QStringList>("wanted");
        QTest::addColumn<QString>("code");
        QTest::newRow("plain") << QStringList{u"de"_s} << u"de"_s;
        QTest::newRow("with a territory") << QStringList{u"de_AT"_s} << u"de"_s;
        QTest::newRow("as the system spells it") << QStringList{u"de-Latn-CH"_s} << u"de"_s;
        QTest::newRow("second wish") << QStringList{u"tlh"_s, u"de-DE"_s, u"en"_s} << u"de"_s;
        QTest::newRow("English before German") << QStringList{u"en-GB"_s, u"de"_s} << u"en"_s;
        QTest::newRow("none") << QStringList{u"tlh"_s, u"C"_s, QString()} << QString();
        QTest::newRow("only the beginning fits") << QStringList{u"den"_s} << QString();
    }
    void choosesTheFirstLanguageThatHasACatalog()
    {
        QFETCH(QStringList, wanted);
        QTEST(phrases::languageFor(wanted), "code");
    }

    void saysWhenTheLanguageThatWasAskedForIsMissing()
    {
        QVERIFY(!phrases::installLanguage(*QCoreApplication::instance(), u"tlh"_s));
        QVERIFY(phrases::installLanguage(*QCoreApplication::instance()));
    }

    void speaksGermanWhenAskedTo()
    {
        QVERIFY(phrases::installLanguage(*QCoreApplication::instance(), u"de_DE"_s));
        QCOMPARE(QLocale().language(), QLocale::German);

        QFile file(
            qEnvironmentVariable("GATEHOUSE_SOURCE_DIR") + u"/translations/gatehouse_de.ts"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        for (const CatalogMessage &message : readCatalog(file.readAll()).messages) {
            if (!message.finished || message.plural)
                continue;
            const QString text = QCoreApplication::translate(message.context.toUtf8().constData(),
                message.source.toUtf8().constData(), message.disambiguation.toUtf8().constData());
            QCOMPARE(text, message.translations.value(0));
        }
    }

    void speaksQtsOwnTextsToo()
    {
        if (!QFile::exists(QLibraryInfo::path(QLibraryInfo::TranslationsPath) + u"/qtbase_de.qm"_s))
            QSKIP("Qt's own catalogs are not installed");
        QVERIFY(phrases::installLanguage(*QCoreApplication::instance(), u"de"_s));
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"Abbrechen"_s);
    }

    void cleanup() { QLocale::setDefault(QLocale::c()); }
};

QTEST_GUILESS_MAIN(TestLanguage)
#include "tst_language.moc"
