#include "assembly/historyfile.h"
#include "dialogs/dialoghouse.h"
#include "ui/dialogs/addcontrollerdialog.h"
#include "ui/dialogs/certificatequestion.h"
#include "ui/dialogs/presetdraft.h"
#include "ui/dialogs/sharedrules.h"
#include "ui/pages/historycounts.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

class TestDialogRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theStrictestOfTwoControllersCounts()
    {
        LimitRules wide;
        wide.minutes = LimitRange{1, 1'000'000};
        wide.dataMb = LimitRange{1, 1000};
        wide.downKbps = LimitRange{2, 100'000};
        LimitRules narrow;
        narrow.minutes = LimitRange{5, 2000};
        narrow.downKbps = LimitRange{1, 10'240};
        narrow.wholeMbitAboveKbps = 1024;
        const LimitRules both = strictest(wide, narrow);
        QCOMPARE(both.minutes, std::optional(LimitRange{5, 2000}));
        QVERIFY(!both.dataMb);
        QCOMPARE(both.downKbps, std::optional(LimitRange{2, 10'240}));
        QCOMPARE(both.wholeMbitAboveKbps, 1024);
        QCOMPARE(strictest(narrow, wide), both);
    }

    void rangesThatDoNotMeetAllowNothing()
    {
        LimitRules low;
        low.minutes = LimitRange{1, 10};
        LimitRules high;
        high.minutes = LimitRange{20, 30};
        QVERIFY(!strictest(low, high).minutes);
    }

    void anUnlockingCredentialIsNamedOnlyWhereAllAgree()
    {
        ControllerRules first;
        first.capabilities.unlockedBy = {{Capability::LimitData, CredentialKind::HotspotOperator}};
        QCOMPARE(shared({first}).capabilities.unlocking(Capability::LimitData),
            std::optional(CredentialKind::HotspotOperator));
        QVERIFY(!shared({first, ControllerRules()}).capabilities.unlocking(Capability::LimitData));
        QVERIFY(!shared({}).rules.minutes);
    }

    void aFingerprintIsShownInGroupsThatPeopleCanCompare()
    {
        QByteArray sha256;
        for (int i = 0; i < 32; ++i)
            sha256.append(char(i));
        const QString text = CertificateQuestion::inGroups(sha256);
        QVERIFY(text.startsWith("00 01 02 03   04 05 06 07   08"_L1));
        QCOMPARE(text.count(u'\n'), 1);
        QVERIFY(text.endsWith("1C 1D 1E 1F"_L1));
    }

    void aNewControllerGetsAFreeName_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QStringList>("taken");
        QTest::addColumn<QString>("name");
        QTest::newRow("host") << u"https://harbour-udm.example.org:8443"_s << QStringList()
                              << u"harbour-udm"_s;
        QTest::newRow("address") << u"https://192.168.1.1"_s << QStringList() << u"UniFi Network"_s;
        QTest::newRow("taken") << u"https://harbour-udm"_s << QStringList{u"Harbour-UDM"_s}
                               << u"harbour-udm 2"_s;
    }
    void aNewControllerGetsAFreeName()
    {
        QFETCH(QString, url);
        QFETCH(QStringList, taken);
        QFETCH(QString, name);
        QCOMPARE(AddControllerDialog::suggestedName(QUrl(url), u"UniFi Network"_s, taken), name);
    }

    void aRenamedPresetStaysTheDefaultOfItsSite()
    {
        DialogHouse house;
        ProfileStore &store = house.gatehouse->profiles();
        Preset day;
        day.name = u"Day"_s;
        day.minutes = 1440;
        Preset hour;
        hour.name = u"Hour"_s;
        hour.minutes = 60;
        QVERIFY(store.setPresets({hour, day}));
        QVERIFY(store.setDefaultPreset({}, {}, u"Hour"_s));
        QVERIFY(store.setDefaultPreset(u"c"_s, u"s"_s, u"Day"_s));

        PresetDraft draft(store, {{u"c"_s, u"s"_s}});
        draft.move(1, 0);
        day.name = u"Whole day"_s;
        draft.replace(0, day);
        QCOMPARE(draft.firstWrong(), -1);
        QVERIFY(draft.keepIn(store));
        QCOMPARE(store.presets().first().name, u"Whole day"_s);
        QCOMPARE(store.defaultPreset(u"c"_s, u"s"_s).name, u"Whole day"_s);
        QCOMPARE(store.defaultPreset().name, u"Hour"_s);
    }

    void theLastPresetStaysAndDoubleNamesAreFound()
    {
        DialogHouse house;
        PresetDraft draft(house.gatehouse->profiles(), {});
        while (draft.entries().size() > 1)
            draft.remove(0);
        draft.remove(0);
        QCOMPARE(draft.entries().size(), 1);
        const int added = draft.addAfter(0, draft.preset(0).name);
        QCOMPARE(draft.firstWrong(), -1); // a free name was chosen
        Preset doubled = draft.preset(added);
        doubled.name = draft.preset(0).name.toUpper();
        draft.replace(added, doubled);
        QCOMPARE(draft.firstWrong(), 0);
    }

    void barsCountEachHourOnce()
    {
        const QDateTime start(QDate(2026, 3, 2), QTime(0, 0));
        const QMap<QDateTime, int> counts{
            {start, 2}, {start.addSecs(3600), 1}, {start.addDays(1), 4}};
        const auto hours = barsOf(counts, start, start.addDays(1));
        QCOMPARE(hours.size(), 24);
        QCOMPARE(hours[0].count, 2);
        QCOMPARE(hours[1].count, 1);
        const auto days = barsOf(counts, start, start.addDays(20));
        QCOMPARE(days.size(), 20);
        QCOMPARE(days[0].count, 3);
        QCOMPARE(days[1].count, 4);
        QCOMPARE(barLengthFor(start, start.addDays(200)), BarLength::Month);
    }

    void historyIsWrittenWholeOrNotAtAll()
    {
        DialogHouse house;
        AuditIntent intent;
        intent.time = QDateTime::currentDateTimeUtc();
        intent.guest.name = u"Anna"_s;
        QVERIFY(house.gatehouse->audit().begin(intent));
        const auto log = openHistory(house.gatehouse->profiles());
        QVERIFY(log);
        const QString csv = house.folder.filePath(u"out.csv"_s);
        const auto written = writeHistory(**log, {}, csv);
        QVERIFY(written);
        QCOMPARE(*written, 1);
        QFile file(csv);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("Anna"));

        const auto refused
            = writeHistory(**log, {}, house.folder.filePath(u"no/such/out.csv"_s));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Failure::Kind::StorageFailed);
    }
};

QTEST_MAIN(TestDialogRules)
#include "tst_dialogrules.moc"
