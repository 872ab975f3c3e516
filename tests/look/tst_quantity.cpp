#include "ui/widgets/quantity.h"

#include <QCoreApplication>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using quantity::Problem;
using quantity::Reading;

namespace {

const QLocale english = QLocale::c();
const QLocale german(QLocale::German, QLocale::Germany);

// A Thursday.
QDateTime thursdayAt(int hour, int minute, int second = 0)
{
    return QDateTime(QDate(2026, 11, 26), QTime(hour, minute, second), Qt::UTC);
}

Reading duration(const QString &text, const QLocale &locale = english)
{
    return quantity::readDuration(text, locale, thursdayAt(9, 30));
}

} // namespace

class TestQuantity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsDurations_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("minutes");
        const QList<QPair<QString, int>> table{
            {u"2 h"_s, 120},
            {u"2h"_s, 120},
            {u"2 H"_s, 120},
            {u" 2  hours "_s, 120},
            {u"2"_s, 120},
            {u"24"_s, 1440},
            {u"90 min"_s, 90},
            {u"90m"_s, 90},
            {u"1 minute"_s, 1},
            {u"1 h 30 min"_s, 90},
            {u"1h30"_s, 90},
            {u"1h30m"_s, 90},
            {u"1:30"_s, 90},
            {u"72:00"_s, 4320},
            {u"1.5 h"_s, 90},
            {u"1,5 h"_s, 90},
            {u"0.25h"_s, 15},
            {u"3 days"_s, 4320},
            {u"1 day"_s, 1440},
            {u"3d"_s, 4320},
            {u"1 d 2 h 5 min"_s, 1565},
            {u"2 weeks"_s, 20160},
            {u"1,440 min"_s, 1440},
            {u"٢ h"_s, 120},
            {u"2\u00a0h"_s, 120},
            {u"0 h"_s, 0},
            {u"until 11:00"_s, 90},
            {u"until 11"_s, 90},
            {u"Until 11.15"_s, 105},
            {u"until 2 pm"_s, 270},
            {u"until 2:30pm"_s, 300},
            {u"until 12 am"_s, 870},
            {u"until 09:30"_s, 1440},
            {u"until 09:00"_s, 1410},
            {u"until tomorrow 11:00"_s, 1530},
            {u"until 11:00 tomorrow"_s, 1530},
            {u"until today 11:00"_s, 90},
            {u"until Sun 11:00"_s, 3 * 1440 + 90},
            {u"until sunday 11"_s, 3 * 1440 + 90},
            {u"until Thu 11:00"_s, 90},
            {u"until Thu 09:00"_s, 7 * 1440 - 30},
        };
        for (const auto &[text, minutes] : table)
            QTest::newRow(qPrintable(text)) << text << minutes;
    }
    void readsDurations()
    {
        QFETCH(QString, text);
        QFETCH(int, minutes);
        const Reading read = duration(text);
        QVERIFY(read);
        QCOMPARE(*read, std::optional(minutes));
    }

    void refusesWhatIsNoDuration_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text : {u"soon"_s, u"2 parsecs"_s, u"-2 h"_s, u"2 h h"_s,
                 u"30 min 1 h"_s, u"1 h 2 h"_s, u"1:75"_s, u"2..5 h"_s, u"h"_s, u"until"_s,
                 u"until noon"_s, u"until 25:00"_s, u"until 11:00 12:00"_s, u"until 13 pm"_s,
                 u"until today 09:00"_s, u"until tomorrow"_s, u"2 h; drop table"_s, u"1e9 h"_s,
                 u"0x10"_s, u"½ h"_s, u"2 h 30 kg"_s})
            QTest::newRow(qPrintable(text)) << text;
    }
    void refusesWhatIsNoDuration()
    {
        QFETCH(QString, text);
        const Reading read = duration(text);
        QVERIFY(!read);
        QCOMPARE(read.error(), Problem::NotUnderstood);
    }

    void aDurationTooLongForANumberIsSaidSo()
    {
        QCOMPARE(duration(u"99999999999 weeks"_s).error(), Problem::TooLarge);
        QCOMPARE(duration(QString(400, u'9') + u" h"_s).error(), Problem::TooLarge);
    }

    void noTextIsNoLimit_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text :
            {u""_s, u"  "_s, u"no limit"_s, u"No Limit"_s, u"unlimited"_s, u"-"_s})
            QTest::newRow(qPrintable(text)) << text;
    }
    void noTextIsNoLimit()
    {
        QFETCH(QString, text);
        for (const Reading &read : {duration(text), quantity::readRate(text, english),
                 quantity::readAmount(text, english)}) {
            QVERIFY(read);
            QVERIFY(!*read);
        }
    }

    void aClockTimeNeverEndsAMinuteEarly()
    {
        const auto read = quantity::readDuration(u"until 11:00"_s, english, thursdayAt(10, 58, 30));
        QCOMPARE(*read, std::optional(2));
    }

    void readsRates_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("kbps");
        const QList<QPair<QString, int>> table{
            {u"5 Mbit/s"_s, 5000},
            {u"5Mbit"_s, 5000},
            {u"5 mbps"_s, 5000},
            {u"5 Mb/s"_s, 5000},
            {u"5M"_s, 5000},
            {u"5"_s, 5000},
            {u"2.5 Mbit/s"_s, 2500},
            {u"2,5 mbit"_s, 2500},
            {u"500 kbit/s"_s, 500},
            {u"500k"_s, 500},
            {u"500 kbps"_s, 500},
            {u"1 Gbit/s"_s, 1000000},
            {u"1,500 kbit/s"_s, 1500},
            {u"0.0004 Mbit/s"_s, 0},
        };
        for (const auto &[text, kbps] : table)
            QTest::newRow(qPrintable(text)) << text << kbps;
    }
    void readsRates()
    {
        QFETCH(QString, text);
        QFETCH(int, kbps);
        const Reading read = quantity::readRate(text, english);
        QVERIFY(read);
        QCOMPARE(*read, std::optional(kbps));
    }

    void refusesRatesInBytesAndOtherThings()
    {
        for (const QString &text : {u"5 MB/s"_s, u"5 MB"_s, u"500 kB/s"_s, u"fast"_s,
                 u"-1 Mbit/s"_s, u"5 Mbit/s 2"_s, u"5 6"_s, u"5 h"_s, u"5 Mbit/h"_s})
            QVERIFY2(!quantity::readRate(text, english), qPrintable(text));
        QCOMPARE(quantity::readRate(u"9999999 Gbit/s"_s, english).error(), Problem::TooLarge);
    }

    void readsAmounts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("megabytes");
        const QList<QPair<QString, int>> table{
            {u"500 MB"_s, 500},
            {u"500"_s, 500},
            {u"500mb"_s, 500},
            {u"2 GB"_s, 2048},
            {u"2g"_s, 2048},
            {u"1.5 GB"_s, 1536},
            {u"1,5 GB"_s, 1536},
            {u"2 GiB"_s, 2048},
            {u"1 TB"_s, 1048576},
            {u"1,500 MB"_s, 1500},
        };
        for (const auto &[text, megabytes] : table)
            QTest::newRow(qPrintable(text)) << text << megabytes;
    }
    void readsAmounts()
    {
        QFETCH(QString, text);
        QFETCH(int, megabytes);
        const Reading read = quantity::readAmount(text, english);
        QVERIFY(read);
        QCOMPARE(*read, std::optional(megabytes));
    }

    void refusesAmountsOfOtherThings()
    {
        for (const QString &text : {u"2 kg"_s, u"MB"_s, u"-5 MB"_s, u"2 GB 5"_s, u"1 GB 500 MB"_s,
                 u"2 Mbit/s"_s, u"1.2.3 GB"_s})
            QVERIFY2(!quantity::readAmount(text, english), qPrintable(text));
        QCOMPARE(quantity::readAmount(u"99999 TB"_s, english).error(), Problem::TooLarge);
    }

    void germanMarksMeanWhatTheyMeanInGermany()
    {
        QCOMPARE(*duration(u"1,5 h"_s, german), std::optional(90));
        QCOMPARE(*duration(u"1.5 h"_s, german), std::optional(90));
        QCOMPARE(*duration(u"1.440 min"_s, german), std::optional(1440));
        QCOMPARE(*quantity::readRate(u"2,5 Mbit/s"_s, german), std::optional(2500));
        QCOMPARE(*quantity::readRate(u"1.500 kbit/s"_s, german), std::optional(1500));
        QCOMPARE(*quantity::readAmount(u"1,25 GB"_s, german), std::optional(1280));
        QCOMPARE(*duration(u"until So 11:00"_s, german), std::optional(3 * 1440 + 90));
    }

    void germanWordsAreUnderstoodInAGermanProgram()
    {
        Q_INIT_RESOURCE(catalogs);
        QTranslator translator;
        QVERIFY(translator.load(u":/i18n/gatehouse_de.qm"_s));
        QCoreApplication::installTranslator(&translator);
        QCOMPARE(*duration(u"2 Std"_s, german), std::optional(120));
        QCOMPARE(*duration(u"3 Tage"_s, german), std::optional(4320));
        QCOMPARE(*duration(u"bis morgen 11:00"_s, german), std::optional(1530));
        QCOMPARE(*duration(u"2 hours"_s, german), std::optional(120));
        QCOMPARE(*quantity::readAmount(u"unbegrenzt"_s, german), std::optional<int>());
        QCOMPARE(*duration(quantity::durationText(4325, german), german), std::optional(4325));
    }

    void whatIsWrittenReadsBackAsTheSameNumber()
    {
        for (const QLocale &locale : {english, german, QLocale(QLocale::Arabic, QLocale::Egypt)}) {
            for (const int minutes :
                {1, 45, 60, 90, 120, 1439, 1440, 1441, 2880, 4320, 4325, 10080, 43200}) {
                const QString text = quantity::durationText(minutes, locale);
                const Reading read = duration(text, locale);
                QVERIFY2(read && *read == minutes, qPrintable(text));
            }
            for (const int kbps :
                {1, 64, 500, 999, 1000, 1500, 1024, 2048, 5000, 12340, 100000, 10000000}) {
                const QString text = quantity::rateText(kbps, locale);
                const Reading read = quantity::readRate(text, locale);
                QVERIFY2(read && *read == kbps, qPrintable(text));
            }
            for (const int mb : {1, 500, 1000, 1024, 1500, 1536, 2048, 2049, 1048576}) {
                const QString text = quantity::amountText(mb, locale);
                const Reading read = quantity::readAmount(text, locale);
                QVERIFY2(read && *read == mb, qPrintable(text));
            }
        }
    }

    void writesWhatADeskWouldWrite()
    {
        QCOMPARE(quantity::durationText(90, english), u"1 h 30 min"_s);
        QCOMPARE(quantity::durationText(1440, english), u"24 h"_s);
        QCOMPARE(quantity::rateText(5000, english), u"5 Mbit/s"_s);
        QCOMPARE(quantity::rateText(2500, german), u"2,5 Mbit/s"_s);
        QCOMPARE(quantity::rateText(500, english), u"500 kbit/s"_s);
        QCOMPARE(quantity::amountText(500, english), u"500 MB"_s);
        QCOMPARE(quantity::amountText(1536, german), u"1,5 GB"_s);
        QCOMPARE(quantity::amountText(2048, english), u"2 GB"_s);
    }
};

QTEST_GUILESS_MAIN(TestQuantity)
#include "tst_quantity.moc"
