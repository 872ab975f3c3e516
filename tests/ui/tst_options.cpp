#include "ui/options.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyOptionIsRead()
    {
        const auto options = readOptions({u"gatehouse"_s, u"--demo"_s, u"--profile"_s, u"/tmp/p"_s,
            u"--language=de"_s, u"--scheme"_s, u"dark"_s, u"--size"_s, u"1280x800"_s,
            u"--screenshot"_s, u"a.png"_s});
        QVERIFY(options);
        QVERIFY(options->demo);
        QCOMPARE(options->profile, u"/tmp/p"_s);
        QCOMPARE(options->language, u"de"_s);
        QCOMPARE(options->scheme, SchemeChoice::Dark);
        QCOMPARE(options->size, QSize(1280, 800));
        QCOMPARE(options->screenshot, u"a.png"_s);
    }

    void nonsenseIsRefusedWithASentence_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("unknown option") << QStringList{u"--nonsense"_s};
        QTest::newRow("not an option") << QStringList{u"demo"_s};
        QTest::newRow("scheme") << QStringList{u"--scheme"_s, u"pink"_s};
        QTest::newRow("size without height") << QStringList{u"--size"_s, u"1280"_s};
        QTest::newRow("size of nothing") << QStringList{u"--size"_s, u"0x0"_s};
        QTest::newRow("size too large") << QStringList{u"--size"_s, u"99999x800"_s};
        QTest::newRow("three numbers") << QStringList{u"--size"_s, u"800x600x32"_s};
        QTest::newRow("url without cert")
            << QStringList{u"--selfcheck"_s, u"--url"_s, u"https://127.0.0.1:1"_s};
        QTest::newRow("plain http") << QStringList{
            u"--selfcheck"_s, u"--url"_s, u"http://127.0.0.1:1"_s, u"--cert"_s, u"c.pem"_s};
    }

    void nonsenseIsRefusedWithASentence()
    {
        QFETCH(QStringList, arguments);
        const auto options = readOptions(QStringList{u"gatehouse"_s} + arguments);
        QVERIFY(!options);
        QCOMPARE(options.error().kind, Failure::Kind::InvalidInput);
        QVERIFY(!options.error().said.isEmpty());
    }

    void helpNamesEveryOption()
    {
        const auto options = readOptions({u"gatehouse"_s, u"--help"_s});
        QVERIFY(options);
        for (const auto &name : {u"--demo"_s, u"--profile"_s, u"--language"_s, u"--scheme"_s,
                 u"--screenshot"_s, u"--size"_s, u"--selfcheck"_s, u"--log"_s, u"--shot"_s,
                 u"--url"_s, u"--cert"_s, u"--keychain"_s, u"--version"_s, u"--help"_s})
            QVERIFY2(options->answer.contains(name), qPrintable(name));
    }

    void helpAndVersionNeedNoWindow()
    {
        QVERIFY(needNoWindow({u"gatehouse"_s, u"--version"_s}));
        QVERIFY(needNoWindow({u"gatehouse"_s, u"-h"_s}));
        QVERIFY(!needNoWindow({u"gatehouse"_s, u"--demo"_s}));
        QVERIFY(onlyPaint({u"gatehouse"_s, u"--screenshot=a.png"_s}));
        QVERIFY(onlyPaint({u"gatehouse"_s, u"--selfcheck"_s}));
        QVERIFY(!onlyPaint({u"gatehouse"_s}));
    }
};

QTEST_GUILESS_MAIN(TestOptions)
#include "tst_options.moc"
