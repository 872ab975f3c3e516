#include "ui/preferences/preferences.h"

#include "ui/preferences/machinesettings.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

#ifdef Q_OS_LINUX
namespace {

void write(const QString &folder, const QByteArray &settings)
{
    QVERIFY(QDir(folder).mkpath(u"Gatehouse"_s));
    QFile file(folder + u"/Gatehouse/settings.ini"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(settings);
}

} // namespace
#endif

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

    void theMachinesSettingsCountWhereAPersonHasChosenNothing()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"settings.ini"_s);
        const QVariantMap machine{{u"appearance/language"_s, u"de"_s},
            {u"appearance/scheme"_s, u"dark"_s}, {u"appearance/compactRows"_s, u"true"_s}};
        {
            Preferences preferences(file, machine);
            QCOMPARE(preferences.language(), u"de"_s);
            QVERIFY(preferences.compactRows());
            preferences.setScheme(u"light"_s);
            preferences.setLanguage(QString());
        }
        const Preferences again(file, machine);
        QCOMPARE(again.scheme(), u"light"_s);
        QCOMPARE(again.language(), QString());
        QVERIFY(again.compactRows());
    }

#ifdef Q_OS_LINUX
    void theMachinesSettingsAreThoseOfTheSystemAndNotThePersons()
    {
        const QTemporaryDir system;
        const QTemporaryDir own;
        qputenv("XDG_CONFIG_DIRS", QFile::encodeName(system.path()));
        qputenv("XDG_CONFIG_HOME", QFile::encodeName(own.path()));
        write(own.path(), "[appearance]\nlanguage=fr\n");
        QCOMPARE(MachineSettings::read().file, QString());
        write(system.path(), "[appearance]\nlanguage=de\nscheme=dark\n");
        const MachineSettings machine = MachineSettings::read();
        QCOMPARE(machine.file, system.filePath(u"Gatehouse/settings.ini"_s));
        QVERIFY(machine.readable);
        QCOMPARE(Preferences(QString(), machine.values).language(), u"de"_s);
        QCOMPARE(Preferences(QString(), machine.values).scheme(), u"dark"_s);
    }
#endif

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
