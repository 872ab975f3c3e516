#include "ui/preferences/preferences.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestPreferences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsLikedComesBackFromTheFile()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"settings.ini"_s);
        {
            Preferences preferences(file);
            preferences.setScheme(u"dark"_s);
            preferences.setLanguage(u"de"_s);
            preferences.setCompactRows(true);
            preferences.remember(u"window/geometry"_s, QByteArray("\x01\x02\x00\x03", 4));
        }
        const Preferences again(file);
        QCOMPARE(again.scheme(), u"dark"_s);
        QCOMPARE(again.language(), u"de"_s);
        QVERIFY(again.compactRows());
        QCOMPARE(again.remembered(u"window/geometry"_s).toByteArray(),
            QByteArray("\x01\x02\x00\x03", 4));
    }

    void withoutAFileNothingIsKept()
    {
        Preferences preferences{QString()};
        preferences.setCompactRows(true);
        QVERIFY(preferences.compactRows());
        QVERIFY(!preferences.areKept());
        QVERIFY(!Preferences(QString()).compactRows());
    }

    void onlyAChangeIsAnnounced()
    {
        Preferences preferences{QString()};
        const QSignalSpy changed(&preferences, &Preferences::schemeChanged);
        preferences.setScheme(u"system"_s);
        QCOMPARE(changed.count(), 0);
        preferences.setScheme(u"light"_s);
        QCOMPARE(changed.count(), 1);
    }
};

QTEST_GUILESS_MAIN(TestPreferences)
#include "tst_preferences.moc"
