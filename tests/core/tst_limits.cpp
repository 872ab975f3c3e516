#include "core/controllerprofile.h"
#include "core/limits.h"

#include <QTest>

class TestLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatAControllerCannotSetIsLeftOut()
    {
        const Limits asked{.minutes = 120, .dataMb = 500, .downKbps = 5000, .upKbps = 800};
        LimitRules rules;
        rules.downKbps = LimitRange{1, 1'024'000};
        const Limits set = settable(asked, rules);
        QCOMPARE(set, (Limits{.downKbps = 5000}));
    }

    void aDurationIsAskedWhereTheProtocolMustBeToldOne()
    {
        LimitRules rules;
        rules.minutes = LimitRange{1, 1000};
        QCOMPARE(settable({}, rules).minutes, std::nullopt);
        rules.minutesWhenUnset = 480;
        QCOMPARE(settable({}, rules).minutes, 480);
        QCOMPARE(settable({.minutes = 60}, rules).minutes, 60);
    }

    void ratesAboveTheStepAreRoundedUpToWholeMbit_data()
    {
        QTest::addColumn<int>("asked");
        QTest::addColumn<int>("set");
        QTest::newRow("below the step") << 800 << 800;
        QTest::newRow("at the step") << 1024 << 1024;
        QTest::newRow("just above") << 1025 << 2000;
        QTest::newRow("between") << 1500 << 2000;
        QTest::newRow("a whole Mbit/s") << 5000 << 5000;
    }
    void ratesAboveTheStepAreRoundedUpToWholeMbit()
    {
        QFETCH(int, asked);
        QFETCH(int, set);
        LimitRules rules;
        rules.downKbps = LimitRange{1, 1'024'000};
        rules.wholeMbitAboveKbps = 1024;
        QCOMPARE(settable(Limits{.downKbps = asked}, rules).downKbps, set);
    }

    void aPresetWithAClockTimeEndsAtTheNextOne_data()
    {
        QTest::addColumn<QTime>("now");
        QTest::addColumn<int>("extraDays");
        QTest::addColumn<int>("minutes");
        QTest::newRow("this morning") << QTime(9, 0) << 0 << 120;
        QTest::newRow("already past: tomorrow") << QTime(14, 0) << 0 << 21 * 60;
        QTest::newRow("exactly now: tomorrow") << QTime(11, 0) << 0 << 24 * 60;
        QTest::newRow("a day later") << QTime(9, 0) << 1 << 26 * 60;
        QTest::newRow("past, and a day later") << QTime(14, 0) << 1 << 45 * 60;
        QTest::newRow("seconds are rounded up") << QTime(10, 59, 30) << 0 << 1;
    }
    void aPresetWithAClockTimeEndsAtTheNextOne()
    {
        QFETCH(QTime, now);
        QFETCH(int, extraDays);
        QFETCH(int, minutes);
        Preset preset;
        preset.untilMinuteOfDay = 11 * 60;
        preset.extraDays = extraDays;
        const QDateTime local(QDate(2026, 3, 2), now);
        QCOMPARE(limitsOf(preset, local).minutes, minutes);
    }
};

QTEST_GUILESS_MAIN(TestLimits)
#include "tst_limits.moc"
