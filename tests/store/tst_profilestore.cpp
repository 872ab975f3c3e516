#include "store/profiledirectory.h"
#include "store/profilestore.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

ControllerProfile sampleController(const QString &id = u"c1"_s, const QString &name = u"Hotel"_s)
{
    ControllerProfile controller;
    controller.id = id;
    controller.name = name;
    controller.url = QUrl(u"https://192.0.2.1:8443/proxy"_s);
    controller.generation = Generation::OmadaOpenApi;
    controller.pinnedSha256 = QByteArray(32, '\x5a');
    controller.vendorControllerId = u"abc"_s;
    controller.product = u"Omada"_s;
    controller.version = u"5.14"_s;
    controller.credentials
        = {{CredentialKind::OpenApiApplication, u"client"_s}, {CredentialKind::ApiKey, {}}};
    return controller;
}

// JSON written with single quotes, for moc stumbles over raw strings.
QByteArray quoted(QByteArray json)
{
    return json.replace('\'', '"');
}

} // namespace

class TestProfileStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"profile"_s);
        m_file = m_path + u"/controllers.json"_s;
    }

    void aNewProfileHasPresetsAndAFolderForThisPersonOnly()
    {
        ProfileStore store(m_path);
        QVERIFY(store.load());
        QVERIFY(store.controllers().isEmpty());
        QCOMPARE(store.presets().size(), 6);
        QCOMPARE(store.defaultPreset().name, u"24 hours"_s);
        QCOMPARE(int(QFileInfo(m_path).permissions()
                     & (QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther)),
            0);
        QVERIFY(!QFile::exists(m_file));
        QVERIFY(store.setOperatorName(u"desk"_s));
        QCOMPARE(int(QFileInfo(m_file).permissions() & (QFile::ReadGroup | QFile::ReadOther)), 0);
    }

    void checkOutIsElevenInTheMorningThatFollows()
    {
        const Preset preset = ProfileStore(m_path).presets().at(2);
        const QDateTime evening(QDate(2026, 11, 22), QTime(18, 0));
        QCOMPARE(limitsOf(preset, evening).minutes, 17 * 60);
    }

    void givesBackEveryPartOfAController()
    {
        QVERIFY(ProfileStore(m_path).putController(sampleController()));
        ProfileStore again(m_path);
        QVERIFY(again.load());
        QCOMPARE(again.controllers().size(), 1);
        QVERIFY(again.controllers().first() == sampleController());
        QVERIFY(again.controller(u"c1"_s) == sampleController());
        QVERIFY(!again.controller(u"c2"_s));
    }

    void givesBackEveryPartOfAPreset()
    {
        Preset preset;
        preset.name = u"Müller's"_s;
        preset.untilMinuteOfDay = 0;
        preset.extraDays = 3;
        preset.dataMb = 1;
        preset.downKbps = 2;
        preset.upKbps = 3;
        QVERIFY(ProfileStore(m_path).setPresets({preset}));
        ProfileStore again(m_path);
        QVERIFY(again.load());
        QCOMPARE(again.presets().size(), 1);
        QVERIFY(again.presets().first() == preset);
        QVERIFY(again.defaultPreset() == preset);
    }

    void theWaitingRoomIsOffUntilSomebodyOpensIt()
    {
        ProfileStore store(m_path);
        QVERIFY(store.load());
        QCOMPARE(store.waitingRoom(), WaitingRoomSettings());
        QVERIFY(!store.waitingRoom().enabled);
        QCOMPARE(store.waitingRoom().port, 8880);
        const WaitingRoomSettings open{true, u"192.0.2.7"_s, 8881};
        QVERIFY(store.setWaitingRoom(open));
        ProfileStore again(m_path);
        QVERIFY(again.load());
        QCOMPARE(again.waitingRoom(), open);
    }

    void aWaitingRoomThatCannotBeIsNotKept()
    {
        ProfileStore store(m_path);
        for (const WaitingRoomSettings &wrong :
            {WaitingRoomSettings{true, {}, 8880}, WaitingRoomSettings{true, u"192.0.2.7"_s, 0},
                WaitingRoomSettings{false, u"192.0.2.7"_s, 65536}}) {
            const auto kept = store.setWaitingRoom(wrong);
            QVERIFY(!kept);
            QCOMPARE(kept.error().kind, Failure::Kind::InvalidInput);
        }
        QCOMPARE(store.waitingRoom(), WaitingRoomSettings());
    }

    void puttingAgainReplaces()
    {
        ProfileStore store(m_path);
        QVERIFY(store.putController(sampleController()));
        QVERIFY(store.putController(sampleController(u"c1"_s, u"Clinic"_s)));
        QCOMPARE(store.controllers().size(), 1);
        QCOMPARE(store.controllers().first().name, u"Clinic"_s);
    }

    void refusesAControllerThatCannotBe_data()
    {
        QTest::addColumn<ControllerProfile>("controller");
        const auto row = [](const char *name, auto change) {
            ControllerProfile controller = sampleController(u"c2"_s, u"Clinic"_s);
            change(controller);
            QTest::newRow(name) << controller;
        };
        row("no id", [](auto &c) { c.id.clear(); });
        row("no name", [](auto &c) { c.name = u" "_s; });
        row("name taken", [](auto &c) { c.name = u"HOTEL "_s; });
        row("no address", [](auto &c) { c.url = {}; });
        row("not a web address", [](auto &c) { c.url = QUrl(u"ftp://host"_s); });
        row("password in the address",
            [](auto &c) { c.url = QUrl(u"https://admin:secret@host"_s); });
        row("short fingerprint", [](auto &c) { c.pinnedSha256 = "abc"; });
        row("two credentials of a kind", [](auto &c) { c.credentials += c.credentials.first(); });
    }
    void refusesAControllerThatCannotBe()
    {
        QFETCH(ControllerProfile, controller);
        ProfileStore store(m_path);
        QVERIFY(store.putController(sampleController()));
        const auto refused = store.putController(controller);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Failure::Kind::InvalidInput);
        QVERIFY(!refused.error().detail.contains(u"secret"_s));
        QCOMPARE(store.controllers().size(), 1);
        QVERIFY(store.load());
        QCOMPARE(store.controllers().size(), 1);
    }

    void refusesPresetsThatCannotBe_data()
    {
        QTest::addColumn<QList<Preset>>("presets");
        const auto preset = [](const QString &name, auto change) {
            Preset made;
            made.name = name;
            change(made);
            return made;
        };
        const Preset good = preset(u"Day"_s, [](Preset &p) { p.minutes = 1440; });
        QTest::newRow("none") << QList<Preset>{};
        QTest::newRow("same name") << QList<Preset>{good, preset(u"day"_s, [](Preset &) {})};
        QTest::newRow("no name") << QList<Preset>{preset({}, [](Preset &) {})};
        QTest::newRow("zero minutes")
            << QList<Preset>{preset(u"a"_s, [](Preset &p) { p.minutes = 0; })};
        QTest::newRow("negative rate")
            << QList<Preset>{preset(u"a"_s, [](Preset &p) { p.upKbps = -1; })};
        QTest::newRow("24:00") << QList<Preset>{
            preset(u"a"_s, [](Preset &p) { p.untilMinuteOfDay = 1440; })};
        QTest::newRow("days before")
            << QList<Preset>{preset(u"a"_s, [](Preset &p) { p.extraDays = -1; })};
        QTest::newRow("two ends") << QList<Preset>{preset(u"a"_s, [](Preset &p) {
            p.minutes = 1;
            p.untilMinuteOfDay = 1;
        })};
    }
    void refusesPresetsThatCannotBe()
    {
        QFETCH(QList<Preset>, presets);
        ProfileStore store(m_path);
        const auto refused = store.setPresets(presets);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Failure::Kind::InvalidInput);
        QCOMPARE(store.presets().size(), 6);
    }

    void aSiteMayHaveADefaultOfItsOwn()
    {
        ProfileStore store(m_path);
        QVERIFY(store.setDefaultPreset({}, {}, u"1 hour"_s));
        QVERIFY(store.setDefaultPreset(u"c1"_s, {}, u"3 days"_s));
        QVERIFY(store.setDefaultPreset(u"c1"_s, u"default"_s, u"24 hours"_s));
        QVERIFY(store.load());
        QCOMPARE(store.defaultPreset().name, u"1 hour"_s);
        QCOMPARE(store.defaultPreset(u"c2"_s, u"default"_s).name, u"1 hour"_s);
        QCOMPARE(store.defaultPreset(u"c1"_s, u"other"_s).name, u"3 days"_s);
        QCOMPARE(store.defaultPreset(u"c1"_s, u"default"_s).name, u"24 hours"_s);
        QVERIFY(store.hasOwnDefault(u"c1"_s, u"default"_s));
        QVERIFY(store.setDefaultPreset(u"c1"_s, u"default"_s, {}));
        QCOMPARE(store.defaultPreset(u"c1"_s, u"default"_s).name, u"3 days"_s);
        QCOMPARE(store.setDefaultPreset(u"c1"_s, {}, u"nonsense"_s).error().kind,
            Failure::Kind::NotFound);
    }

    void aDefaultFallsAwayWithItsPresetOrController()
    {
        ProfileStore store(m_path);
        QVERIFY(store.putController(sampleController()));
        QVERIFY(store.setDefaultPreset(u"c1"_s, u"s"_s, u"3 days"_s));
        QVERIFY(store.removeController(u"c1"_s));
        QVERIFY(!store.hasOwnDefault(u"c1"_s, u"s"_s));
        QVERIFY(store.setDefaultPreset(u"c2"_s, u"s"_s, u"3 days"_s));
        QVERIFY(store.setPresets({store.presets().first()}));
        QVERIFY(!store.hasOwnDefault(u"c2"_s, u"s"_s));
        QCOMPARE(store.defaultPreset().name, u"1 hour"_s);
        QCOMPARE(store.removeController(u"c1"_s).error().kind, Failure::Kind::NotFound);
    }

    void keepsWhatAnotherProgramWroteMeanwhile()
    {
        ProfileStore window(m_path);
        ProfileStore commandLine(m_path);
        QVERIFY(window.load());
        QVERIFY(commandLine.load());
        QVERIFY(commandLine.putController(sampleController(u"c1"_s, u"Hotel"_s)));
        QVERIFY(window.putController(sampleController(u"c2"_s, u"Clinic"_s)));
        QCOMPARE(window.controllers().size(), 2);
        QCOMPARE(window.putController(sampleController(u"c3"_s, u"hotel"_s)).error().kind,
            Failure::Kind::InvalidInput);
    }

    void theOperatorIsTheUserOfThisMachineUnlessNamed()
    {
        ProfileStore store(m_path);
        QVERIFY(!store.operatorName().isEmpty());
        QVERIFY(store.setOperatorName(u" Front desk 2 "_s));
        QVERIFY(store.load());
        QCOMPARE(store.operatorName(), u"Front desk 2"_s);
    }

    void theHistoryIsKeptUntilSomebodySaysHowLong()
    {
        ProfileStore store(m_path);
        QCOMPARE(store.historyRetentionDays(), 0);
        QVERIFY(store.setHistoryRetentionDays(90));
        ProfileStore again(m_path);
        QVERIFY(again.load());
        QCOMPARE(again.historyRetentionDays(), 90);
        for (const int wrong : {-1, mostRetentionDays + 1})
            QCOMPARE(
                again.setHistoryRetentionDays(wrong).error().kind, Failure::Kind::InvalidInput);
        QCOMPARE(again.historyRetentionDays(), 90);
    }

    void aFileThatCannotBeReadIsNeverWrittenOver_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<Failure::Kind>("kind");
        const auto row = [](const char *name, const QByteArray &json) {
            QTest::newRow(name) << json << Failure::Kind::StorageFailed;
        };
        row("empty", "");
        row("cut short", quoted("{'format':'gatehouse-profile','version':1}").chopped(1));
        row("not ours", quoted("{'version':1}"));
        row("not an object", "[]");
        row("no version", quoted("{'format':'gatehouse-profile'}"));
        row("controllers is text",
            quoted("{'format':'gatehouse-profile','version':1,'controllers':'x'}"));
        row("controller is a number",
            quoted("{'format':'gatehouse-profile','version':1,'controllers':[1]}"));
        row("unknown generation",
            quoted("{'format':'gatehouse-profile','version':1,'controllers':[{'id':'a','name':'b','"
                   "url':'https://h','generation':'zigbee'}]}"));
        row("unknown credential",
            quoted("{'format':'gatehouse-profile','version':1,'controllers':[{'id':'a','name':'b','"
                   "url':'https://h','generation':'eap2','credentials':[{'kind':'x'}]}]}"));
        row("half a minute",
            quoted("{'format':'gatehouse-profile','version':1,'presets':[{'name':'a','minutes':0.5}"
                   "]}"));
        row("minutes null",
            quoted("{'format':'gatehouse-profile','version':1,'presets':[{'name':'a','minutes':"
                   "null}]}"));
        row("unknown limit of a policy",
            quoted("{'format':'gatehouse-profile','version':1,'presets':[{'name':'a'}],"
                   "'loginPolicies':[{'per':'login','devices':1,'atLimit':'block'}]}"));
        row("no presets", quoted("{'format':'gatehouse-profile','version':1}"));
        row("deeply nested", QByteArray(100000, '['));
        QTest::newRow("newer") << quoted(
            "{'format':'gatehouse-profile','version':2,'controllers':{}}")
                               << Failure::Kind::StorageNewer;
    }
    void aFileThatCannotBeReadIsNeverWrittenOver()
    {
        QFETCH(QByteArray, json);
        QFETCH(Failure::Kind, kind);
        QVERIFY(QDir().mkpath(m_path));
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(json);
        file.close();
        ProfileStore store(m_path);
        const auto loaded = store.load();
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().kind, kind);
        QVERIFY(loaded.error().detail.contains(u"controllers.json"_s));
        QCOMPARE(store.putController(sampleController()).error().kind, kind);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), json);
    }

    void saysThatTheFolderCannotBeWritten_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("below a file") << u"%1/plain/profile"_s;
        QTest::newRow("a file") << u"%1/plain"_s;
#ifdef Q_OS_LINUX
        QTest::newRow("where nobody may write") << u"/proc/gatehouse"_s;
#endif
    }
    void saysThatTheFolderCannotBeWritten()
    {
        QFETCH(QString, path);
        QFile plain(m_folder->filePath(u"plain"_s));
        QVERIFY(plain.open(QIODevice::WriteOnly));
        ProfileStore store(path.contains(u'%') ? path.arg(m_folder->path()) : path);
        QCOMPARE(store.load().error().kind, Failure::Kind::StorageFailed);
        QCOMPARE(
            store.putController(sampleController()).error().kind, Failure::Kind::StorageFailed);
    }

#ifdef Q_OS_LINUX
    void saysThatAFolderThatExistsCannotBeWritten()
    {
        ProfileStore store(u"/proc/self"_s);
        QVERIFY(store.load());
        const auto refused = store.putController(sampleController());
        QCOMPARE(refused.error().kind, Failure::Kind::StorageFailed);
        QVERIFY(store.controllers().isEmpty());
    }
#endif

    void allFilesLieInTheProfilesFolder()
    {
        const auto directory = ProfileDirectory::at(m_path + u"/../profile/"_s);
        QCOMPARE(directory.path(), m_path);
        QCOMPARE(directory.controllersFile(), ProfileStore(m_path).path());
        QCOMPARE(directory.historyFile(), m_path + u"/history.db"_s);
        QCOMPARE(directory.settingsFile(), m_path + u"/settings.ini"_s);
        QVERIFY(QDir::isAbsolutePath(ProfileDirectory::at(u"relative"_s).path()));
        QVERIFY(ProfileDirectory::standard().path().endsWith(u"/Gatehouse"_s));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    QString m_file;
};

QTEST_GUILESS_MAIN(TestProfileStore)
#include "tst_profilestore.moc"
